// Which kind of customer loses most, and when: the studio's answer, held to that of the command line.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { json } from './program.mjs';
import { lensOf, studio, until } from './studio.mjs';

test('by kind of customer: the sentence, the segments, one narrowed to, another set beside it', { skip }, async (t) => {
  const { page, folder, complaints } = await studio(t, {}, { events: true });
  const told = json(['-C', folder, '--lang', 'en', 'measure', 'shop', '--by', 'platform']);
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  const kinds = page.getByRole('region', { name: 'By kind of customer' });
  await kinds.getByLabel('By', { exact: true }).selectOption('platform');
  await kinds.getByText(told.segments_say).waitFor();
  assert.equal(await kinds.locator('tbody tr').count(), told.segments.length);
  for (const segment of told.segments) {
    const row = kinds.locator('tbody tr').filter({ hasText: segment.value });
    await row.filter({ hasText: String(segment.customers) }).filter({ hasText: `n = ${segment.conversion.n}` }).waitFor();
  }
  const [first, second] = [...told.segments].sort((a, b) => b.customers - a.customers).map((segment) => segment.value);
  assert.equal(told.segments.length, 2);
  const differing = await kinds.locator('li strong').allTextContents();
  assert.ok(differing.length > 1 && differing.every((name) => name === differing[0]), differing.join(', '));
  await kinds.locator('tbody tr').filter({ hasText: first }).getByRole('button', { name: 'Only these' }).click();
  const { bar, pick } = lensOf(page);
  await bar.getByRole('button', { name: first }).waitFor();
  await kinds.getByRole('button', { name: `Compare with ${second}` }).click();
  await kinds.getByRole('heading', { level: 3, name: `platform: ${first}, against platform: ${second}` }).waitFor();
  const beside = json(['-C', folder, '--lang', 'en', 'measure', 'shop', '--where', `platform=${first}`, '--against', `platform=${second}`]);
  for (const sentence of beside.against_says) await kinds.getByText(sentence.replaceAll('platform=', 'platform: ')).first().waitFor();
  await pick(first, 'All customers');
  await kinds.locator('tbody tr').filter({ hasText: second }).waitFor();
  assert.deepEqual(complaints, []);
});

test('the map seen through a kind of customer, beside another: picture, panel and address say the same', { skip }, async (t) => {
  const { page, folder, complaints } = await studio(t, {}, { events: true });
  const scope = ['--where', 'platform=mobile', '--against', 'platform=desktop'];
  const told = json(['-C', folder, '--lang', 'en', 'measure', 'shop', ...scope]);
  const lens = lensOf(page);
  await lens.pick('All customers', 'mobile');
  await page.locator('.picture').getByText('Only platform=mobile', { exact: true }).first().waitFor();
  await lens.pick('Compare with…', 'desktop');
  await page.locator('#tp-cart').click();
  const panel = page.getByRole('complementary');
  const cart = told.stages.flatMap((stage) => stage.touchpoints).find((touchpoint) => touchpoint.id === 'cart');
  await panel.getByText(`${cart.drop_off.count} journeys lost of ${cart.drop_off.n} closed`).waitFor();
  const row = told.against.find((known) => known.touchpoint === 'cart');
  await panel.getByText(`platform=desktop: ${Math.round(row.there.value * 100)}%, n = ${row.there.n}.`).waitFor();
  assert.match(page.url(), /where=platform%3Dmobile&against=platform%3Ddesktop/);
  await page.reload();
  await page.locator('.picture').getByText('Only platform=mobile', { exact: true }).first().waitFor();
  await lens.bar.getByRole('button', { name: 'Back to all' }).click();
  await page.locator('.picture').getByText('Only platform=mobile', { exact: true }).first().waitFor({ state: 'detached' });
  assert.doesNotMatch(page.url(), /where/);
  await lens.pick('All dates', 'The data’s last 90 days');
  await lens.pick('Compare with…', /^The period before/);
  await page.locator('#tp-cart').click();
  await panel.getByText(/Difference [+−]\d+\.\d points/).waitFor();
  assert.deepEqual(complaints, []);
});

test('two periods side by side; dates that will not do are refused in words', { skip }, async (t) => {
  const { page } = await studio(t, { locale: 'fr-FR' }, { events: true });
  await page.getByRole('button', { name: 'Constats', exact: true }).click();
  const kinds = page.getByRole('region', { name: 'Par type de client' });
  const { bar, open } = lensOf(page);
  const period = await open('Toute la période');
  await period.getByLabel('Depuis le', { exact: true }).fill('2026-06-01');
  await period.getByLabel('Jusqu’au', { exact: true }).fill('2026-11-22');
  await kinds.getByText('atteignent l’objectif').first().waitFor();
  const before = await open('Comparer à…');
  await before.getByLabel('Depuis le', { exact: true }).fill('2025-12-01');
  await before.getByLabel('Jusqu’au', { exact: true }).fill('2026-05-31');
  await kinds.getByRole('heading', { level: 3 }).filter({ hasText: 'comparé à' }).waitFor();
  await (await open(/22 nov\. 2026$/)).getByLabel('Depuis le', { exact: true }).fill('2027-06-01');
  await kinds.getByRole('alert').filter({ hasText: /./ }).waitFor();
  await bar.getByRole('button', { name: 'Revenir à l’ensemble' }).click();
  await kinds.getByText('Choisissez un critère').waitFor();
});

test('a touchpoint opened says where customers come from, where they go, and who it loses', { skip }, async (t) => {
  const { page, folder } = await studio(t, {}, { events: true });
  const told = json(['-C', folder, '--lang', 'en', 'measure', 'shop', '--by', 'platform']);
  const most = told.arrows.filter((arrow) => arrow.to === 'cart' && arrow.from !== 'cart').sort((a, b) => b.count - a.count)[0];
  await page.locator('#tp-cart').click();
  const panel = page.getByRole('complementary');
  await panel.getByText('Where they come from, where they go').click();
  await panel.getByRole('heading', { name: 'Come from', exact: true }).waitFor();
  await panel.locator('li button').filter({ hasText: String(most.count) }).first().click();
  const direct = json(['-C', folder, '--lang', 'en', 'funnel', most.from, 'cart', '--map', 'shop', '--strict']).steps[1].share_of_first;
  await panel.getByText(`${direct.count} of ${direct.n} customers who come by`).waitFor();
  await panel.getByText('Definition').click();
  await panel.getByText(told.definitions.arrow_count.definition).waitFor();
  await panel.getByRole('button', { name: 'Adds to the cart', exact: true }).click();
  await panel.getByText('By channel and by kind of customer').click();
  await panel.getByLabel('Drop-off here, by').selectOption('platform');
  for (const segment of told.segments) {
    const place = segment.stages.flatMap((stage) => stage.touchpoints).find((touchpoint) => touchpoint.id === 'cart');
    await panel.locator('li').filter({ hasText: segment.value }).filter({ hasText: `n = ${place.drop_off.n}` }).waitFor();
  }
  await until(async () => (await panel.getByText(told.definitions.to_goal.name).count()) > 0, 'the share that reaches the goal');
});
