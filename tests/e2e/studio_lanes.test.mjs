// A lane of one's own in the studio: begun, written in, hidden, taken away with what it holds.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { run } from './program.mjs';
import { studio, until } from './studio.mjs';

test('a lane of one’s own', { skip }, async (t) => {
  const { page, folder, text, complaints } = await studio(t);
  const before = text();
  const panel = page.getByRole('complementary');
  const theMap = async () => {
    await page.locator('#stage-awareness').click();
    await page.locator('.picture svg').first().click({ position: { x: 4, y: 4 } });
  };
  await theMap();
  await panel.getByText('Your own lanes').click();
  await panel.getByLabel('New lane').fill('Legal');
  await panel.getByLabel('New lane').press('Enter');
  await until(() => /id: legal/.test(text()), 'the map has it');
  await page.locator('#tp-cart').click();
  await panel.getByLabel('Legal').fill('Nothing is charged before the order\nStock is held for an hour');
  await panel.getByLabel('Legal').blur();
  await page.locator('#legal-cart', { hasText: 'Nothing is charged' }).waitFor();
  await page.locator('#legal-cart-2', { hasText: 'Stock is held' }).waitFor();
  await page.locator('#legal-cart').dblclick();
  await page.getByLabel('The text').fill('Nothing is owed before the order');
  await page.keyboard.press('Enter');
  await page.locator('#legal-cart', { hasText: 'Nothing is owed' }).waitFor();
  assert.ok(run(['-C', folder, 'check', 'shop']).code < 2);
  await page.getByRole('toolbar').getByRole('button', { name: 'Lanes' }).click();
  await page.getByRole('checkbox', { name: 'Legal' }).uncheck();
  await page.locator('#legal-cart').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await theMap();
  if (!(await panel.getByLabel('New lane').isVisible())) await panel.getByText('Your own lanes').click();
  await panel.getByRole('button', { name: /Take away the lane Legal/ }).click();
  await until(() => !/legal/.test(text()), 'and all that stood in it is gone');
  assert.equal(text().trim(), before.trim());
  assert.deepEqual(complaints, []);
});
