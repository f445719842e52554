// Links: a workshop spoken into from two phones while the big screen follows; a map shared with a passcode, then withdrawn.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip, openPage } from './browser.mjs';
import { json, workFolder } from './program.mjs';
import { studio, until } from './studio.mjs';

const noZbar = spawnSync('zbarimg', ['--version']).error ? 'zbarimg is not installed (apt install zbar-tools)' : false;
const phone = { width: 360, height: 740, first: 'header' };

async function made(page, kind, { passcode = '', teams = '', name }) {
  const form = page.getByRole('form', { name: kind });
  await form.getByLabel(/^Name/).fill(name);
  await form.getByLabel('Passcode').fill(passcode);
  if (teams) await form.getByLabel(/^Teams/).fill(teams);
  await form.getByRole('button').click();
  const card = page.getByRole('article', { name });
  await card.waitFor();
  return { card, address: await card.getByLabel('Address of the link').inputValue() };
}

// A phone that came by the link and speaks for the team.
async function speaker(t, address, team) {
  const { page, complaints } = await openPage(t, address, phone);
  await page.getByRole('radio', { name: team }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Saved').waitFor();
  const card = (name) => page.getByRole('article', { name });
  return {
    page,
    complaints,
    // The face is tapped where a finger taps it, once it stands still and nothing lies over it.
    feels: (name, face) => card(name).getByRole('radio', { name: face, exact: true }).check(),
    // The same where the page may be gone a moment later.
    taps: (name, face) => card(name).getByRole('radio', { name: face, exact: true }).click(),
    async writes(name, kind, words) {
      await card(name).getByRole('button', { name: kind }).click();
      await card(name).getByRole('textbox', { name: kind }).fill(words);
    },
  };
}

test('a workshop: two teams speak from their phones, and the big screen grows without being loaded again', { skip: skip || noZbar }, async (t) => {
  const { page, folder, url, complaints } = await studio(t);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: /^Workshop link/ }).click();
  const { card, address } = await made(page, 'Workshop link', { name: 'Kick-off', teams: 'Sales team, Care team' });
  assert.match(address, /\/l\/[A-Za-z0-9_-]{24}$/);

  await card.getByRole('button', { name: 'QR code' }).click();
  const picture = path.join(workFolder(t), 'code.png');
  await card.getByRole('img').screenshot({ path: picture });
  assert.equal(execFileSync('zbarimg', ['--raw', '-q', picture], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(), address);

  await card.getByRole('button', { name: 'Big screen' }).click();
  const screen = page.getByRole('dialog', { name: 'Big screen' });
  await screen.getByText('Until the first answer').waitFor();
  await page.evaluate(() => (window.notLoadedAgain = true));

  const sales = await speaker(t, address, 'Sales team');
  const care = await speaker(t, address, 'Care team');
  await sales.feels('Adds to the cart', 'Very good');
  await screen.locator('#view-cart-sales_team').waitFor({ state: 'attached' });
  await care.feels('Adds to the cart', 'Very bad');
  await care.writes('Adds to the cart', 'Friction', 'Shipping comes too late');
  await screen.locator('#view-cart-care_team').waitFor({ state: 'attached' });
  const apart = (points) => screen.locator('#spread-cart').filter({ hasText: `${points} apart` }).waitFor({ state: 'attached' });
  await apart(4);
  await screen.locator('text').filter({ hasText: 'Friction: Shipping comes too late' }).first().waitFor();
  await screen.locator('.spoken').getByText('2', { exact: true }).waitFor();

  const told = json(['-C', folder, 'views', 'shop']).touchpoints.find((touchpoint) => touchpoint.id === 'cart');
  assert.equal(told.views.find((view) => view.team === 'Sales team').emotion, 2);
  assert.equal(told.views.find((view) => view.team === 'Care team').emotion, -2);

  // What was said is changed from the same phone, after it was put away.
  await sales.page.reload();
  assert.ok(await sales.page.getByRole('article', { name: 'Adds to the cart' }).getByRole('radio', { name: 'Very good', exact: true }).isChecked());
  await sales.feels('Adds to the cart', 'Neutral');
  await apart(2);

  // And what does not belong there is taken out.
  await screen.getByRole('button', { name: 'All that is said' }).click();
  await screen.getByRole('button', { name: 'Take out what this person said (Care team)' }).click();
  await screen.getByRole('button', { name: 'Take these words out' }).click();
  await until(() => json(['-C', folder, 'views', 'shop']).teams.every((team) => team !== 'Care team'), 'the views of a person taken out');
  assert.equal(await page.evaluate(() => window.notLoadedAgain), true);

  await page.keyboard.press('Escape');
  await page.getByRole('article', { name: 'Kick-off' }).getByRole('button', { name: 'Withdraw the link Kick-off' }).click();
  await page.getByRole('button', { name: 'Withdraw the link', exact: true }).click();
  await page.getByText('1 link ended or withdrawn').waitFor();
  await sales.taps('Adds to the cart', 'Bad');
  await sales.page.getByRole('heading', { name: 'This link is not open any more' }).waitFor();
  assert.match(readFileSync(path.join(folder, 'views/shop/workshop-sales_team.yaml'), 'utf8'), /emotion: 0 {2}# 1: 0/);
  assert.equal((await fetch(`${url}/api/links/${address.split('/').pop()}`.replace(/([^:])\/\//, '$1/'))).status, 404);
  assert.deepEqual([complaints, sales.complaints, care.complaints], [[], [], []]);
});

test('a map shared with a passcode, whole and stage by stage; withdrawn, the link leads nowhere', { skip }, async (t) => {
  const { page } = await studio(t, {}, { events: true });
  await page.goto(page.url().replace(/map$/, 'links'));
  const { card, address } = await made(page, 'Reading link', { name: 'Board', passcode: 'linen-42' });
  const ready = page.getByText('The link is ready, below. Keep the passcode in mind: it is shown nowhere.');
  await ready.waitFor();
  const guest = await openPage(t, address, { first: 'header' });
  await guest.page.locator('#passcode:focus').waitFor();
  await guest.page.keyboard.type('linen-43');
  await guest.page.keyboard.press('Enter');
  await guest.page.getByRole('alert').filter({ hasText: 'This is not the passcode.' }).waitFor();
  assert.equal(await guest.page.locator('svg [id^=tp-]').count(), 0);
  await guest.page.getByLabel('Passcode').fill('linen-42');
  await guest.page.getByRole('button', { name: 'Enter' }).click();
  await guest.page.locator('#tp-cart').waitFor();
  await guest.page.getByRole('button', { name: 'Decision', exact: true }).click();
  await until(async () => (await guest.page.locator('#stage-awareness').count()) === 0, 'one stage alone');
  await guest.page.getByRole('button', { name: 'Present', exact: true }).click();
  const slides = guest.page.getByRole('dialog', { name: 'Present' });
  await slides.getByText('1 / 6').waitFor();
  await guest.page.keyboard.press('ArrowRight');
  await slides.getByText('2 / 6').waitFor();
  await guest.page.keyboard.press('Escape');
  const [file] = await Promise.all([guest.page.waitForEvent('download'), guest.page.getByRole('button', { name: 'Keep the page' }).click()]);
  assert.match(readFileSync(await file.path(), 'utf8'), /<!doctype html>/i);

  await card.getByRole('button', { name: 'Withdraw the link Board' }).click();
  await page.getByRole('button', { name: 'Withdraw the link', exact: true }).click();
  await page.getByText('1 link ended or withdrawn').waitFor();
  assert.equal(await ready.count(), 0, 'it is not said to be ready any more');
  await guest.page.reload();
  await guest.page.getByRole('heading', { name: 'This link is not open any more' }).waitFor();
  assert.deepEqual(guest.complaints, []);
});
