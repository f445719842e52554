// Teams give their views in files of their own; the program says and draws where they disagree.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workFolder } from './program.mjs';

const map = `parcours: 1
title: A ring
language: en
stages:
  - id: decision
    name: Decision
    phase: during
    touchpoints:
      - {id: basket, name: Fills the basket}
      - {id: pay, name: Pays}
      - {id: parcel, name: Opens the parcel}
views:
  Sales: {pay: {emotion: 1}}
`;

function workspace(t) {
  const folder = path.join(workFolder(t), 'w');
  mkdirSync(path.join(folder, 'maps'), { recursive: true });
  writeFileSync(path.join(folder, 'parcours.yaml'), 'parcours: 1\nlanguage: en\n');
  writeFileSync(path.join(folder, 'maps', 'ring.yaml'), map);
  return folder;
}

function says(folder, file, text) {
  mkdirSync(path.join(folder, 'views', 'ring'), { recursive: true });
  writeFileSync(path.join(folder, 'views', 'ring', file), text);
}

test('a form is written, filled in, and joined with the map', (t) => {
  const folder = workspace(t);
  const made = run(['-C', folder, 'views', 'new', 'ring', 'Support']);
  assert.equal(made.code, 0, made.err);
  const file = path.join(folder, 'views/ring/support.yaml');
  const form = readFileSync(file, 'utf8');
  for (const id of ['basket', 'pay', 'parcel']) assert.ok(form.includes(`\n  ${id}:`), form);
  assert.equal(run(['-C', folder, 'views', 'new', 'ring', 'Support']).code, 2, 'nothing is written over');
  assert.equal(readFileSync(file, 'utf8'), form);
  assert.equal(run(['-C', folder, 'views']).out, 'No touchpoint is seen by two teams yet.\n');
  writeFileSync(file, form.replace(/(pay:.*\n) +emotion:\n +note:/, '$1    emotion: -2\n    note: One call in four'));
  const said = run(['-C', folder, 'views']);
  assert.equal(said.code, 0, said.err);
  assert.match(said.out, /^Sales and Support disagree most at “Pays”: 3 points apart\.\n/);
  assert.match(said.out, /One call in four/);
  const answer = json(['-C', folder, 'views', 'ring']);
  assert.deepEqual(answer.teams, ['Sales', 'Support']);
  assert.equal(answer.touchpoints.length, 1);
  const pay = answer.touchpoints[0];
  assert.deepEqual([pay.id, pay.teams, pay.spread, pay.deviation], ['pay', 2, 3, 1.5]);
});

test('a form as a workbook is written, comes back, and is never written over', (t) => {
  const folder = workspace(t);
  const form = path.join(folder, 'support.xlsx');
  const made = run(['-C', folder, 'views', 'new', 'ring', 'Support', '-o', form]);
  assert.equal(made.code, 0, made.err);
  assert.equal(readFileSync(form).subarray(0, 2).toString(), 'PK');
  assert.equal(run(['-C', folder, 'views', 'new', 'ring', 'Support', '-o', form]).code, 2, 'nothing is written over');
  const other = run(['-C', folder, 'views', 'new', 'ring', 'Support', '-o', path.join(folder, 'f.docx')]);
  assert.equal(other.code, 2);
  assert.match(other.err, /\.xlsx/);
  const added = run(['-C', folder, 'views', 'add', 'ring', form]);
  assert.equal(added.code, 0, added.err);
  assert.match(readFileSync(path.join(folder, 'views/ring/support.yaml'), 'utf8'), /team: Support\nviews: \{\}\n$/);
  const nothing = path.join(folder, 'nothing.xlsx');
  writeFileSync(nothing, 'Team,Web\n');
  const refused = run(['-C', folder, 'views', 'add', 'ring', nothing]);
  assert.notEqual(refused.code, 0);
  assert.match(refused.err, /nothing\.xlsx.*this is no workbook/);
});

test('a form as CSV is written, filled in, and read back', (t) => {
  const folder = workspace(t);
  const form = path.join(folder, 'support.csv');
  assert.equal(run(['-C', folder, 'views', 'new', 'ring', 'Support', '-o', form]).code, 0);
  const empty = readFileSync(form, 'utf8');
  assert.match(empty, /^\uFEFFTeam,Support,,,,\r\n/);
  writeFileSync(form, empty.replace('Decision,Pays,,,,pay', 'Decision,Pays,-2,Shipping comes last,"One call, in four",pay'));
  const added = run(['-C', folder, 'views', 'add', 'ring', form]);
  assert.equal(added.code, 0, added.err);
  const written = readFileSync(path.join(folder, 'views/ring/support.yaml'), 'utf8');
  assert.match(written, /emotion: -2\n +note: "?Friction: Shipping comes last · One call, in four/);
  assert.match(run(['-C', folder, 'views']).out, /3 points apart/);
});

test('check names both places where a team says two things, and the near touchpoint', (t) => {
  const folder = workspace(t);
  says(folder, 'sales.yaml', 'parcours: 1\nviews:\n  pay: {emotion: -1}\n  parcle: {emotion: 1}\n');
  const { code, out } = run(['-C', folder, 'check']);
  assert.equal(code, 1);
  assert.match(out, /views\/ring\/sales\.yaml:3:18: error\[views-differ\]: Sales sees `pay` at −1 here, at 1 in .*maps\/ring\.yaml:13:26/);
  assert.match(out, /views\/ring\/sales\.yaml:4:3: error\[unknown-reference\]/);
  assert.match(out, /did you mean `parcel`\?/);
});

test('check notes teams far apart in the file that says so', (t) => {
  const folder = workspace(t);
  says(folder, 'support.yaml', 'team: Support\nviews:\n  pay: {emotion: -2}\n');
  assert.match(run(['-C', folder, 'check']).out, /views\/ring\/support\.yaml:3:8: note\[teams-apart\]: Sales sees “Pays” at 1, Support at −2: 3 points apart/);
});

test('files are added all or none, and never over another', (t) => {
  const folder = workspace(t);
  const good = path.join(folder, 'web.yaml'), bad = path.join(folder, 'bad.yaml');
  writeFileSync(good, 'team: Web\nviews: {pay: {emotion: 0}}\n');
  writeFileSync(bad, 'team: Bad\nviews: {pay: {emotion: 9}}\n');
  const refused = run(['-C', folder, 'views', 'add', 'ring', good, bad]);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /bad\.yaml:2:24: error\[out-of-range\]/);
  assert.ok(!existsSync(path.join(folder, 'views/ring/web.yaml')));
  assert.equal(run(['-C', folder, 'views', 'add', 'ring', good]).code, 0);
  assert.equal(readFileSync(path.join(folder, 'views/ring/web.yaml'), 'utf8'), readFileSync(good, 'utf8'));
  assert.equal(run(['-C', folder, 'views', 'add', 'ring', good]).code, 0, 'the same once more changes nothing');
  writeFileSync(good, 'team: Web\nviews: {pay: {emotion: 2}}\n');
  assert.equal(run(['-C', folder, 'views', 'add', 'ring', good]).code, 2);
  assert.match(readFileSync(path.join(folder, 'views/ring/web.yaml'), 'utf8'), /emotion: 0/);
});

test('the picture of the views, in every form', (t) => {
  const folder = workspace(t);
  says(folder, 'support.yaml', 'team: Support\nviews:\n  pay: {emotion: -2, note: "<script>"}\n  basket: {emotion: 1}\n');
  const draw = (file, ...more) => {
    const done = run(['-C', folder, 'draw', 'ring', '--views', '-o', path.join(folder, file), ...more]);
    assert.equal(done.code, 0, done.err);
    return readFileSync(path.join(folder, file));
  };
  const svg = draw('v.svg').toString();
  for (const id of ['spread-pay', 'view-pay-sales', 'view-pay-support', 'view-basket-support', 'views-card-pay', 'team-support'])
    assert.ok(svg.includes(`id="${id}"`), id);
  assert.ok(!svg.includes('id="spread-basket"'), 'one team has no spread');
  assert.ok(!svg.includes('<script>'));
  assert.equal(draw('again.svg').toString(), svg);
  assert.equal(draw('v.png').subarray(1, 4).toString(), 'PNG');
  assert.equal(draw('v.pdf').subarray(0, 5).toString(), '%PDF-');
  const page = draw('v.html').toString();
  assert.ok(page.includes('id="views-table"') && page.includes('<svg') && !page.includes('<script'));
  assert.match(draw('fr.svg', '--lang', 'fr').toString(), /points d’écart/);
  assert.equal(run(['-C', folder, 'draw', 'ring', '--views', '--actions']).code, 2);
});

test('a folder of views whose map is not there is told, with the map that was meant', (t) => {
  const folder = workspace(t);
  says(folder, 'support.yaml', 'parcours: 1\nviews:\n  pay: {emotion: -1}\n');
  assert.doesNotMatch(run(['-C', folder, 'check', '--fail-on', 'error']).err, /views-without-map/);
  mkdirSync(path.join(folder, 'views', 'rings'));
  assert.doesNotMatch(run(['-C', folder, 'check', '--fail-on', 'error']).err, /views-without-map/, 'an empty one says nothing');
  writeFileSync(path.join(folder, 'views', 'rings', 'sales.yaml'), 'parcours: 1\nviews:\n  pay: {emotion: 1}\n');
  const { err, code } = run(['-C', folder, 'check']);
  assert.equal(code, 1);
  assert.match(err, /warning\[views-without-map\]: the folder .*views\/rings holds views of teams on a map `rings` that is not there/);
  assert.match(err, /did you mean `ring`\?/);
});
