// A person erased from the studio: found, confirmed by typing, gone with the proof; the audit log says that it was done and never whom.
import test from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip, openPage } from './browser.mjs';
import { json, run, workspace } from './program.mjs';
import { serve } from './server.mjs';
import { until } from './studio.mjs';

const kPassword = 'quatre mots au hasard';
const kRows = 'client,mail,date,event\nC1,ana@example.org,2026-10-01,view_item\nC1,ana@example.org,2026-10-03,purchase\nC2,,2026-10-02,view_item\n';

function shop(t) {
  const folder = workspace(t, 'shop');
  const file = path.join(folder, 'sales.csv');
  writeFileSync(file, kRows);
  assert.equal(run(['-C', folder, 'import', file, '--customer', 'client', '--link', 'mail', '--yes']).code, 0);
  writeFileSync(file, ''); // what the export said is not the workspace's
  return folder;
}

test('whoever sits at the machine erases a person, and is shown the proof', { skip }, async (t) => {
  const folder = shop(t);
  const { url } = await serve(t, folder);
  const { page, complaints } = await openPage(t, url);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByText('Erase a person').click();
  const who = page.getByLabel(/^One of their identifiers/);
  await who.fill('nobody@example.org');
  await who.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'nobody@example.org' }).waitFor();
  await who.fill('ana@example.org');
  await who.press('Enter');
  await page.getByRole('heading', { name: '2 events under 2 identifiers' }).waitFor();
  await page.locator('code', { hasText: 'C1' }).waitFor();
  const erase = page.getByRole('button', { name: 'Erase for good' });
  assert.equal(await erase.isDisabled(), true);
  const again = page.getByLabel('To confirm, type “ana@example.org” again');
  await again.fill('ana@example.or');
  assert.equal(await erase.isDisabled(), true);
  assert.equal(json(['-C', folder, 'customer', 'C1']).events.length, 2);
  await again.fill('ana@example.org');
  await again.press('Enter');
  const proof = page.getByRole('status').filter({ hasText: 'Erased: 2 events, 2 identifiers.' });
  await proof.getByText('none of these identifiers stands in any file').waitFor();
  assert.notEqual(run(['-C', folder, 'customer', 'C1']).code, 0);
  assert.equal(run(['-C', folder, 'audit']).code, 2, 'no accounts, no log');
  await page.getByRole('region', { name: 'Quality of the data' }).getByText('0 duplicates, 0 rejected, 2 erased').waitFor();
  assert.deepEqual(complaints, []);
});

test('an administrator erases, an editor is not offered it; the log says so and names nobody', { skip }, async (t) => {
  const folder = shop(t);
  const server = await serve(t, folder, {}, ['--accounts']);
  const { page } = await openPage(t, server.url, { first: 'h1' });
  await page.getByLabel('Set-up code').fill(server.code);
  await page.getByLabel('Name or e-mail address').fill('root@example.com');
  await page.getByLabel('Password', { exact: true }).fill(kPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByText('Erase a person').click();
  await page.getByLabel(/^One of their identifiers/).fill('C1');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByLabel('To confirm, type “C1” again').fill('C1');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('status').filter({ hasText: 'Erased: 2 events' }).waitFor();
  const log = json(['-C', folder, 'audit']).lines;
  assert.deepEqual(log.slice(0, 2).map(({ what, who, about }) => [what, who, about]), [
    ['person-forgotten', 'root@example.com', 'identities: 2, events: 2'],
    ['person-sought', 'root@example.com', ''],
  ]);
  const printed = run(['-C', folder, '--lang', 'en', 'audit', '--most', '2']);
  assert.equal(printed.code, 0, printed.err);
  assert.match(printed.out, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}root@example\.com {2}Person erased {2}identities: 2, events: 2 /);
  assert.equal(printed.out.trim().split('\n').length, 2);
  assert.doesNotMatch(printed.out, /C1|ana/);
  assert.match(run(['-C', folder, '--lang', 'fr', 'audit']).out, /Personne effacée/);

  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const ask = async (method, target, body) => (await fetch(new URL(target, server.url), { method, headers: { 'Content-Type': 'application/json', cookie }, body: JSON.stringify(body) })).json();
  const { link } = await ask('POST', '/api/accounts', { name: 'eve@example.com', roles: { w: 'editor' } });
  await page.context().clearCookies();
  await page.goto(new URL(link, server.url).href);
  await page.getByLabel(/password/i).first().fill(kPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.locator('#quality').waitFor();
  await until(async () => (await page.getByText('Erase a person').count()) === 0, 'an editor is not offered it');
});
