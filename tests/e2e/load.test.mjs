// Many at once and for long. In every test a small part, without clocks; all of it with PARCOURS_LONG=1, on one line of numbers each (docs/long-tests.md).
import test from 'node:test';
import assert from 'node:assert/strict';
import net from 'node:net';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { client } from './load/client.mjs';
import { apart, expectedLines, firstName, mapText, pathOf } from './load/edited_map.mjs';
import { editAtOnce, endOf } from './load/editors.mjs';
import { listener } from './load/listener.mjs';
import { chance, median, memoryOf, opened, threadsOf, until } from './load/machine.mjs';
import { uses } from './load/uses.mjs';
import { json, run, workFolder, workspace } from './program.mjs';
import { serve } from './server.mjs';

const isLong = process.env.PARCOURS_LONG !== undefined && process.env.PARCOURS_LONG !== '';
const seed = Number(process.env.PARCOURS_SEED ?? 1);
const times = (n, make) => Array.from({ length: n }, (_, k) => make(k));

async function manyMap(t) {
  const folder = workFolder(t);
  mkdirSync(path.join(folder, 'maps'));
  writeFileSync(path.join(folder, 'parcours.yaml'), 'parcours: 1\nname: Many\nlanguage: en\n');
  const file = path.join(folder, 'maps/many.yaml');
  writeFileSync(file, mapText());
  return { folder, file, ...(await serve(t, folder)) };
}

async function stopped({ child, ended }) {
  child.kill('SIGTERM');
  const since = Date.now();
  assert.equal(await ended, 0);
  return (Date.now() - since) / 1000;
}

test(`${isLong ? 200 : 20} open studios each hear each change, and questions are answered meanwhile`, async (t) => {
  const server = await manyMap(t);
  const { get, post, close } = client(server.url);
  const listeners = times(isLong ? 200 : 20, () => listener(server.url));
  await Promise.all(listeners.map((one) => one.begun()));
  let [answered, open] = [0, true];
  const asking = times(4, async () => {
    for (; open; ++answered) for (const what of ['api/workspace', 'api/maps/many', 'api/maps/many/picture']) assert.equal((await get(what)).status, 200);
  });
  const delays = [];
  let map = (await get('api/maps/many')).json();
  for (let n = 0; n < (isLong ? 60 : 4); ++n) {
    const was = n === 0 ? firstName(3) : `Change ${n - 1}`;
    const done = await post('api/maps/many/edits', { of: map.of, edits: [{ set: pathOf(3), value: `Change ${n}`, was }] });
    assert.equal(done.status, 200, done.text);
    map = done.json();
    const since = performance.now();
    await Promise.all(listeners.map((one) => one.version('maps/many.yaml', map.of).then(() => delays.push(performance.now() - since))));
  }
  open = false;
  await Promise.all(asking);
  for (const one of listeners) one.close();
  close();
  assert.ok(answered > 0);
  t.diagnostic(`${listeners.length} streams, ${delays.length} deliveries of ${delays.length / listeners.length} changes, median ${Math.round(median(delays))} ms, last ${Math.round(Math.max(...delays))} ms; ${3 * answered} requests answered meanwhile`);
  assert.ok((await stopped(server)) >= 0);
});

test('half-open requests, more than there may be connections, keep nobody out', async (t) => {
  const server = await manyMap(t);
  const half = ['', 'GET /api/workspace HTTP/1.1\r\nHost: 127', `POST /api/maps/many/edits HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`];
  const sockets = await Promise.all(times(600, async (n) => {
    const socket = net.connect(server.port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    if (half[n % 3]) socket.write(half[n % 3]);
    return socket;
  }));
  for (let n = 0; n < 20; ++n) {
    const { get, close } = client(server.url); // on a connection of its own
    assert.equal((await get('api/workspace')).status, 200);
    close();
  }
  for (const socket of sockets) socket.destroy();
});

test('of those who change the same thing at once one is kept, and the others are told', async (t) => {
  const server = await manyMap(t);
  const clients = times(isLong ? 20 : 5, () => client(server.url));
  for (let round = 0; round < (isLong ? 20 : 4); ++round) {
    const { of, content } = (await clients[0].get('api/maps/many')).json();
    const answers = await Promise.all(clients.map(({ post }, n) => post('api/maps/many/edits', { of, edits: [{ set: 'title', value: `Round ${round} of ${n}`, was: content.title }] })));
    const kept = answers.map((answer, n) => (answer.status === 200 ? n : -1)).filter((n) => n >= 0);
    assert.equal(kept.length, 1);
    const value = `Round ${round} of ${kept[0]}`;
    for (const answer of answers.filter((answer) => answer.status !== 200)) {
      assert.equal(answer.status, 409);
      assert.equal(answer.json().conflict.theirs, value);
    }
    assert.ok(readFileSync(server.file, 'utf8').includes(`title: ${value} # kept`));
  }
  for (const one of clients) one.close();
});

test(`${isLong ? '1 000 edits of 20' : '100 edits of 5'} at once: none that was kept is lost, each that was not is told`, async (t) => {
  const server = await manyMap(t);
  const since = performance.now();
  const rows = await editAtOnce(server.url, isLong ? { editors: 20, edits: 1000, seed } : { editors: 5, edits: 100, seed });
  const took = (performance.now() - since) / 1000;
  assert.equal(rows.length, isLong ? 1000 : 100, 'each was answered');
  const { lines, added } = apart(readFileSync(server.file, 'utf8'));
  assert.deepEqual(lines, expectedLines(endOf(rows)), 'every kept edit, comment and line in its place');
  assert.deepEqual([...added].sort(), rows.filter((row) => row.added && row.kept).map((row) => [row.added, row.name]).sort());
  const refused = rows.filter((row) => !row.kept);
  for (const { path: at, was, value, conflict } of refused) {
    assert.equal(conflict.path, at);
    assert.equal(conflict.yours, value);
    assert.notEqual(conflict.theirs, was, 'told what stands there now');
  }
  assert.equal(await stopped(server).then(() => 0), 0);
  const report = json(['-C', server.folder, 'check']);
  assert.deepEqual(report.maps.flatMap((map) => map.findings).filter((finding) => finding.severity === 'error'), []);
  t.diagnostic(`${rows.length} edits in ${took.toFixed(1)} s: ${rows.length - refused.length} kept and in the file, ${refused.length} refused and told`);
});

// A shop with events, and two files more of the same kind.
function shop(t) {
  const folder = workspace(t, 'shop');
  const simulate = (customers, seed_, more) => assert.equal(run(['-C', folder, 'simulate', 'shop', '--customers', String(customers), '--seed', String(seed_), ...more]).code, 0);
  simulate(isLong ? 2000 : 300, 1, ['--import']);
  const files = [2, 3].map((n) => {
    const file = path.join(workFolder(t), 'more.csv');
    simulate(isLong ? 300 : 60, n, ['-o', file]);
    return readFileSync(file);
  });
  return { folder, files };
}

const kFilesMore = 3; // a file that only some uses open, and keep; what leaks grows with every use
const kFlat = 1.05; // the last third’s median of the resident memory, against the middle third’s

test(`hard use for ${isLong ? 'ten minutes' : 'a while'}: memory stays flat, nothing is left open, and it ends cleanly`, { timeout: isLong ? 1_200_000 : 300_000 }, async (t) => {
  const { folder, files } = shop(t);
  const server = await serve(t, folder);
  const world = { url: server.url, files, until: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) };
  const used = Object.fromEntries(Object.keys(uses).map((name) => [name, 0]));
  const use = async (one, name, luck) => {
    await uses[name](one, luck, world).catch((error) => assert.fail(`${name}: ${error.message}`));
    used[name] += 1;
  };
  const quiet = opened(server.child.pid).sockets;
  const first = client(server.url);
  for (const name of Object.keys(uses)) await use(first, name, chance(seed));
  first.close();
  await until(() => opened(server.child.pid).sockets <= quiet);
  const [before, threads] = [opened(server.child.pid), threadsOf(server.child.pid)];

  const end = Date.now() + (isLong ? 600_000 : 10_000);
  const memory = [];
  let most = threads;
  const watch = setInterval(() => {
    memory.push(memoryOf(server.child.pid));
    most = Math.max(most, threadsOf(server.child.pid));
  }, 3000);
  t.after(() => clearInterval(watch));
  await Promise.all(times(8, async (n) => {
    const [one, luck] = [client(server.url), chance(seed * 100 + n + 1)];
    while (Date.now() < end) await use(one, luck.one(Object.keys(uses)), luck);
    one.close();
  }));
  clearInterval(watch);
  await until(() => opened(server.child.pid).sockets <= quiet);
  const after = opened(server.child.pid).files;
  await until(() => threadsOf(server.child.pid) <= threads); // some uses have one of their own, while they last
  const third = Math.floor(memory.length / 3);
  const [early, middle, last] = [0, 1, 2].map((n) => median(memory.slice(n * third, (n + 1) * third)));
  const all = Object.values(used).reduce((sum, n) => sum + n, 0);
  const listening = listener(server.url); // does not keep it from ending
  await listening.begun();
  const seconds = await stopped(server);
  t.diagnostic(`${all} uses ${JSON.stringify(used)}; memory by thirds ${[early, middle, last].map(Math.round).join(', ')} MiB, at most ${Math.round(Math.max(...memory))}; ${after} files open (${before.files} before), ${threads} threads at rest, at most ${most}; ended in ${seconds.toFixed(1)} s`);
  assert.ok(after <= before.files + kFilesMore, `${after} files open, ${before.files} before`);
  assert.ok(run(['-C', folder, 'check', 'shop']).code <= 1);
  if (!isLong) return;
  assert.ok(last <= kFlat * middle, `the last third holds ${last.toFixed(0)} MiB, the middle third ${middle.toFixed(0)}`);
  assert.ok(seconds < 10, `ended after ${seconds} s`);
});
