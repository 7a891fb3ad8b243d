/** `npm run bench`: the benchmark. `npm run bench -- screen` measures the page with large worlds instead. */
import { run } from './bundle.js';

const [name, ...rest] = process.argv.slice(2);
const isScreen = name === 'screen';
const what = {
  entry: isScreen ? 'tests/bench/screen.ts' : 'tests/bench/main.ts',
  folder: 'node_modules/.cache/bench',
  name: isScreen ? 'screen.js' : 'bench.js',
  external: ['tinybench', 'playwright', '@sparticuz/chromium']
};
await run(what, isScreen ? rest : process.argv.slice(2));
