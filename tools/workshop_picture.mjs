// node tools/workshop_picture.mjs WORKSPACE LANG OUT.png: the big screen of a workshop on the map `shop`, with answers made up by a seed, at 1280 × 800.
import { spawn } from 'node:child_process';
import { openPage, noBrowser } from '../tests/e2e/browser.mjs';

const [folder, lang, out] = process.argv.slice(2);
if (noBrowser) {
  console.error(`no picture of a workshop: ${noBrowser}`);
  process.exit(0);
}
const fr = lang === 'fr';
const leanings = fr ? { Ventes: 0.8, 'Service clients': -0.9, Marketing: 0.3 } : { Sales: 0.8, 'Customer care': -0.9, Marketing: 0.3 };
const frictions = fr
  ? ['Les frais de port arrivent trop tard', 'La livraison est annoncée sans date', 'Personne ne rappelle']
  : ['Shipping costs come too late', 'Delivery is announced without a day', 'Nobody calls back'];

let state = 7;
const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
const program = spawn(process.env.PARCOURS ?? 'build/release/parcours', ['-C', folder, '--json', 'serve', '--port', '0', '--no-open']);
const ends = [];
try {
  const url = await new Promise((resolve) => program.stdout.on('data', (part) => resolve(JSON.parse(part).url.replace(/\/$/, ''))));
  const send = async (path, body, key) => {
    const headers = { 'Content-Type': 'application/json', ...(key ? { 'Parcours-Contributor': key } : {}) };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const { token, link } = await send('/api/maps/shop/links', { kind: 'workshop', name: fr ? 'Atelier de rentrée' : 'Autumn workshop', until });
  const { stages } = await (await fetch(`${url}/api/links/${token}`)).json();
  for (const [team, leaning] of Object.entries(leanings))
    for (let person = 0; person < 4; ++person) {
      const { contributor } = await send(`/api/links/${token}/join`, { team });
      for (const { id } of stages.flatMap((stage) => stage.touchpoints)) {
        if (random() < 0.3) continue;
        const emotion = Math.max(-2, Math.min(2, Math.round(leaning + (random() - 0.5) * 3)));
        const friction = emotion < 0 && random() < 0.25 ? frictions[Math.floor(random() * frictions.length)] : '';
        await send(`/api/links/${token}/said`, { touchpoint: id, emotion, friction, note: '' }, contributor);
      }
    }
  const { page } = await openPage({ after: (end) => ends.push(end) }, `${url}/shop/links`, { locale: fr ? 'fr-FR' : 'en-GB' });
  // An address that is the same in every picture, and leads nowhere.
  await page.evaluate(([id]) => {
    localStorage.setItem('parcours.address', 'https://studio.example');
    localStorage.setItem('parcours.links', JSON.stringify({ [`${location.origin} shop ${id}`]: 'a-picture-for-the-guide-' }));
  }, [link.id]);
  await page.reload();
  await page.locator('article .strong').first().click();
  await page.locator('.screen .sheet svg').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: out });
} finally {
  for (const end of ends) await end();
  program.kill();
}
