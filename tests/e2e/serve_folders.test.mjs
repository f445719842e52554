// The folders that are served: an empty one, a broken one, two of one name.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip, openPage } from './browser.mjs';
import { run, workFolder } from './program.mjs';
import { serve } from './server.mjs';
import { until } from './studio.mjs';

test('an empty folder becomes a workspace, where the first map is made; one with other things in it is left alone', { skip }, async (t) => {
  const folder = path.join(workFolder(t), 'mine');
  mkdirSync(folder);
  const server = await serve(t, folder);
  await until(() => server.said().includes('was empty: it is a workspace now'), 'the terminal says so');
  assert.match(readFileSync(path.join(folder, 'parcours.yaml'), 'utf8'), /^parcours: 1$/m);
  const { page, complaints } = await openPage(t, server.url, { first: 'main' });
  await page.getByRole('button', { name: /template/i }).first().waitFor();
  assert.deepEqual(complaints, []);
  const other = workFolder(t);
  writeFileSync(path.join(other, 'letter.txt'), 'Dear all');
  const refused = run(['-C', other, 'serve', '--port', '0', '--no-open']);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /not in a workspace[^]*run `serve` in an empty folder/);
});

test('a broken workspace says so and keeps no other from being served; two of one name are told apart', { skip }, async (t) => {
  const [one, two, broken] = ['paris', 'lyon', 'nice'].map((name) => path.join(workFolder(t), name));
  for (const folder of [one, two, broken]) run(['new', folder, '--template', 'shop']);
  const file = path.join(broken, 'parcours.yaml'), good = readFileSync(file, 'utf8');
  writeFileSync(file, good.replace(/^language: .*$/m, 'language: klingon'));
  const server = await serve(t, one, {}, [one, two, broken]);
  await until(() => /parcours\.yaml:\d+:11: error/.test(server.said()) && server.said().includes('nice is served all the same'), 'the terminal says so');
  const { page, complaints } = await openPage(t, server.url, { first: 'h1' });
  const card = (name) => page.getByRole('listitem').filter({ hasText: name });
  await card('folder paris').waitFor();
  await card('folder lyon').waitFor();
  await card('nice').getByText(/mended:\s*parcours\.yaml:\d+:11: /).waitFor();
  await card('nice').getByRole('link').click();
  await page.getByRole('heading', { name: 'This workspace does not open' }).waitFor();
  await page.getByText(/^parcours\.yaml:\d+:11: /).waitFor();
  writeFileSync(file, good);
  await page.locator('.picture [id^=tp-]').first().waitFor(); // by itself
  await page.goto(server.url);
  await card('folder nice').waitFor();
  await card('folder lyon').getByRole('link').click();
  await page.locator('.picture [id^=tp-]').first().waitFor();
  assert.match(new URL(page.url()).pathname, /^\/w\/lyon\//);
  assert.deepEqual(complaints.filter((one) => !one.includes('400')), []); // those it was refused with
});
