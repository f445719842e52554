// The silence that ends a journey is the same for every question: --inactivity, else the map's, else the workspace's, else twice the window.
import test from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { json, run, workspace } from './program.mjs';

// Two customers come back after 8 days, one after 50, one never does: 4 customers.
const events = `customer,time,event
a,2026-01-01T10:00,look
a,2026-01-09T10:00,look
b,2026-01-01T11:00,look
b,2026-01-09T11:00,look
c,2026-01-02T10:00,look
c,2026-02-21T10:00,look
d,2026-01-03T10:00,look
`;

function workspaceWith(t, { settings = '', map = '' }) {
  const folder = workspace(t);
  writeFileSync(path.join(folder, 'parcours.yaml'), `parcours: 1\nlanguage: en\ntimezone: UTC\n${settings}`);
  writeFileSync(path.join(folder, 'maps/m.yaml'), `parcours: 1\ntitle: M\ngoal: buy\n${map}stages:
  - id: s
    name: S
    phase: before
    touchpoints:
      - {id: look, name: Look, channel: website, match: {event: look}}
      - {id: buy, name: Buy, channel: website, match: {event: buy}}
`);
  writeFileSync(path.join(folder, 'e.csv'), events);
  const done = run(['-C', folder, 'import', path.join(folder, 'e.csv')]);
  assert.equal(done.code, 0, done.err);
  return folder;
}

// How many journeys each verb counts; every journey begins with a look.
function journeys(folder, extra = [], withMap = ['--map', 'm']) {
  const ask = (...args) => json(['-C', folder, ...args, '--per', 'journey', ...extra]);
  return {
    measure: json(['-C', folder, 'measure', 'm', ...extra]).journeys,
    funnel: ask('funnel', 'look', ...withMap).steps[0].count,
    variants: ask('variants', ...withMap).sequences,
    flow: ask('flow', ...withMap).starts.find((start) => start.at === 'look').count,
  };
}
const all = (n) => ({ measure: n, funnel: n, variants: n, flow: n });

const spans = (folder, verb) => run(['-C', folder, ...verb, '--explain']).out;

test('the workspace’s inactivity holds for every verb', (t) => {
  const folder = workspaceWith(t, { settings: 'inactivity: 5d\n' });
  assert.deepEqual(journeys(folder), all(7));
  assert.deepEqual(journeys(folder, [], []), all(7));
  assert.deepEqual(journeys(folder, ['--inactivity', '20d']), all(5));
  for (const verb of [['measure', 'm'], ['funnel', 'look', '--per', 'journey'], ['variants', '--per', 'journey'], ['flow', '--per', 'journey']])
    assert.match(spans(folder, verb), /silence exceeds 5\sd/, verb.join(' '));
  assert.match(spans(folder, ['channels']), /within 5\sd/);
});

test('the map’s comes before the workspace’s, for questions about that map', (t) => {
  const folder = workspaceWith(t, { settings: 'inactivity: 5d\n', map: 'inactivity: 55d\n' });
  assert.deepEqual(journeys(folder), all(4));
  assert.equal(journeys(folder, [], []).variants, 7);
});

test('without either it is twice the map’s window, 60 days without a window', (t) => {
  assert.deepEqual(journeys(workspaceWith(t, { map: 'window: 10d\n' })), all(5));
  assert.deepEqual(journeys(workspaceWith(t, { map: 'window: 26d\n' })), all(4));
  assert.deepEqual(journeys(workspaceWith(t, { map: 'window: none\n' })), all(4));
  assert.deepEqual(journeys(workspaceWith(t, {})), all(4));
});
