// The documents hold: links resolve, and the commands they show run.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync, existsSync, readdirSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { root, program, workFolder } from './program.mjs';

const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');

test('every link to a file of the project resolves', () => {
  const broken = [];
  for (const document of documents) {
    const text = readFileSync(path.join(root, document), 'utf8').replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|mailto:|#)/.test(target)) continue;
      const file = path.join(root, path.dirname(document), decodeURI(target.split('#')[0]));
      if (!existsSync(file)) broken.push(`${document}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('nothing names this machine or a registry', () => {
  const hits = spawnSync('git', ['grep', '-nIE', 'https?://registry\\.|/wor[k]/|/roo[t]/', '--', '.', ':!*.svg'], { cwd: root, encoding: 'utf8' }).stdout;
  assert.equal(hits, '');
});

test('nothing that a tool makes is kept with the sources', () => {
  const made = execFileSync('git', ['ls-files', '--cached', '--ignored', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  assert.equal(made, '');
});

// A file with the columns that the README's commands name.
function writeOrders(folder) {
  const rows = ['email,date,action'];
  const actions = ['ad_click', 'view_item', 'add_to_cart', 'begin_checkout', 'add_payment_info', 'purchase'];
  for (let customer = 0; customer < 60; ++customer)
    for (let step = 0; step <= customer % actions.length; ++step) rows.push(`c${customer}@example.org,2026-09-${10 + step} 10:${10 + (customer % 50)}:00,${actions[step]}`);
  writeFileSync(path.join(folder, 'orders.csv'), rows.join('\n') + '\n');
}

function commandsOf(document, heading) {
  const text = readFileSync(path.join(root, document), 'utf8');
  const section = text.slice(text.indexOf(heading)).split(/\n## /)[0] + '';
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block.split('\n')).map((line) => line.split(/\s+#/)[0].trim()).filter((line) => /^(parcours|cd) /.test(line));
}

for (const [document, heading, file] of [['README.md', '## Your own map', 'orders.csv'], ['README.fr.md', '## Votre carte', 'commandes.csv']]) {
  test(`the commands of ${document} run as they stand`, (t) => {
    const folder = workFolder(t);
    let at = folder;
    const commands = commandsOf(document, heading);
    assert.ok(commands.length >= 8, commands.join('\n'));
    for (const command of commands) {
      if (command.startsWith('cd ')) {
        at = path.join(at, command.slice(3));
        writeOrders(at);
        if (file !== 'orders.csv') writeFileSync(path.join(at, file), readFileSync(path.join(at, 'orders.csv')));
        continue;
      }
      const done = spawnSync(program, command.split(/\s+/).slice(1), { cwd: at, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      assert.ok(done.status === 0 || (done.status === 1 && command.includes(' check')), `${command}: ${done.status} ${done.stderr} ${done.stdout}`);
    }
  });
}
