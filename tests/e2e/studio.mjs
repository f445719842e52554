// A studio open in a browser, on a workspace made from the shop's template.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPage } from './browser.mjs';
import { run, workspace } from './program.mjs';
import { serve } from './server.mjs';

export async function studio(t, options = {}, { events = false } = {}) {
  const folder = workspace(t, 'shop');
  if (events) assert.equal(run(['-C', folder, 'simulate', 'shop', '--customers', '600', '--seed', '3', '--import']).code, 0);
  const { url } = await serve(t, folder);
  const opened = await openPage(t, url, options);
  await opened.page.locator('#tp-cart').waitFor();
  const file = path.join(folder, 'maps/shop.yaml');
  return { ...opened, url, folder, text: () => readFileSync(file, 'utf8'), write: (text) => writeFileSync(file, text) };
}

// What the figures are seen through, in a place of the studio: `pick` opens the button of that name and takes what its menu offers.
export function lensOf(place) {
  const bar = place.getByRole('group', { name: /^(Period and customers looked at|Période et clients regardés)$/ });
  const open = async (button) => {
    await bar.getByRole('button', { name: button }).first().click();
    return bar.getByRole('dialog');
  };
  const pick = async (button, item) => (await open(button)).getByRole('button', { name: item, exact: typeof item === 'string' }).click();
  return { bar, open, pick };
}

export const until = async (holds, what) => {
  for (let n = 0; n < 600; ++n) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(what);
};
