// What the data are worth, and events that nothing claims: said as the command line counts them, and given to a touchpoint in one choice.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { json } from './program.mjs';
import { studio, until } from './studio.mjs';

const measured = (folder) => json(['-C', folder, '--lang', 'en', 'measure', 'shop']);
const fact = async (page, name) => (await page.getByRole('region', { name: 'Quality of the data' }).locator('dl div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd').allInnerTexts()).join(' · ');

test('the quality of the data is what imports and measure say', { skip }, async (t) => {
  const { page, folder, complaints } = await studio(t, {}, { events: true });
  const told = measured(folder);
  const [record] = json(['-C', folder, 'imports']).imports;
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('region', { name: 'Quality of the data' }).getByText('Covered by the map').waitFor();
  const count = (n) => new Intl.NumberFormat('en-GB').format(n);
  assert.equal(await fact(page, 'Events'), `${count(told.events)} · of ${count(told.customers_in_scope)} customers`);
  assert.equal(await fact(page, 'Identities joined'), `${count(told.coverage.identities_joined)} · of ${count(told.coverage.identities)}; that leaves ${count(told.customers_in_scope)} customers`);
  assert.equal(await fact(page, 'Rows left out'), `${count(record.duplicates + record.rejected)} · ${count(record.duplicates)} duplicates, ${record.rejected} rejected, 0 erased`);
  assert.match(await fact(page, 'Where they come from'), /^synthetic/);
  assert.equal(await fact(page, 'Covered by the map'), `${Math.round(told.coverage.value * 100)}% · ${count(told.coverage.count)} events of ${count(told.coverage.n)} claimed by a touchpoint`);
  const year = told.period.last.slice(0, 4);
  assert.ok((await fact(page, 'Period')).includes(year));
  assert.deepEqual(complaints, []);
});

test('an unclaimed event is given to a touchpoint, then taken back, then gets a touchpoint of its own', { skip }, async (t) => {
  const { page, folder, text, complaints } = await studio(t, {}, { events: true });
  const before = text();
  const told = measured(folder).coverage;
  const [{ event, count }] = told.unclaimed;
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  const section = page.locator('section[aria-labelledby=unclaimed]');
  const row = section.getByRole('listitem').filter({ hasText: event });
  await row.getByText(`${count} of`).waitFor();
  await row.getByRole('button', { name: 'Add to…' }).click();
  await section.getByRole('dialog').getByRole('button', { name: 'Adds to the cart', exact: true }).click();
  await section.getByRole('status').filter({ hasText: 'now counts at Adds to the cart' }).waitFor();
  await until(() => text() !== before, 'the rule in the file');
  const changed = text().split('\n').filter((line, i) => line !== before.split('\n')[i]);
  assert.ok(changed.every((line) => line.includes(event)), `only the rule has changed: ${changed.join('\n')}`);
  const after = measured(folder).coverage;
  assert.equal(after.count, told.count + count, 'these events are claimed now');
  assert.ok(!after.unclaimed.some((known) => known.event === event));
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await until(() => text() === before, 'the file as it was');
  await row.getByRole('button', { name: 'Add to…' }).click();
  await section.getByRole('dialog').getByRole('button', { name: /^New, in Decision/ }).click();
  await section.getByRole('status').getByRole('button', { name: 'See it on the map' }).click();
  const name = event.charAt(0).toUpperCase() + event.slice(1);
  await page.getByRole('complementary').getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('complementary').getByText(new RegExp(`${count}\\s*events|customers`)).first().waitFor();
  assert.match(text(), new RegExp(`match: \\{event: ${event}\\}|event: ${event}`));
  assert.deepEqual(measured(folder).coverage.unclaimed, []);
  assert.deepEqual(complaints, []);
});

test('an import of which the map knows little says how much, and leads to the rest', { skip }, async (t) => {
  const { page, complaints } = await studio(t);
  const rows = ['customer,time,event'];
  for (let i = 0; i < 40; ++i) rows.push(`c${i},2026-10-${10 + (i % 18)} 10:00,${i < 10 ? 'add_to_cart' : 'scroll'}`);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'seen.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n') + '\n') });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('25% of the events find their touchpoint on this map.').waitFor();
  await page.getByRole('button', { name: 'Attach the others' }).click();
  await until(() => page.evaluate(() => document.activeElement?.id === 'unclaimed'), 'the keyboard is there');
  assert.deepEqual(complaints, []);
});
