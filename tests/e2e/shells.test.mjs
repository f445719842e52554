// The completion scripts in their shells, and the manual page in man.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { program, root, run, workFolder, workspace } from './program.mjs';

const missing = (tool) => (spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0 ? false : `${tool} is not installed here`);

function script(t, shell) {
  const done = run(['completions', shell]);
  assert.equal(done.code, 0, done.err);
  const file = path.join(workFolder(t), `parcours.${shell}`);
  writeFileSync(file, done.out);
  return file;
}

// What a shell's own machinery offers for `line`, the cursor at its end; in `folder`.
function bash(file, line, folder) {
  // As readline does it: words are cut at blanks and at the characters of COMP_WORDBREAKS, which are words themselves.
  const words = [];
  for (const piece of line.split(' ')) words.push(...(piece === '' ? [''] : piece.split(/([=:])/).filter((word) => word !== '')));
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const test = `compopt() { :; }; source '${file}'; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _parcours '${program}'; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const done = spawnSync('bash', ['--norc', '-euc', test], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  assert.equal(done.stderr, '');
  return done.stdout.split('\n').filter((word) => word !== '').sort();
}

test('bash completes commands, options, values, maps and files', (t) => {
  const file = script(t, 'bash');
  const folder = workspace(t, 'shop');
  mkdirSync(path.join(folder, 'figures'));
  const offered = (line) => bash(file, line, folder);
  assert.deepEqual(offered('parcours fun'), ['funnel']);
  assert.deepEqual(offered('parcours draw '), ['shop']);
  assert.deepEqual(offered('parcours draw shop --theme '), ['contrast', 'dark', 'light', 'print']);
  assert.deepEqual(offered('parcours draw --theme=pr'), ['print'], 'bash keeps what stands before the =');
  assert.deepEqual(offered('parcours draw --theme='), ['contrast', 'dark', 'light', 'print']);
  assert.deepEqual(offered('parcours draw shop -o parc'), ['parcours.yaml']);
  assert.deepEqual(offered('parcours draw --output=parc'), ['parcours.yaml']);
  assert.deepEqual(offered('parcours -C fig'), ['figures']);
  assert.deepEqual(offered('parcours measure shop --where platform=mobile --who '), ['lost', 'open', 'visited']);
  assert.ok(offered('parcours measure --list ').includes('payment'), 'a touchpoint of the only map');
  assert.deepEqual(offered('parcours draw nothing-begins-so'), []);
});

test('the scripts load into a real bash', (t) => {
  const done = spawnSync('bash', ['--norc', '-euc', `source '${script(t, 'bash')}' && complete -p parcours`], { encoding: 'utf8' });
  assert.equal(done.stdout, 'complete -F _parcours parcours\n', done.stderr);
});

test('the script for zsh is zsh', { skip: missing('zsh') }, (t) => {
  const done = spawnSync('zsh', ['-n', script(t, 'zsh')], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
});

test('fish completes commands, options, values, maps and files', { skip: missing('fish') }, (t) => {
  const file = script(t, 'fish');
  assert.equal(spawnSync('fish', ['-n', file]).status, 0);
  const folder = workspace(t, 'shop');
  const offered = (line) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, PATH: `${path.dirname(program)}:${process.env.PATH}` };
    const done = spawnSync('fish', ['--no-config', '-c', `source '${file}'; complete -C '${line}'`], { cwd: folder, encoding: 'utf8', env });
    return done.stdout.split('\n').filter((found) => found !== '').map((found) => found.split('\t')[0]).sort();
  };
  assert.deepEqual(offered('parcours fun'), ['funnel']);
  assert.deepEqual(offered('parcours draw '), ['shop']);
  assert.deepEqual(offered('parcours draw shop --theme '), ['contrast', 'dark', 'light', 'print']);
  assert.deepEqual(offered('parcours draw --theme=pr'), ['--theme=print']);
  assert.deepEqual(offered('parcours draw -o parc'), ['parcours.yaml']);
  assert.deepEqual(offered('parcours draw --output=parc'), ['--output=parcours.yaml']);
});

test('a shell that is none is refused, and told which there are', () => {
  const { code, err } = run(['completions', 'powershell']);
  assert.equal(code, 2);
  assert.match(err, /bash, zsh or fish/);
});

for (const [page, language] of [['parcours.1', 'en'], ['parcours.fr.1', 'fr']]) {
  test(`man reads docs/man/${page} without a warning, and the program prints it`, { skip: missing('man') }, () => {
    const file = path.join(root, 'docs/man', page);
    const done = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', file], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', MANPAGER: 'cat', MANWIDTH: '100' } });
    assert.equal(done.status, 0, done.stderr);
    assert.equal(done.stderr, '');
    assert.match(done.stdout, /--theme light\|dark/);
    assert.ok(!/\\f|\\e/.test(done.stdout));
    const printed = run(['--lang', language, 'man']);
    assert.equal(printed.out.split('\n')[1].split(' ')[1], 'PARCOURS');
  });
  test(`mandoc has nothing to say of ${page}`, { skip: missing('mandoc') }, () => {
    const done = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', path.join(root, 'docs/man', page)], { encoding: 'utf8' });
    assert.equal(done.stdout + done.stderr, '');
  });
}
