// `parcours serve` for the length of a test.
import { spawn } from 'node:child_process';
import { program } from './program.mjs';

// `more`: further options, and folders of further workspaces.
export async function serve(t, folder, env = {}, more = []) {
  const child = spawn(program, ['-C', folder, '--json', 'serve', '--port', '0', '--no-open', ...more], { env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } });
  let [out, err] = ['', ''];
  child.stderr.on('data', (part) => (err += part));
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
  t.after(() => child.kill('SIGKILL'));
  const told = await new Promise((resolve, reject) => {
    child.stdout.on('data', (part) => {
      out += part;
      if (out.includes('}')) resolve(JSON.parse(out));
    });
    void ended.then((code) => reject(new Error(`parcours serve ended with ${code}: ${err}`)));
  });
  return { url: told.url, code: told.setup_code, port: Number(new URL(told.url).port), child, ended, said: () => err };
}
