// What a newcomer reads at import, links and erasure: an evening school's export in French.
import test from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { json, run, workFolder } from './program.mjs';

const kRows = ['Identifiant;E-mail;Date et heure;Action;Note'];
for (let pupil = 1; pupil <= 12; ++pupil) {
  kRows.push(`v-${pupil};;02/02/2026 01h33;visite site;`);
  kRows.push(`EL-${pupil};eleve${pupil}@exemple.fr;03/02/2026 11h17;rdv conseil;`);
  kRows.push(`EL-${pupil};eleve${pupil}@exemple.fr;04/02/2026 11h17;enquête;${pupil === 12 ? 11 : pupil - 1}`);
}

function school(t) {
  const folder = workFolder(t);
  writeFileSync(path.join(folder, 'parcours.yaml'), 'parcours: 1\nlanguage: fr\ntimezone: Europe/Paris\n');
  const file = (name, text) => (writeFileSync(path.join(folder, name), text), path.join(folder, name));
  const fr = (...args) => run(['-C', folder, '--lang', 'fr', ...args]);
  return { folder, file, fr };
}

test('an export with a key that is always filled and one slip among the scores comes in whole but for the slip', (t) => {
  const { file, fr } = school(t);
  const { code, out, err } = fr('import', file('export.csv', kRows.join('\n') + '\n'));
  assert.equal(code, 0, err);
  assert.match(err, /client ← Identifiant/);
  assert.match(err, /note ← Note/);
  assert.match(err, /--link E-mail/);
  assert.match(out, /36 lignes lues\s: 35 importées/);
  assert.match(fr('import', file('suite.csv', kRows.join('\n').replaceAll('2026', '2025') + '\n'), '--link', 'E-mail').err, /client ← Identifiant/);
  // The next option overrides its own column only.
  const again = fr('import', file('fin.csv', kRows.join('\n').replaceAll('2026', '2024') + '\n'), '--score', 'Note').err;
  assert.match(again, /E-mail \(comme la dernière fois\)/);
  assert.match(again, /note ← Note \(indiqué\)/);
});

test('links say what they achieved and what they do not know', (t) => {
  const { folder, file, fr } = school(t);
  fr('import', file('export.csv', kRows.join('\n') + '\n'));
  const { out, err } = fr('link', file('liens.csv', 'un;deux\nv-1;EL-1\nv-2;EL-2\n'));
  assert.match(out, /24 clients avant, 22 après/);
  assert.match(err, /1 lien ne touche aucune identité des évènements, par exemple «\sun\s» = «\sdeux\s»/);
  assert.match(fr('links').out, /v-1 = EL-1 {2}\(fichier liens\.csv\)/);
  assert.deepEqual(json(['-C', folder, 'link', file('plus.csv', 'cookie;numéro élève\nv-3;EL-3\n')]), {
    version: 1, rows: 1, added: 1, rejected: 0, unknown: 0, customers: { before: 22, after: 21 } });
});

test('forgetting says first what would go, and imports count what is left', (t) => {
  const { folder, file, fr } = school(t);
  const rows = kRows.filter((row) => !row.endsWith(';11')).join('\n') + '\n';
  fr('import', file('export.csv', rows), '--link', 'E-mail');
  assert.match(fr('forget', 'personne').err, /personne n’est connu ici/);
  const first = fr('forget', 'Eleve7@Exemple.fr');
  assert.equal(first.code, 2);
  assert.match(first.err, /2 identités, 2 évènements \(EL-7, eleve7@exemple\.fr\)/);
  assert.match(fr('forget', 'Eleve7@Exemple.fr', '-y').out, /2 évènements supprimés[^]*peuvent encore nommer/);
  assert.match(fr('imports').out, /33 évènements sur 35 lignes \(2 effacés\)/);
  const [only] = json(['-C', folder, 'imports']).imports;
  assert.deepEqual([only.imported, only.erased], [33, 2]);
});

test('complaints and help in French are in French', (t) => {
  const { fr } = school(t);
  assert.match(fr('import', 'nulle-part.csv').err, /ce fichier n’existe pas/);
  assert.match(fr('measure', '--nope').err, /`parcours help measure`/);
  assert.match(fr('imports', 'remove').err, /il manque ID/);
  assert.match(fr('unlink').err, /il manque ID/);
  const help = fr('help', 'import').out;
  assert.match(help, /^parcours import \[FICHIER…\]/);
  assert.match(help, /--customer COLONNE/);
  assert.match(help, /XLSX, Parquet/);
});
