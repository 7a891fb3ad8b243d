/** The benchmark: how long the work takes, and how much the pages weigh. Prints a table, or JSON. Gates nothing. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Bench } from 'tinybench';
import { pageWeights } from '../weight.ts';
import { TASKS } from './tasks.ts';

interface Row {
  readonly name: string;
  /** ms */
  readonly median: number;
  /** ms */
  readonly p99: number;
  readonly runs: number;
}

const { values } = parseArgs({ options: { format: { type: 'string', default: 'table' } } });
if (values.format !== 'table' && values.format !== 'json') {
  console.error(`there is no format \`${values.format}\`; the formats are \`table\`, \`json\``);
  process.exit(2);
}

const bench = new Bench({ time: 1000, iterations: 5, warmupTime: 200, warmupIterations: 2 });
for (const [name, task] of TASKS) bench.add(name, task);
await bench.run();
const rows = bench.tasks.map(({ name, result }): Row => {
  if (!('latency' in result)) throw new Error(`${name} did not run`, { cause: result });
  const { p50, p99, samplesCount } = result.latency;
  return { name, median: p50, p99, runs: samplesCount };
});
const pages = existsSync('build') ? pageWeights('build') : [];

if (values.format === 'json') {
  console.log(JSON.stringify({ node: process.version, times: rows, pages }, null, 2));
} else {
  console.log(`Node ${process.version}, ${process.arch}; ms\n`);
  print([['task', 'median', 'p99', 'runs'], ...rows.map(cells)]);
  console.log('\nScripts a page loads before anything happens, gzipped; at most 60 kB\n');
  if (pages.length === 0) console.log('no build here; `npm run build` makes one');
  else
    print([
      ['page', 'kB', 'files'],
      ...pages.map(({ page, bytes, files }) => [page, kilobytes(bytes), String(files)])
    ]);
}

function cells({ name, median, p99, runs }: Row): string[] {
  return [name, median.toFixed(3), p99.toFixed(3), String(runs)];
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function print(table: readonly (readonly string[])[]): void {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0))
  );
  for (const row of table) {
    const line = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
    );
    console.log(line.join('  '));
  }
}
