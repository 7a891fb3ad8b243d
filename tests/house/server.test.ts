/** The server of `npm start` answers whatever it is asked, and nothing that lies outside its folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../../scripts/server.js';

let home = '';
let port = 0;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(home, 'build/s/one'), { recursive: true });
  writeFileSync(join(home, 'secret.txt'), 'secret');
  for (const page of ['index.html', '404.html', 's/one/index.html'])
    writeFileSync(join(home, 'build', page), `<p>${page}</p>`);
  port = Number(new URL(await listen(join(home, 'build'), 0, '127.0.0.1')).port);
});

afterAll(() => {
  rmSync(home, { recursive: true });
});

/** Status, Location and body, the path as it stands: no client tidies it up first. */
function get(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (data: string) => (answer += data));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      const location = /^location: (.*)$/im.exec(head)?.[1] ?? '';
      const said = /<p>.*<\/p>/.exec(body)?.[0] ?? '';
      resolve([head.slice(9, 12), location.trim(), said].filter((part) => part !== '').join(' '));
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

const HOME = '200 <p>index.html</p>';
const MISSING = '404 <p>404.html</p>';

test.each([
  ['/', HOME],
  ['/s/one/', '200 <p>s/one/index.html</p>'],
  ['/s/one/?step=%00&detail=<b>', '200 <p>s/one/index.html</p>'],
  ['/s/one', '308 /s/one/'],
  ['/s/one?step=x?', '308 /s/one/?step=x?'],
  ['//s/one', '308 /s/one/'],
  ['/s/two', MISSING],
  ['/s/one%00', MISSING],
  ['/../secret.txt', MISSING],
  ['/..%2fsecret.txt', MISSING],
  ['/%2e%2e/secret.txt', MISSING],
  ['//../secret.txt', MISSING],
  [`/${'x'.repeat(9000)}`, MISSING]
])('%s', async (path, answer) => {
  expect(await get(path)).toBe(answer);
});

test.each(['//', '//:80', '//[', '///', '/\\', '/%', '/%00', '/%E0%A4%A', 'http://[', '*'])(
  '%s, which is no address, is answered all the same',
  async (path) => {
    expect([HOME, MISSING]).toContain(await get(path));
    expect(await get('/')).toBe(HOME);
  }
);
