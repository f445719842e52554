// Every template that the program carries: listed, made, drawn, simulated, measured; and any map as a template.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workspace, workFolder, root } from './program.mjs';

const templates = json(['new', '--list']).templates;
const filled = templates.filter((template) => template.group !== 'start');

test('the list has every folder of templates/, in groups, in the language asked for', () => {
  const folders = readdirSync(path.join(root, 'templates'), { withFileTypes: true }).filter((f) => f.isDirectory());
  assert.deepEqual(templates.map((t) => t.name).sort(), folders.map((f) => f.name).sort());
  assert.deepEqual([...new Set(templates.map((t) => t.group))], ['start', 'stages', 'trade']);
  const french = run(['--lang', 'fr', 'new', '--list']).out;
  const hotel = templates.find((t) => t.name === 'hotel');
  assert.ok(french.includes('Par métier') && french.includes(hotel.title.fr) && !french.includes(hotel.title.en));
  assert.ok(french.includes(`${hotel.stages.map((stage) => stage.fr).join(' · ')} · ${hotel.touchpoints} points de contact`));
});

test('the gallery shows each of them, in both languages', () => {
  for (const [page, ending] of [['README.md', '.png'], ['README.fr.md', '-fr.png']]) {
    const text = readFileSync(path.join(root, 'docs/templates', page), 'utf8');
    for (const { name } of filled) {
      assert.ok(text.includes(`\n### \`${name}\` · `), `${page} says nothing of ${name}`);
      assert.ok(text.includes(`](${name}${ending})`), `${page} shows no picture of ${name}`);
      assert.equal(readFileSync(path.join(root, 'docs/templates', name + ending)).toString('latin1', 1, 4), 'PNG');
    }
  }
});

// The touchpoints of a laid-out map that have no rule: `match: none` a few lines below `- id:`.
function idsOutOfSight(map) {
  const touchpoints = readFileSync(map, 'utf8').split(/^      - id: /m).slice(1);
  return new Set(touchpoints.filter((text) => /^        match: none$/m.test(text)).map((text) => text.split('\n')[0]));
}

// Notes that a template is right to leave; tests/app/template_content_test.cpp says why.
const meant = new Set(['mostly-assumed', 'current-without-target', 'teams-disagree', 'no-human-after-friction']);

for (const { name } of filled) {
  test(`${name}: passes its check, is drawn without a warning, and its simulated data measures every touchpoint`, (t) => {
    const folder = workspace(t, name);
    const checked = json(['-C', folder, 'check', '--no-events']);
    assert.deepEqual(checked.maps[0].findings.filter((finding) => !meant.has(finding.code)), []);
    for (const lang of ['fr', 'en']) {
      const { code, err } = run(['-C', folder, '--lang', lang, 'draw', '-o', path.join(folder, `${lang}.svg`)]);
      assert.equal(code, 0, err);
      assert.match(err, /^(written|écrit)/);
      assert.doesNotMatch(err, /warning|avertissement/);
      assert.match(readFileSync(path.join(folder, `${lang}.svg`), 'utf8'), /^<svg/);
    }
    assert.equal(run(['-C', folder, 'simulate', '--customers', '1500', '--seed', '3', '--import']).code, 0);
    const measured = json(['-C', folder, 'measure']);
    const outOfSight = idsOutOfSight(path.join(folder, `maps/${name}.yaml`));
    for (const touchpoint of measured.stages.flatMap((stage) => stage.touchpoints))
      assert.equal(touchpoint.visits > 0, !outOfSight.has(touchpoint.id), `${touchpoint.id}: ${touchpoint.visits} visits`);
    assert.ok(measured.closed_without_goal > 0, 'nobody is lost in the simulated data');
    const { findings, hypotheses } = json(['-C', folder, 'check']).maps[0];
    assert.deepEqual(hypotheses.filter((h) => h.verdict === 'contradicted'), [], 'simulated customers keep to the map');
    assert.ok(hypotheses.length === 0 || hypotheses.some((h) => h.verdict === 'confirmed'));
    const codes = findings.map((finding) => finding.code);
    for (const bad of ['rule-finds-nothing', 'rules-overlap', 'touchpoint-without-rule', 'unclaimed-events', 'emotion-contradicted']) assert.ok(!codes.includes(bad), bad);
  });
}

test('any map becomes a template, whole or as its structure', (t) => {
  const from = workspace(t, 'bank');
  const map = path.join(from, 'maps/bank.yaml');
  const whole = path.join(workFolder(t), 'whole');
  assert.equal(run(['new', whole, '--template', map]).code, 0);
  assert.deepEqual(readFileSync(path.join(whole, 'maps/bank.yaml')), readFileSync(map));
  assert.deepEqual(readdirSync(path.join(whole, 'personas')), ['brigitte.yaml', 'yanis.yaml']);

  const structure = path.join(workFolder(t), 'structure');
  assert.equal(run(['new', structure, '--template', map, '--structure']).code, 0);
  const codes = new Set(json(['-C', structure, 'check']).maps[0].findings.filter((f) => f.severity === 'error').map((f) => f.code));
  assert.deepEqual([...codes], []);
  assert.equal(run(['-C', structure, 'fmt', '--check']).code, 0);
  const text = readFileSync(path.join(structure, 'maps/bank.yaml'), 'utf8');
  assert.match(text, /id: id_photo/);
  assert.doesNotMatch(text, /illisible|Onfido|expect/);
});

test('a broken map is no template, and is told at its place', (t) => {
  const folder = workFolder(t);
  const map = path.join(folder, 'broken.yaml');
  writeFileSync(map, 'parcours: 1\ntitle: T\nstagess: []\n');
  const { code, err } = run(['new', path.join(folder, 'w'), '--template', map]);
  assert.equal(code, 2);
  assert.match(err, /broken\.yaml:3:1: error\[unknown-key\]/);
});
