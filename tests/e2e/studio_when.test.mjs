// When and how, in the panel: a stage's dates and contents, the map's own day, what a friction is expected to cost.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { run } from './program.mjs';
import { studio, until } from './studio.mjs';

test('a stage is dated in the panel, and stands in the calendar', { skip }, async (t) => {
  const { page, folder, text, complaints } = await studio(t);
  const panel = page.getByRole('complementary');
  const holds = (words) => until(() => words.test(text()), `the file says ${words}`);
  await page.locator('#stage-awareness').click();
  assert.equal(await panel.getByLabel('When', { exact: true }).locator('option', { hasText: 'target date' }).count(), 0, 'not before a day that nobody named');
  await panel.getByLabel('When', { exact: true }).selectOption('on a date');
  await panel.getByLabel('From').fill('2027-01-04');
  await panel.getByLabel('From').press('Enter');
  await holds(/start: 2027-01-04/);
  await panel.getByLabel('How long it lasts').fill('soon');
  await panel.getByLabel('How long it lasts').press('Enter');
  await panel.getByText('A number and a unit: 10 days, 48 h, 2 weeks.').waitFor();
  assert.doesNotMatch(text(), /lasts/);
  await panel.getByLabel('How long it lasts').fill('10 days');
  await panel.getByLabel('How long it lasts').press('Enter');
  await holds(/lasts: 10d/);
  await panel.getByLabel('New content').fill('Linen, from the field on');
  await panel.getByLabel('New content').press('Enter');
  await holds(/Linen, from the field on/);
  await panel.getByRole('group').or(panel).getByLabel('Preparation').last().fill('2 weeks');
  await panel.getByLabel('Preparation').last().press('Enter');
  await holds(/lead_time: 2w/);

  await page.locator('#title, .picture svg').first().click({ position: { x: 4, y: 4 } });
  await panel.getByText('Dates and state').click();
  await panel.getByLabel('Target date').fill('2027-02-14');
  await panel.getByLabel('Target date').press('Enter');
  await holds(/target_date: 2027-02-14/);
  await page.locator('#stage-consideration').click();
  await panel.getByLabel('When', { exact: true }).selectOption('before the map’s target date');
  await panel.getByLabel('How long before').fill('20');
  await panel.getByLabel('How long before').press('Enter');
  await holds(/before_target: 20d/);
  await page.getByRole('button', { name: 'Calendar', exact: true }).click();
  await page.locator('#plan-awareness').filter({ hasNotText: 'no date' }).waitFor();
  const plan = JSON.parse(run(['-C', folder, '--json', 'plan', 'shop']).out);
  assert.deepEqual(plan.stages.slice(0, 2).map(({ id, from }) => [id, from.earliest]), [['awareness', '2027-01-04'], ['consideration', '2027-01-25']]);
  assert.deepEqual(complaints, []);
});

test('what a friction is expected to cost is typed as a percentage, and taken back', { skip }, async (t) => {
  const { page, text, complaints } = await studio(t);
  const before = text();
  await page.locator('#tp-payment').click();
  const field = page.getByRole('complementary').getByLabel('Expected drop-off here, in %');
  assert.equal(await field.inputValue(), '15');
  await field.fill('a lot');
  await field.press('Enter');
  await page.getByText('A number from 0 to 100.').waitFor();
  assert.equal(text(), before);
  await field.fill('12.5 %');
  await field.press('Enter');
  await until(() => /drop_off: 0.125/.test(text()), 'it is written as a share');
  await field.fill('');
  await field.press('Enter');
  await until(() => !/drop_off: 0.125/.test(text()) && !/expect: *(\{\}|null)/.test(text()), 'nothing is left of it');
  assert.deepEqual(complaints, []);
});
