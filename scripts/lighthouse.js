/** `npm run lighthouse`: bundles the measurement, because Node 20 runs no TypeScript, and runs it on the built site. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

const file = await bundle({
  entry: 'tests/lighthouse/main.ts',
  folder: 'node_modules/.cache/lighthouse',
  name: 'lighthouse.js',
  external: ['@sparticuz/chromium', 'sirv', 'playwright']
});
const { status } = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit'
});
process.exit(status ?? 1);
