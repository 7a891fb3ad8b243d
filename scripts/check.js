/**
 * `npm run check`: all checks at once, as each is one process on one core. What a check says is printed when it is
 * done, unmixed. Knows nothing of the checks but their names in package.json.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

// The longest first: what is left at the end is short.
const ORDER = ['check:lint', 'check:types', 'check:format', 'check:fence'];
const waiting = Object.keys(scripts)
  .filter((name) => name.startsWith('check:'))
  .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
let failed = 0;

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
process.exit(failed > 0 ? 1 : 0);

/** Takes one check after the other until none is left. */
async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const started = performance.now();
    const { status, said } = await run(name);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (status !== 0) failed++;
    console.log(`${status === 0 ? 'ok' : 'FAILED'} ${name} (${seconds} s)${said === '' ? '' : `\n${said}`}`);
  }
}

/**
 * @param {string} name
 * @returns {Promise<{ status: number | null, said: string }>}
 */
function run(name) {
  return new Promise((resolve) => {
    // A shell finds the tools where npm has put them on the path; --silent leaves npm's own lines out.
    const child = spawn(`npm run --silent ${name}`, {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    }
    child.on('close', (status) => resolve({ status, said: said.trim() }));
  });
}
