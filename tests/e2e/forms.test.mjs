// The other forms of a map: what is written reads back, and peers' own readers take it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, run, workFolder, workspace } from './program.mjs';

const templates = ['empty', 'shop', 'restaurant', 'valentine'].filter((name) => existsSync(path.join(root, 'templates', name)));

// Mermaid's parser wants a DOM only to clean HTML out of texts.
async function mermaidParser() {
  const { default: purify } = await import('dompurify');
  purify.addHook = () => {};
  purify.sanitize = (text) => text;
  const { default: mermaid } = await import('mermaid');
  await mermaid.parse('journey\n  title It knows its diagrams from now on\n');
  return mermaid;
}
const noMermaid = existsSync(path.join(root, 'node_modules/mermaid')) ? false : 'mermaid (npm) is not installed';
const shown = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

test("Mermaid's own parser reads every map that is written, text for text", { skip: noMermaid }, async (t) => {
  const mermaid = await mermaidParser();
  for (const template of templates) {
    const folder = workspace(t, template);
    for (const lang of ['fr', 'en']) {
      const file = path.join(folder, `${lang}.mmd`);
      const { code, err } = run(['-C', folder, '--lang', lang, 'draw', '-o', file]);
      assert.equal(code, 0, `${template}: ${err}`);
      const text = readFileSync(file, 'utf8');
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
      const sections = db.getSections().map(shown);
      const written = text.split('\n').filter((line) => line.startsWith('    section ')).map((line) => line.slice(12).replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))));
      assert.deepEqual(sections, written);
      const tasks = db.getTasks();
      assert.equal(tasks.length, text.split('\n').filter((line) => /: [1-5]($|:)/.test(line)).length);
      for (const task of tasks) assert.ok(task.score >= 1 && task.score <= 5, task.task);
    }
  }
});

test('a title full of the signs that Mermaid trips over comes out whole', { skip: noMermaid }, async (t) => {
  const mermaid = await mermaidParser();
  const folder = workspace(t);
  const title = 'Offre n° 1: #promo; -30 %, <b>vite</b> & {bien} %% style: a#b;';
  const file = path.join(folder, 'maps', 'odd.yaml');
  writeFileSync(file, `parcours: 1\ntitle: ${JSON.stringify(title)}\nstages:\n  - id: s\n    name: ${JSON.stringify('Section: ' + title)}\n    phase: before\n    touchpoints:\n      - {id: t, name: ${JSON.stringify('journey ' + title)}}\n`);
  assert.equal(run(['-C', folder, 'draw', file, '-o', path.join(folder, 'odd.mmd')]).code, 0);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(path.join(folder, 'odd.mmd'), 'utf8'));
  assert.equal(shown(db.getDiagramTitle()), title);
  assert.equal(shown(db.getSections()[0]), 'Section: ' + title);
  assert.equal(shown(db.getTasks()[0].task).replace('\u200b', ''), 'journey ' + title);
});

test('a Mermaid journey becomes a workspace that checks and draws', (t) => {
  const folder = workFolder(t);
  const file = path.join(folder, 'my day.mmd');
  writeFileSync(file, 'journey\n    title My working day\n    section Go to work\n      Make tea: 5: Me\n      Do work: 1: Me, Cat\n');
  const made = run(['new', path.join(folder, 'w'), '--from', file]);
  assert.equal(made.code, 0, made.err);
  assert.ok(existsSync(path.join(folder, 'w/maps/my_day.yaml')));
  assert.ok(existsSync(path.join(folder, 'w/personas/cat.yaml')));
  assert.ok([0, 1].includes(run(['-C', path.join(folder, 'w'), 'check']).code));
  assert.equal(run(['-C', path.join(folder, 'w'), 'draw', '-o', path.join(folder, 'day.mmd')]).code, 0);
  const before = readFileSync(file, 'utf8').replace(/ +/g, ' ').toLowerCase();
  assert.equal(readFileSync(path.join(folder, 'day.mmd'), 'utf8').replace(/ +/g, ' ').toLowerCase(), before);
});

// RFC 4180, character by character.
function rows(text) {
  const out = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; ++i) {
    if (quoted && text.startsWith('""', i)) (cell += '"'), ++i;
    else if (text[i] === '"') quoted = !quoted;
    else if (!quoted && text[i] === ',') out.at(-1).push(cell), (cell = '');
    else if (!quoted && text.startsWith('\r\n', i)) out.at(-1).push(cell), (cell = ''), ++i, out.push([]);
    else cell += text[i];
  }
  return out.slice(0, -1);
}

test('the table of every template comes back as the same table, and Excel gets its mark', (t) => {
  for (const template of templates) {
    const folder = workspace(t, template);
    const [first, second, marked] = ['a', 'b', 'c'].map((name) => path.join(folder, `${name}.csv`));
    assert.equal(run(['-C', folder, 'draw', '-o', first]).code, 0);
    const table = readFileSync(first, 'utf8');
    assert.equal(rows(table).map((row) => row.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + '\r\n').join(''), table);
    const made = run(['new', path.join(folder, 'back'), '--from', first]);
    assert.equal(made.code, 0, made.err);
    const converted = run(['-C', path.join(folder, 'back'), 'draw', '-o', second]);
    assert.equal(converted.code, 0, converted.err);
    assert.equal(readFileSync(second, 'utf8'), table);
    assert.equal(run(['-C', folder, 'draw', '--excel', '-o', marked]).code, 0);
    assert.equal(readFileSync(marked, 'utf8'), '\ufeff' + table);
  }
});

test('with figures, the table has them as numbers', (t) => {
  const folder = workspace(t, 'shop');
  assert.equal(run(['-C', folder, 'simulate', 'shop', '--customers', '300', '--seed', '1', '--import']).code, 0);
  assert.equal(run(['-C', folder, 'draw', '--measured', '-o', path.join(folder, 'm.csv')]).code, 0);
  const [head, ...body] = rows(readFileSync(path.join(folder, 'm.csv'), 'utf8'));
  const measured = run(['-C', folder, '--json', 'measure', 'shop']);
  const figures = new Map(JSON.parse(measured.out).stages.flatMap((stage) => stage.touchpoints).map((touchpoint) => [touchpoint.id, touchpoint]));
  let seen = 0;
  for (const row of body) {
    const of = (name) => row[head.indexOf(name)];
    const figure = figures.get(of('id'));
    if (!figure || of('measured_customers') === '') continue;
    assert.equal(Number(of('measured_customers')), figure.customers);
    if (figure.drop_off.n >= 5) assert.equal(Number(of('measured_drop_off')), figure.drop_off.value), ++seen;
    assert.equal(Number(of('measured_drop_off_n')), figure.drop_off.n);
  }
  assert.ok(seen > 3);
  assert.equal(run(['convert', path.join(folder, 'm.csv'), '-o', path.join(folder, 'm.yaml')]).code, 0);
});

test('a CJML file comes back as it was written', (t) => {
  for (const template of templates) {
    const folder = workspace(t, template);
    const [first, second] = ['a', 'b'].map((name) => path.join(folder, `${name}.xml`));
    assert.equal(run(['-C', folder, 'draw', '-o', first]).code, 0);
    const made = run(['new', path.join(folder, 'back'), '--from', first]);
    assert.equal(made.code, 0, made.err);
    assert.equal(run(['-C', path.join(folder, 'back'), 'draw', '-o', second]).code, 0);
    const labels = (file) => [...readFileSync(file, 'utf8').matchAll(/<(phaseName|initiatorLabel|actorName)>([^<]*)</g)].map(([, kind, text]) => `${kind}: ${text}`);
    assert.deepEqual(labels(second), labels(first));
  }
});

const noOffice = spawnSync('soffice', ['--version']).status === 0 ? false : 'LibreOffice is not installed';

test('LibreOffice opens the presentation and the workbook, and finds their texts', { skip: noOffice }, (t) => {
  const folder = workspace(t, 'shop');
  assert.equal(run(['-C', folder, 'simulate', 'shop', '--customers', '300', '--seed', '1', '--import']).code, 0);
  const convert = (file, to) => spawnSync('soffice', [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', to, '--outdir', folder, file], { encoding: 'utf8' });
  const [deck, book] = ['m.pptx', 'm.xlsx'].map((name) => path.join(folder, name));
  for (const file of [deck, book]) assert.equal(run(['-C', folder, 'draw', '--measured', '-o', file]).code, 0);
  convert(deck, 'pdf');
  const text = spawnSync('pdftotext', ['-layout', path.join(folder, 'm.pdf'), '-'], { encoding: 'utf8' }).stdout;
  assert.ok(text.split('\f').length - 1 >= 6, 'a slide for the whole, one a stage');
  assert.match(text, /Buying bed linen online/);
  convert(book, 'csv');
  assert.match(readFileSync(path.join(folder, 'm.csv'), 'utf8'), /^Stage,Phase,Touchpoint,/);
});

test('convert says what is wrong with its line, writes nothing then, and overwrites nothing', (t) => {
  const folder = workFolder(t);
  writeFileSync(path.join(folder, 'bad.mmd'), 'journey\nsection S\nPay: 9: ana\n');
  const bad = run(['convert', path.join(folder, 'bad.mmd')]);
  assert.equal(bad.code, 2);
  assert.match(bad.err, /bad\.mmd:3:5: error\[mermaid-score\]/);
  assert.ok(!existsSync(path.join(folder, 'bad.yaml')));
  writeFileSync(path.join(folder, 'good.mmd'), 'journey\nsection S\nPay: 2: ana\n');
  assert.equal(run(['convert', path.join(folder, 'good.mmd')]).code, 0);
  assert.equal(run(['convert', path.join(folder, 'good.mmd')]).code, 2);
  assert.equal(run(['convert', path.join(folder, 'good.txt')]).code, 2);
});
