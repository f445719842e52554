// What the studio must not do to a person: fetch things again and again, lose its place, scroll away, say what is false.
import test from 'node:test';
import assert from 'node:assert/strict';
import { noBrowser as skip } from './browser.mjs';
import { studio, until } from './studio.mjs';

// Every request of the page, by what it asks for: "figures" -> 2.
function counted(page) {
  const counts = {};
  page.on('request', (request) => {
    const what = new URL(request.url()).pathname.replace(/^\/api\//, '').replace(/^maps\/[^/]+\/?/, '') || 'map';
    if (request.url().includes('/api/')) counts[what] = (counts[what] ?? 0) + 1;
  });
  return counts;
}

test('a page asks for each thing once, and looking at another place asks for nothing again', { skip }, async (t) => {
  const { page, url, complaints } = await studio(t, {}, { events: true });
  const counts = counted(page);
  await page.goto(url);
  await page.locator('#tp-cart', { hasText: 'customers' }).waitFor();
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await page.getByRole('heading', { name: 'The five tests of a good journey' }).waitFor();
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await page.locator('#tp-cart').waitFor();
  for (const what of ['workspace', 'map', 'figures', 'findings', 'picture']) assert.equal(counts[what], 1, `${what}: ${JSON.stringify(counts)}`);
  await page.locator('#tp-cart').dblclick();
  await page.getByLabel('The text').fill('Fills the basket');
  await page.keyboard.press('Enter');
  await page.locator('#tp-cart', { hasText: 'Fills the basket' }).waitFor();
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await page.getByText('Fills the basket').first().waitFor();
  for (const what of ['figures', 'findings', 'picture']) assert.equal(counts[what], 2, `after an edit, ${what}: ${JSON.stringify(counts)}`);
  assert.deepEqual(complaints, []);
});

// Every element with its attributes in one order; not which one the keyboard has.
const drawn = (page) =>
  page.evaluate(() => {
    const told = (node) =>
      node.nodeType !== Node.ELEMENT_NODE
        ? node.textContent
        : [node.nodeName, [...node.attributes].filter(({ name }) => name !== 'tabindex' && name !== 'data-chosen').map(({ name, value }) => `${name}=${value}`).sort(), [...node.childNodes].map(told)];
    return told(document.querySelector('.picture svg'));
  });

test('only what an edit changes is drawn anew, and the picture is the one a fresh page shows', { skip }, async (t) => {
  const { page } = await studio(t);
  await page.evaluate(() => (document.querySelector('#tp-product').isTheFirst = true));
  const writes = async (id, text) => {
    await page.locator(`#${id}`).dblclick();
    await page.getByLabel('The text').fill(text);
    await page.keyboard.press('Enter');
    await page.locator(`#${id}`, { hasText: text }).waitFor();
  };
  await writes('tp-cart', 'Fills the basket');
  assert.ok(await page.evaluate(() => document.querySelector('#tp-product').isTheFirst), 'a card that nobody changed stays the same element');
  const same = async (what) => {
    await page.locator('.state.saved').waitFor();
    const shown = await drawn(page);
    await page.reload();
    await page.locator('#tp-cart').waitFor();
    assert.deepEqual(shown, await drawn(page), what);
  };
  await same('a name');
  await page.locator('#stage-awareness').click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Touchpoint', exact: true }).click();
  await page.locator('#tp-new_touchpoint').waitFor();
  await writes('tp-guide', 'Reads a guide of a name so long that it takes a line more than before');
  await same('a touchpoint more, a longer name');
});

test('the outline lies around the chosen card, after any change of the picture', { skip }, async (t) => {
  const { page } = await studio(t);
  const off = async () => {
    const [card, mark] = await Promise.all([page.locator('#tp-cart').boundingBox(), page.locator('.mark.selected').boundingBox()]);
    if (!card || !mark) return 1000;
    const slack = { left: card.x - mark.x, top: card.y - mark.y, right: mark.x + mark.width - card.x - card.width, bottom: mark.y + mark.height - card.y - card.height };
    return Math.max(...Object.values(slack).map((side) => Math.abs(side - 3)));
  };
  const around = (what) => until(async () => (await off()) < 3, what);
  await page.locator('#tp-cart').click();
  await around('chosen');
  await page.getByRole('button', { name: 'Lanes' }).click();
  await page.getByRole('checkbox', { name: 'What they want' }).check();
  await page.locator('[id^="wants-"]').first().waitFor();
  await around('a lane more');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('checkbox', { name: 'What they want' }).count(), 0, 'Escape closes the menu');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await around('larger');
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await around('back on the map');
  await page.locator('#stage-awareness').click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Touchpoint', exact: true }).click();
  await page.locator('#tp-new_touchpoint').waitFor();
  await page.locator('#tp-cart').click();
  await around('a touchpoint more');
});

test('choosing an emotion scrolls nothing but the panel', { skip }, async (t) => {
  const { page, text } = await studio(t);
  await page.locator('#tp-cart').click();
  const choice = page.getByRole('complementary').getByRole('group', { name: /^Emotion/ }).first();
  const value = choice.getByText('−1', { exact: true });
  await value.scrollIntoViewIfNeeded();
  const card = await page.locator('#tp-cart').boundingBox();
  const before = text();
  const { x, y, width, height } = await value.boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  await until(() => text() !== before, 'saved');
  await page.waitForFunction(([x, y]) => Math.abs(document.querySelector('#tp-cart')?.getBoundingClientRect().x - x) < 1 &&
    Math.abs(document.querySelector('#tp-cart').getBoundingClientRect().y - y) < 1, [card.x, card.y]);  // the map stays where it was
  const page_ = await page.evaluate(() => ({ top: scrollY, over: document.documentElement.scrollHeight - innerHeight }));
  assert.deepEqual(page_, { top: 0, over: 0 }, 'the page itself neither scrolls nor can');
  assert.ok(await value.isVisible());
});

test('a line shows where a dragged card would fall, and Escape lets go of it', { skip }, async (t) => {
  const { page, text } = await studio(t);
  const before = text();
  const [from, to] = await Promise.all(['#tp-guide', '#tp-product'].map((id) => page.locator(id).boundingBox()));
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40);
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 4);
  const line = await page.locator('.landing').boundingBox();
  assert.ok(line.y > to.y + to.height - 4 && line.y < to.y + to.height + 30, 'right below the card');
  assert.ok(line.x >= to.x - 8 && line.x + line.width <= to.x + to.width + 8, 'as wide as it');
  await page.keyboard.press('Escape');
  await page.locator('.landing').waitFor({ state: 'detached' });
  await page.mouse.up();
  await page.locator('#tp-cart').click();
  await page.getByRole('complementary').getByRole('heading', { name: 'Adds to the cart' }).waitFor();
  assert.equal(text(), before);
});

test('with a broken file nothing false is said, and what was done can be undone once it is mended', { skip }, async (t) => {
  const { page, text, write, complaints } = await studio(t, {}, { events: true });
  const first = text();
  await page.locator('#tp-cart').dblclick();
  await page.getByLabel('The text').fill('Fills the basket');
  await page.keyboard.press('Enter');
  await until(() => text() !== first, 'edited');
  const edited = text();
  write(edited.replace('\nstages:', '\n stages:'));
  await page.getByText('1 error keeps the map from being drawn').waitFor();
  await page.getByText('maps/shop.yaml, line').waitFor();
  await page.getByText('File to mend').waitFor();
  for (const way of ['Undo', 'Redo']) assert.ok(await page.getByRole('button', { name: way }).isDisabled(), way);
  for (const place of ['Findings', 'Actions', 'Calendar']) {
    await page.getByRole('button', { name: place, exact: true }).click();
    await page.getByRole('heading', { name: '1 error keeps the map from being drawn' }).waitFor();
    for (const false_ of ['not measured yet', 'No stage has a date', 'No action yet']) assert.equal(await page.getByText(false_).count(), 0, `${place}: ${false_}`);
  }
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  write(edited);
  await page.locator('#tp-cart', { hasText: 'Fills the basket' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(() => text() === first, 'the edit before the accident is taken back');
  assert.deepEqual(complaints, []);
});

for (const [width, height] of [[1280, 800], [1024, 768], [820, 1180]])
  test(`at ${width} × ${height} nothing of the frame is cut and the map can be read`, { skip }, async (t) => {
    const { page } = await studio(t, { width, height, locale: 'fr-FR' });
    await page.evaluate(() => document.fonts.ready);
    const { over, cut, small } = await page.evaluate(() => {
      const inFrame = [...document.querySelectorAll('header > *, nav > *, [role=toolbar] > *')].filter((element) => element.getBoundingClientRect().width > 1);
      return {
        over: document.documentElement.scrollWidth - innerWidth,
        cut: inFrame.filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().bottom > innerHeight + 1).length,
        small: Math.min(...[...document.querySelectorAll('.picture text')].map((text) => parseFloat(text.getAttribute('font-size') ?? '12') * text.getScreenCTM().a)),
      };
    });
    assert.equal(over, 0);
    assert.equal(cut, 0);
    assert.ok(small > 7.5, `its smallest text is ${small} px high`);
  });

test('what is typed while the server is away is kept, and sent once it is back', { skip }, async (t) => {
  const { page, text } = await studio(t);
  await page.locator('#tp-cart').click();
  const name = page.getByRole('complementary').getByLabel('Name');
  await page.context().setOffline(true);
  await name.fill('Into the basket');
  await name.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Offline' }).waitFor();
  assert.doesNotMatch(text(), /Into the basket/);
  await page.context().setOffline(false);
  await until(() => text().includes('Into the basket'), 'it was sent');
  await page.locator('.state.saved').waitFor();
  await page.locator('#tp-cart', { hasText: 'Into the basket' }).waitFor();
});

test('an address that leads to no map says so, and leads to those that are there', { skip }, async (t) => {
  const { page, url } = await studio(t);
  await page.goto(new URL('/the_old_one/findings', url).href);
  await page.getByRole('heading', { name: 'This map is not here' }).waitFor();
  await page.getByText('leads to “the_old_one”').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Buying bed linen online' }).click();
  await page.getByRole('heading', { name: 'The five tests of a good journey' }).waitFor();
  assert.match(page.url(), /\/shop\/findings$/);
});
