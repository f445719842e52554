// `check`: the five tests, what the map expects against the data, SARIF.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workspace, root } from './program.mjs';

const today = new Date().toISOString().slice(0, 10);

function withMap(t, name, yaml) {
  const folder = workspace(t);
  writeFileSync(path.join(folder, `maps/${name}.yaml`), yaml);
  return folder;
}

const fiveTests = (name) =>
  readFileSync(path.join(root, `tests/e2e/five_tests/${name}.yaml`), 'utf8').replace('reviewed: 2026-11-22', `reviewed: ${today}`);

const failing = { none: [], customer: ['C1'], process: ['C2'], precision: ['C3'], evidence: ['C4'], action: ['C5'] };
for (const [name, codes] of Object.entries(failing)) {
  test(`five maps: ${name} fails ${codes[0] ?? 'nothing'} alone`, (t) => {
    const folder = withMap(t, name, fiveTests(name));
    const { maps } = json(['-C', folder, 'check', name]);
    const { tests, next } = maps[0].score;
    assert.deepEqual(tests.map((one) => one.test), ['C1', 'C2', 'C3', 'C4', 'C5']);
    assert.deepEqual(tests.filter((one) => !one.passed).map((one) => one.test), codes);
    assert.equal(run(['-C', folder, 'check', name]).code, codes.length);
    if (codes.length === 0) return;
    const failed = tests.find((one) => one.test === codes[0]);
    assert.ok(tests.every((one) => one === failed || one.score > failed.score), JSON.stringify(tests));
    assert.ok(failed.marks.some((mark) => mark.rule === next[0].rule), 'what to do first serves the test that failed');
  });
}

// 100 customers look on one day; 70 of them buy a day later; a visit five months on closes their journeys.
function events() {
  const rows = ['customer,time,event'];
  for (let i = 0; i < 100; ++i) {
    rows.push(`c${i},2026-01-01T10:00:00Z,view`);
    if (i >= 30) rows.push(`c${i},2026-01-02T10:00:00Z,purchase`);
  }
  rows.push('z,2026-06-01T10:00:00Z,view');
  return rows.join('\n') + '\n';
}

const expecting = (dropOff, days) => `parcours: 1
title: Rings
goal: pay
stages:
  - id: looking
    name: Looking
    phase: before
    touchpoints:
      - id: look
        name: Compares rings
        match: {event: view}
        friction: [{id: no_price, text: The price is not shown, expect: {drop_off: ${dropOff}}}]
  - id: buying
    name: Buying
    phase: during
    when: {after: looking, days: ${days}}
    touchpoints:
      - id: pay
        name: Pays by card
        match: {event: purchase}
        friction: [{id: code, text: The code is refused, expect: {nps: 20}}]
`;

// Wilson of 30/100 is [0.219, 0.396]; everyone who buys does so after one day.
test('what the map expects is confirmed, contradicted or not yet known', (t) => {
  const folder = withMap(t, 'rings', expecting('0.30', '[1, 2]'));
  const verdicts = () => json(['-C', folder, 'check', 'rings']).maps[0].hypotheses.map((one) => [one.at, one.verdict, one.why]);
  assert.deepEqual(verdicts(), [['no_price', 'unknown', 'no_events'], ['code', 'unknown', 'no_events'], ['buying', 'unknown', 'no_events']]);
  writeFileSync(path.join(folder, 'events.csv'), events());
  json(['-C', folder, 'import', path.join(folder, 'events.csv')]);
  assert.deepEqual(verdicts(), [['no_price', 'confirmed', null], ['code', 'unknown', 'not_measured'], ['buying', 'confirmed', null]]);
  assert.equal(run(['-C', folder, 'check', 'rings', '--fail-on', 'contradiction']).code, 0);

  const [first] = json(['-C', folder, 'check', 'rings']).maps[0].hypotheses;
  assert.equal(first.measured.n, 100);
  assert.equal(first.measured.value, 0.3);

  writeFileSync(path.join(folder, 'maps/rings.yaml'), expecting('0.60', '[10, 12]'));
  assert.deepEqual(verdicts(), [['no_price', 'contradicted', null], ['code', 'unknown', 'not_measured'], ['buying', 'contradicted', null]]);
  const { code, out } = run(['--lang', 'en', '-C', folder, 'check', 'rings', '--fail-on', 'contradiction']);
  assert.equal(code, 1);
  assert.match(out, /✗ contradicted +“The price is not shown”: drop-off, expected 60%; measured 30\.0% \[21\.9% – 39\.6%\], n = 100/);
  assert.match(out, /✗ contradicted +“Buying” after “Looking”: expected 10 to 12 d; measured 1\sd/);
  assert.match(run(['--lang', 'fr', '-C', folder, 'check', 'rings']).out, /✗ contredit +«\u00a0The price is not shown\u00a0»/);
});

test('without events each expectation is listed, and how to know', (t) => {
  const folder = withMap(t, 'rings', expecting('0.30', '[1, 2]'));
  const { out } = run(['-C', folder, '--lang', 'en', 'check', 'rings']);
  const listed = out.slice(out.indexOf('What the map expects')).split('\n').slice(1, 5);
  assert.match(listed[0], /\? not yet known +“The price is not shown”: drop-off, expected 30%; no events yet/);
  assert.match(listed[1], /\? not yet known +“The code is refused”: .*no events yet/);
  assert.match(listed[2], /\? not yet known +“Buying” after “Looking”: expected 1 to 2 d; no events yet/);
  assert.match(listed[3], /parcours import/);
});

test('what a rule says often is shown with its line and advice three times, then in one line each', (t) => {
  const silent = (id) => `      - {id: ${id}, name: Reads, channel: web}\n`;
  const ids = ['one', 'two', 'three', 'four', 'five'];
  const folder = withMap(t, 'many', `parcours: 1\ntitle: Many\nstages:\n  - id: looking\n    name: Looking\n    phase: before\n    touchpoints:\n${ids.map(silent).join('')}`);
  const { out } = run(['-C', folder, '--lang', 'en', 'check', 'many']);
  ids.forEach((id, i) => {
    assert.ok(out.includes(`maps/many.yaml:${8 + i}:14: warning[customer-silent]: the customer does not say enough at \`${id}\``), out);
    const shown = out.split('\n').filter((line, at, all) => line.includes(`{id: ${id},`) && all[at - 1].includes('[customer-silent]'));
    assert.equal(shown.length, i < 3 ? 1 : 0, id);
  });
  assert.equal(out.split('add what he does (`does:`) and what').length - 1, 3);
});

test('SARIF: rules, regions, levels, what is ignored; the same bytes on every run', (t) => {
  const yaml = fiveTests('action') + 'ignore: [{rule: friction-without-action, at: size, why: the shop is moving}]\n';
  const folder = withMap(t, 'ring size', yaml);
  const file = path.join(folder, 'out/check.sarif');
  assert.equal(run(['-C', folder, 'check', 'ring size', '--sarif', '-o', file]).code, 1);
  const text = readFileSync(file, 'utf8');
  assert.equal(run(['-C', folder, 'check', 'ring size', '--sarif']).out, text);
  const [{ tool, results }] = JSON.parse(text).runs;
  assert.equal(tool.driver.name, 'parcours');
  for (const { ruleId, ruleIndex, locations } of results) {
    assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    const { artifactLocation, region } = locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'maps/ring%20size.yaml');
    const line = yaml.split('\n')[region.startLine - 1];
    assert.ok(region.startColumn <= line.length + 1, ruleId);
  }
  const unowned = results.find((one) => one.ruleId === 'action-unowned');
  const { byteOffset, byteLength } = unowned.locations[0].physicalLocation.region;
  assert.equal(Buffer.from(yaml).subarray(byteOffset, byteOffset + byteLength).toString(), 'sizer');
  assert.deepEqual(results.filter((one) => one.suppressions).map((one) => [one.ruleId, one.suppressions[0].justification]), [
    ['friction-without-action', 'the shop is moving'],
  ]);
});

test('slips in the options are told', (t) => {
  const folder = workspace(t);
  for (const [args, expected] of [[['--fail-on', 'warnings'], /does not know “warnings”/], [['-o', 'x.json'], /SARIF or JSON/]]) {
    const { code, err } = run(['--lang', 'en', '-C', folder, 'check', ...args]);
    assert.equal(code, 2);
    assert.match(err, expected);
  }
});
