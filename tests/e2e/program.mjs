// The program under test, run as a person would, in folders of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.PARCOURS ?? path.join(root, 'build/release/parcours');
export const realData = path.resolve(root, '../shared/data');
export const noRealData = existsSync(realData) ? false : 'the real data sets (../shared/data) are not here';

// Runs `parcours ARGS…` in English unless told; gives {code, out, err}.
export function run(args, { cwd = root, input, env = {} } = {}) {
  const done = spawnSync(program, args, { cwd, input, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', ...env }, maxBuffer: 1 << 28 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

// The same, which must succeed; gives its JSON.
export function json(args, options) {
  const { code, out, err } = run(['--json', ...args], options);
  if (code !== 0 && code !== 1) throw new Error(`parcours ${args.join(' ')} ended with ${code}: ${err}`);
  return JSON.parse(out);
}

// A folder for the length of a test.
export function workFolder(t) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parcours-e2e-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// A workspace from a template ("empty": a nearly empty one), in UTC unless the template says otherwise.
export function workspace(t, template = 'empty') {
  const folder = path.join(workFolder(t), 'w');
  const { code, err } = run(['new', folder, '--template', template]);
  if (code !== 0) throw new Error(err);
  return folder;
}
