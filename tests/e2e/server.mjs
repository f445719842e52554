// `parcours serve` for the length of a test.
import { spawn } from 'node:child_process';
import { program } from './program.mjs';

export async function serve(t, folder, env = {}) {
  const child = spawn(program, ['-C', folder, '--json', 'serve', '--port', '0', '--no-open'], { env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } });
  let [out, err] = ['', ''];
  child.stderr.on('data', (part) => (err += part));
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
  t.after(() => child.kill('SIGKILL'));
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (part) => {
      out += part;
      if (out.includes('}')) resolve(JSON.parse(out).url);
    });
    void ended.then((code) => reject(new Error(`parcours serve ended with ${code}: ${err}`)));
  });
  return { url, port: Number(new URL(url).port), child, ended };
}
