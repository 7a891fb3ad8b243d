/** `npm run diff`: the differential test. */
import { run } from './bundle.js';

await run({ entry: 'tests/diff/main.ts', folder: 'node_modules/.cache/diff', name: 'diff.js' });
