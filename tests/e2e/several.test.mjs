// Several maps of one workspace: the portfolio, and checks that no unreadable map stops.
import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workFolder, root } from './program.mjs';

function jeweller(t) {
  const folder = path.join(workFolder(t), 'w');
  cpSync(path.join(root, 'examples', 'jeweller'), folder, { recursive: true });
  return folder;
}

test('the portfolio lists all maps, those that need attention first', (t) => {
  const folder = jeweller(t);
  const portfolio = json(['-C', folder, 'portfolio', '--as-of', '2026-11-22']);
  assert.equal(portfolio.today, '2026-11-22');
  assert.equal(portfolio.version, 1);
  assert.deepEqual(portfolio.maps.map((map) => map.id).sort(), ['appointment', 'checkout', 'resizing', 'ring', 'ring_target']);
  const attention = portfolio.maps.map((map) => map.attention);
  assert.deepEqual(attention, [...attention].sort((a, b) => b - a));
  const checkout = portfolio.maps.find((map) => map.id === 'checkout');
  assert.deepEqual(checkout.personas, [{ id: 'thomas', name: 'Thomas, 29 ans' }]);
  assert.equal(checkout.actions.open, 2);
  assert.equal(checkout.reviewed, '2026-10-12');
  assert.equal(checkout.data, null);
  assert.equal(checkout.worst_friction.id, 'size_unknown'); // no figures: the highest expected drop-off
  assert.equal(portfolio.maps.find((map) => map.id === 'resizing').reviewed, null);
  assert.ok(portfolio.maps.find((map) => map.id === 'resizing').reasons.includes('stale'));
  assert.equal(portfolio.maps.find((map) => map.id === 'appointment').reviewed_days, 418); // 30 September 2025 to 22 November 2026
  assert.equal(portfolio.maps.find((map) => map.id === 'checkout').actions.overdue, 1); // due on 10 November
});

test('with events, each map is measured and says the window of its data', (t) => {
  const folder = jeweller(t);
  assert.equal(run(['-C', folder, 'simulate', 'checkout', '--customers', '300', '--seed', '3', '--import']).code, 0);
  const checkout = json(['-C', folder, 'portfolio']).maps.find((map) => map.id === 'checkout');
  const measured = json(['-C', folder, 'measure', 'checkout']);
  assert.equal(checkout.data.customers, measured.customers);
  assert.equal(checkout.data.synthetic, true);
  assert.match(checkout.data.since, /^\d{4}-\d\d-\d\d$/);
  assert.ok(checkout.coverage.measured > 0);
  assert.equal(json(['-C', folder, 'portfolio', '--no-events']).maps.every((map) => map.data === null), true);
});

test('every form of the portfolio is written', (t) => {
  const folder = jeweller(t);
  for (const form of ['svg', 'png', 'pdf', 'html', 'csv', 'json']) {
    const file = path.join(folder, 'p.' + form);
    const { code, err } = run(['-C', folder, 'portfolio', '-o', file]);
    assert.equal(code, 0, err);
    assert.ok(statSync(file).size > 500, form);
  }
  const csv = readFileSync(path.join(folder, 'p.csv'), 'utf8').trim().split('\n');
  assert.equal(csv.length, 6);
  assert.ok(csv.every((line) => line.replace(/"[^"]*"/g, '').split(',').length === csv[0].split(',').length));
  const html = readFileSync(path.join(folder, 'p.html'), 'utf8');
  assert.match(html, /<table id="portfolio-table">/);
  assert.match(html, /id="map-checkout"/);
  const { code, err } = run(['-C', folder, '--lang', 'en', 'portfolio', '-o', path.join(folder, 'p.docx')]);
  assert.equal(code, 2);
  assert.match(err, /\.svg \.png \.pdf \.html/);
});

test('maps that cannot be read are told and stop neither the portfolio nor the check', (t) => {
  const folder = jeweller(t);
  mkdirSync(path.join(folder, 'maps', 'a_folder.yaml'));
  writeFileSync(path.join(folder, 'maps', 'broken.yaml'), 'parcours: 1\ntitle: [\n');
  writeFileSync(path.join(folder, 'maps', 'huge.yaml'), '#'.repeat(5 << 20));
  const done = run(['-C', folder, '--json', 'portfolio']);
  assert.equal(done.code, 1);
  const portfolio = JSON.parse(done.out);
  assert.equal(portfolio.maps.length, 5);
  assert.deepEqual(portfolio.unreadable.map((map) => map.id), ['a_folder', 'broken', 'huge']);
  for (const map of portfolio.unreadable) assert.ok(map.problems.length >= 1 && map.problems[0].message, map.id);
  const told = run(['-C', folder, '--lang', 'en', 'portfolio']);
  assert.match(told.out, /^3 maps cannot be read\. Look first at/);
  assert.match(told.err, /broken\.yaml:\d+:\d+: error\[yaml-syntax\]/);

  const checked = run(['-C', folder, '--json', 'check']);
  assert.equal(checked.code, 1);
  const reports = JSON.parse(checked.out).maps;
  assert.equal(reports.length, 8);
  for (const id of ['a_folder', 'broken', 'huge']) assert.equal(reports.find((report) => report.map === id).findings[0].severity, 'error', id);
  assert.ok(reports.find((report) => report.map === 'checkout').score);
  assert.equal(run(['-C', folder, 'check', 'no_such_map']).code, 2);
});
