// Requests as the studio makes them, on connections that are kept.
import http from 'node:http';

export function client(url) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 6 });
  const ask = (method, path, body, headers) =>
    new Promise((resolve, reject) => {
      const request = http.request(url + path, { method, agent, headers: { ...headers, 'Content-Length': body.length } }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          resolve({ status: response.statusCode, bytes, get text() { return bytes.toString(); }, json: () => JSON.parse(bytes) });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  const json = { 'Content-Type': 'application/json' };
  return {
    get: (path, headers = {}) => ask('GET', path, '', headers),
    post: (path, body, headers = {}) => ask('POST', path, Buffer.from(JSON.stringify(body)), { ...json, ...headers }),
    remove: (path) => ask('DELETE', path, '', json),
    send: (path, bytes) => ask('POST', path, bytes, { 'Content-Type': 'application/octet-stream' }),
    close: () => agent.destroy(),
  };
}
