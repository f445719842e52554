// Simulated events, imported and measured: what was put in is found again.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workspace } from './program.mjs';

const upTo = ['--until', '2026-11-01'];

function rows(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, head.split(',').length).map((m) => m[1]);
  return lines.map((line) => Object.fromEntries(head.split(',').map((name, i) => [name, cells(line)[i]])));
}

test('customers are counted once however many identities they have, events once however often they were sent', (t) => {
  const folder = workspace(t, 'shop');
  const done = json(['-C', folder, 'simulate', 'shop', '--customers', '900', '--seed', '7', ...upTo, '--import']);
  const events = rows(path.join(folder, 'synthetic-shop-7.csv'));
  const ids = new Set(events.map((e) => e.event_id));
  assert.equal(done.rows, events.length);
  assert.ok(ids.size < events.length);
  assert.equal(done.duplicates, events.length - ids.size);
  assert.equal(done.imported, ids.size);
  assert.equal(done.rejected, 0);

  const identities = new Set(events.map((e) => e.customer));
  assert.ok(identities.size > 1000);
  assert.equal(done.identities, identities.size);
  assert.equal(done.customers, 900);
  const measured = json(['-C', folder, 'measure', 'shop']);
  assert.equal(measured.customers, 900);
  assert.equal(measured.synthetic, true);

  const plain = workspace(t, 'shop');
  assert.equal(json(['-C', plain, 'simulate', 'shop', '--customers', '900', '--seed', '7', ...upTo, '--plain', '--import']).duplicates, 0);
  assert.equal(json(['-C', plain, 'measure', 'shop']).customers, 900);
  assert.deepEqual([...new Set(rows(path.join(plain, 'synthetic-shop-7.csv')).map((e) => e.linked_to))], ['']);
});

test('the same file read by hand gives the same customers, once its links are named', (t) => {
  const folder = workspace(t, 'shop');
  const file = path.join(folder, 's.csv');
  assert.equal(run(['-C', folder, 'simulate', 'shop', '--customers', '200', ...upTo, '-o', file]).code, 0);
  assert.equal(json(['-C', folder, 'import', file, '--link', 'linked_to']).synthetic, true);
  assert.equal(json(['-C', folder, 'measure', 'shop']).customers, 200);
});

test('a planted friction is found: before and after its day, and only where it was planted', (t) => {
  const folder = workspace(t, 'shop');
  const args = ['simulate', 'shop', '--customers', '30000', '--seed', '7', '--days', '730', ...upTo, '--without', 'identities,surveys'];
  json(['-C', folder, ...args, '--plant', 'payment[platform=mobile]=0.25@2026-01-01', '--import']);
  const after = ['measure', 'shop', '--since', '2026-01-01', '--until', '2026-11-01', '--against', '2025-01-01..2025-12-31'];
  const row = (more) => json(['-C', folder, ...after, ...more]).against.find((r) => r.touchpoint === 'payment' && r.figure === 'drop_off');

  const mobile = row(['--where', 'platform=mobile']);
  assert.ok(mobile.surely, JSON.stringify(mobile));
  assert.ok(mobile.difference.low > 0.1 && mobile.difference.high < 0.4, JSON.stringify(mobile.difference));
  const desktop = row(['--where', 'platform=desktop']);
  assert.ok(desktop.difference.low < 0 && desktop.difference.high > 0, JSON.stringify(desktop.difference));

  // By segment, from that day on.
  const compared = json(['-C', folder, 'measure', 'shop', '--since', '2026-01-01', '--by', 'platform']).segments_compared;
  const here = compared.find((r) => r.segment === 'mobile' && r.touchpoint === 'payment' && r.figure === 'drop_off');
  assert.ok(here.surely && here.difference.value > 0.2, JSON.stringify(here));
});

test('what cannot be simulated is said, with what was meant', (t) => {
  const folder = workspace(t, 'shop');
  const cases = [
    [['--plant', 'paymnt=0.2'], /did you mean `payment`/],
    [['--plant', 'payment=lots'], /payment\[platform=mobile\]=0\.25@2026-10-01/],
    [['--plant', 'order=0.2'], /it is the goal/],
    [['--without', 'dupes'], /identities, loops, returns, surveys, season, ties, late, duplicates/],
    [['--until', 'tomorrow'], /2027-02-14/],
    [['--until', '2300-01-01'], /2199/],
    [['--days', '0'], /3,660 days/],
  ];
  for (const [args, expected] of cases) {
    const { code, err } = run(['-C', folder, 'simulate', 'shop', ...args]);
    assert.equal(code, 2, args.join(' ') + err);
    assert.match(err, expected);
  }
});
