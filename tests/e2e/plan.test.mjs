// When and how: the dates of the two templates, counted by hand; the calendar file read by another program.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workFolder, root } from './program.mjs';

const asOf = ['--as-of', '2026-11-22'];
const python = '/usr/bin/python3';
const noReader = spawnSync(python, ['-c', 'import icalendar']).status === 0 ? false : 'python3-icalendar is not installed';

// A template as it stands: a new workspace would be dated today.
function workspace(t, template) {
  const folder = path.join(workFolder(t), 'w');
  cpSync(path.join(root, 'templates', template), folder, { recursive: true });
  return folder;
}

const range = (r) => (r === null ? '–' : r.earliest === r.latest ? r.earliest : `${r.earliest}..${r.latest}`);
const dates = (plan) => plan.stages.map((s) => `${s.id} ${range(s.from)} until ${range(s.until)}`);

function edit(folder, map, from, to) {
  const file = path.join(folder, 'maps', map + '.yaml');
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(file, text.replace(from, to));
}

test('the jeweller: thirty days from first look to purchase, back from Valentine’s Day', (t) => {
  const folder = workspace(t, 'valentine');
  const plan = json(['-C', folder, 'plan', ...asOf]);
  assert.deepEqual(dates(plan), [
    'awareness 2027-01-02 until 2027-01-13',
    'consideration 2027-01-15 until 2027-01-24',
    'conversion 2027-01-25 until 2027-01-31',
    'delivery 2027-02-01 until 2027-02-11',
    'loyalty 2027-02-15..2027-02-22 until –',
  ]);
  assert.equal(plan.stages[0].contents[0].work_from.earliest, '2026-12-12');
  for (const field of ['definition', 'unit', 'as_of', 'synthetic']) assert.ok(field in plan, field);
  assert.equal(run(['-C', folder, 'plan', ...asOf]).code, 0);
});

test('the restaurant: at once, then 3–5 days later, then 3–5 days later a 48-hour sale', (t) => {
  const folder = workspace(t, 'restaurant');
  const plan = json(['-C', folder, 'plan', ...asOf]);
  assert.deepEqual(dates(plan).slice(0, 3), [
    'awareness 2027-01-11 until 2027-01-13',
    'consideration 2027-01-14..2027-01-16 until 2027-01-16..2027-01-18',
    'conversion 2027-01-17..2027-01-21 until 2027-01-18..2027-01-22',
  ]);
  const later = json(['-C', folder, 'plan', ...asOf, '--start', '2027-03-01']);
  assert.equal(dates(later)[2], 'conversion 2027-03-07..2027-03-11 until 2027-03-08..2027-03-12');
});

test('too late is told with its place and ends with 1', (t) => {
  const folder = workspace(t, 'restaurant');
  const { code, out } = run(['-C', folder, '--lang', 'fr', 'plan', '--as-of', '2027-01-12']);
  assert.equal(code, 1);
  assert.match(out, /maps\/restaurant\.yaml:\d+:\d+: avertissement\[plan-too-late\]/);
  edit(folder, 'restaurant', 'ignore:\n', 'ignore:\n  - {rule: plan-too-late, at: awareness, why: begun}\n  - {rule: plan-work-too-late, at: consideration, why: ready}\n');
  assert.equal(run(['-C', folder, 'plan', '--as-of', '2027-01-12']).code, 0);
});

test('two maps for one persona collide in a channel', (t) => {
  const folder = workspace(t, 'restaurant');
  const text = readFileSync(path.join(folder, 'maps/restaurant.yaml'), 'utf8');
  writeFileSync(path.join(folder, 'maps/again.yaml'), text);
  const plan = json(['-C', folder, 'plan', 'restaurant', ...asOf]);
  assert.ok(plan.findings.some((finding) => finding.code === 'plan-collision' && finding.severity === 'warning'));
});

test('what cannot be is said', (t) => {
  const folder = workspace(t, 'valentine');
  for (const [args, code] of [[['--as-of', '2027-02-30'], 2], [['-o', 'plan.doc'], 2], [['-o', path.join(folder, 'p.png'), '--theme', 'pink'], 2]])
    assert.equal(run(['-C', folder, 'plan', ...args]).code, code, args.join(' '));
  edit(folder, 'valentine', 'when: {after: delivery, days: [14, 21]}', 'when: {before_target: 1d}');
  const { code, err } = run(['-C', folder, '--lang', 'en', 'plan', '--start', '2027-01-01']);
  assert.equal(code, 2);
  assert.match(err, /counted back from the target date/);
});

test('another program reads the calendar file', { skip: noReader }, (t) => {
  const folder = workspace(t, 'valentine');
  const file = path.join(folder, 'plan.ics');
  assert.equal(run(['-C', folder, '--lang', 'fr', 'plan', ...asOf, '-o', file]).code, 0);
  const bytes = readFileSync(file);
  for (const line of bytes.toString('utf8').split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const read = spawnSync(python, [path.join(root, 'tests/e2e/plan_reader.py'), file], { encoding: 'utf8' });
  assert.equal(read.status, 0, read.stderr);
  const { version, errors, events } = JSON.parse(read.stdout);
  assert.equal(version, '2.0');
  assert.deepEqual(errors, []);
  const of = (summary) => events.find((event) => event.summary.includes(summary));
  assert.deepEqual([of('Conversion').start, of('Conversion').end], ['2027-01-25', '2027-02-01']); // the end is the day after
  assert.deepEqual([of('Date cible').start, of('Date cible').end], ['2027-02-14', '2027-02-15']);
  const film = of('L’atelier en images, de la pierre à l’écrin'); // the comma is escaped in the file
  assert.deepEqual([film.start, film.end], ['2026-12-12', '2027-01-02']);
  assert.deepEqual(film.alarms, ['-PT15H']);
  assert.ok(events.every((event) => event.all_day));
  assert.equal(new Set(events.map((event) => event.uid)).size, events.length);
  assert.equal(events.length, 5 + 6 + 1);

  edit(folder, 'valentine', '2027-02-14', '2027-02-20'); // moved: the same events on other days
  assert.equal(run(['-C', folder, '--lang', 'fr', 'plan', ...asOf, '-o', file]).code, 0);
  const moved = JSON.parse(spawnSync(python, [path.join(root, 'tests/e2e/plan_reader.py'), file], { encoding: 'utf8' }).stdout).events;
  assert.deepEqual(moved.map((event) => event.uid), events.map((event) => event.uid));
  assert.notDeepEqual(moved.map((event) => event.start), events.map((event) => event.start));
});

test('the same plan gives the same bytes, in every form', (t) => {
  const folder = workspace(t, 'restaurant');
  for (const form of ['ics', 'csv', 'svg', 'png', 'pdf']) {
    const files = ['a', 'b'].map((name) => path.join(folder, `${name}.${form}`));
    for (const file of files) assert.equal(run(['-C', folder, 'plan', ...asOf, '-o', file]).code, 0);
    assert.ok(readFileSync(files[0]).equals(readFileSync(files[1])), form);
  }
});

test('with a file to write the table is not printed as well; what is amiss still is', (t) => {
  const folder = workspace(t, 'restaurant');
  const late = ['-C', folder, '--lang', 'en', 'plan', '--as-of', '2027-01-12'];
  const [table, written] = [run(late), run([...late, '-o', path.join(folder, 'plan.ics')])];
  const amiss = (out) => out.split('\n').filter((line) => line.includes('maps/'));
  assert.equal(written.code, table.code);
  assert.ok(amiss(table.out).length > 0, table.out);
  assert.deepEqual(amiss(written.out), amiss(table.out));
  assert.ok(table.out.split('\n').length > written.out.split('\n').length + 5, written.out);
});

test('the events stand apart from the plan', (t) => {
  const folder = workspace(t, 'restaurant');
  assert.equal(run(['-C', folder, 'simulate', 'restaurant', '--customers', '800', '--seed', '3', '--import']).code, 0);
  const plan = json(['-C', folder, 'plan', ...asOf]);
  assert.equal(plan.synthetic, true);
  const delay = plan.delays.find((d) => d.to === 'consideration');
  assert.deepEqual(delay.planned_days, [3, 5]);
  assert.ok(delay.measured_days.n >= 30 && delay.measured_days.low <= delay.measured_days.value && delay.measured_days.value <= delay.measured_days.high);
  assert.deepEqual(dates(plan), dates(json(['-C', folder, 'plan', ...asOf, '--no-events'])));
  assert.deepEqual(json(['-C', folder, 'plan', ...asOf, '--no-events']).delays, []);
});

test('a damaged catalogue is told, not taken for no events', (t) => {
  const folder = workspace(t, 'restaurant');
  writeFileSync(path.join(folder, 'catalogue.sqlite'), 'no catalogue at all');
  const { code, err } = run(['-C', folder, 'plan', ...asOf]);
  assert.equal(code, 3, err);
  assert.match(err, /catalogue\.sqlite/);
  assert.equal(run(['-C', folder, 'plan', ...asOf, '--no-events']).code, 0);
});
