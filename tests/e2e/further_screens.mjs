// The screens that need more than a filled workspace: before any map or event, links and who comes by them, accounts and readers, what goes wrong.
// Each scene makes its workspace with `stage` and takes its pictures as it goes; by what stands in the page and not by its words.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const kPassword = 'quatre mots au hasard';

async function asked(url, method, target, body, cookie = '') {
  const response = await fetch(new URL(target, url), { method, headers: { 'Content-Type': 'application/json', cookie }, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { body: await response.json(), cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] };
}

// Nothing there yet: no map, a map with nothing in it, a map that is not measured.
async function empty(stage) {
  const bare = stage.folder('bare');
  mkdirSync(bare, { recursive: true });
  writeFileSync(path.join(bare, 'parcours.yaml'), 'parcours: 1\nname: Atelier\nlanguage: fr\n');
  const first = await stage.open((await stage.serve(bare)).url);
  await stage.shoot(first, 'first-map', '[role=tabpanel] svg');
  for (const [template, name] of [['empty', 'empty'], ['shop', 'unmeasured']]) {
    const { url } = await stage.serve(stage.workspace(name, template, false));
    const page = await stage.open(url);
    await page.locator('.picture svg').waitFor();
    const map = new URL(page.url()).pathname.split('/')[1];
    await stage.shoot(page, `${name}-map`, '.picture svg');
    await page.locator('[role=toolbar] .tools > button').last().click();
    await stage.shoot(page, `${name}-panel`, 'aside');
    for (const place of ['data', 'findings', 'actions', 'calendar', 'analyse']) {
      await page.goto(`${url}${map}/${place}`);
      await stage.shoot(page, `${name}-${place}`, 'main :is(h1, h2)');
    }
  }
}

async function links(stage) {
  const { url } = await stage.serve(stage.workspace('links', 'shop', true));
  const page = await stage.open(`${url}shop/links`);
  await stage.shoot(page, 'links-none', 'form input');
  const until = new Date(Date.now() + 86_400_000 * 20).toISOString().slice(0, 10);
  const make = async (wish) => (await asked(url, 'POST', `/api/maps/shop/links`, { until, ...wish })).body;
  await page.locator('form').nth(0).locator('input').first().fill('Board');
  await page.locator('form').nth(0).locator('.strong').click();
  await page.locator('article').first().waitFor();
  await page.locator('form').nth(1).locator('input').first().fill('Kick-off');
  await page.locator('form').nth(1).locator('input').last().fill('Sales, Care, Logistics');
  await page.locator('form').nth(1).locator('.strong').click();
  await page.locator('article').nth(1).waitFor();
  await page.locator('article [aria-expanded]').first().click();
  await page.locator('article').first().scrollIntoViewIfNeeded();
  await stage.shoot(page, 'links-made', 'article .code');

  const shared = await make({ kind: 'share', name: 'Board', passcode: 'linen-42', figures: true });
  const guest = await stage.open(`${url}l/${shared.token}`, 'header');
  await stage.shoot(guest, 'guest-passcode', 'form input');
  await guest.locator('form input').fill('linen-42');
  await guest.keyboard.press('Enter');
  await stage.shoot(guest, 'guest-map', '#tp-cart');

  const workshop = await make({ kind: 'workshop', name: 'Kick-off', passcode: '', teams: ['Sales', 'Care'] });
  const phone = await stage.open(`${url}l/${workshop.token}`, 'header', { width: 390, height: 844 });
  await stage.shoot(phone, 'phone-team', 'input[type=radio]');
  await phone.locator('input[type=radio]').first().check({ force: true });
  await phone.locator('.strong').click();
  await stage.shoot(phone, 'phone-cards', 'article');
  await phone.locator('article input[type=radio]').nth(3).check({ force: true });
  await phone.locator('article').first().locator('button').last().click();
  await phone.locator('textarea').first().fill('Shipping comes too late');
  await phone.locator('article input[type=radio]').nth(6).check({ force: true });
  await stage.shoot(phone, 'phone-said', 'article textarea');

  await page.locator('article .strong').first().click();
  await stage.shoot(page, 'big-screen-empty', '[role=dialog] svg');
  await page.keyboard.press('Escape');
  const address = await page.locator('article:has(.strong) .address input').last().inputValue();
  for (const [team, faces] of [[0, [4, 9, 13]], [1, [1, 6, 10]]]) {
    const one = await stage.open(address, 'header', { width: 390, height: 844 });
    await one.locator('input[type=radio]').nth(team).check({ force: true });
    await one.locator('.strong').click();
    for (const face of faces) await one.locator('article input[type=radio]').nth(face).check({ force: true });
    await one.locator('header ~ *').first().waitFor();
  }
  await page.locator('article .strong').last().click();
  await page.locator('[role=dialog] .spoken li').nth(1).waitFor();
  await stage.shoot(page, 'big-screen', '[role=dialog] .sheet [id^=view-]');
  const gone = await stage.open(`${url}l/${'x'.repeat(24)}`, 'header');
  await stage.shoot(gone, 'guest-gone', 'h1');
}

async function accounts(stage) {
  const folder = stage.workspace('accounts', 'shop', true);
  const { url, code } = await stage.serve(folder, ['--accounts']);
  const first = await stage.open(url, 'h1');
  await stage.shoot(first, 'first-run', 'form');
  const { cookie } = await asked(url, 'POST', '/api/setup', { code, name: 'ana@example.com', password: kPassword });
  const invite = async (name, roles) => {
    const { body } = await asked(url, 'POST', '/api/accounts', { name, roles }, cookie);
    const { cookie: own } = await asked(url, 'POST', '/api/password-link', { token: body.link.split('#')[1], password: kPassword });
    return { own, link: body.link };
  };
  await invite('lea@example.com', { [path.basename(folder)]: 'reader' });
  const enter = async (name) => {
    const page = await stage.open(url, 'h1');
    if (name.startsWith('ana')) await stage.shoot(page, 'sign-in', 'form');
    await page.locator('form input').first().fill(name);
    await page.locator('form input[type=password]').fill(kPassword);
    await page.keyboard.press('Enter');
    await page.locator('.picture #tp-cart').waitFor();
    return page;
  };
  const ana = await enter('ana@example.com');
  await ana.locator('header [aria-haspopup]').last().click();
  await stage.shoot(ana, 'account-menu', '.menu');
  for (const [place, shown] of [['accounts', 'table td'], ['audit', 'table td']]) {
    await ana.goto(`${url}-/${place}`);
    await stage.shoot(ana, place, shown);
  }
  const lea = await enter('lea@example.com');
  await stage.shoot(lea, 'reader-map', '.picture #tp-cart');
  await lea.locator('.picture #tp-cart').click();
  await stage.shoot(lea, 'reader-touchpoint', 'aside h2');
  for (const place of ['data', 'findings', 'actions', 'calendar', 'new', 'links']) {
    await lea.goto(`${url}shop/${place}`);
    await stage.shoot(lea, `reader-${place}`, 'main :is(h1, h2)');
  }
}

async function trouble(stage) {
  const folder = stage.workspace('trouble', 'shop', true);
  const { url } = await stage.serve(folder);
  const page = await stage.open(`${url}shop/map`);
  await page.locator('.picture #tp-cart').click();
  const file = path.join(folder, 'maps/shop.yaml');
  const whole = readFileSync(file, 'utf8');
  const name = page.locator('aside input').first();
  await name.waitFor();
  await page.context().setOffline(true); // what is changed meanwhile is not heard of
  await name.fill('Into the basket');
  writeFileSync(file, whole.replace('en: Adds to the cart', 'en: Puts into the cart').replace('fr: Met au panier', 'fr: Glisse au panier'));
  await page.context().setOffline(false);
  await name.press('Enter');
  await stage.shoot(page, 'conflict', '.box');
  writeFileSync(file, whole.replace('stages:', 'stages:\n   - id: [oops\n  wrong'));
  await page.reload();
  await stage.shoot(page, 'broken-map', 'main h1, main h2');
  await page.goto(`${url}shop/findings`);
  await stage.shoot(page, 'broken-findings', 'main h1, main h2');
}

export const scenes = { empty, links, accounts, trouble };
