// A new map, and the map taken out: every way in and out, with the mouse and by keyboard.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip, openPage } from './browser.mjs';
import { json, run, workFolder } from './program.mjs';
import { serve } from './server.mjs';
import { studio, until } from './studio.mjs';

// A workspace that has no map yet.
async function bare(t, options = {}) {
  const folder = path.join(workFolder(t), 'w');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'parcours.yaml'), 'parcours: 1\nname: Atelier\nlanguage: fr\n');
  const { url } = await serve(t, folder);
  return { ...(await openPage(t, url, options)), folder, url };
}
const maps = (folder) => (existsSync(path.join(folder, 'maps')) ? readdirSync(path.join(folder, 'maps')) : []);

test('a template is looked at, then taken', { skip }, async (t) => {
  const { page, folder, complaints } = await bare(t);
  await page.getByRole('heading', { name: 'Your first map' }).waitFor();
  await page.getByRole('radio', { name: /Buying bed linen online/ }).check({ force: true });
  await page.locator('.sheet #tp-cart').waitFor();
  await page.getByRole('button', { name: 'Take this template' }).click();
  await page.locator('.picture #tp-cart').waitFor();
  assert.deepEqual(maps(folder), ['shop.yaml']);
  await page.getByRole('button', { name: 'New map' }).click();
  await page.getByRole('radio', { name: /Buying bed linen online/ }).check({ force: true });
  await page.getByLabel('Only the stages and touchpoints').check();
  await page.getByRole('button', { name: 'Take this template' }).click();
  await page.locator('.picture #tp-cart').waitFor();
  assert.deepEqual(maps(folder).sort(), ['shop.yaml', 'shop_2.yaml']);
  assert.equal(run(['-C', folder, 'check', 'shop', '--no-events']).code < 2, true);
  assert.deepEqual(complaints, []);
});

test('the guided start by keyboard: answered, refused in words, left, gone on with, made', { skip }, async (t) => {
  const { page, folder, url, complaints } = await bare(t, { locale: 'fr-FR' });
  await page.getByRole('tab', { name: /En répondant/ }).click();
  const questions = json(['new', '--questions', '--lang', 'fr']).questions;
  await page.getByRole('heading', { name: questions[0].prompt }).waitFor();
  await page.keyboard.type('Des draps de lin');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: questions[1].prompt }).waitFor();
  await page.keyboard.type('x'.repeat(400));
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
  await page.locator('form input').fill('Claire');
  await page.keyboard.press('Enter');
  const third = page.getByRole('heading', { level: 2, name: /Claire/ }); // her name is in the question
  await third.waitFor();
  await page.goto(url);
  await page.getByRole('tab', { name: /En répondant/ }).click();
  await third.waitFor();
  await page.getByRole('button', { name: 'Question précédente' }).click();
  await until(async () => (await page.locator('form input').inputValue()) === 'Claire', 'what was answered stands there');
  await page.getByRole('button', { name: 'Faire la carte maintenant' }).click();
  await page.locator('.picture [id^="tp-"]').first().waitFor();
  const [name] = maps(folder);
  assert.match(readFileSync(path.join(folder, 'maps', name), 'utf8'), /Des draps de lin/);
  assert.match(readFileSync(path.join(folder, 'personas', readdirSync(path.join(folder, 'personas'))[0]), 'utf8'), /Claire/);
  assert.equal(existsSync(path.join(folder, '.parcours/guided.json')), false);
  assert.deepEqual(complaints, []);
});

test('a file of another tool becomes a map; one that is none says why', { skip }, async (t) => {
  const { page, folder } = await bare(t);
  await page.getByRole('tab', { name: /From a file/ }).click();
  const give = (name, text) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await give('nothing.mmd', 'pie\n  "a": 1\n');
  await page.getByRole('alert').filter({ hasText: 'nothing.mmd' }).waitFor();
  assert.deepEqual(maps(folder), []);
  await give('day.mmd', 'journey\n    title Our day\n    section Morning\n      Wakes up: 3: Ana\n      Leaves: 4: Ana\n');
  await until(() => maps(folder).length === 1, 'the map is there');
  const open = page.getByRole('button', { name: 'Open the map' });
  await Promise.race([open.click(), page.locator('.picture [id^="tp-"]').first().waitFor()]);
  await page.locator('.picture [id^="tp-"]').first().waitFor();
});

test('the map is kept as a file in every form, in the language chosen', { skip }, async (t) => {
  const { page, complaints } = await studio(t, {}, { events: true });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Share' });
  await menu.getByLabel('Language').selectOption('fr');
  await menu.getByLabel('Width of the PNG').selectOption('1600');
  for (const [form, name, begins] of [['svg', 'Drawing', '<svg'], ['png', 'Picture', '\x89PNG'], ['mmd', 'Mermaid', 'journey'], ['ics', 'Calendar', 'BEGIN:VCALENDAR'], ['xlsx', 'Workbook', 'PK']]) {
    const [kept] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: new RegExp(`^${name}`) }).click()]);
    assert.equal(kept.suggestedFilename(), `shop-fr.${form}`);
    const content = readFileSync(await kept.path(), 'latin1');
    assert.ok(content.startsWith(begins), `${form}: ${content.slice(0, 20)}`);
    if (form === 'svg') assert.match(Buffer.from(content, 'latin1').toString(), /Met au panier/);
    await menu.getByText(`shop-fr.${form} is ready`).waitFor();
  }
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('a calendar without dates is refused in words', { skip }, async (t) => {
  const { page, text, write } = await studio(t);
  write(text().replace(/^    when: .*\n/gm, '').replace(/^target_date: .*\n/m, ''));
  await page.getByText('The map was changed elsewhere').waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Share' });
  await menu.getByRole('button', { name: /^Calendar/ }).click();
  await until(async () => /\w/.test(await menu.getByRole('status').innerText()), 'words');
  await until(async () => !/Making/.test(await menu.getByRole('status').innerText()), 'an answer');
  assert.doesNotMatch(await menu.getByRole('status').innerText(), /ready/);
});

test('presented stage by stage with keys', { skip }, async (t) => {
  const { page, complaints } = await studio(t, {}, { events: true });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: /^Present/ }).click();
  const stage = page.getByRole('dialog', { name: 'Present' });
  await stage.getByText('1 / 6').waitFor();
  await stage.locator('#tp-cart').waitFor();
  await stage.locator('linearGradient').first().waitFor({ state: 'attached' });
  const paints = await page.locator('linearGradient, clipPath').evaluateAll((all) => all.map((one) => one.id));
  assert.equal(new Set(paints).size, paints.length, 'the map below keeps its own paints');
  await page.keyboard.press('ArrowRight');
  await stage.getByText('2 / 6').waitFor();
  await stage.getByRole('status').filter({ hasText: 'Awareness' }).waitFor();
  const { width, height } = await stage.locator('svg').first().evaluate((svg) => ({ width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height }));
  assert.ok(Math.abs(width / height - 16 / 9) < 0.01, `a sheet for a screen, not ${width} × ${height}`);
  await stage.locator('#tp-cart').waitFor({ state: 'detached' });
  await page.keyboard.press('End');
  await stage.getByText('6 / 6').waitFor();
  await page.keyboard.press('ArrowRight');
  await stage.getByText('6 / 6').waitFor();
  await page.keyboard.press('Home');
  await stage.getByText('1 / 6').waitFor();
  await page.keyboard.press('Escape');
  await stage.waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('printed, the map stands alone on the sheet', { skip }, async (t) => {
  const { page } = await studio(t);
  await page.evaluate(() => {
    window.print = () => (window.asked = true);
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: /^Print/ }).click();
  await until(() => page.evaluate(() => window.asked === true), 'the browser is asked');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.paper #tp-cart').isVisible(), true);
  assert.equal(await page.locator('header').isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  assert.equal(await page.locator('.paper').count(), 0);
  assert.equal(await page.locator('header').isVisible(), true);
});
