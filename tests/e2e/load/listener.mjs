// An open studio, as far as the server can tell: one that listens for changes on a connection of its own.
import http from 'node:http';
import { until } from './machine.mjs';

export function listener(url) {
  const heard = []; // {kind, files}
  let [rest, ended] = ['', null];
  const request = http.get(`${url}api/changes`, { agent: false }, (response) => {
    if (response.statusCode !== 200) ended = `status ${response.statusCode}`;
    response.setEncoding('utf8');
    response.on('data', (part) => {
      const events = (rest + part).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const [, kind, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
        if (kind) heard.push({ kind, ...JSON.parse(data) });
      }
    });
    response.on('close', () => (ended ??= 'closed'));
  });
  request.on('error', (error) => (ended ??= error.code));
  const hears = async (what) => {
    await until(() => ended !== null || heard.some(what));
    if (!heard.some(what)) throw new Error(`the stream ended: ${ended}`);
  };
  return {
    begun: () => hears((event) => event.kind === 'there'),
    version: (file, version) => hears((event) => event.files?.[file] === version),
    close: () => request.destroy(),
  };
}
