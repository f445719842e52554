// What the tools that photograph the studio are asked for on the command line: OUT [only=…] [lang=fr,en] [light=light,dark] [size=1280x800,820x1180].
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { noBrowser } from '../tests/e2e/browser.mjs';

// `names`: of the screens there are. Ends the program when there is no folder to write to, or no browser.
export function asked(names) {
  const [out, ...choices] = process.argv.slice(2);
  if (!out || noBrowser) {
    console.error(noBrowser || 'where to?');
    process.exit(2);
  }
  mkdirSync(out, { recursive: true });
  const chosen = Object.fromEntries(choices.map((choice) => choice.split('=')));
  const listOf = (name, all) => chosen[name]?.split(',') ?? all;
  const variants = listOf('size', ['1280x800', '820x1180']).flatMap((size) =>
    listOf('lang', ['fr', 'en']).flatMap((lang) => listOf('light', ['light', 'dark']).map((light) => variant(out, size, lang, light))),
  );
  return { only: listOf('only', names), variants };
}

// `name`: of a screen in this variant, for messages; `file`: where its picture goes; `room`: how the browser's page is opened.
function variant(out, size, lang, light) {
  const [width, height] = size.split('x').map(Number);
  const name = (screen) => `${screen}-${lang}-${light}-${width}`;
  return { name, file: (screen) => path.join(out, `${name(screen)}.png`), room: { locale: lang === 'fr' ? 'fr-FR' : 'en-GB', colorScheme: light, width, height } };
}
