// node tools/studio_further.mjs OUT [only=links,accounts] [lang=…] [light=…] [size=…]: the screens of tests/e2e/further_screens.mjs as pictures, named as those
// of tools/studio_screens.mjs: before any map or event, links and guests, accounts and readers, what goes wrong.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noBrowser, openPage } from '../tests/e2e/browser.mjs';
import { scenes } from '../tests/e2e/further_screens.mjs';
import { run } from '../tests/e2e/program.mjs';
import { serve } from '../tests/e2e/server.mjs';

const [out, ...choices] = process.argv.slice(2);
const chosen = Object.fromEntries(choices.map((choice) => choice.split('=')));
const listOf = (name, all) => chosen[name]?.split(',') ?? all;
if (!out || noBrowser) {
  console.error(noBrowser || 'where to?');
  process.exit(2);
}
mkdirSync(out, { recursive: true });

async function play(name, lang, light, size) {
  const [width, height] = size.split('x').map(Number);
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
    async open(url, first = 'nav', room = { width, height }) {
      const { page } = await openPage(t, url, { locale: lang === 'fr' ? 'fr-FR' : 'en-GB', colorScheme: light, ...room, first });
      page.setDefaultTimeout(30_000);
      return page;
    },
    async shoot(page, of, shown) {
      await page.locator(shown).first().waitFor().catch((error) => console.error(`${of} ${lang} ${light} ${width}: ${error.message.split('\n')[0]}`));
      // What is still asked for when the place is there: until nothing in it changes any more.
      const shownNow = () => page.evaluate(() => document.body.innerText);
      for (let [before, now] = ['', ' ']; before !== now; ) {
        before = now;
        await page.waitForTimeout(600);
        now = await shownNow();
      }
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: path.join(out, `${of}-${lang}-${light}-${width}.png`) });
    },
  };
  try {
    await scenes[name](stage);
  } catch (error) {
    console.error(`${name} ${lang} ${light} ${width}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
  } finally {
    for (const end of ends.reverse()) await end();
    rmSync(work, { recursive: true, force: true });
  }
}

for (const size of listOf('size', ['1280x800', '820x1180']))
  for (const lang of listOf('lang', ['fr', 'en']))
    for (const light of listOf('light', ['light', 'dark'])) for (const name of listOf('only', Object.keys(scenes))) await play(name, lang, light, size);
