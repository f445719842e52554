// The server through sockets: what a browser, a curious page and a hostile program get.
import test from 'node:test';
import assert from 'node:assert/strict';
import net from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serve } from './server.mjs';
import { run, workspace } from './program.mjs';

// Sends the bytes and gives all that comes back until the connection ends.
function raw(port, text) {
  return new Promise((resolve) => {
    let got = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => (got += part));
    socket.on('error', () => resolve(got));
    socket.on('close', () => resolve(got));
  });
}

const statusOf = (answer) => Number(answer.split(' ')[1]);

test('pages, data, edits and a clean end', async (t) => {
  const folder = workspace(t, 'shop');
  const { url, child, ended } = await serve(t, folder);
  const page = await fetch(url);
  assert.match(page.headers.get('content-security-policy'), /default-src 'none'/);
  const map = await (await fetch(`${url}api/maps/shop`)).json();
  const body = JSON.stringify({ of: map.of, edits: [{ set: 'title', value: 'Du linge', was: map.content.title }] });
  const done = await fetch(`${url}api/maps/shop/edits`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  assert.equal(done.status, 200);
  assert.match(readFileSync(path.join(folder, 'maps/shop.yaml'), 'utf8'), /^title: Du linge$/m);
  assert.match(await (await fetch(`${url}api/maps/shop/picture?lang=fr`)).text(), /Du linge/);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
});

test('changes made by another program are told', async (t) => {
  const folder = workspace(t, 'shop');
  const { url } = await serve(t, folder);
  const reader = (await fetch(`${url}api/changes`)).body.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (word) => {
    while (!heard.includes(word)) heard += (await reader.read()).value;
  };
  await until('event: there');
  writeFileSync(path.join(folder, 'maps/more.yaml'), 'parcours: 1\ntitle: T\nstages: []\n');
  await until('maps/more.yaml');
  await reader.cancel();
});

test('a taken port is told, with the way out', async (t) => {
  const folder = workspace(t, 'shop');
  const { port } = await serve(t, folder);
  const { code, err } = run(['-C', folder, 'serve', '--no-open', '--port', String(port)]);
  assert.equal(code, 2);
  assert.match(err, /--port 0/);
  assert.equal(run(['-C', folder, 'serve', '--port', '70000']).code, 2);
});

test('foreign hosts, broken HTTP and what is too large are refused; the server stays', async (t) => {
  const { url, port } = await serve(t, workspace(t, 'shop'));
  const head = `Host: 127.0.0.1:${port}\r\nConnection: close\r\n`;
  const asked = (text) => raw(port, text).then(statusOf);
  assert.equal(await asked('GET /api/workspace HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'), 421);
  assert.equal(await asked(`GET / HTTP/1.1\r\n${head}X: ${'a'.repeat(20_000)}\r\n\r\n`), 431);
  assert.equal(await asked(`POST /api/maps/shop/edits HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n`), 413);
  assert.equal(await asked(`GET /../../../etc/passwd HTTP/1.1\r\n${head}\r\n`), 404);
  assert.equal(await asked('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 TLS here\r\n\r\n'), 400);
  assert.equal(await asked(`POST /api/maps/shop/edits HTTP/1.1\r\n${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`), 400);
  assert.equal((await fetch(`${url}api/workspace`)).status, 200);
});

test('a crowd of silent connections does not keep others waiting for long', async (t) => {
  const { url, port } = await serve(t, workspace(t, 'shop'));
  const silent = await Promise.all(Array.from({ length: 40 }, () => new Promise((resolve) => { const socket = net.connect(port, '127.0.0.1', () => resolve(socket)); socket.on('error', () => {}); })));
  assert.equal((await fetch(`${url}api/workspace`)).status, 200);
  for (const socket of silent) socket.destroy();
});

test('while many guess at a passcode, others are answered; no guess gets through that would have had to wait', async (t) => {
  const { url } = await serve(t, workspace(t, 'shop'));
  const post = (target, body) => fetch(`${url}${target}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const made = await post('api/maps/shop/links', { kind: 'share', until, passcode: 'perle-42' });
  assert.equal(made.status, 201);
  const { token } = await made.json();
  const guesses = Array.from({ length: 60 }, (_, n) => post(`api/links/${token}/enter`, { passcode: `perle-${n + 100}` }).then(({ status }) => status));
  assert.equal((await fetch(`${url}api/workspace`)).status, 200);
  const answers = await Promise.all(guesses);
  for (const status of answers) assert.ok([403, 429, 503].includes(status), String(status));
  assert.ok(answers.filter((status) => status === 403).length <= 12, 'few are weighed at all: each failure doubles the wait');
});
