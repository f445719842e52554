// node tools/story.mjs EVENTS OUT [keyboard]: the story of docs/guide/histoire-en-images.md, from a template to the slides, done in the studio with the mouse
// and the keyboard, or with the keyboard alone; a picture of each step in OUT, and how many clicks and keys it took. The minutes are those of the
// keystroke-level model (Card, Moran and Newell 1980): 0.28 s a key, 1.1 s to point, 0.2 s a click, 0.4 s from the keyboard to the mouse, 1.35 s of
// thought before each gesture, and 5 s to read each new screen. What the program takes is its own time, on the machine at hand.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from '../tests/e2e/browser.mjs';
import { program } from '../tests/e2e/program.mjs';

const [events, out, way = 'mouse'] = process.argv.slice(2);
const alone = way === 'keyboard';
const kKey = 0.28, kPoint = 1.1, kClick = 0.2, kHand = 0.4, kThink = 1.35, kRead = 5;
mkdirSync(out, { recursive: true });

const work = mkdtempSync(path.join(tmpdir(), 'parcours-story-'));
mkdirSync(path.join(work, 'w'));
writeFileSync(path.join(work, 'w/parcours.yaml'), 'parcours: 1\nname: Ma boutique\nlanguage: fr\n');
const server = spawn(program, ['-C', path.join(work, 'w'), '--json', 'serve', '--port', '0', '--no-open']);
const ends = [];

const count = { clicks: 0, keys: 0, screens: 0, seconds: 0 };
let page;
const keys = async (key, n = 1) => {
  for (let i = 0; i < n; ++i) await page.keyboard.press(key);
  count.keys += n;
  count.seconds += n * kKey;
};
// With the keyboard alone: Tab until it is there, forwards or backwards, whichever is nearer.
async function walkTo(place) {
  const wanted = await place.elementHandle();
  const isThere = () => wanted.evaluate((element) => element === document.activeElement || (element.id !== '' && element.id === document.activeElement?.id)); // a picture may have been drawn anew
  if (await isThere()) return;
  const far = await wanted.evaluate((element) => {
    const stops = [...document.querySelectorAll('a[href], button:not(:disabled), input:not([tabindex="-1"]), select, textarea, summary, [tabindex="0"]')].filter((stop) => stop.checkVisibility() && !stop.closest('[inert]'));
    const [to, from] = [stops.indexOf(element), stops.indexOf(document.activeElement)];
    return from < 0 ? 1 : to - from;
  });
  for (let n = 0; n < 150 && !(await isThere()); ++n) await keys(far < 0 ? 'Shift+Tab' : 'Tab');
  if (!(await isThere())) throw new Error(`the keyboard does not get there; it is at ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`);
}
async function click(place, { twice = false, key = 'Enter' } = {}) {
  await place.waitFor();
  count.seconds += kThink;
  if (alone) {
    await walkTo(place);
    await keys(key);
    return;
  }
  await (twice ? place.dblclick() : place.click());
  count.clicks += twice ? 2 : 1;
  count.seconds += kHand + kPoint + kClick * (twice ? 2 : 1);
}
async function type(text, ended = 'Enter') {
  await page.keyboard.type(text);
  count.keys += text.length;
  count.seconds += kHand + text.length * kKey;
  await keys(ended);
}
async function into(field, text) {
  await field.waitFor();
  if (alone) await walkTo(field);
  else await click(field);
  await keys('Control+a');
  await type(text);
}
let shown = 0;
async function picture(name) {
  count.screens += 1;
  count.seconds += kRead;
  await page.evaluate(() => document.fonts.ready);
  if (!alone) await page.screenshot({ path: path.join(out, `story-${++shown}-${name}.png`) });
  console.error(`${name}: ${count.clicks} clicks, ${count.keys} keys`);
}
// A card of the map: with the keyboard by the arrows from the first one.
async function card(id, steps) {
  if (!alone) return click(page.locator(`.picture #tp-${id}`));
  const inPanel = await page.evaluate(() => document.activeElement?.closest('aside') !== null);
  if (inPanel) await keys('Escape');
  else await walkTo(page.locator('.picture [tabindex="0"]:is([id^=tp-], [id^=stage-])').first());
  await page.locator('.picture :focus').waitFor();
  if (!(await page.locator(`.picture #tp-${id}:focus`).count())) for (const [key, n] of steps) await keys(key, n);
  await page.locator(`.picture #tp-${id}:focus`).waitFor();
  await keys('Space');
  await page.locator('aside:focus').waitFor();
}
const place = (name) => page.locator('nav').getByRole('button', { name, exact: true });
const panel = () => page.locator('aside');
const saved = () => page.locator('.state.saved').waitFor();

try {
  const url = await new Promise((resolve) => server.stdout.on('data', (part) => resolve(JSON.parse(part).url)));
  ({ page } = await openPage({ after: (end) => ends.push(end) }, url, { locale: 'fr-FR' }));
  const began = Date.now();
  await page.locator('[role=tabpanel] svg').waitFor();
  await picture('modele');
  await click(page.getByRole('button', { name: 'Prendre ce modèle' }));
  await page.locator('.picture #tp-cart').waitFor();
  await card('product', [['ArrowRight', 1]]);
  await into(panel().getByLabel('Nom', { exact: true }), 'Regarde un article');
  await page.locator('.picture #tp-product', { hasText: 'Regarde un article' }).waitFor();
  await saved();
  await picture('mots');

  await click(place('Données'));
  await page.getByText('Déposez un fichier ici').waitFor();
  if (alone) {
    const chooser = page.waitForEvent('filechooser');
    await click(page.locator('.zone button'));
    await (await chooser).setFiles(events);
  } else {
    await page.locator('input[type=file]').setInputFiles(events);
    count.clicks += 1;
    count.seconds += kThink + 2 * kPoint + kClick;
  }
  await page.locator('table select').first().waitFor();
  await picture('fichier');
  await click(page.getByRole('button', { name: 'Importer' }));
  await click(page.getByRole('button', { name: 'Voir la carte mesurée' }));
  await page.locator('.picture #tp-cart', { hasText: 'clients' }).waitFor();

  for (const [id, name, steps] of [['product', 'product_view', [['ArrowRight', 1]]], ['checkout', 'shipping_details', [['ArrowRight', 1], ['ArrowDown', 1]]], ['payment', 'payment_details', [['ArrowDown', 1]]]]) {
    await card(id, steps);
    await into(panel().getByLabel('Évènement'), name);
    await page.locator(`.picture #tp-${id}`, { hasText: 'clients' }).waitFor();
    await saved();
  }
  await picture('regles');
  const first = page.locator('section button.first');
  await first.waitFor();
  await click(first);
  await panel().locator('.share').waitFor();
  await picture('friction');
  const todo = 'Montrer chaque coloris à la lumière du jour';
  await into(panel().getByLabel(/^Que faire contre/).first(), todo);
  await saved();
  await page.waitForFunction((text) => [...document.querySelectorAll('aside .action textarea')].some((field) => field.value === text), todo);
  const at = await panel().locator('.action textarea').evaluateAll((fields, text) => fields.findIndex((field) => field.value === text), todo);
  const action = panel().locator('.action').nth(at);
  await into(action.getByLabel('Responsable'), 'Ana');
  await saved();
  const effort = action.getByRole('group', { name: 'Effort' });
  if (alone) {
    await walkTo(effort.getByRole('radio').first());
    await keys('ArrowRight');
  } else await click(effort.getByText('2', { exact: true }));
  await saved();
  await action.scrollIntoViewIfNeeded();
  await picture('action');
  await click(place('Actions'));
  await page.locator('.sheet svg').waitFor();
  await picture('classement');
  await click(place('Carte'));
  await click(page.locator('header').getByRole('button', { name: 'Partager' }));
  for (const form of ['PPTX', 'PDF']) {
    const kept = page.waitForEvent('download');
    await click(page.getByRole('button', { name: form }));
    const file = await kept;
    await file.saveAs(path.join(work, file.suggestedFilename()));
  }
  await picture('fichiers');
  const took = (Date.now() - began) / 1000;
  console.log(JSON.stringify({ way, clicks: count.clicks, keys: count.keys, screens: count.screens, minutes_of_a_person: Math.round(count.seconds / 6) / 10, seconds_of_this_run: Math.round(took) }));
} finally {
  for (const end of ends) await end();
  server.kill();
  rmSync(work, { recursive: true, force: true });
}
