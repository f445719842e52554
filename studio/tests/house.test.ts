// The studio's rooms: which may import which (src/rooms.txt), how long files are, and that the types are those of the server's description.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const src = path.join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|svelte)$/.test(name) && name !== 'env.d.ts');

function mayUse(): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const line of readFileSync(path.join(src, 'rooms.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [room = '', uses = ''] = line.split(':');
    const named = uses.split(' ').filter(Boolean);
    table.set(room, new Set([room, ...named.flatMap((used) => [...table.get(used)!])]));
  }
  return table;
}

const roomOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : file.replace(/\.ts$/, ''));

test('every import keeps to the table of rooms', () => {
  const table = mayUse();
  for (const file of files)
    for (const [, target = ''] of readFileSync(path.join(src, file), 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)) {
      const used = roomOf(path.relative(src, path.resolve(src, path.dirname(file), target)));
      if (!used.endsWith('.css')) expect(table.get(roomOf(file)), file).toContain(used);
    }
  expect(files.length).toBeGreaterThan(30);
});

test('files stay small, and nothing is styled or written as markup where the content policy forbids it', () => {
  for (const file of files.filter((name) => name !== 'api/schema.ts')) {
    const text = readFileSync(path.join(src, file), 'utf8');
    expect(text.split('\n').length, file).toBeLessThan(250);
    expect(text, file).not.toMatch(/\{@html|innerHTML|\sstyle="/);
  }
});

test('the types are made from openapi.yaml', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parcours-schema-'));
  const made = path.join(folder, 'schema.ts');
  const generator = path.resolve(root, '../node_modules/openapi-typescript/bin/cli.js');
  execFileSync(process.execPath, [generator, path.resolve(root, '../docs/formats/openapi.yaml'), '-o', made], { stdio: 'ignore' });
  expect(readFileSync(path.join(src, 'api/schema.ts'), 'utf8'), 'run ./dev studio').toBe(readFileSync(made, 'utf8'));
  rmSync(folder, { recursive: true });
});
