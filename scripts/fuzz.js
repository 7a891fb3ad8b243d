/** `npm run fuzz`: bundles the fuzz test, because Node 20 runs no TypeScript, and runs it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

const file = await bundle({
  entry: 'tests/fuzz/main.ts',
  folder: 'node_modules/.cache/fuzz',
  name: 'fuzz.js'
});
const { status } = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit'
});
process.exit(status ?? 1);
