/** `npm run fuzz`: the fuzz test. */
import { run } from './bundle.js';

await run({ entry: 'tests/fuzz/main.ts', folder: 'node_modules/.cache/fuzz', name: 'fuzz.js' });
