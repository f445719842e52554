// What a careless or hostile user does: a clear message each time, no crash, nothing lost.
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { program, run, json, workspace, workFolder } from './program.mjs';

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

test('an answer is written over nothing that the workspace keeps, nor over what is imported', (t) => {
  const folder = withEvents(t);
  const kept = ['catalogue.sqlite', 'parcours.yaml', 'events/segment-000001.parquet', 'maps/new.yaml', '.parcours/accounts.sqlite'];
  const before = kept.map((name) => (existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name), 'latin1') : null));
  for (const name of kept) {
    const { code, err } = says(folder, ['customer', 'c1', '-o', path.join(folder, name)]);
    assert.equal(code, 2, name);
    assert.equal(err, `error: ${name} is kept by a workspace: nothing is written there\n      = take another file for the answer\n`);
  }
  kept.forEach((name, i) => {
    if (name.startsWith('catalogue')) return; // its own write-ahead log may have been folded in
    assert.equal(existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name), 'latin1') : null, before[i], name);
  });
  assert.equal(json(['-C', folder, 'imports']).imports.length, 1, 'the catalogue is still one');

  const file = path.join(folder, 'again.csv');
  writeFileSync(file, head + rows(3));
  for (const rejects of [file, path.join(folder, 'maps/../again.csv')]) {
    const { code, err } = says(folder, ['import', file, '--rejects', rejects, '--dry-run']);
    assert.equal(code, 2);
    assert.match(err, /^error: .*again\.csv is a file to import: the rejected rows would replace it\n {6}= give `--rejects` another name\n$/);
  }
  assert.equal(readFileSync(file, 'utf8'), head + rows(3));
  assert.equal(run(['-C', folder, 'customer', 'c1', '-o', path.join(folder, 'c1.json')]).code, 0);
  assert.ok(existsSync(path.join(folder, 'c1.json')));
});

test('what the data hold never acts on the terminal', (t) => {
  const folder = workspace(t);
  writeFileSync(path.join(folder, 'e.csv'), `${head}a,2026-01-01T10:00:00Z,"\u001b[31mred\nline",web\na,2026-01-02T10:00:00Z,\u202Eturned,web\n`);
  json(['-C', folder, 'import', path.join(folder, 'e.csv')]);
  for (const args of [['flow'], ['variants'], ['customer', 'a']]) {
    const { out, err } = run(['-C', folder, ...args]);
    assert.doesNotMatch(out + err, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/, args.join(' '));
    assert.match(out, /\\x1b\[31mred\\nline/, args.join(' '));
  }
});

test('an option given twice, a number that is none, an output that is full: each is said as it is', (t) => {
  const folder = withEvents(t);
  const told = (args) => says(folder, args).err;
  assert.equal(told(['funnel', 'look', '--since', '2026-01-01', '--since', '2026-01-02']), 'error: --since is given more than once\n      = keep one value\n');
  assert.equal(told(['variants', '--most', '3', '--most', '4']), 'error: --most is given more than once\n      = keep one value\n');
  assert.equal(told(['funnel', 'look', '--since']), 'error: a value is missing after --since\n      = `parcours help funnel` says what it takes\n');
  assert.equal(told(['funnel', 'look', 'buy', '--within', '2=1d', '--within', '2=2d']), 'error: --within is given more than once for step 2\n      = keep one value\n');
  assert.equal(told(['funnel', 'look', '--optional', '99999999999999999999']), 'error: --optional: `99999999999999999999` will not do\n      = the number of a step, like 2\n');
  const full = spawnSync('sh', ['-c', `"${program}" -C "${folder}" flow > /dev/full`], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  assert.equal(full.status, 3);
  assert.equal(full.stderr, 'error: the answer could not be written: No space left on device\n');
});

test('what explains an answer is JSON too when JSON is asked for', (t) => {
  const folder = withEvents(t);
  for (const [flag, member] of [['--explain', 'definition'], ['--sql', 'sql']]) {
    const text = run(['-C', folder, 'funnel', 'look', flag]).out;
    assert.ok(text.length > 40, flag);
    assert.deepEqual(json(['-C', folder, 'funnel', 'look', flag]), { version: 1, [member]: text.replace(/\n$/, '') });
  }
});
