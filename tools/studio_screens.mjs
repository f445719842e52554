// node tools/studio_screens.mjs OUT [only=map,data] [lang=fr,en] [light=light,dark] [size=1280x800,820x1180]: every screen of the studio as a picture,
// OUT/NAME-LANG-LIGHT-WIDTH.png, on the shop with synthetic customers. PARCOURS names the program, PARCOURS_STUDIO a studio just built.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from '../tests/e2e/browser.mjs';
import { screens, screenWorkspace, show } from '../tests/e2e/screens.mjs';
import { serve } from '../tests/e2e/server.mjs';
import { asked } from './screen_variants.mjs';

const { only, variants } = asked(screens.map((screen) => screen.name));
const work = mkdtempSync(path.join(tmpdir(), 'parcours-screens-'));
const ends = [];
const t = { after: (end) => ends.push(end) };
try {
  const { url } = await serve(t, screenWorkspace(path.join(work, 'shop')));
  const base = url.replace(/\/$/, '');
  for (const { name, file, room } of variants) {
    const { page, complaints } = await openPage(t, base, room);
    page.setDefaultTimeout(60_000);
    for (const screen of screens.filter((known) => only.includes(known.name))) {
      try {
        await show(page, base, screen);
        await page.mouse.move(room.width / 2, room.height - 4);
        await page.screenshot({ path: file(screen.name) });
      } catch (error) {
        console.error(`${name(screen.name)}: ${error.message.split('\n')[0]}`);
      }
    }
    for (const complaint of complaints) console.error(complaint);
    await ends.pop()();
  }
} finally {
  for (const end of ends.reverse()) await end();
  rmSync(work, { recursive: true, force: true });
}
