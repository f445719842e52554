// Several sources, one customer: a shop's orders, its mailings, its tickets and its survey, as the tools export them; and figures from elsewhere.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { run, json, workspace, workFolder, root } from './program.mjs';

const sample = (name) => path.join(root, 'tests/data/recipes', name);
const into = (folder, ...args) => json(['-C', folder, 'import', ...args]);
const events = (folder, who) => json(['-C', folder, 'customer', who]).events.map((e) => e.event);

const map = `parcours: 1
title: Commande
language: fr
goal: order
stages:
  - id: awareness
    name: Découverte
    phase: before
    touchpoints:
      - {id: mail, name: Ouvre l’e-mail, channel: email, match: {event: email_opened}}
  - id: purchase
    name: Achat
    phase: during
    touchpoints:
      # the order
      - {id: order, name: Commande, channel: site, match: {event: order_placed}}
  - id: after
    name: Après
    phase: after
    touchpoints:
      - {id: help, name: Écrit au service client, channel: email, match: {event: ticket_opened}}
      - {id: survey, name: Répond à l’enquête, channel: survey, match: {event: survey_answered}}
`;

function shop(t) {
  const folder = workspace(t);
  writeFileSync(path.join(folder, 'maps/order.yaml'), map);
  return folder;
}

test('four exports as they come, joined by address: journeys cross the channels', (t) => {
  const folder = shop(t);
  const shopify = into(folder, sample('shopify.csv'));
  assert.equal(shopify.imported, 8);
  assert.deepEqual(shopify.rejects.map((r) => [r.line, r.reason]), [[6, 'empty customer']]);
  assert.equal(into(folder, sample('brevo.csv')).left_aside, 1);
  into(folder, sample('zendesk.csv'), sample('typeform.csv'));
  // Ana@Example.com of the shop is ana@example.com of the rest.
  assert.deepEqual(events(folder, 'Ana@Example.com'), ['email_sent', 'email_delivered', 'email_opened', 'email_clicked', 'order_placed', 'order_paid', 'order_shipped',
    'ticket_opened', 'ticket_solved', 'ticket_rated_good', 'survey_started', 'survey_answered']);
  // Of 5 customers with an address who were seen (ana, bob, chloe, zoe) and one unnamed response, three use two channels or more.
  const channels = json(['-C', folder, 'channels']);
  assert.ok(channels, 'channels answer');
  const measured = json(['-C', folder, 'measure', 'order']);
  const customers = Object.fromEntries(measured.stages.flatMap((s) => s.touchpoints).map((p) => [p.id, p.customers]));
  assert.deepEqual(customers, { mail: 1, order: 3, help: 3, survey: 2 });
});

test('every export again adds nothing', (t) => {
  const folder = shop(t);
  for (const file of ['shopify.csv', 'woocommerce.csv', 'prestashop.csv', 'stripe.csv', 'brevo.csv', 'mailchimp.csv', 'matomo.csv', 'ga4.ndjson', 'zendesk.csv', 'typeform.csv', 'hubspot.csv']) {
    const first = into(folder, sample(file));
    assert.ok(first.imported > 0, file);
    assert.equal(into(folder, sample(file)).imported, 0, file);
  }
});

test('a source that knows its customers otherwise is joined by --link, and the choice is remembered', (t) => {
  const folder = shop(t);
  into(folder, sample('shopify.csv'));
  const visits = path.join(folder, 'visits.csv');
  writeFileSync(visits, 'visitor;when;what;login\nv1;2026-10-01 10:00;page;  ANA@example.com \nv2;2026-10-01 11:00;page;\nv1;2026-10-02 10:00;cart;\n');
  into(folder, visits, '--customer', 'visitor', '--time', 'when', '--event', 'what', '--link', 'login');
  const next = path.join(folder, 'visits-2.csv');
  writeFileSync(next, 'login;visitor;when;what\n;v2;2026-10-03 10:00;page\nbob@example.com;v3;2026-10-03 11:00;page\n');
  const { err, out } = run(['-C', folder, 'import', next]);
  assert.match(err, /what was chosen last time is followed/);
  assert.match(out, /2/);
  assert.ok(events(folder, 'ana@example.com').includes('cart'));
  assert.ok(events(folder, 'v3').includes('order_placed'));
  assert.doesNotMatch(run(['-C', folder, 'import', next, '--fresh', '--dry-run']).err, /last time/);
  // One option more overrides nothing else, and is remembered beside the others.
  const scored = path.join(folder, 'visits-3.csv');
  writeFileSync(scored, 'login;visitor;when;what\n;v4;2026-10-03 10:00;page\nbob@example.com;v3;2026-10-04 11:00;page\n');
  const more = run(['-C', folder, 'import', scored, '--channel', '', '--source', '']).err;
  assert.match(more, /customer ← visitor \(as last time\)/);
  assert.match(more, /login \(as last time\)/);
  assert.match(run(['-C', folder, 'import', scored]).err, /customer ← visitor \(as last time\)/);
});

test('pseudonyms join sources and name nobody', (t) => {
  const folder = shop(t);
  into(folder, sample('shopify.csv'), '--pseudonymise');
  into(folder, sample('zendesk.csv'), '--pseudonymise');
  const ana = json(['-C', folder, 'customer', 'ana@example.com']);
  assert.equal(ana.identities.length, 1);
  assert.match(ana.identities[0], /^p-[0-9a-f]{32}$/);
  assert.deepEqual(ana.events.map((e) => e.event), ['order_placed', 'order_paid', 'order_shipped', 'ticket_opened', 'ticket_solved', 'ticket_rated_good']);
  assert.doesNotMatch(JSON.stringify(ana), /Ana|Duval|example\.com/);
  assert.ok(existsSync(path.join(folder, '.parcours/pseudonym.key')));
  assert.equal(run(['-C', folder, 'forget', 'ana@example.com', '--yes']).code, 0);
  assert.equal(run(['-C', folder, 'customer', 'ana@example.com']).code, 2);
  assert.equal(into(folder, sample('shopify.csv'), '--pseudonymise').erased, 3);
});

test('recipes are listed, and a slip is understood', () => {
  const { recipes } = json(['import', '--recipes']);
  assert.equal(recipes.length, 11);
  assert.ok(recipes.every((r) => r.id && r.name));
});

test('a recipe of one’s own', (t) => {
  const folder = shop(t);
  const recipe = path.join(folder, 'till.recipe');
  writeFileSync(recipe, 'recipe = 1\nname.fr = Caisse\nname.en = Till\ncustomer = [card]\nchannel = shop\n\n[bought]\ntime = [at]\nvalue = [sum]\n');
  const till = path.join(folder, 'till.csv');
  writeFileSync(till, 'card,at,sum\n17,2026-10-01 10:00,12.5\n18,2026-10-01 11:00,3\n');
  assert.equal(into(folder, till, '--recipe', recipe).imported, 2);
  writeFileSync(recipe, 'recipe = 1\ncolour = red\n');
  const { code, err } = run(['-C', folder, 'import', till, '--recipe', recipe]);
  assert.equal(code, 2);
  assert.match(err, /till\.recipe:2: error\[recipe-key\]/);
});

test('figures from elsewhere: all or nothing, brought up to date, drawn and counted as reported', (t) => {
  const folder = shop(t);
  const file = path.join(workFolder(t), 'chiffres.csv');
  const said = (...args) => run(['-C', folder, 'figures', 'import', file, '--map', 'order', ...args]);
  const before = readFileSync(path.join(folder, 'maps/order.yaml'), 'utf8');
  const reported = () => json(['-C', folder, 'measure', 'order']).statements.reported;

  writeFileSync(file, 'point de contact;mesure;valeur;unité;n;source;date\norder;time;12;min;40;étude 2026;2026-05-01\norder;drop_off;35 %;;40;étude 2026;2026-05-01\nhelp;npss;3;;;étude;\nnowhere;nps;3;;;étude;\n');
  const refused = said();
  assert.equal(refused.code, 3);
  assert.match(refused.err, /chiffres\.csv:4: mesure: `npss` is no measure: did you mean `nps`\?/);
  assert.match(refused.err, /chiffres\.csv:5: point de contact: the map has no touchpoint `nowhere`/);
  assert.equal(readFileSync(path.join(folder, 'maps/order.yaml'), 'utf8'), before);

  writeFileSync(file, 'point de contact;mesure;valeur;unité;n;source;date\norder;time;12;min;40;étude 2026;2026-05-01\norder;drop_off;35 %;;40;étude 2026;2026-05-01\nhelp;nps;-12,5;;120;baromètre;01/05/2026\n');
  const done = said();
  assert.equal(done.code, 3, 'the 1st of May 2026 reads as the 5th of January too');
  assert.match(done.err, /date/);

  writeFileSync(file, readFileSync(file, 'utf8').replace('01/05/2026', '2026-05-13'));
  assert.equal(said('--dry-run').code, 0);
  assert.equal(readFileSync(path.join(folder, 'maps/order.yaml'), 'utf8'), before);
  assert.equal(said().code, 0);
  const after = readFileSync(path.join(folder, 'maps/order.yaml'), 'utf8');
  assert.match(after, /# the order/);
  assert.match(after, /value: 12m,/);
  assert.match(after, /0\.35/);
  assert.match(after, /-12\.5/);
  assert.equal(json(['-C', folder, 'figures', 'import', file, '--map', 'order']).same, 3);

  writeFileSync(file, 'touchpoint,measure,value,n,source,date\norder,time,15min,60,étude 2026,2026-05-01\n');
  const updated = json(['-C', folder, 'figures', 'import', file, '--map', 'order']);
  assert.deepEqual([updated.added, updated.changed, updated.same], [0, 1, 0]);
  assert.match(readFileSync(path.join(folder, 'maps/order.yaml'), 'utf8'), /value: 15m,/);

  const picture = path.join(folder, 'order.svg');
  assert.equal(run(['-C', folder, 'draw', 'order', '-o', picture]).code, 0);
  assert.match(readFileSync(picture, 'utf8'), /déclaré|reported/);
  // Two touchpoints rest on what was reported; the others are assumed until their events are there.
  into(folder, sample('typeform.csv'));
  assert.equal(reported(), 2);
});
