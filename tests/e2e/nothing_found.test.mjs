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
