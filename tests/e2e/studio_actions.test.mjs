// The actions as a list: sorted, changed where they stand, by keyboard too; the figures are those of the command line.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { json } from './program.mjs';
import { studio, until } from './studio.mjs';

async function listed(page, place = 'Actions', way = 'List') {
  await page.getByRole('button', { name: place, exact: true }).click();
  await page.getByRole('button', { name: way, exact: true }).click();
  const table = page.getByRole('table');
  await table.waitFor();
  return table;
}
const texts = (table) => table.locator('tbody th textarea').evaluateAll((all) => all.map((one) => one.value));

test('the list is ranked as measured, says what is at stake, and is sorted by its heads', { skip }, async (t) => {
  const { page, folder, complaints } = await studio(t, {}, { events: true });
  const told = json(['-C', folder, '--lang', 'en', 'measure', 'shop']);
  const table = await listed(page);
  assert.match(page.url(), /as=list/);
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const best = told.actions[0];
  await table.getByText(money.format(best.may_gain.value), { exact: true }).first().waitFor();
  await until(async () => (await table.locator('tbody tr').count()) === told.actions.length, 'a row for each action');
  const shown = await table.locator('tbody tr td.number').allInnerTexts();
  for (const [i, action] of told.actions.entries())
    if (action.may_gain && Math.abs(action.may_gain.value) >= 100) assert.ok(shown[i].includes(money.format(action.may_gain.value)) && shown[i].includes(`n = ${action.may_gain.n}`), `${action.id}: ${shown[i]}`);
  const byRank = await texts(table);
  const due = table.getByRole('columnheader', { name: 'Due' });
  await due.getByRole('button').click();
  assert.equal(await due.getAttribute('aria-sort'), 'ascending');
  assert.equal((await texts(table))[0], 'Shipping shown on the product page, free from €80');
  await due.getByRole('button').click();
  assert.equal(await due.getAttribute('aria-sort'), 'descending');
  assert.equal((await texts(table))[0], 'One thread per customer, from chat to phone');
  await due.getByRole('button').click();
  assert.equal(await due.getAttribute('aria-sort'), 'none');
  assert.deepEqual(await texts(table), byRank);
  assert.deepEqual(complaints, []);
});

test('a cell changed is a line changed, the keyboard stays there; undo gives the file back', { skip }, async (t) => {
  const { page, text, complaints } = await studio(t);
  const before = text();
  const table = await listed(page);
  const action = 'Three samples for €3, refunded';
  const owner = table.getByLabel(`Owner: ${action}`);
  await owner.fill('Nour');
  await owner.press('Enter');
  await until(() => /colour_samples.*owner: Nour/.test(text()), 'the owner in the file');
  assert.equal(await owner.evaluate((element) => element === document.activeElement), true);
  await table.getByLabel(`Effort: ${action}`).selectOption('5');
  await until(() => /colour_samples.*effort: 5/.test(text()), 'the effort in the file');
  await table.getByLabel(`Progress: ${action}`).selectOption({ label: 'dropped' });
  await until(() => /colour_samples.*status: dropped/.test(text()), 'the state in the file');
  await table.getByLabel(`Due: ${action}`).fill('2027-04-02');
  await table.getByLabel(`Due: ${action}`).press('Tab');
  await until(() => /colour_samples.*due: 2027-04-02/.test(text()), 'the date in the file');
  for (const old of before.split('\n')) if (!old.includes('colour_samples')) assert.ok(text().split('\n').includes(old), old);
  for (let n = 0; n < 4; ++n) {
    const steps = text();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await until(() => text() !== steps, 'one step back');
  }
  assert.equal(text(), before);
  assert.deepEqual(complaints, []);
});

test('the importance is said of the touchpoint; an action is added and removed; its friction leads to the map', { skip }, async (t) => {
  const { page, text } = await studio(t, { locale: 'fr-FR' });
  const table = await listed(page, 'Actions', 'Liste');
  const action = 'Rembourser dès le scan du colis';
  await table.getByLabel(`Importance\u00a0: ${action}`).selectOption('2');
  await until(() => /id: (refund|return_item)[^]*?importance: 2/.test(text()), 'the importance of the touchpoint in the file');
  const rows = await table.locator('tbody tr').count();
  await page.getByLabel('Nouvelle action').fill('Un numéro vert');
  await page.getByLabel('Nouvelle action').press('Enter');
  await until(async () => (await table.locator('tbody tr').count()) === rows + 1, 'a row more');
  assert.match(text(), /id: un_numero_vert/);
  await page.getByRole('button', { name: 'Supprimer l’action «\u00a0Un numéro vert\u00a0»' }).click();
  await until(() => !text().includes('un_numero_vert'), 'the action gone');
  const row = table.locator('tbody tr').filter({ has: page.getByLabel(`Quoi\u00a0: ${action}`) });
  await row.locator('button.link').click();
  await page.getByRole('complementary').waitFor();
  assert.match(page.url(), /\/map/);
});
