// Accounts, as people meet them: the first start, an invitation, a reader, an editor, two workspaces; in the browser, by keyboard where it matters.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip, openPage } from './browser.mjs';
import { run, workFolder, workspace } from './program.mjs';
import { serve } from './server.mjs';
import { until } from './studio.mjs';

const kPassword = 'quatre mots au hasard';
const first = 'h1';

async function enter(page, name, password) {
  await page.getByLabel('Name or e-mail address').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}
// As a browser would ask, without one: quicker, for what a test only needs.
async function ask(url, method, target, body, cookie = '') {
  const response = await fetch(new URL(target, url), { method, headers: { 'Content-Type': 'application/json', cookie }, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: await response.json(), cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] };
}
async function setUp(server) {
  const { status, cookie } = await ask(server.url, 'POST', '/api/setup', { code: server.code, name: 'ana@example.com', password: kPassword });
  assert.equal(status, 200);
  return cookie;
}
async function invite(server, cookie, name, more) {
  const made = await ask(server.url, 'POST', '/api/accounts', { name, ...more }, cookie);
  assert.equal(made.status, 201);
  const chosen = await ask(server.url, 'POST', '/api/password-link', { token: made.body.link.split('#')[1], password: kPassword });
  assert.equal(chosen.status, 200);
  return chosen.cookie;
}

test('from the first start to a reader who reads', { skip }, async (t) => {
  const folder = workspace(t, 'shop');
  const server = await serve(t, folder, {}, ['--accounts']);
  const { page, complaints } = await openPage(t, server.url, { first });
  await page.getByRole('heading', { name: 'Setting up' }).waitFor();
  await page.keyboard.type('AAAA-AAAA');
  await page.getByLabel('Name or e-mail address').fill('ana@example.com');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'not the set-up code' }).waitFor();
  await page.getByLabel('Set-up code').fill(server.code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'at least 12 characters' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill(kPassword);
  await page.keyboard.press('Enter');
  await page.locator('.picture #tp-cart').waitFor();

  await page.getByRole('button', { name: 'ana@example.com' }).click();
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByLabel('New account').fill('lea@example.com');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'A link for lea@example.com' }).waitFor();
  const link = await page.getByRole('textbox', { name: 'Password link' }).inputValue();
  assert.match(link, /\/-\/password#[\w-]{43};lea%40example\.com$/);
  await page.getByRole('button', { name: 'Copy the link for lea@example.com' }).waitFor();

  const { page: hers, complaints: more } = await openPage(t, link, { first });
  assert.equal(await hers.getByLabel('Name or e-mail address').inputValue(), 'lea@example.com');
  await hers.getByLabel('New password').fill('lea chooses these words');
  await hers.keyboard.press('Enter');
  await hers.locator('.picture #tp-cart').waitFor();
  await hers.getByText('Read only').waitFor();
  assert.equal(await hers.getByRole('button', { name: 'Touchpoint' }).count(), 0);
  await hers.locator('.picture #tp-cart').dblclick();
  await hers.getByRole('complementary').getByRole('heading', { name: 'Adds to the cart' }).waitFor();
  assert.equal(await hers.locator('.picture ~ * textarea, aside input, aside textarea').count(), await hers.locator('aside input[type=checkbox]:disabled').count(), 'nothing to type in');
  await hers.keyboard.press('Delete');
  await hers.getByRole('button', { name: 'Data' }).click();
  await hers.getByText('does not allow importing').waitFor();
  assert.equal(await hers.locator('input[type=file]').count(), 0);
  assert.match(readFileSync(path.join(folder, 'maps/shop.yaml'), 'utf8'), /id: cart/);

  // An editor from one moment to the next.
  await page.getByLabel('Role of lea@example.com').selectOption('editor');
  await until(async () => (await page.getByLabel('Role of lea@example.com').inputValue()) === 'editor', 'the role holds');
  await hers.evaluate(() => dispatchEvent(new Event('focus'))); // she comes back to the page
  await hers.getByRole('alert').filter({ hasText: 'Your role here has changed: Editor.' }).waitFor();
  await hers.getByText('Saved').waitFor();
  await page.getByLabel('Role of lea@example.com').selectOption('reader');
  await until(async () => (await page.getByLabel('Role of lea@example.com').inputValue()) === 'reader', 'the role holds');
  await hers.evaluate(() => dispatchEvent(new Event('focus')));
  await hers.getByRole('alert').filter({ hasText: 'Your role here has changed: Reader.' }).waitFor();
  await hers.getByText('Read only').waitFor();
  await page.goto(new URL('/-/audit', server.url).href);
  await page.getByRole('cell', { name: 'Set-up code refused' }).waitFor();
  await page.getByRole('row', { name: /Account changed lea@example.com \(shop: editor\)|Account changed lea@example.com/ }).first().waitFor();
  assert.deepEqual([...complaints, ...more], []);
});

test('a session that ends leaves the work open; wrong passwords are told in words', { skip }, async (t) => {
  const folder = workspace(t, 'shop');
  const server = await serve(t, folder, {}, ['--accounts']);
  const root = await setUp(server);
  await invite(server, root, 'eve', { roles: { [path.basename(folder)]: 'editor' } });
  const { page, complaints } = await openPage(t, server.url, { first });
  await enter(page, 'eve', 'not this one at all');
  await page.getByRole('alert').filter({ hasText: 'do not belong together' }).waitFor();
  await enter(page, 'eve', kPassword);
  await page.locator('.picture #tp-cart').click();
  const accounts = await ask(server.url, 'GET', '/api/accounts', null, root);
  const eve = accounts.body.accounts.find((account) => account.name === 'eve');
  for (const disabled of [true, false]) assert.equal((await ask(server.url, 'PUT', `/api/accounts/${eve.id}`, { disabled }, root)).status, 200);
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  await page.locator('.over').getByLabel('Password', { exact: true }).fill(kPassword);
  await page.keyboard.press('Enter');
  await page.locator('.over').waitFor({ state: 'detached' });
  await page.getByRole('complementary').getByRole('heading', { name: 'Adds to the cart' }).waitFor();
  const name = page.getByRole('complementary').getByLabel('Name');
  await name.fill('Into the basket');
  await name.press('Enter');
  await until(() => readFileSync(path.join(folder, 'maps/shop.yaml'), 'utf8').includes('Into the basket'), 'and edits go through again');

  await page.getByRole('button', { name: 'eve', exact: true }).click();
  await page.getByRole('button', { name: 'Change password' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change password' });
  await dialog.getByLabel('Present password').fill(kPassword);
  await dialog.getByLabel('New password').fill('and now four others');
  await page.keyboard.press('Enter');
  await dialog.getByRole('status').filter({ hasText: 'Done' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'eve', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await enter(page, 'eve', 'and now four others');
  await page.locator('.picture #tp-cart').waitFor();
  assert.deepEqual(complaints, []);
});

test('several workspaces, each for those who have a role in it', { skip }, async (t) => {
  const [one, two] = [path.join(workFolder(t), 'linen'), path.join(workFolder(t), 'hotel')];
  run(['new', one, '--template', 'shop']);
  run(['new', two, '--template', 'hotel']);
  const server = await serve(t, one, {}, [one, two, '--accounts']);
  const root = await setUp(server);
  await invite(server, root, 'rob', { roles: { hotel: 'reader' } });
  const { page, complaints } = await openPage(t, server.url, { first });
  await enter(page, 'rob', kPassword);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  assert.equal(await page.locator('ul a').count(), 1);
  await page.locator('ul a').click();
  await page.locator('.picture [id^=tp-]').first().waitFor();
  assert.match(new URL(page.url()).pathname, /^\/w\/hotel\//);
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await page.locator('.tests').waitFor();
  await page.reload();
  await page.locator('.tests').waitFor();
  await page.goto(new URL('/w/linen/', server.url).href);
  await page.getByRole('heading', { name: 'Nothing is open to you here' }).waitFor();
  assert.deepEqual(complaints, []);
  assert.equal(statSync(path.join(one, '.parcours/accounts.sqlite')).mode & 0o077, 0);
});

test('beyond this machine it asks for accounts and an address', async (t) => {
  const folder = workspace(t, 'shop');
  const bare = run(['-C', folder, 'serve', '--port', '0', '--listen', '0.0.0.0']);
  assert.equal(bare.code, 2);
  assert.match(bare.err, /--public/);
  assert.equal(run(['-C', folder, 'serve', '--listen', 'localhost']).code, 2);
  assert.equal(run(['-C', folder, 'serve', '--public', 'https://a/b']).code, 2);
  const server = await serve(t, folder, {}, ['--public', 'https://parcours.example']);
  assert.ok(server.code);
  assert.equal((await ask(server.url, 'GET', '/api/workspace')).status, 401);
  const second = workspace(t, 'shop');
  const misled = run(['serve', second, folder]);
  assert.equal(misled.code, 2);
  assert.match(misled.err, /accounts of its own/);
});

test('an invitation says for which workspaces it is, and an administrator is asked for', { skip }, async (t) => {
  const [one, two] = [path.join(workFolder(t), 'linen'), path.join(workFolder(t), 'hotel')];
  run(['new', one, '--template', 'shop']);
  run(['new', two, '--template', 'hotel']);
  const server = await serve(t, one, {}, [one, two, '--accounts']);
  const root = await setUp(server);
  const { page, complaints } = await openPage(t, server.url, { first });
  await enter(page, 'ana@example.com', kPassword);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await page.goto(new URL('/-/accounts', server.url).href);
  const accountOf = async (name) => (await ask(server.url, 'GET', '/api/accounts', null, root)).body.accounts.find((account) => account.name === name);
  const wish = async (name, role) => {
    await page.getByLabel('New account').fill(name);
    await page.getByLabel('Role', { exact: true }).selectOption(role);
    await page.getByRole('button', { name: 'Invite' }).click();
  };

  await wish('rob', 'editor');
  await page.getByRole('alert').filter({ hasText: 'Choose at least one workspace.' }).waitFor();
  assert.equal(await accountOf('rob'), undefined);
  await page.getByRole('group', { name: 'In which workspaces' }).getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('heading', { name: 'A link for rob' }).waitFor();
  assert.equal(Object.keys((await accountOf('rob')).roles).length, 1);

  await wish('kim', 'administrator');
  const asked = page.getByRole('dialog', { name: 'Make kim an administrator?' });
  await asked.getByRole('button', { name: 'No', exact: true }).click();
  await asked.waitFor({ state: 'detached' });
  assert.equal(await accountOf('kim'), undefined);
  await page.getByRole('button', { name: 'Invite' }).click();
  await asked.getByRole('button', { name: 'Yes, administrator' }).click();
  await page.getByRole('heading', { name: 'A link for kim' }).waitFor();
  assert.equal((await accountOf('kim')).administrator, true);

  // In the list too; who says no leaves the role as it was.
  const role = page.getByLabel(/^Role of rob/).first();
  const before = await role.inputValue();
  await role.selectOption('administrator');
  await page.getByRole('dialog', { name: 'Make rob an administrator?' }).getByRole('button', { name: 'No', exact: true }).click();
  await until(async () => (await role.inputValue()) === before, 'the role as it was');
  assert.equal((await accountOf('rob')).administrator, false);
  assert.deepEqual(complaints, []);
});

// One comparison takes a tenth of a second on purpose, one after the other; 24 may wait. Sixty come at once, each under another name.
test('a crowd at the door is sent away in words, and keeps nobody who is in from working', async (t) => {
  const server = await serve(t, workspace(t, 'shop'), {}, ['--accounts']);
  const cookie = await setUp(server);
  const crowd = Array.from({ length: 60 }, (_, n) => ask(server.url, 'POST', '/api/session', { name: `guest${n}`, password: kPassword }));
  const meanwhile = await ask(server.url, 'GET', '/api/maps/shop', undefined, cookie);
  assert.equal(meanwhile.status, 200);
  const answers = await Promise.all(crowd);
  const sent = answers.filter((answer) => answer.status === 503);
  assert.ok(sent.length > 0 && sent.length < answers.length, String(answers.map((answer) => answer.status)));
  for (const { body } of sent) assert.equal(body.error.code, 'too-many-secrets');
  for (const { status } of answers) assert.ok([401, 429, 503].includes(status), String(status));
  assert.notEqual((await ask(server.url, 'POST', '/api/session', { name: 'ana@example.com', password: kPassword })).status, 503, 'room again');
});
