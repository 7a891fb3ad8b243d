/** `npm run diff`: bundles the differential test, because Node 20 runs no TypeScript, and runs it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

const file = await bundle({
  entry: 'tests/diff/main.ts',
  folder: 'node_modules/.cache/diff',
  name: 'diff.js'
});
const { status } = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit'
});
process.exit(status ?? 1);
