// The analyst's questions in the studio: what is shown is what the command line says; lists, exports, languages, keyboard.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { noBrowser, openPage } from './browser.mjs';
import { json, run, workspace } from './program.mjs';
import { serve } from './server.mjs';
import { lensOf } from './studio.mjs';

const skip = noBrowser;

async function analyse(t, options = {}, { events = true } = {}) {
  const folder = workspace(t, 'shop');
  if (events) assert.equal(run(['-C', folder, 'simulate', 'shop', '--customers', '600', '--seed', '3', '--import']).code, 0);
  const { url } = await serve(t, folder);
  const opened = await openPage(t, new URL('/shop/analyse', url).href, options);
  const settled = () => opened.page.locator('.answer[aria-busy=false] svg[role=group]').waitFor();
  return { ...opened, folder, url, settled };
}

// The rows of the table that is shown, as texts.
const rowsOf = (page) => page.locator('.sheet tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
const number = (text) => Number(text.replace(/[^\d]/g, ''));

async function downloaded(page, kind) {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: kind }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('the flow speaks first, and its table is what the command says', { skip }, async (t) => {
  const { page, folder, settled, complaints } = await analyse(t);
  await settled();
  await page.getByRole('heading', { level: 1, name: 'is the first contact of' }).waitFor();
  await page.getByText('what leads where').click();
  await page.getByRole('heading', { level: 1, name: 'Most often' }).waitFor();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const said = json(['-C', folder, 'flow', '--map', 'shop', '--collapse']);
  const rows = await rowsOf(page);
  assert.equal(rows.length, said.edges.length + said.starts.length + 2 * said.ends.length);
  assert.deepEqual(rows.slice(0, 5).map((row) => number(row[2])), said.edges.slice(0, 5).map((edge) => edge.moves));
  await page.getByText('stages', { exact: true }).click();
  const stages = json(['-C', folder, 'flow', '--map', 'shop', '--collapse', '--nodes', 'stage']);
  await page.locator('.sheet tbody tr').nth(stages.edges.length + stages.starts.length + 2 * stages.ends.length - 1).waitFor();
  assert.deepEqual(complaints, []);
});

test('a funnel, its segment, the customers behind a step, and one of them', { skip }, async (t) => {
  const { page, folder, settled, complaints } = await analyse(t);
  await settled();
  await page.getByRole('button', { name: 'Funnel', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'go as far as' }).waitFor();
  const steps = await page.locator('select[id^=funnel-step]').evaluateAll((all) => all.map((one) => one.value));
  assert.equal(steps.at(-1), 'order');
  await lensOf(page).pick('All customers', 'mobile');
  const said = json(['-C', folder, 'funnel', ...steps, '--map', 'shop', '--where', 'platform=mobile', '--list']).steps;
  const shown = (n) => new Intl.NumberFormat('en-GB').format(n);
  await page.locator('.sheet text', { hasText: new RegExp(`^${shown(said[0].count)}$`) }).first().waitFor();
  await page.getByRole('button', { name: 'Take', exact: false }).first().waitFor();
  const second = page.getByRole('button', { name: 'See the customers who stop at' }).nth(1);
  await second.focus();
  await page.keyboard.press('Enter');
  await page.getByText(`${shown(said[1].customers.length)} customers`, { exact: true }).waitFor();
  await page.getByRole('button', { name: said[1].customers[0] }).click();
  const held = json(['-C', folder, 'customer', said[1].customers[0]]);
  await page.getByRole('heading', { level: 1, name: `${held.events.length} event` }).waitFor();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  assert.deepEqual((await rowsOf(page)).map((row) => row[1]), held.events.map((event) => event.event));
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'go as far as' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('a comparison says what is surely different, a breakdown who goes how far', { skip }, async (t) => {
  const { page, folder, settled, complaints } = await analyse(t);
  await settled();
  await page.getByRole('button', { name: 'Funnel', exact: true }).click();
  const lens = lensOf(page);
  await lens.pick('All customers', 'mobile');
  await lens.pick('Compare with…', 'desktop');
  await page.getByRole('region', { name: 'Comparison' }).getByText(/a real difference|may be chance/).first().waitFor();
  assert.match(page.url(), /view=funnel&.*where=platform%3Dmobile&against=platform%3Ddesktop/);
  await lens.bar.getByRole('button', { name: 'Back to all' }).click();
  await page.getByLabel('Break down by').selectOption('platform');
  const steps = await page.locator('select[id^=funnel-step]').evaluateAll((all) => all.map((one) => one.value));
  const said = json(['-C', folder, 'funnel', ...steps, '--map', 'shop', '--by', 'platform']).segments;
  const down = page.getByRole('region', { name: 'by platform' }).locator('li');
  await down.nth(said.length - 1).waitFor();
  assert.equal(await down.count(), said.length);
  assert.ok((await down.first().textContent()).includes(`n\u00a0${said[0].steps[0].count}`));
  assert.deepEqual(complaints, []);
});

test('the table and the picture leave as files', { skip }, async (t) => {
  const { page, folder, settled, complaints } = await analyse(t);
  await settled();
  await page.getByRole('button', { name: 'Paths', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'The most frequent path' }).waitFor();
  await settled();
  const csv = await downloaded(page, 'Table (CSV)');
  const lines = csv.bytes.toString('utf8').trim().split('\n');
  assert.equal(csv.name, 'shop-variants.csv');
  assert.equal(lines[0], 'path,count,share,share_low,share_high,share_n,open');
  const said = json(['-C', folder, 'variants', '--map', 'shop', '--collapse']).variants[0];
  assert.ok(lines[1].includes(`,${said.count},${said.share.value},`), lines[1]);
  const svg = await downloaded(page, 'Picture (SVG)');
  assert.match(svg.bytes.toString('utf8'), /^<svg[\s\S]*The most frequent path[\s\S]*<\/svg>$/);
  const png = await downloaded(page, 'Picture (PNG)');
  assert.deepEqual([...png.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.ok(png.bytes.length > 20_000);
  assert.deepEqual(complaints, []);
});

test('every question in French, in the dark, on a tablet', { skip }, async (t) => {
  const { page, settled, complaints } = await analyse(t, { locale: 'fr-FR', colorScheme: 'dark', width: 820, height: 1180 });
  for (const name of ['Enchaînements', 'Chemins', 'Tunnel', 'Canaux', 'Fidélité']) {
    await page.getByRole('button', { name, exact: true }).click();
    await settled();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${name} fits the width`);
  }
  await page.getByRole('button', { name: 'Un client', exact: true }).click();
  await page.getByText('Choisissez un client dans la liste').waitFor();
  await page.getByLabel('Chercher un client').fill('personne@nulle.part');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'personne@nulle.part' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('without events it says what to bring', { skip }, async (t) => {
  const { page, complaints } = await analyse(t, {}, { events: false });
  await page.getByRole('heading', { name: 'There are no events to analyse yet.' }).waitFor();
  await page.getByRole('button', { name: 'Bring data in' }).click();
  await page.getByText('Bring in what you already know').waitFor();
  assert.deepEqual(complaints, []);
});
