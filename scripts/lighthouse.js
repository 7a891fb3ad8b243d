/** `npm run lighthouse`: the measurement, on the built site. */
import { run } from './bundle.js';

await run({
  entry: 'tests/lighthouse/main.ts',
  folder: 'node_modules/.cache/lighthouse',
  name: 'lighthouse.js',
  external: ['@sparticuz/chromium', 'sirv', 'playwright']
});
