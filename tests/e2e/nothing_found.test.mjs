// A filter or a rule that finds nothing says what there is; a workspace that cannot be written to still answers.
import test from 'node:test';
import assert from 'node:assert/strict';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workFolder, workspace } from './program.mjs';

// 20 looks on the web, 5 of them from a phone, 3 purchases in the shop.
function withEvents(t) {
  const folder = workspace(t);
  const rows = ['customer,time,event,channel,device'];
  for (let i = 0; i < 20; ++i) rows.push(`c${i},2026-05-${String(i + 1).padStart(2, '0')},look,web,${i < 5 ? 'phone' : 'desktop'}`);
  for (let i = 0; i < 3; ++i) rows.push(`c${i},2026-06-0${i + 1},buy,shop,`);
  const file = path.join(workFolder(t), 'events.csv');
  writeFileSync(file, rows.join('\n') + '\n');
  json(['-C', folder, 'import', file, '--yes']);
  writeFileSync(path.join(folder, 'maps/m.yaml'), `parcours: 1
title: M
goal: buys
window: none
stages:
  - id: s
    name: S
    phase: before
    touchpoints:
      - {id: looks, name: Looks, match: {event: look, where: {channel: Web}}}
      - {id: buys, name: Buys, match: {event: buy}}
`);
  return folder;
}

test('a rule whose filter keeps every event out says what the events have there', (t) => {
  const { out, err } = run(['-C', withEvents(t), 'check', 'm']);
  assert.match(out + err, /20 events have that name, but the filter `channel` keeps them out; values there: web/);
});

test('a filter that no event passes is told with the values there are, by either engine and by measure', (t) => {
  const folder = withEvents(t);
  for (const question of [['funnel', 'look', 'buy'], ['funnel', 'look', 'buy', '--reference'], ['measure', 'm'], ['flow'], ['channels'], ['retention'], ['variants']]) {
    const { code, err } = run(['-C', folder, ...question, '--where', 'device=mobile']);
    assert.equal(code, 0, err);
    assert.match(err, /warning\[filter-finds-nothing\]: no event passes `device=mobile`\n.*values of `device`: desktop, phone\n/, question.join(' '));
  }
  const { err } = run(['-C', folder, 'funnel', 'look', '--where', 'device=phone']);
  assert.doesNotMatch(err, /filter-finds-nothing/);
  const { err: period } = run(['-C', folder, 'funnel', 'look', '--where', 'device=phone', '--since', '2026-07-01']);
  assert.doesNotMatch(period, /filter-finds-nothing/, 'it is the period that has no events');
});

test('a name that no event has is told wherever one is asked for', (t) => {
  const folder = withEvents(t);
  for (const question of [['funnel', 'lok', 'buy'], ['funnel', 'look', 'buy', '--except', 'lok'], ['retention', '--came', 'lok'], ['retention', '--active', 'lok'], ['retention', '--purchase', 'lok']]) {
    const { code, err } = run(['-C', folder, '--lang', 'en', ...question]);
    assert.equal(code, 0, err);
    assert.match(err, /warning\[no-such-event\]: no event passes step `lok`\n.*`look`/, question.join(' '));
  }
  assert.doesNotMatch(run(['-C', folder, 'retention', '--came', 'look']).err, /no-such-event/);
});

test('the same file with other columns: its links are added, and what counts twice is told', (t) => {
  const folder = workspace(t);
  const file = path.join(workFolder(t), 'k.csv');
  writeFileSync(file, 'customer,time,event,email\na,2026-01-01 10:00,A,x@x.fr\na,2026-01-01 11:00,B,\nb,2026-01-01 12:00,C,x@x.fr\n');
  assert.equal(json(['-C', folder, 'import', file, '-y']).imported, 3);
  const linked = json(['-C', folder, 'import', file, '--link', 'email', '-y']);
  assert.deepEqual([linked.imported, linked.duplicates, linked.notes], [0, 3, []]);
  assert.equal(json(['-C', folder, 'funnel', 'A', 'C']).steps[1].count, 1, 'a and b are one customer');
  const { code, err } = run(['-C', folder, '--lang', 'en', 'import', file, '--source', 'email', '-y']);
  assert.equal(code, 0, err);
  assert.match(err, /warning\[read-otherwise\]: import 1 read a file “.*k\.csv” with other columns[\s\S]*parcours imports remove 1/);
});

test('with `window: none` a map is measured with the inactivity of every other question', (t) => {
  const measured = json(['-C', withEvents(t), 'measure', 'm']);
  assert.match(measured.definition, /silence exceeds 60\sd/);
});

const lock = (folder, mode) => {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: false })) if (entry.isDirectory()) lock(path.join(folder, entry.name), mode);
  chmodSync(folder, mode);
};

test('a workspace in a folder that cannot be written to answers questions', { skip: process.getuid() === 0 ? 'root may write everywhere' : false }, (t) => {
  const folder = withEvents(t);
  lock(folder, 0o555);
  t.after(() => lock(folder, 0o755));
  const { code, out, err } = run(['-C', folder, 'funnel', 'look', 'buy']);
  assert.equal(code, 0, err);
  assert.match(out, /look +20/);
  const refused = run(['-C', folder, 'imports', 'remove', '1']);
  assert.equal(refused.code, 3);
});

test('a breakdown by a field of many values shows the largest, and all when asked for', (t) => {
  const folder = workspace(t);
  const file = path.join(workFolder(t), 'many.csv');
  const rows = ['customer,time,event,page'];
  for (let i = 0; i < 300; ++i) rows.push(`c${i},2026-05-01,look,p${Math.floor(Math.sqrt(i))}`);
  writeFileSync(file, rows.join('\n') + '\n');
  json(['-C', folder, 'import', file, '--yes']);
  writeFileSync(path.join(folder, 'maps/m.yaml'), 'parcours: 1\ntitle: M\nstages:\n  - {id: s, name: S, phase: before, touchpoints: [{id: looks, name: Looks, match: {event: look}}]}\n');
  for (const question of [['measure', 'm'], ['funnel', 'look']]) {
    const told = (...more) => run(['-C', folder, '--lang', 'en', ...question, '--by', 'page', ...more]).out;
    const parts = (out) => out.match(/page = p\d+/g);
    assert.equal(new Set(parts(told())).size, 18, 'there are eighteen values');
    assert.doesNotMatch(told(), /more value/);
  }
  const wide = path.join(workFolder(t), 'wide.csv');
  writeFileSync(wide, 'customer,time,event,page\n' + Array.from({ length: 40 }, (_, i) => `d${i},2026-05-02,look,q${i}\n`).join(''));
  json(['-C', folder, 'import', wide, '--yes']);
  const values = (...more) => run(['-C', folder, '--lang', 'en', 'measure', 'm', '--by', 'page', ...more]).out;
  assert.equal(new Set(values().match(/── page = [pq]\d+/g)).size, 20);
  assert.match(values(), /… and 38 more values, with fewer customers \(`--rows 0`: all\)/);
  assert.equal(new Set(values('--rows', '0').match(/── page = [pq]\d+/g)).size, 58);
});
