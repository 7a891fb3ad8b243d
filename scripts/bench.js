/**
 * `npm run bench`: bundles the benchmark, because Node 20 runs no TypeScript, and runs it. `npm run bench -- screen`
 * measures the page with large worlds instead.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

const [name, ...rest] = process.argv.slice(2);
const isScreen = name === 'screen';
const file = await bundle({
  entry: isScreen ? 'tests/bench/screen.ts' : 'tests/bench/main.ts',
  folder: 'node_modules/.cache/bench',
  name: isScreen ? 'screen.js' : 'bench.js',
  external: ['tinybench', 'playwright', '@sparticuz/chromium']
});
const { status } = spawnSync(process.execPath, [file, ...(isScreen ? rest : process.argv.slice(2))], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit'
});
process.exit(status ?? 1);
