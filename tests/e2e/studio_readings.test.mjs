// What a figure is of stands beside it: which reading, which filter, which maps; and what has no name in the data has one on the page.
import test from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip, openPage } from './browser.mjs';
import { json, run, workspace } from './program.mjs';
import { serve } from './server.mjs';
import { lensOf, studio } from './studio.mjs';

const at = (day, hour) => `2026-05-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00`;

// Forty customers look; some say from where, some are helped, half buy. Two maps read the same events.
function shop(t) {
  const folder = workspace(t);
  const rows = ['customer,time,event,channel,platform'];
  for (let i = 0; i < 40; ++i) {
    const [day, platform] = [1 + (i % 20), i % 4 ? 'desktop' : 'mobile'];
    rows.push(`c${i},${at(day, 8)},look,${i % 3 ? 'web' : ''},${platform}`, `c${i},${at(day, 9)},ask,phone,${platform}`);
    if (i % 2) rows.push(`c${i},${at(day, 10)},buy,web,${platform}`);
  }
  rows.push(`late,2026-09-01T08:00,look,web,desktop`);
  const file = path.join(folder, 'e.csv');
  writeFileSync(file, `${rows.join('\n')}\n`);
  json(['-C', folder, 'import', file, '--yes']);
  writeFileSync(path.join(folder, 'personas/nina.yaml'), 'parcours: 1\nid: nina\nname: Nina\nsegment: {platform: desktop}\n');
  const map = (title, events) => `parcours: 1
title: ${title}
personas: [nina]
goal: buy
window: 5d
inactivity: 20d
stages:
  - id: s
    name: Choosing
    phase: before
    touchpoints:
${events.map((event) => `      - {id: ${event}, name: The ${event}, match: {event: ${event}}}`).join('\n')}
      - {id: talk, name: The talk}
`;
  writeFileSync(path.join(folder, 'maps/m.yaml'), map('All of it', ['look', 'ask', 'buy']));
  writeFileSync(path.join(folder, 'maps/n.yaml'), map('The end of it', ['buy']));
  return folder;
}

async function open(t, place, options = {}) {
  const folder = shop(t);
  const { url } = await serve(t, folder);
  return { folder, ...(await openPage(t, new URL(`m/${place}`, url).href, options)) };
}

test('Findings are of what the filter shows, in the headline, the list and the caveat of a channel', { skip }, async (t) => {
  const { page, folder, complaints } = await open(t, 'findings?where=channel%3Dweb');
  const [said, whole] = [['--where', 'channel=web'], []].map((scope) => json(['-C', folder, '--lang', 'en', 'measure', 'm', ...scope]).findings);
  const caveat = said.find((finding) => finding.code === 'some-channels');
  const headline = said.find((finding) => finding.code !== 'some-channels');
  assert.notEqual(headline.sentence, whole[0].sentence);
  await page.getByRole('heading', { level: 1, name: headline.sentence }).waitFor();
  await page.getByRole('note').getByText(caveat.sentence).waitFor();
  await page.getByText('What follows is of the whole map').waitFor();
  await lensOf(page).bar.getByRole('button', { name: 'Back to all' }).click();
  await page.getByRole('heading', { level: 1, name: whole[0].sentence }).waitFor();
  assert.equal(await page.getByRole('note').count(), 0);
  assert.equal(await page.getByText('What follows is of the whole map').count(), 0);
  assert.deepEqual(complaints, []);
});

test('a filter that stands for a persona bears his name', { skip }, async (t) => {
  const { page } = await open(t, 'findings');
  const { bar, pick } = lensOf(page);
  await pick('All customers', 'Nina');
  await bar.getByRole('button', { name: 'Nina (desktop)' }).waitFor();
});

test('events without a channel have a name, on the page and in text', { skip }, async (t) => {
  const { page, folder } = await open(t, 'analyse?view=flow&nodes=channel');
  await page.locator('svg text').filter({ hasText: 'no channel' }).first().waitFor({ timeout: 20_000 });
  for (const args of [['flow', '--nodes', 'channel'], ['variants', '--nodes', 'channel']]) {
    const { out, err, code } = run(['-C', folder, ...args]);
    assert.equal(code, 0, err);
    assert.match(out, /\(no channel\)/);
  }
});

test('Data says which maps the events measure, how much of them each finds, and leads to each', { skip }, async (t) => {
  const { page, folder } = await open(t, 'data');
  const maps = page.getByRole('region', { name: 'These events measure these maps' });
  for (const [id, title] of [['m', 'All of it'], ['n', 'The end of it']]) {
    const { coverage } = json(['-C', folder, 'measure', id]);
    await maps.locator('li').filter({ hasText: title }).getByText(`(${coverage.count} of ${coverage.n})`).waitFor();
  }
  await maps.getByRole('button', { name: 'The end of it' }).click();
  await page.waitForURL(/\/n\/map/);
});

test('drop-off and the funnel say which reading they are, and lead to each other', { skip }, async (t) => {
  const { page } = await studio(t, {}, { events: true });
  await page.locator('#tp-cart').click();
  const panel = page.getByRole('complementary');
  await panel.getByText('end their journey here (drop-off)').waitFor();
  await panel.getByRole('button', { name: 'See the funnel' }).click();
  await page.getByText('The funnel counts those who do not reach the next step').waitFor();
  await page.getByRole('listitem').getByText('do not reach the next step', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'See drop-off on the map' }).click();
  await page.locator('#tp-cart').waitFor();
});

test('what is to mend on the map is said with its names, and leads to the field', { skip }, async (t) => {
  const { page, complaints } = await open(t, 'findings');
  const row = page.getByRole('button').filter({ hasText: '“The look” does not say where the contact happens' });
  await row.getByText('Add “Channel”').waitFor();
  await row.click();
  await page.waitForURL(/\/m\/map/);
  await page.getByRole('complementary').getByRole('heading', { name: 'The look' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.labels?.[0]?.textContent === 'Channel');
  assert.deepEqual(complaints, []);
});
