/** A static server for the built site, as any static host would serve it: trailing slashes, 404.html, no cleverness. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Compressed } from './compressed.js';

/**
 * Serves a folder on both addresses of localhost, or on `host` alone.
 *
 * @param {string} folder must hold index.html and 404.html
 * @param {number} port 0 to 65535; 0 chooses a free one
 * @param {string | undefined} host
 * @returns {Promise<string>} the address, without a slash at its end
 * @throws the error of the first address that cannot be had (`EADDRINUSE`, …)
 */
export async function listen(folder, port, host) {
  const handle = handler(folder);
  const first = await open(handle, port, host ?? '127.0.0.1');
  if (host === undefined) {
    try {
      await open(handle, first, '::1');
    } catch (error) {
      // A machine without IPv6 has no second address; a second address in use is somebody else's site.
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw error;
    }
  }
  const name = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${first}`;
}

/**
 * @param {import('node:http').RequestListener} handle
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port it got
 */
function open(handle, port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer(handle);
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

/**
 * @param {string} folder
 * @returns {import('node:http').RequestListener}
 */
function handler(folder) {
  const missing = readFileSync(join(folder, '404.html'));
  const compressed = new Compressed(folder);
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      if (path.startsWith('/_app/immutable/'))
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(missing);
    }
  });
  return (request, response) => {
    // No URL is made of it: `//` is a path that a browser may ask for, and no URL.
    const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '/') ?? [];
    const page = !path.endsWith('/') && existsSync(join(folder, safe(path), 'index.html'));
    if (page) {
      // Two slashes at the start would name another host.
      response.writeHead(308, { Location: `${path.replace(/^[/\\]*/, '/')}/${query}` });
      response.end();
    } else if (!compressed.answer(request, response, safe(path))) {
      files(request, response);
    }
  };
}

/**
 * A path as a folder name; nothing that climbs or cannot be read.
 *
 * @param {string} pathname
 */
function safe(pathname) {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('..') || path.includes('\0') ? '/404' : path;
  } catch {
    return '/404';
  }
}
