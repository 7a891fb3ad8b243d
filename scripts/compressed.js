/** Files of the built site, compressed once and kept: what a static host does for texts. */
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const TEXTS = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.yaml': 'text/yaml; charset=utf-8'
};
/** Below so many bytes nothing is gained. */
const LEAST = 1024;

export class Compressed {
  #folder;
  /** @type {Map<string, Buffer>} */
  #kept = new Map();

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /**
   * Answers with a compressed text.
   *
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} path below the folder, decoded; a page's ends with a slash
   * @returns {boolean} false where this is no case for it, and nothing was answered
   */
  answer(request, response, path) {
    const file = join(this.#folder, path.endsWith('/') ? `${path}index.html` : path);
    const type = TEXTS[extname(file)];
    const coding = this.#codingFor(request);
    const stat = type === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
    if (!coding || !type || !stat?.isFile() || stat.size < LEAST) return false;
    const tag = `W/"${stat.size}-${Math.trunc(stat.mtimeMs)}-${coding}"`;
    const isHashed = path.startsWith('/_app/immutable/');
    response.setHeader('ETag', tag);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return true;
    }
    const body = this.#compress(file, tag, coding);
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': coding,
      'Content-Length': body.length
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @returns {'br' | 'gzip' | null}
   */
  #codingFor({ method, headers }) {
    if ((method !== 'GET' && method !== 'HEAD') || headers.range !== undefined) return null;
    const taken = String(headers['accept-encoding'] ?? '');
    if (/\bbr\b(?!;\s*q=0(?:\.0*)?\b)/.test(taken)) return 'br';
    return /\bgzip\b(?!;\s*q=0(?:\.0*)?\b)/.test(taken) ? 'gzip' : null;
  }

  /**
   * @param {string} file
   * @param {string} tag changes with the file
   * @param {'br' | 'gzip'} coding
   */
  #compress(file, tag, coding) {
    const key = `${file} ${tag}`;
    const had = this.#kept.get(key);
    if (had) return had;
    const text = readFileSync(file);
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    const body = coding === 'br' ? brotliCompressSync(text, { params: quality }) : gzipSync(text);
    this.#kept.set(key, body);
    return body;
  }
}
