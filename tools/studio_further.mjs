// node tools/studio_further.mjs OUT [only=links,accounts] [lang=…] [light=…] [size=…]: the screens of tests/e2e/further_screens.mjs as pictures, named as those
// of tools/studio_screens.mjs: before any map or event, links and guests, accounts and readers, what goes wrong.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from '../tests/e2e/browser.mjs';
import { scenes } from '../tests/e2e/further_screens.mjs';
import { run } from '../tests/e2e/program.mjs';
import { serve } from '../tests/e2e/server.mjs';
import { asked } from './screen_variants.mjs';

async function play(scene, { name, file, room }) {
  const work = mkdtempSync(path.join(tmpdir(), 'parcours-further-'));
  const ends = [];
  const t = { after: (end) => ends.push(end) };
  const stage = {
    folder: (of) => path.join(work, of),
    workspace(of, template, events) {
      const folder = path.join(work, of);
      run(['new', folder, '--template', template]);
      if (events) run(['-C', folder, 'simulate', template, '--customers', '400', '--seed', '3', '--import']);
      return folder;
    },
    serve: (folder, more = []) => serve(t, folder, {}, more),
    async open(url, first = 'nav', size = {}) {
      const { page } = await openPage(t, url, { ...room, ...size, first });
      page.setDefaultTimeout(30_000);
      return page;
    },
    async shoot(page, of, shown) {
      await page.locator(shown).first().waitFor().catch((error) => console.error(`${name(of)}: ${error.message.split('\n')[0]}`));
      // What is still asked for when the place is there: until nothing in it changes any more.
      const shownNow = () => page.evaluate(() => document.body.innerText);
      for (let [before, now] = ['', ' ']; before !== now; ) {
        before = now;
        await page.waitForTimeout(600);
        now = await shownNow();
      }
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: file(of) });
    },
  };
  try {
    await scenes[scene](stage);
  } catch (error) {
    console.error(`${name(scene)}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
  } finally {
    for (const end of ends.reverse()) await end();
    rmSync(work, { recursive: true, force: true });
  }
}

const { only, variants } = asked(Object.keys(scenes));
for (const variant of variants) for (const scene of only) await play(scene, variant);
