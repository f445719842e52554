// The address keeps what is looked at: a link sent to a colleague opens the same view, and the browser's buttons go back and forward.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { lensOf, studio, until } from './studio.mjs';

const search = (page) => page.evaluate(() => location.search);

test('Analyse: the question, the segment and the comparison are in the address', { skip }, async (t) => {
  const { page, url, complaints } = await studio(t, {}, { events: true });
  await page.getByRole('button', { name: 'Analyse', exact: true }).click();
  await until(async () => (await search(page)) === '?view=flow', 'the usual question');
  await page.getByRole('button', { name: 'Funnel', exact: true }).click();
  await page.locator('.answer[aria-busy=false]').waitFor();
  await page.getByLabel('Break down by').selectOption('platform');
  await page.getByRole('heading', { name: 'To the last step, by platform' }).waitFor();
  const before = await search(page);
  assert.equal(before, '?view=funnel&by=platform');
  const lens = lensOf(page);
  await (await lens.open('All dates')).getByLabel('Since', { exact: true }).fill('2026-01-01');
  await until(async () => (await search(page)) === '?view=funnel&since=2026-01-01&by=platform', 'a period');
  await page.keyboard.press('Escape');
  await page.goBack();
  await lens.bar.getByRole('button', { name: 'All dates' }).waitFor();
  await page.goForward();
  await lens.bar.getByRole('button', { name: 'From 1 Jan 2026' }).waitFor();
  const link = `${url.replace(/\/$/, '')}/shop/analyse${await search(page)}`;
  const colleague = await page.context().newPage();
  await colleague.goto(link);
  await colleague.getByRole('heading', { name: 'To the last step, by platform' }).waitFor();
  const said = (one) => one.getByRole('heading', { level: 1 }).textContent();
  await until(async () => (await said(colleague)) === (await said(page)), 'the same sentence');
  assert.equal(await search(colleague), new URL(link).search);
  assert.deepEqual(complaints, []);
});

test('Findings: the kind of customer, the period and the comparison are in the address', { skip }, async (t) => {
  const { page, url, complaints } = await studio(t, {}, { events: true });
  await page.goto(`${url.replace(/\/$/, '')}/shop/findings?where=platform%3Dmobile&against=platform%3Ddesktop`);
  await page.getByRole('heading', { level: 3, name: 'platform: mobile, against platform: desktop' }).waitFor();
  const lens = lensOf(page);
  await lens.bar.getByRole('button', { name: 'Against Claire, 38 (desktop)' }).waitFor();
  await lens.pick('Hugo, 26 (mobile)', 'All customers');
  await until(async () => (await search(page)) === '?against=platform%3Ddesktop', 'of all customers');
  await page.goBack();
  await lens.bar.getByRole('button', { name: 'Hugo, 26 (mobile)', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Analyse', exact: true }).click();
  await until(async () => (await search(page)) === '?view=flow&where=platform%3Dmobile&against=platform%3Ddesktop', 'the same in another place');
  assert.deepEqual(complaints, []);
});

test('a stage opens another map, and the pictures of all maps are two clicks away', { skip }, async (t) => {
  const { page, text, complaints } = await studio(t);
  await page.getByRole('button', { name: 'New map' }).click();
  await page.getByRole('radio', { name: /Saint-Valentin|Valentine/ }).check({ force: true });
  await page.getByRole('button', { name: 'Take this template' }).click();
  await page.locator('.picture [id^="tp-"]').first().waitFor();
  const other = await page.evaluate(() => decodeURIComponent(location.pathname.split('/')[1]));
  await page.locator('header [aria-haspopup]').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Buying bed linen online' }).click();
  await page.locator('.picture #stage-decision').click();
  await page.getByLabel('Map that goes into detail').selectOption(other);
  await until(() => text().includes(`opens: ${other}`), 'in the file');
  await page.getByRole('button', { name: 'Open that map' }).click();
  await until(() => page.evaluate((id) => location.pathname === `/${id}/map`, other), 'there');
  await page.locator('header [aria-haspopup]').first().click();
  await page.getByRole('button', { name: 'All maps', exact: true }).click();
  await page.locator('.sheet #map-shop').click();
  await page.locator('.picture #tp-cart').waitFor();
  assert.deepEqual(complaints, []);
});
