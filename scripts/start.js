/**
 * `npm start`: builds the site if the build is missing or older than what it is made from, then serves it.
 * PORT and HOST choose another place than localhost:4173. Knows nothing of what the site is.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { listen } from './server.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MADE_FROM = ['src', 'static', 'scenarios', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

if (newest(join(ROOT, 'build')) <= Math.max(...MADE_FROM.map((name) => newest(join(ROOT, name))))) {
  console.log('Building the site …');
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'] // what it says beside errors is advice for others than our users
  });
  if (built.status !== 0) {
    console.error('The site could not be built. Has `npm ci` run?');
    process.exit(1);
  }
}

const port = Number(process.env['PORT'] || '4173');
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is \`${process.env['PORT']}\`; it must be a number from 0 to 65535.`);
  process.exit(1);
}

try {
  const address = await listen(join(ROOT, 'build'), port, process.env['HOST']);
  console.log(`Bouncer is open at ${address}`);
  console.log('Ctrl+C closes it.');
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    console.error(`Port ${port} is taken by another program. Choose one: PORT=${port + 1} npm start`);
  } else if (code === 'EACCES') {
    console.error(`Port ${port} may not be opened by this user. Choose one: PORT=4173 npm start`);
  } else {
    throw error;
  }
  process.exit(1);
}

/**
 * The time of the last change at or below a path, in ms since 1970; 0 for what is not there. Folders count too: a
 * file that was removed leaves no other trace.
 *
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
