// node tools/studio_screens.mjs OUT [only=map,data] [lang=fr,en] [light=light,dark] [size=1280x800,820x1180]: every screen of the studio as a picture,
// OUT/NAME-LANG-LIGHT-WIDTH.png, on the shop with synthetic customers. PARCOURS names the program, PARCOURS_STUDIO a studio just built.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noBrowser, openPage } from '../tests/e2e/browser.mjs';
import { program } from '../tests/e2e/program.mjs';
import { screens, screenWorkspace, show } from '../tests/e2e/screens.mjs';

const [out, ...choices] = process.argv.slice(2);
const chosen = Object.fromEntries(choices.map((choice) => choice.split('=')));
const listOf = (name, all) => chosen[name]?.split(',') ?? all;
if (!out || noBrowser) {
  console.error(noBrowser || 'where to?');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const work = mkdtempSync(path.join(tmpdir(), 'parcours-screens-'));
const folder = screenWorkspace(path.join(work, 'shop'));
const server = spawn(program, ['-C', folder, '--json', 'serve', '--port', '0', '--no-open']);
const ends = [];
try {
  const url = await new Promise((resolve) => server.stdout.on('data', (part) => resolve(JSON.parse(part).url.replace(/\/$/, ''))));
  for (const size of listOf('size', ['1280x800', '820x1180']))
    for (const lang of listOf('lang', ['fr', 'en']))
      for (const light of listOf('light', ['light', 'dark'])) {
        const [width, height] = size.split('x').map(Number);
        const { page, complaints } = await openPage({ after: (end) => ends.push(end) }, url, { locale: lang === 'fr' ? 'fr-FR' : 'en-GB', colorScheme: light, width, height });
        page.setDefaultTimeout(60_000);
        for (const screen of screens.filter((known) => listOf('only', [known.name]).includes(known.name))) {
          try {
            await show(page, url, screen);
            await page.mouse.move(width / 2, height - 4);
            await page.screenshot({ path: path.join(out, `${screen.name}-${lang}-${light}-${width}.png`) });
          } catch (error) {
            console.error(`${screen.name} ${lang} ${light} ${width}: ${error.message.split('\n')[0]}`);
          }
        }
        for (const complaint of complaints) console.error(complaint);
        await ends.pop()();
      }
} finally {
  for (const end of ends) await end();
  server.kill();
  rmSync(work, { recursive: true, force: true });
}
