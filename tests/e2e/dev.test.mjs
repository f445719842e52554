// ./dev in a folder of its own, where what it calls only says that it was called.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, workFolder } from './program.mjs';

// Everything is installed, and the studio is built.
function clone(t) {
  const folder = workFolder(t);
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  copyFileSync(path.join(root, 'dev'), path.join(folder, 'dev'));
  write('tools/debian-packages.txt', '');
  for (const lock of ['package-lock.json', 'node_modules/.parcours-lock']) write(lock, '{}');
  for (const part of ['include/duckdb.h', 'lib/libduckdb.so']) write(`.deps/duckdb/${part}`, '');
  write('build/studio/index.html', '');
  for (const [name, says] of [['cmake', 'echo "cmake $*" >>called'], ['ninja', 'echo "ninja $2" >>called'], ['npm', 'echo 10.9.4']]) {
    write(`bin/${name}`, `#!/bin/sh\n${says}\n`);
    chmodSync(path.join(folder, 'bin', name), 0o755);
  }
  return { folder, write };
}

function build(folder) {
  const env = { ...process.env, PATH: `${folder}/bin:${path.dirname(process.execPath)}:/usr/bin:/bin` };
  execFileSync('bash', ['dev', 'build'], { cwd: folder, env, stdio: 'pipe' });
  return readFileSync(path.join(folder, 'called'), 'utf8');
}

test('./dev configures afresh a build tree that was made for another folder', (t) => {
  const { folder, write } = clone(t);
  write('build/release/build.ninja', '');
  write('build/release/CMakeCache.txt', 'CMAKE_HOME_DIRECTORY:INTERNAL=/tmp\n');
  assert.equal(build(folder), 'cmake --fresh --preset release\nninja build/release\n');
});

test('./dev leaves its own build tree as it is, and configures where there is none', (t) => {
  const { folder, write } = clone(t);
  write('build/release/build.ninja', '');
  write('build/release/CMakeCache.txt', `CMAKE_HOME_DIRECTORY:INTERNAL=${folder}\n`);
  assert.equal(build(folder), 'ninja build/release\n');
  const none = clone(t);
  assert.equal(build(none.folder), 'cmake --preset release\nninja build/release\n');
});
