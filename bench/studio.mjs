// node bench/studio.mjs: how heavy the studio is and how fast it answers, in a browser that has seen nothing yet. Prints the numbers of docs/speed.md.
import { readFileSync, readdirSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { openPage } from '../tests/e2e/browser.mjs';
import { program, root } from '../tests/e2e/program.mjs';

const kRounds = 7;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const assets = path.join(root, 'build/studio/assets');
const compressed = (ends) => readdirSync(assets).filter((name) => ends.test(name)).reduce((sum, name) => sum + gzipSync(readFileSync(path.join(assets, name))).length, 0);

// Forty touchpoints in eight stages.
function fortyTouchpoints(folder) {
  const stage = (n) => [`  - id: stage_${n}`, `    name: Étape ${n}`, `    phase: ${n < 5 ? 'before' : n < 7 ? 'during' : 'after'}`, '    touchpoints:', ...[1, 2, 3, 4, 5].map((k) => `      - {id: tp_${n}_${k}, name: Contact ${n}.${k}, channel: site, emotion: ${(k % 5) - 2}, match: {event: e_${n}_${k}}}`)].join('\n');
  mkdirSync(path.join(folder, 'maps'), { recursive: true });
  writeFileSync(path.join(folder, 'parcours.yaml'), 'parcours: 1\nname: Quarante\nlanguage: fr\n');
  writeFileSync(path.join(folder, 'maps/forty.yaml'), `parcours: 1\ntitle: Quarante points de contact\ngoal: tp_8_5\nstages:\n${[1, 2, 3, 4, 5, 6, 7, 8].map(stage).join('\n')}\n`);
}

const work = mkdtempSync(path.join(tmpdir(), 'parcours-bench-'));
fortyTouchpoints(work);
const server = spawn(program, ['-C', work, '--json', 'serve', '--port', '0', '--no-open']);
const ends = [];
try {
  const url = await new Promise((resolve) => server.stdout.on('data', (part) => resolve(JSON.parse(part).url)));
  const [paint, map] = [[], []];
  let page;
  for (let n = 0; n < kRounds; ++n) {
    ({ page } = await openPage({ after: (end) => ends.push(end) }, url, { locale: 'fr-FR' })); // a browser of its own: nothing is kept
    await page.locator('.picture #tp-tp_1_1').waitFor();
    paint.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    map.push(await page.evaluate(() => performance.now()));
    if (n + 1 < kRounds) await ends.pop()();
  }
  // From the key that ends a name to the picture that shows it: by the page's own clock.
  const keys = [];
  for (let n = 0; n < 3 * kRounds; ++n) {
    await page.locator('.picture #tp-tp_1_1').dblclick();
    await page.locator('.sheet textarea').fill(`Nom ${n}`);
    keys.push(
      await page.evaluate(
        (name) =>
          new Promise((resolve) => {
            const sheet = document.querySelector('.picture');
            const field = document.querySelector('.sheet textarea');
            let pressed = 0;
            new MutationObserver((_, observer) => {
              if (!sheet.querySelector('#tp-tp_1_1')?.textContent.includes(name)) return;
              observer.disconnect();
              resolve(performance.now() - pressed);
            }).observe(sheet, { childList: true, subtree: true, characterData: true });
            pressed = performance.now();
            field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
          }),
        `Nom ${n}`,
      ),
    );
    await page.locator('.state.saved').waitFor();
  }
  const round = (value) => Math.round(value);
  console.log(JSON.stringify({ bundle_gzip_kb: round(compressed(/\.(js|css)$/) / 1000), fonts_kb: round(compressed(/-latin-\d+-normal\.woff2$/) / 1000), first_paint_ms: round(median(paint)), map_drawn_ms: round(median(map)), key_to_picture_ms: { median: round(median(keys)), best: round(Math.min(...keys)), worst: round(Math.max(...keys)) }, load: loadavg()[0] }));
} finally {
  for (const end of ends) await end();
  server.kill();
  rmSync(work, { recursive: true, force: true });
}
