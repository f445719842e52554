// Every screen of the studio, and how one gets there; by what stands in the page and not by its words, so that it holds in both languages.
// Each begins at `at`, an address behind the map's name, and `go` does the rest.
import { run } from './program.mjs';

const drawn = (page) => page.locator('.picture #tp-cart').waitFor();
const answered = (page) => page.locator('.answer[aria-busy=false] :is(svg[role=group], table)').first().waitFor();
const panel = (page) => page.locator('aside');

async function chosen(page, id) {
  await drawn(page);
  await page.locator(`.picture #${id}`).click();
  await panel(page).locator('h2').waitFor();
}
async function opened(page, section) {
  await panel(page).locator('details > summary').nth(section).click();
}

export const screens = [
  { name: 'map', at: 'map', go: drawn },
  { name: 'map-lanes', at: 'map', go: async (page) => (await drawn(page), await page.locator('[role=toolbar] .tools [aria-haspopup]').last().click()) },
  { name: 'map-period', at: 'map', go: (page) => lens(page, 0) },
  { name: 'map-segment', at: 'map', go: (page) => lens(page, 1) },
  { name: 'map-compare', at: 'map', go: (page) => lens(page, 2) },
  { name: 'map-panel', at: 'map', go: async (page) => (await drawn(page), await page.locator('[role=toolbar] .tools > button').last().click(), await panel(page).waitFor()) },
  { name: 'map-touchpoint', at: 'map', go: (page) => chosen(page, 'tp-cart') },
  { name: 'map-touchpoint-moves', at: 'map', go: async (page) => (await chosen(page, 'tp-cart'), await opened(page, 1), await opened(page, 2)) },
  { name: 'map-stage', at: 'map', go: (page) => chosen(page, 'stage-consideration') },
  { name: 'map-arrow', at: 'map', go: arrow },
  { name: 'map-river', at: 'map', go: river },
  { name: 'map-persona', at: 'map', go: async (page) => (await chosen(page, 'persona-claire'), await panel(page).locator('dl').waitFor()) },
  { name: 'maps', at: 'map', go: async (page) => (await drawn(page), await page.locator('header [aria-haspopup]').first().click()) },
  ...['overview', 'portfolio', 'stakeholders', 'impact', 'personas'].map((of) => ({ name: `pictures-${of}`, at: `pictures?of=${of}`, go: (page) => page.locator('.sheet svg').waitFor() })),
  { name: 'map-edit', at: 'map', go: async (page) => (await drawn(page), await page.locator('.picture #tp-cart').dblclick(), await page.locator('textarea').first().waitFor()) },
  { name: 'share', at: 'map', go: async (page) => (await drawn(page), await page.locator('header [aria-haspopup]').last().click()) },
  { name: 'data', at: 'data', go: (page) => page.locator('table td').first().waitFor() },
  { name: 'data-quality', at: 'data', go: (page) => page.locator('#unclaimed').scrollIntoViewIfNeeded() },
  { name: 'data-claim', at: 'data', go: async (page) => await page.locator('section[aria-labelledby=unclaimed] [aria-haspopup]').first().click() },
  { name: 'data-forget', at: 'data', go: forgotten },
  { name: 'data-preview', at: 'data', go: previewed },
  { name: 'findings', at: 'findings', go: (page) => page.locator('.tests').waitFor() },
  { name: 'findings-kinds', at: 'findings', go: kinds },
  { name: 'findings-compared', at: 'findings', go: compared },
  { name: 'actions', at: 'actions', go: (page) => page.locator('.sheet svg').waitFor() },
  { name: 'actions-list', at: 'actions?as=list', go: (page) => page.locator('tbody td.number strong').first().waitFor() },
  { name: 'calendar', at: 'calendar', go: (page) => page.locator('.sheet svg').waitFor() },
  { name: 'analyse-flow', at: 'analyse?view=flow', go: answered },
  { name: 'analyse-variants', at: 'analyse?view=variants', go: answered },
  { name: 'analyse-funnel', at: 'analyse?view=funnel', go: answered },
  { name: 'analyse-channels', at: 'analyse?view=channels', go: answered },
  { name: 'analyse-retention', at: 'analyse?view=retention', go: answered },
  { name: 'analyse-customer', at: 'analyse?view=customer', go: customer },
  { name: 'analyse-table', at: 'analyse?view=funnel', go: async (page) => (await answered(page), await page.locator('.switch button').last().click()) },
  { name: 'new-template', at: 'new', go: (page) => page.locator('[role=tabpanel] svg').waitFor() },
  { name: 'new-guided', at: 'new', go: (page) => way(page, 1, 'form h2') },
  { name: 'new-file', at: 'new', go: (page) => way(page, 2, '.zone') },
  { name: 'present', at: 'map', go: present },
];

async function lens(page, nth) {
  await drawn(page);
  await page.locator('[role=toolbar] [aria-haspopup]').nth(nth).click();
  await page.locator('[role=toolbar] [role=dialog]').waitFor();
}
async function river(page) {
  await drawn(page);
  await page.locator('.picture #river-consideration text').first().click();
  await panel(page).locator('.share').waitFor();
}
async function arrow(page) {
  await chosen(page, 'tp-cart');
  await opened(page, 1);
  await panel(page).locator('li button').first().click();
  await panel(page).locator('.share').waitFor();
}
async function forgotten(page) {
  await page.locator('details form').waitFor({ state: 'attached' });
  await page.locator('details summary').last().click();
  await page.locator('details form input').first().fill('synthetic-000155@example.com');
  await page.locator('details form button').first().click();
  await page.locator('details :is(section, [role=alert])').first().waitFor();
  await page.locator('details form').last().scrollIntoViewIfNeeded();
}
async function previewed(page) {
  await page.locator('table td').first().waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(sample()) });
  await page.locator('table select').first().waitFor();
}
function sample() {
  const rows = ['client;date;evenement;canal;montant;avis'];
  for (let n = 0; n < 60; ++n) rows.push(`C${n % 17};2026-10-${String(1 + (n % 28)).padStart(2, '0')} 10:${String(n % 60).padStart(2, '0')};${['page_vue', 'ajout_panier', 'achat'][n % 3]};web;${n % 3 === 2 ? 40 + n : ''};${n % 3 === 2 ? n % 11 : ''}`);
  return rows.join('\n');
}
async function kinds(page) {
  await page.locator('section[aria-labelledby=kinds] option').nth(1).waitFor({ state: 'attached' });
  await page.locator('section[aria-labelledby=kinds] select').selectOption('platform');
  await page.locator('section[aria-labelledby=kinds] tbody tr').first().waitFor();
  await page.locator('#kinds').scrollIntoViewIfNeeded();
}
async function compared(page) {
  await kinds(page);
  await page.locator('section[aria-labelledby=kinds] tbody .last button').first().click();
  await page.locator('section[aria-labelledby=kinds] p.row .pill').first().click();
  await page.locator('section[aria-labelledby=kinds] h3').waitFor();
}
async function customer(page) {
  await page.locator('.side ul button').first().click();
  await page.locator('.main svg[role=group]').waitFor();
}
async function way(page, n, shown) {
  await page.locator('[role=tab]').nth(n).click();
  await page.locator(shown).waitFor();
}
async function present(page) {
  await drawn(page);
  await page.locator('header [aria-haspopup]').last().click();
  await page.locator('.menu .big button').first().click();
  await page.locator('.stage .sheet svg').waitFor();
}

// The shop with its synthetic customers, and the views of other teams.
export function screenWorkspace(folder) {
  if (run(['new', folder, '--template', 'shop']).code !== 0) throw new Error('no workspace');
  run(['-C', folder, 'simulate', 'shop', '--customers', '1500', '--seed', '3', '--import']);
  return folder;
}

export async function show(page, url, screen, map = 'shop') {
  await page.goto(`${url}/${map}/${screen.at}`);
  await page.locator('nav').waitFor();
  await screen.go(page);
  await page.evaluate(() => document.fonts.ready);
}
