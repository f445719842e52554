// node tools/studio_picture.mjs WORKSPACE LANG OUT.png [map|analyse]: the studio on the workspace's first map, at 1280 × 800.
import { spawn } from 'node:child_process';
import { openPage, noBrowser } from '../tests/e2e/browser.mjs';

const [folder, lang, out, place = 'map'] = process.argv.slice(2);
if (noBrowser) {
  console.error(`no picture of the studio: ${noBrowser}`);
  process.exit(0);
}
const program = spawn(process.env.PARCOURS ?? 'build/release/parcours', ['-C', folder, '--json', 'serve', '--port', '0', '--no-open']);
const ends = [];
try {
  const url = await new Promise((resolve) => program.stdout.on('data', (part) => resolve(JSON.parse(part).url)));
  const { page } = await openPage({ after: (end) => ends.push(end) }, url, { locale: lang === 'fr' ? 'fr-FR' : 'en-GB' });
  await page.locator('.touchpoint.worst').click();
  await page.locator('aside .share').waitFor();
  if (place === 'analyse') {
    await page.setViewportSize({ width: 1280, height: 1060 });
    await page.locator('nav button').last().click();
    await page.locator('.answer[aria-busy=false] svg[role=group]').waitFor();
  }
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(640, 790);
  await page.screenshot({ path: out });
} finally {
  for (const end of ends) await end();
  program.kill();
}
