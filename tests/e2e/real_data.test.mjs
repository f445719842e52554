// Real data through the program, against numbers computed independently (see docs/measures and the data sets' own publications).
import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { run, json, workspace, workFolder, realData, noRealData, root } from './program.mjs';

const options = { skip: noRealData };
const data = (name) => path.join(realData, name);

function near(actual, expected, digits = 3) {
  assert.ok(Math.abs(actual - expected) < 0.5 * 10 ** -digits, `${actual} is not ${expected}`);
}

function example(t, name) {
  const folder = path.join(workFolder(t), name);
  cpSync(path.join(root, 'examples', name), folder, { recursive: true });
  return folder;
}

test('running-example.xes: variants, edges, durations', options, (t) => {
  const folder = workspace(t);
  assert.equal(json(['-C', folder, 'import', data('running-example.xes')]).imported, 42);
  const variants = json(['-C', folder, 'variants']);
  assert.equal(variants.total, 6);
  assert.equal(variants.mean_duration_s, 966890);
  assert.equal(variants.median_duration_s, 815940);
  const { edges, starts, ends } = json(['-C', folder, 'flow']);
  const moves = (from, to) => edges.find((e) => e.from === from && e.to === to).moves;
  assert.equal(edges.length, 16);
  assert.equal(edges.reduce((sum, e) => sum + e.moves, 0), 36);
  assert.equal(moves('check ticket', 'decide'), 6);
  assert.equal(moves('examine casually', 'check ticket'), 4);
  assert.equal(starts.reduce((sum, s) => sum + s.count, 0), 6);
  assert.equal(ends.reduce((sum, s) => sum + s.count, 0), 6);
});

test('receipt.xes.gz: variants, edges, durations with their zones', options, (t) => {
  const folder = workspace(t);
  const imported = json(['-C', folder, 'import', data('receipt.xes.gz')]);
  assert.equal(imported.imported, 8577);
  assert.equal(imported.customers, 1434);
  const variants = json(['-C', folder, 'variants']);
  assert.equal(variants.total, 116);
  assert.deepEqual(variants.variants.slice(0, 5).map((v) => v.count), [713, 123, 116, 115, 75]);
  near(variants.mean_duration_s, 467263.915);
  near(variants.median_duration_s, 2868.583, 2);
  const { edges } = json(['-C', folder, 'flow']);
  assert.equal(edges.length, 99);
  assert.equal(edges.reduce((sum, e) => sum + e.moves, 0), 7143);
  const moves = (from, to) => edges.find((e) => e.from.startsWith(from) && e.to.startsWith(to)).moves;
  assert.equal(moves('T04', 'T05'), 1177);
  assert.equal(moves('T06', 'T10'), 1165);
  assert.equal(new Set(edges.flatMap((e) => [e.from, e.to])).size, 27);
});

test('CDNOW_sample.txt: orders known to the day, and who bought again', options, (t) => {
  const folder = example(t, 'orders');
  const imported = json(['-C', folder, 'import', data('CDNOW_sample.txt'), '--customer', '2', '--time', '3', '--value', '5', '--event-name', 'purchase']);
  assert.equal(imported.customers, 2357);
  const repurchase = (...more) => json(['-C', folder, 'retention', '--every', 'month', '--purchase', 'purchase', ...more]).repurchase;
  assert.equal(repurchase().buyers, 2357);
  assert.equal(repurchase().repeat, 1139);
  assert.equal(repurchase('--until', '1997-09-30').repeat, 946);
  // Orders of one day are tied: two orders in one day are two steps, whichever stands first in the file.
  const funnel = json(['-C', folder, 'funnel', 'purchase', 'purchase', '--window', 'none']);
  assert.equal(funnel.steps[0].count, 2357);
  assert.ok(funnel.steps[1].count >= 1139);
});

test('ecom.csv.gz: imported, checked, measured, drawn', options, (t) => {
  const folder = example(t, 'ecom');
  const imported = json(['-C', folder, 'import', data('ecom.csv.gz')]);
  assert.equal(imported.rows, 31106);
  assert.equal(imported.imported, 31076);
  assert.equal(imported.duplicates, 30);
  const measured = json(['-C', folder, 'measure', 'ecom']);
  const touchpoints = measured.stages.filter((s) => s.id !== 'loyalty').flatMap((s) => s.touchpoints);
  assert.equal(touchpoints.reduce((sum, touchpoint) => sum + touchpoint.lost, 0), measured.closed_without_goal);
  assert.equal(measured.conversion.count, 470);
  assert.equal(measured.conversion.n, 3499);
  for (const stage of measured.stages) assert.equal(stage.river.in, stage.river.lost + stage.river.open + stage.river.out, stage.id);
  assert.equal(run(['-C', folder, 'draw', 'ecom', '--measured', '-o', path.join(folder, 'ecom.pdf')]).code, 0);
});

test('the reference engine gives the same answers on real data', options, (t) => {
  const folder = workspace(t);
  json(['-C', folder, 'import', data('receipt.xes.gz')]);
  for (const question of [['flow'], ['variants'], ['channels'], ['retention', '--every', 'month']]) {
    const native = json(['-C', folder, ...question]);
    const reference = json(['-C', folder, ...question, '--reference']);
    assert.deepEqual(reference, native, question.join(' '));
  }
});
