// On a tablet: a card held with a finger for a moment is moved; one that is only passed over is not.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { studio, until } from './studio.mjs';

test('a card held with a finger is carried to another stage', { skip }, async (t) => {
  const { page, text, complaints } = await studio(t, { width: 1180, height: 820 });
  const before = text();
  const finger = await page.context().newCDPSession(page);
  await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const touch = (type, at) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const middle = async (id) => {
    const box = await page.locator(`.picture #${id}`).boundingBox();
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  };
  const [from, stage] = [await middle('tp-cart'), await middle('stage-consideration')];

  await touch('touchStart', from);
  await page.locator('.picture #tp-cart[opacity]').waitFor({ state: 'attached' }); // it is held
  for (const part of [0.3, 0.6, 1]) await touch('touchMove', { x: Math.round(from.x + (stage.x - from.x) * part), y: from.y });
  await page.locator('.landing').waitFor();
  await touch('touchEnd');
  await until(() => text() !== before, 'the map has changed');
  const part = text().slice(text().indexOf('id: consideration'), text().indexOf('id: decision'));
  assert.match(part, /id: cart\b/);
  assert.equal(await page.locator('.picture [opacity="0.85"]').count(), 0);
  assert.deepEqual(complaints, []);
});
