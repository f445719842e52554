// The map as wide as its touchpoints ask for, and as one slide: from the command line and in the studio.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noBrowser as skip } from './browser.mjs';
import { json, run, workspace } from './program.mjs';
import { studio, until } from './studio.mjs';

const touchpoints = 16; // of the shop's template, in five stages

// Width and height of an SVG, and of a PNG, in their units.
const svgSize = (file) => readFileSync(file, 'utf8').match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/).slice(1).map(Number);
const pngSize = (file) => [16, 20].map((at) => readFileSync(file).readUInt32BE(at));

test('--wide draws a column for each touchpoint, in every form of a picture', (t) => {
  const folder = workspace(t, 'shop');
  const file = (form) => path.join(folder, 'wide.' + form);
  const draw = (...args) => run(['-C', folder, '--lang', 'en', 'draw', 'shop', ...args]);
  assert.equal(draw('--wide', '-o', file('svg')).code, 0);
  const [width, height] = svgSize(file('svg'));
  assert.ok(width > touchpoints * 190 && width > height * 1.3, `${width} by ${height}`);
  assert.equal(draw('-o', path.join(folder, 'usual.svg')).code, 0);
  assert.ok(svgSize(path.join(folder, 'usual.svg'))[0] < width);
  assert.equal(draw('--wide', '-o', file('png')).code, 0);
  assert.ok(pngSize(file('png'))[0] >= Math.floor(width), 'a pixel for a unit at least');
  assert.equal(draw('--wide', '--width', '1280', '-o', file('png')).code, 0);
  assert.equal(pngSize(file('png'))[0], 1280);
  for (const form of ['html', 'pdf']) assert.equal(draw('--wide', '-o', file(form)).code, 0, form);
  assert.match(readFileSync(file('html'), 'utf8'), new RegExp(`viewBox="0 0 ${width} ${height}"`));
  assert.equal(draw('--wide', '--paper', 'A3', '--lanes', 'touchpoints,emotion', '-o', file('pdf')).code, 0);
  for (const [args, words] of [[['-o', file('csv')], /\.svg \.png \.pdf \.html/], [['--slide'], /layout of its own/], [['--personas'], /goes with the map/]]) {
    const { code, err } = draw('--wide', ...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, words, args.join(' '));
  }
});

test('--slide is 1920 by 1080 and says which lanes found no room and how small its text is', (t) => {
  const folder = workspace(t, 'shop');
  const file = path.join(folder, 'slide.png');
  const { code, err } = run(['-C', folder, '--lang', 'en', 'draw', 'shop', '--slide', '-o', file]);
  assert.equal(code, 0, err);
  assert.deepEqual(pngSize(file), [1920, 1080]);
  assert.match(err, /the smallest text on the slide is 9\.1 points/); // 11.5 of 1216 units, on 960 points
  const answer = json(['-C', folder, '--lang', 'en', 'draw', 'shop', '--slide', '-o', file]);
  assert.deepEqual([answer.version, answer.file, answer.smallest_text_pt], [1, file, 9.1]);
  const left = err.match(/no room on the slide for: (.*) \(/)[1].split(', ');
  assert.equal(left.length, answer.left_out.length);
  // Those are the lanes of the whole map that are not on it.
  const lanesOf = (...args) => {
    const svg = path.join(folder, 'lanes.svg');
    assert.equal(run(['-C', folder, 'draw', 'shop', ...args, '-o', svg]).code, 0);
    return [...readFileSync(svg, 'utf8').matchAll(/id="lane-([a-z]+)"/g)].map((lane) => lane[1]);
  };
  const there = lanesOf('--slide');
  assert.ok(there.includes('touchpoints'), String(there));
  assert.deepEqual(answer.left_out, lanesOf().filter((lane) => !there.includes(lane)));
  // A lane of the map's own goes by its name.
  assert.match(run(['-C', workspace(t, 'bank'), '--lang', 'en', 'draw', '--slide', '-o', file]).err, /no room on the slide for: .*As teams see it, Compliance, Backstage/);
  // What has all its lanes on it leaves none out.
  const chosen = json(['-C', folder, 'draw', 'shop', '--slide', '--lanes', there.join(','), '-o', file]);
  assert.deepEqual(chosen.left_out, []);
});

test('the studio shows the map wide, keeps that in the address, and gives it out as it is seen', { skip }, async (t) => {
  const { page, complaints } = await studio(t);
  const across = async () => (await page.locator('.picture svg').first().getAttribute('viewBox')).split(' ').map(Number)[2];
  const usual = await across();
  const toggle = page.getByRole('toolbar').getByRole('button', { name: 'Wide', exact: true });
  await toggle.click();
  await until(async () => (await across()) > Math.max(usual, touchpoints * 190), 'the picture is wide');
  assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
  assert.match(page.url(), /[?&]wide=yes/);
  await page.reload();
  await until(async () => (await page.locator('#tp-cart').count()) > 0 && (await across()) > touchpoints * 190, 'a link to it is wide too');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Share' });
  assert.equal(await menu.getByLabel('Layout').inputValue(), 'wide');
  const download = page.waitForEvent('download');
  await menu.getByRole('button', { name: /^Drawing/ }).click();
  const kept = await (await download).path();
  assert.ok(svgSize(kept)[0] > touchpoints * 190);
  await page.keyboard.press('Escape');
  await page.getByRole('toolbar').getByRole('button', { name: 'Wide', exact: true }).click();
  await until(async () => (await across()) === usual, 'and back');
  assert.doesNotMatch(page.url(), /wide/);
  assert.deepEqual(complaints, []);
});
