// What a careless or hostile user does: a clear message each time, no crash, nothing lost.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workspace, workFolder } from './program.mjs';

const head = 'customer,time,event,Canal\n';
const rows = (n, events = ['look', 'buy']) =>
  Array.from({ length: n }, (_, i) => `c${i % 5},2026-01-${String(1 + (i % 28)).padStart(2, '0')}T10:00:00Z,${events[i % events.length]},web\n`).join('');

function withEvents(t) {
  const folder = workspace(t);
  writeFileSync(path.join(folder, 'e.csv'), head + rows(40));
  json(['-C', folder, 'import', path.join(folder, 'e.csv')]);
  return folder;
}

const says = (folder, args) => {
  const { code, err } = run(['-C', folder, ...args]);
  return { code, err: err.replaceAll(folder + '/', '') };
};

test('an empty workspace says so to every question', (t) => {
  const folder = workspace(t);
  for (const args of [['funnel', 'a'], ['flow'], ['variants'], ['retention'], ['channels'], ['measure'], ['draw', '--measured']]) {
    const { code, err } = says(folder, args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /^error: there are no events yet\n/, args.join(' '));
  }
});

test('reading a map makes no files', (t) => {
  const folder = workspace(t);
  for (const name of ['catalogue.sqlite', 'events', '.parcours']) rmSync(path.join(folder, name), { recursive: true, force: true });
  assert.equal(run(['-C', folder, 'check']).code, 0);
  assert.ok(!existsSync(path.join(folder, 'catalogue.sqlite')));
});

test('a damaged or emptied catalogue is never taken for a workspace without events', (t) => {
  const folder = withEvents(t);
  const catalogue = path.join(folder, 'catalogue.sqlite');
  for (const name of readdirSync(folder)) if (name.startsWith('catalogue.sqlite-')) rmSync(path.join(folder, name));
  writeFileSync(catalogue, 'garbage garbage');
  for (const args of [['funnel', 'look'], ['measure'], ['check']]) {
    const { code, err } = says(folder, args);
    assert.equal(code, 3, args.join(' '));
    assert.match(err, /the catalogue catalogue.sqlite is damaged/, args.join(' '));
  }
  assert.equal(run(['-C', folder, 'draw', '-o', path.join(folder, 'map.svg')]).code, 0, 'the map alone can still be drawn');
  truncateSync(catalogue, 0);
  const { code, err } = says(folder, ['flow']);
  assert.equal(code, 3);
  assert.match(err, /there are events, but the catalogue catalogue.sqlite is missing/);
});

test('a segment that is gone or damaged is named, and its import can be taken away', (t) => {
  for (const harm of [rmSync, (file) => writeFileSync(file, 'PAR1 nothing PAR1')]) {
    const folder = withEvents(t);
    harm(path.join(folder, 'events/segment-000001.parquet'));
    const { code, err } = says(folder, ['flow']);
    assert.equal(code, 3);
    assert.match(err, /^error: the segment events\/segment-000001.parquet is (gone|damaged)\n.*`parcours imports remove 1`/s);
    assert.equal(run(['-C', folder, 'imports', 'remove', '1']).code, 0);
    assert.equal(json(['-C', folder, 'import', path.join(folder, 'e.csv')]).imported, 40);
  }
});

test('an empty name is nobody, and no folder', (t) => {
  const folder = withEvents(t);
  assert.equal(run(['-C', folder, 'customer', '']).code, 2);
  assert.equal(run(['-C', folder, 'forget', '', '-y']).code, 2);
  assert.equal(json(['-C', folder, 'imports']).imports[0].imported, 40);
  const empty = workFolder(t);
  assert.equal(run(['new', ''], { cwd: empty }).code, 2);
  assert.deepEqual(readdirSync(empty), []);
});

test('numbers that will not do are told in our own words', (t) => {
  const folder = withEvents(t);
  for (const [args, what] of [[['simulate', '--customers', '-1'], '--customers: `-1`'], [['simulate', '--seed', 'abc'], '--seed: `abc`'], [['flow', '--rows', '99999999999999999999'], '--rows: `99999999999999999999`']]) {
    const { code, err } = says(folder, args);
    assert.equal(code, 2);
    assert.equal(err, `error: ${what} will not do\n      = a whole number, 0 or more\n`);
  }
  assert.equal(run(['-C', folder, 'simulate', '--customers', '0']).code, 2);
});

test('a map that cannot be read is not confused with a slip of the pen', (t) => {
  const folder = workspace(t);
  symlinkSync('loop.yaml', path.join(folder, 'maps/loop.yaml'));
  assert.doesNotMatch(run(['-C', folder, 'check', 'loop']).err, /did you mean `loop`/);
  rmSync(path.join(folder, 'maps'), { recursive: true });
  assert.match(says(folder, ['draw']).err, /has no map in maps\//);
  mkdirSync(path.join(folder, 'maps'));
  assert.match(says(folder, ['check']).err, /has no map in maps\//);
});

test('times and bare order do not mix', (t) => {
  const folder = withEvents(t);
  writeFileSync(path.join(folder, 'order.csv'), 'customer,event\n' + Array.from({ length: 30 }, (_, i) => `k${i % 4},${'pq'[i % 2]}\n`).join(''));
  const { code, err } = says(folder, ['import', 'order.csv'].map((word) => (word === 'order.csv' ? path.join(folder, word) : word)));
  assert.equal(code, 2);
  assert.match(err, /events with times would stand beside events that know only their order: nothing was imported/);
  assert.equal(json(['-C', folder, 'imports']).imports.length, 1);
});

test('a column that was renamed on import is named with its field', (t) => {
  const folder = withEvents(t);
  const { code, err } = says(folder, ['funnel', 'look', '--by', 'Canal']);
  assert.equal(code, 2);
  assert.equal(err, 'error: no event has a field `Canal`\n      = on import, the column "Canal" became the field `channel`\n');
  assert.match(says(folder, ['flow', '--where', 'chanel=web']).err, /did you mean `channel`\? known fields: channel, source, value, score/);
});
