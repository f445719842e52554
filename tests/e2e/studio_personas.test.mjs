// Personas in the studio: changed, made, taken off the map; their files keep all that nobody touched.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip } from './browser.mjs';
import { run } from './program.mjs';
import { studio, until } from './studio.mjs';

test('a persona is changed in the panel, and the map shows it', { skip }, async (t) => {
  const { page, folder, complaints } = await studio(t, {}, { events: true });
  const file = path.join(folder, 'personas/claire.yaml');
  const before = readFileSync(file, 'utf8').split('\n');
  await page.locator('#persona-claire').click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Name').fill('Clara, 39');
  await panel.getByLabel('Name').press('Enter');
  await page.locator('#persona-claire', { hasText: 'Clara, 39' }).waitFor();
  const after = readFileSync(file, 'utf8').split('\n');
  assert.equal(after.length, before.length);
  assert.deepEqual(after.map((line, i) => (line === before[i] ? '' : line)).filter(Boolean), [before.find((line) => line.startsWith('name:')).replace(/en: [^}]*/, 'en: "Clara, 39"')]);
  const segment = panel.getByLabel('The customers it stands for');
  await segment.fill('mobile');
  await segment.press('Enter');
  await panel.getByText('A column, “=” and a value').waitFor();
  await segment.fill('platform = desktop');
  await segment.press('Enter');
  await until(() => /platform: desktop/.test(readFileSync(file, 'utf8')), 'the segment is written');
  await panel.getByLabel('Looks for').fill('Fewer things\nGood ones');
  await panel.getByLabel('Looks for').blur();
  await until(() => /Good ones/.test(readFileSync(file, 'utf8')), 'and the lines');
  assert.ok(run(['-C', folder, 'check', 'shop']).code < 2);
  assert.deepEqual(complaints, []);
});

test('a new persona joins the map, and leaves it again', { skip }, async (t) => {
  const { page, folder, text, complaints } = await studio(t);
  const panel = page.getByRole('complementary');
  await page.locator('#stage-awareness').click();
  await page.locator('.picture svg').first().click({ position: { x: 4, y: 4 } });
  await panel.getByLabel('New persona').fill('Ana, 50');
  await panel.getByLabel('New persona').press('Enter');
  await panel.getByRole('heading', { name: 'Ana, 50' }).waitFor();
  await page.locator('#persona-ana_50', { hasText: 'Ana, 50' }).waitFor();
  assert.match(text(), /^personas: \[claire, hugo, ana_50\]$/m);
  assert.match(readFileSync(path.join(folder, 'personas/ana_50.yaml'), 'utf8'), /^name: "?Ana, 50"?$/m);
  await panel.getByRole('button', { name: 'Take off this map' }).click();
  await page.locator('#persona-ana_50').waitFor({ state: 'detached' });
  assert.match(text(), /^personas: \[claire, hugo\]$/m);
  assert.ok(existsSync(path.join(folder, 'personas/ana_50.yaml')), 'its file stays');
  assert.deepEqual(complaints, []);
});
