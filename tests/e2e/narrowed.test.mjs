// A picture or a report of some of the events says so; what an option cannot do here is refused.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { json, run, workspace } from './program.mjs';

const day = (n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 16);

// Twelve customers look, one a day; two of three speak English, every other one buys. The data ends 100 days later.
const rows = ['customer,time,event,lang'];
for (let i = 0; i < 12; i++) {
  rows.push(`c${i},${day(i)},look,${i % 3 ? 'en' : 'fr'}`);
  if (i % 2) rows.push(`c${i},${day(i + 1)},buy,${i % 3 ? 'en' : 'fr'}`);
}
rows.push(`late,${day(100)},look,fr`);

const map = (title, state) => `parcours: 1
title: ${title}
state: ${state}
goal: buy
window: 5d
inactivity: 45d
stages:
  - id: s
    name: S
    phase: before
    touchpoints:
      - {id: look, name: Look, channel: website, match: {event: look}, friction: [{id: slow, text: Slow, expect: {drop_off: 0.5}}]}
      - {id: buy, name: Buy, channel: website, match: {event: buy}}
`;

function shop(t) {
  const folder = workspace(t);
  writeFileSync(path.join(folder, 'parcours.yaml'), 'parcours: 1\nlanguage: en\ntimezone: UTC\n');
  writeFileSync(path.join(folder, 'maps/m.yaml'), map('M', 'current'));
  writeFileSync(path.join(folder, 'maps/wanted.yaml'), map('Wanted', 'target'));
  writeFileSync(path.join(folder, 'e.csv'), rows.join('\n') + '\n');
  assert.equal(run(['-C', folder, 'import', path.join(folder, 'e.csv')]).code, 0);
  return folder;
}

function written(folder, name, ...args) {
  const file = path.join(folder, name);
  const done = run(['-C', folder, ...args, '-o', file]);
  assert.equal(done.code, 0, done.err);
  // What stands in several lines of a picture is read as one text.
  return readFileSync(file, 'utf8').replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
}

test('every form says what its figures are narrowed to, and none says so of the whole', (t) => {
  const folder = shop(t);
  const narrow = ['--where', 'lang=en', '--since', '2026-01-01', '--until', '2026-01-31'];
  for (const [name, ...args] of [['m.svg', 'draw', 'm', '--measured'], ['a.svg', 'draw', 'm', '--measured', '--actions'],
    ['r.html', 'measure', 'm'], ['p.html', 'portfolio'], ['o.svg', 'draw', '--as', 'overview', '--measured']]) {
    const text = written(folder, name, ...args, ...narrow);
    assert.match(text, /Only lang=en · from 1 Jan 2026 to 31 Jan 2026/, `${name}: ${text.slice(-900)}`);
    if (args.includes('m')) assert.doesNotMatch(text, /1 Feb 2026/, name); // the day that was asked for, not the one after it
    assert.doesNotMatch(written(folder, name, ...args), /Only lang|from 1 Jan 2026 to 31/, name);
  }
});

test('the map of one persona has the figures of its customers, or says that they are everyone’s', (t) => {
  const folder = shop(t);
  mkdirSync(path.join(folder, 'personas'), { recursive: true });
  writeFileSync(path.join(folder, 'personas/ann.yaml'), 'name: Ann\nsegment: {lang: en}\n');
  writeFileSync(path.join(folder, 'personas/bob.yaml'), 'name: Bob\n');
  writeFileSync(path.join(folder, 'maps/m.yaml'), map('M', 'current').replace('goal:', 'personas: [ann, bob]\ngoal:'));
  const ann = written(folder, 'ann.svg', 'draw', 'm', '--measured', '--persona', 'ann');
  assert.match(ann, /Only lang=en/);
  assert.doesNotMatch(ann, /all customers/);
  const bob = written(folder, 'bob.svg', 'draw', 'm', '--measured', '--persona', 'bob');
  assert.match(bob, /Figures of all customers, not only those Bob stands for/);
  assert.doesNotMatch(written(folder, 'all.svg', 'draw', 'm', '--measured'), /Only lang|stands for/);
  assert.doesNotMatch(written(folder, 'plain.svg', 'draw', 'm', '--persona', 'bob'), /stands for/);
});

test('the silence that closes a journey is named, the window is not', (t) => {
  const folder = shop(t);
  for (const [name, ...args] of [['m.svg', 'draw', 'm', '--measured'], ['r.html', 'measure', 'm']]) {
    const usual = written(folder, name, ...args);
    assert.match(usual, /after 45 d of silence/);
    assert.doesNotMatch(usual, /Window 5 d/);
    assert.match(written(folder, name, ...args, '--inactivity', '20d'), /Journeys cut after 20 d of silence/);
  }
});

test('an option without a meaning is refused with what goes instead', (t) => {
  const folder = shop(t);
  for (const [args, said] of [
    [['measure', 'm', '--per', 'journey'], /--per/],
    [['draw', 'm', '--measured', '--per', 'journey'], /--per/],
    [['draw', 'm', '--measured', '--actions', '--by', 'lang', '-o', path.join(folder, 'x.svg')], /takes no lanes, no stage, no paper, no `--by`/],
    [['draw', 'm', '--by', 'lang', '-o', path.join(folder, 'x.html')], /`--by` goes with `--measured`/],
    [['draw', 'm', '--where', 'lang=en', '-o', path.join(folder, 'x.svg')], /`--where` goes with `--measured`/],
  ]) {
    const done = run(['-C', folder, ...args]);
    assert.equal(done.code, 2, args.join(' '));
    assert.match(done.err, said, args.join(' '));
  }
  assert.match(written(folder, 'by.html', 'draw', 'm', '--measured', '--by', 'lang'), /By “lang”/);
});

test('a change does not give away the figure hidden beside it', (t) => {
  const folder = shop(t);
  const out = run(['-C', folder, 'measure', 'm', '--where', 'lang=fr', '--against', 'lang=en']).out; // four customers and one still open against eight
  const row = out.split('\n').find((line) => line.startsWith('Conversion ') && line.includes('·'));
  assert.ok(row, out);
  assert.doesNotMatch(row, /−|\+/, row);
});

test('a target map is read with the figures of today, which settle nothing of it', (t) => {
  const folder = shop(t);
  const checked = json(['-C', folder, 'check', 'wanted']);
  for (const map of checked.maps ?? [checked]) for (const one of map.hypotheses) assert.deepEqual([one.verdict, one.why], ['unknown', 'of_today']);
  assert.match(run(['-C', folder, 'measure', 'wanted']).out, /^• Nobody has lived this journey yet/);
  const standing = json(['-C', folder, 'portfolio']).maps.find((one) => one.id === 'wanted' || one.map === 'wanted');
  assert.equal(standing.data.conversion, null);
  assert.match(written(folder, 'p.svg', 'portfolio'), /figures of today’s journey/);
});
