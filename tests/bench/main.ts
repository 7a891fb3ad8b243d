/** The benchmark: how long the work takes, and how much the pages weigh. Prints a table, or JSON. Gates nothing. */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Bench } from 'tinybench';
import { pageWeights } from '../weight.ts';
import { compare, type Row } from './compare.ts';
import { measureFlips } from './flips.ts';
import { measureScale, type Scale } from './scale.ts';
import { TASKS } from './tasks.ts';

interface Time {
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
const times = bench.tasks.map(({ name, result }): Time => {
  if (!('latency' in result)) throw new Error(`${name} did not run`, { cause: result });
  const { p50, p99, samplesCount } = result.latency;
  return { name, median: p50, p99, runs: samplesCount };
});
const pages = existsSync('build') ? pageWeights('build') : [];
const notes: string[] = [];
const rows = await compare((line) => notes.push(line));
const scale = [...measureScale(), ...measureFlips()];
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${process.arch}`;

if (values.format === 'json') {
  console.log(JSON.stringify({ node: process.version, machine, rows, notes, scale, times, pages }, null, 2));
} else {
  console.log(`${machine}\n\nRequests per second, best of five rounds in turn\n`);
  print([['workload', 'mode', 'ours', 'peer', 'theirs', 'times as fast'], ...rows.map(comparison)]);
  for (const line of notes) console.log(line);
  console.log(
    '\nA world of 200 accounts, 10,000 principals, 20,000 policies; what would change a decision\n'
  );
  print([['task', 'took', 'limit'], ...scale.map(measured)]);
  console.log('\nMilliseconds\n');
  print([['task', 'median', 'p99', 'runs'], ...times.map(cells)]);
  console.log('\nScripts a page loads before anything happens, gzipped; at most 60 kB\n');
  if (pages.length === 0) console.log('no build here; `npm run build` makes one');
  else
    print([
      ['page', 'kB', 'files'],
      ...pages.map(({ page, bytes, files }) => [page, kilobytes(bytes), String(files)])
    ]);
}

function comparison({ workload, mode, ours, peer, peerRate, ratio }: Row): string[] {
  const theirs = peerRate === null ? '' : whole(peerRate);
  return [workload, mode, whole(ours), peer ?? '', theirs, ratio === null ? '' : `${ratio.toFixed(1)}×`];
}

function measured({ task, value, limit, unit }: Scale): string[] {
  return [task, `${value.toFixed(0)} ${unit}`, `${limit} ${unit}`];
}

function whole(rate: number): string {
  return Math.round(rate).toLocaleString('en');
}

function cells({ name, median, p99, runs }: Time): string[] {
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
