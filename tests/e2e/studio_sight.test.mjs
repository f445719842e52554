// What one works on stays in sight: a card that is moved, by keyboard or with the mouse, and the row whose menu one opens.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { studio, until } from './studio.mjs';

const inside = (page, id) =>
  page.locator('.scroller').evaluate((scroller, id) => {
    const [seen, card] = [scroller, scroller.querySelector(`#${id}`)].map((element) => element.getBoundingClientRect());
    return card.left >= seen.left - 1 && card.right <= seen.right + 1 && card.top >= seen.top - 1 && card.bottom <= seen.bottom + 1;
  }, id);

test('a touchpoint moved by keyboard is in sight where it went', { skip }, async (t) => {
  const { page, text, complaints } = await studio(t);
  const stages = ['awareness', 'consideration', 'decision', 'after_sales', 'loyalty'];
  const stageOf = (id) => stages.findLast((stage) => text().indexOf(`- id: ${stage}\n`) >= 0 && text().indexOf(`- id: ${stage}\n`) < text().search(new RegExp(`id: ${id}\\b`)));
  await page.locator('#tp-guide').click();
  for (const [key, stage] of [['Right', 'consideration'], ['Right', 'decision'], ['Right', 'after_sales'], ['Right', 'loyalty'], ['Left', 'after_sales'], ['Left', 'decision'], ['Left', 'consideration'], ['Left', 'awareness']]) {
    await page.keyboard.press(`Alt+Arrow${key}`);
    await until(() => stageOf('guide') === stage, `in ${stage}`);
    await page.locator('#tp-guide:focus').waitFor();
    await until(() => inside(page, 'tp-guide'), `in sight in ${stage}`);
  }
  assert.deepEqual(complaints, []);
});

test('a card dragged to the edge takes the map along', { skip }, async (t) => {
  const { page, text, complaints } = await studio(t);
  await page.locator('#tp-guide').click(); // the panel hides the last stage
  assert.equal(await inside(page, 'tp-nps'), false);
  const card = await page.locator('#tp-guide').boundingBox();
  const seen = await page.locator('.scroller').boundingBox();
  const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y, { steps: 3 });
  await page.mouse.move(seen.x + seen.width - 6, y, { steps: 5 });
  await until(() => inside(page, 'tp-nps'), 'the last stage comes into sight');
  const last = await page.locator('#tp-nps').boundingBox();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height, { steps: 3 });
  await page.locator('.landing').waitFor();
  await page.mouse.up();
  await until(() => text().search(/id: guide\b/) > text().indexOf('id: nps'), 'it fell into the last stage');
  await until(() => inside(page, 'tp-guide'), 'in sight');
  assert.deepEqual(complaints, []);
});

test('the menu of an event stays within the window, and neither opening it nor choosing moves the page', { skip }, async (t) => {
  const { page, complaints } = await studio(t);
  const rows = ['customer,time,event'];
  for (let i = 0; i < 120; ++i) rows.push(`c${i},2026-10-${10 + (i % 18)} 10:00,seen_${i % 12}`);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'seen.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n') + '\n') });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const section = page.locator('section[aria-labelledby=unclaimed]');
  const group = (n) => section.getByRole('group').nth(n);
  for (const [n, block] of [[1, 'start'], [4, 'center'], [8, 'end']]) {
    await group(n).getByRole('button').evaluate((button, block) => button.scrollIntoView({ block }), block);
    const before = await group(n).boundingBox();
    const event = await group(n).getAttribute('aria-label');
    await group(n).getByRole('button').click();
    const menu = await section.getByRole('dialog').boundingBox();
    assert.ok(menu.y >= 60 && menu.y + menu.height <= 800 - 8, `${block}: ${JSON.stringify(menu)}`);
    assert.ok(menu.height >= 250, `${block}: one sees what it offers`);
    assert.deepEqual(await group(n).boundingBox(), before, `${block}: the page has not moved`);
    await section.getByRole('dialog').getByRole('button', { name: 'Adds to the cart', exact: true }).click();
    await section.getByRole('status').filter({ hasText: event }).waitFor();
    const told = await section.getByRole('status').boundingBox();
    assert.ok(told.y >= 60 && told.y < 780, `${block}: what was done is said in sight`);
    const after = await group(n).boundingBox();
    assert.ok(Math.abs(after.y - before.y) < 110, `${block}: the next row is near: ${before.y} ${after.y}`);
  }
  assert.deepEqual(complaints, []);
});

test('a map asked for before an edit and answered after it does not take the edit back', { skip }, async (t) => {
  const { page, text, write, complaints } = await studio(t);
  const under = (stage) => text().search(/id: guide\b/) > text().indexOf(`- id: ${stage}\n`);
  await page.locator('#tp-guide').click();
  let release;
  const asked = new Promise((resolve) => {
    void page.route(/\/api\/maps\/shop\?/, async (route) => {
      const old = await route.fetch();
      await new Promise((go) => resolve((release = go)));
      await route.fulfill({ response: old }).catch(() => undefined); // the page may have let go of it
    }, { times: 1 });
  });
  write(text().replace('Clicks on an advert', 'Clicks on our advert'));
  await asked;
  const taken = page.waitForResponse((answer) => answer.url().includes('/edits'));
  await page.keyboard.press('Alt+ArrowRight');
  await taken;
  const again = page.waitForResponse((answer) => /\/api\/maps\/shop\?/.test(answer.url()));
  release();
  await again;
  await page.keyboard.press('Alt+ArrowRight');
  await until(() => under('decision'), 'the second move starts where the first ended');
  assert.ok(text().includes('Clicks on our advert'), 'what somebody else wrote stays');
  assert.deepEqual(complaints, []);
});
