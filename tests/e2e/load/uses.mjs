// What people do with a studio, a function each: (client, luck, world) → the statuses it was answered with. What is not foreseen is an error.
import assert from 'node:assert/strict';
import { listener } from './listener.mjs';

const kMap = 'api/maps/shop';
const kForms = ['svg', 'png', 'pdf', 'html', 'pptx', 'xlsx', 'csv', 'mmd', 'xml', 'ics'];
const kQuestions = [
  { question: 'flow' },
  { question: 'flow', nodes: 'stage' },
  { question: 'variants' },
  { question: 'funnel', steps: ['product', 'cart', 'order'], window: '7d' },
  { question: 'channels' },
  { question: 'retention' },
];

function fine(answer, ...foreseen) {
  assert.ok([200, 201, ...foreseen].includes(answer.status), `${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
}

async function edits({ get, post }, luck) {
  const map = fine(await get(kMap)).json();
  const edit = { set: 'offer/en', value: `Bedding ${luck.below(1000)}`, was: map.content.offer.en };
  fine(await post(`${kMap}/edits`, { of: map.of, edits: [edit] }), 409);
}

async function reads({ get }) {
  for (const path of ['api/workspace', 'api/session', `${kMap}/figures`, `${kMap}/findings`, `${kMap}/picture`]) fine(await get(path));
}

async function asks({ post }, luck) {
  fine(await post(`${kMap}/ask`, { ...luck.one(kQuestions), ...(luck.below(2) ? { where: ['platform=mobile'] } : {}) }));
}

async function breaksDown({ get }, luck) {
  fine(await get(`${kMap}/segments`));
  fine(await get(`${kMap}/figures?${luck.one(['by=platform', 'where=platform%3Dmobile', 'by=channel'])}`));
}

async function lists({ post, get }) {
  const listed = fine(await post(`${kMap}/customers`, { ask: { question: 'measure' }, touchpoint: 'cart', who: 'lost' })).json();
  const [customer] = listed.customers ?? [];
  if (customer) fine(await get(`${kMap}/customer?id=${encodeURIComponent(customer.customer)}`), 404);
}

async function imports({ send, remove }, luck, { files }) {
  const bytes = luck.one(files);
  fine(await send('api/look?name=more.csv', bytes));
  const done = fine(await send('api/imports?name=more.csv', bytes), 409, 422); // refused while the same rows are there by another
  const id = done.status < 300 ? done.json().import : null;
  if (id !== null) fine(await remove(`api/imports/${id}`), 404);
}

async function exports_({ get }, luck) {
  fine(await get(`${kMap}/out/${luck.one(kForms)}?theme=${luck.one(['light', 'dark', 'print'])}`));
}

async function looks({ get }, luck) {
  const of = luck.one(['map', 'actions', 'personas', 'calendar', 'views']);
  fine(await get(`${kMap}/picture?of=${of}&lang=${luck.one(['fr', 'en'])}&theme=${luck.one(['light', 'dark', 'contrast'])}`));
  fine(await get(`api/several/${luck.one(['portfolio', 'overview', 'stakeholders', 'impact'])}`));
  fine(await get('api/templates'));
}

async function listens(_, luck, { url }) {
  const open = Array.from({ length: 1 + luck.below(4) }, () => listener(url));
  await Promise.all(open.map((one) => one.begun()));
  for (const one of open) one.close();
}

// A map has 200 links at most, revoked ones among them: after those, null.
async function linked({ post }, wish) {
  const answer = fine(await post(`${kMap}/links`, { name: 'Load', ...wish }), 400);
  if (answer.status === 400) assert.match(answer.text, /200 links at most/);
  return answer.status === 400 ? null : answer.json();
}

async function shares(one, luck, { until }) {
  const { get, remove } = one;
  const made = await linked(one, { kind: 'share', until, figures: luck.below(2) === 1, ...(luck.below(4) ? {} : { passcode: 'long enough' }) });
  if (!made) return;
  const at = `api/links/${made.token}`;
  const locked = fine(await get(at)).json().needs_passcode;
  if (!locked) for (const path of ['/picture', '/page']) fine(await get(at + path));
  fine(await get(`${kMap}/links`));
  fine(await remove(`${kMap}/links/${made.link.id}`));
  assert.equal((await get(at)).status, 404);
}

async function speaks(one, luck, { until }) {
  const { get, post, remove } = one;
  const made = await linked(one, { kind: 'workshop', until, teams: ['Sales', 'Care'] });
  if (!made) return;
  const at = `api/links/${made.token}`;
  for (const team of ['Sales', 'Care']) {
    const key = { 'Parcours-Contributor': fine(await post(`${at}/join`, { team })).json().contributor };
    fine(await post(`${at}/said`, { touchpoint: 'cart', emotion: luck.below(5) - 2, note: `Note ${luck.below(9)}` }, key));
    fine(await get(`${at}/said`, key));
  }
  fine(await get(`${kMap}/picture?of=views`));
  fine(await remove(`${kMap}/links/${made.link.id}`));
}

export const uses = { edits, reads, asks, breaksDown, lists, imports, exports: exports_, looks, listens, shares, speaks };
