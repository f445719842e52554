// What a person needs who hears the page or has no mouse: no serious fault that axe finds on any screen, in both lights; every place by keyboard alone.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip, openPage } from './browser.mjs';
import { workFolder } from './program.mjs';
import { screens, screenWorkspace, show } from './screens.mjs';
import { serve } from './server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What is wrong, by rule and element; the page's own policy keeps scripts out, so it is read in beside it.
async function faults(page) {
  const { violations } = await page.evaluate(async () => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
}

for (const [light, locale] of [['light', 'fr-FR'], ['dark', 'en-GB']])
  test(`no screen has a serious fault, ${light}`, { skip }, async (t) => {
    const folder = screenWorkspace(path.join(workFolder(t), 'shop'));
    const { url } = await serve(t, folder);
    const { page, complaints } = await openPage(t, url, { locale, colorScheme: light });
    await page.context().addInitScript(axe);
    const found = [];
    for (const screen of screens) {
      await show(page, url.replace(/\/$/, ''), screen);
      for (const fault of await faults(page)) found.push(`${screen.name}: ${fault}`);
    }
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
  });

test('the places, the panels and the menus by keyboard alone, and one sees where one is', { skip }, async (t) => {
  const folder = screenWorkspace(path.join(workFolder(t), 'shop'));
  const { url } = await serve(t, folder);
  const { page, complaints } = await openPage(t, url);
  await page.locator('.picture #tp-cart').waitFor();
  const here = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');
  // Tab until something is reached; nothing is passed twice, and each thing passed shows that it has the keyboard.
  const tabTo = async (wanted, key = 'Tab') => {
    for (let n = 0; n < 120; ++n) {
      await page.keyboard.press(key);
      const shown = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return 'body';
        const style = getComputedStyle(element.closest('label, fieldset label') ?? element);
        const own = getComputedStyle(element);
        return [style, own].some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) ? 'seen' : 'unseen';
      });
      if (shown !== 'body') assert.equal(shown, 'seen', `the keyboard is at “${await here()}”, and one cannot see it`);
      if (wanted.test(await here())) return;
    }
    assert.fail(`Tab does not lead to ${wanted}`);
  };
  await tabTo(/^Skip to/);
  await tabTo(/^Buying bed linen online/);
  await page.keyboard.press('Enter');
  await tabTo(/^Stakeholders$/);
  await page.keyboard.press('Enter');
  await page.locator('.sheet #rings').waitFor();
  await tabTo(/^Findings$/);
  await page.keyboard.press('Enter');
  await page.locator('.tests').waitFor();
  await page.goto(`${url}shop/map`);
  await page.locator('.picture #tp-cart').waitFor();
  await tabTo(/^Claire, 38/);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByRole('heading', { name: 'Claire, 38' }).waitFor();
  await page.locator('.picture #tp-ad').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('complementary').getByRole('heading', { name: 'Looks at a product page' }).waitFor();
  await tabTo(/^Where they come from/);
  await page.keyboard.press('Enter');
  await tabTo(/^Reads a buying guide/);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByRole('heading', { name: 'Reads a buying guide → Looks at a product page' }).waitFor();
  await tabTo(/^Looks at a product page$/);
  await page.keyboard.press('Enter');
  await page.locator('#tp-product:focus').waitFor();
  assert.deepEqual(complaints, []);
});
