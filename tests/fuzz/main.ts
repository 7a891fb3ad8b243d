/**
 * The fuzz test: texts made from a seed through every way in. Nothing may throw, nothing may take longer than its size
 * allows, and what must hold must hold (check.ts). Tells seed and index of each breach, with the text made small.
 * Exits with 1 where there was one; what only took long is told and no failure, for the machine may be busy.
 */
import { parseArgs } from 'node:util';
import { randomOf, seedOf } from '../diff/random.ts';
import { readCorpus } from './corpus.ts';
import { TASKS, type Task } from './tasks.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20000' },
    only: { type: 'string' }
  }
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];
if (!Number.isInteger(seed) || !Number.isInteger(runs) || runs < 1) {
  console.error('--seed and --runs take whole numbers');
  process.exit(2);
}
if (values.only !== undefined && !TASKS.some(({ name }) => name === values.only)) {
  console.error(`--only is one of ${TASKS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

interface Tally {
  runs: number;
  /** Processor milliseconds: of all runs, of the longest. */
  spent: number;
  longest: number;
  readonly breaches: Map<string, number>;
  slow: number;
}

const corpus = await readCorpus();
const tallies = new Map<string, Tally>();
const tasks = values.only === undefined ? TASKS : TASKS.filter(({ name }) => name === values.only);
const lots = tasks.flatMap((task) => Array.from({ length: task.share }, () => task));
for (let i = 0; i < runs; i++) await once(i);
report();

async function once(index: number): Promise<void> {
  const random = randomOf(seedOf(seed, index));
  const task = random.pick(lots);
  const tally = tallies.get(task.name) ?? { runs: 0, spent: 0, longest: 0, breaches: new Map(), slow: 0 };
  tallies.set(task.name, tally);
  const text = await task.make(random, corpus);
  const before = process.cpuUsage();
  const breach = await failure(task, text);
  const { user, system } = process.cpuUsage(before);
  const spent = (user + system) / 1000;
  tally.runs++;
  tally.spent += spent;
  tally.longest = Math.max(tally.longest, spent);
  if (breach !== null) await tell(task, tally, index, text, breach);
  else if (spent > budget(text)) tellSlow(task, tally, index, text, spent);
}

/** Milliseconds of a text: a tenth of a second, and a twentieth for each kilobyte. */
function budget(text: string): number {
  return 100 + text.length / 20;
}

/** What went wrong, in one line; null where nothing did. */
async function failure(task: Task, text: string): Promise<string | null> {
  try {
    await task.run(text);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return `threw ${String(error)}`;
    const place = /\((?:.*\/)?([^/]+:\d+):\d+\)/.exec(error.stack ?? '')?.[1] ?? '';
    return `${error.name}: ${error.message.slice(0, 160)} ${place}`;
  }
}

async function tell(task: Task, tally: Tally, index: number, text: string, breach: string): Promise<void> {
  const known = tally.breaches.get(breach) ?? 0;
  tally.breaches.set(breach, known + 1);
  if (known > 0) return;
  const small = await smallest(task, text, breach);
  console.log(
    `${task.name}, seed ${seed}, run ${index}: ${breach}\n  ${JSON.stringify(small.slice(0, 2000))}`
  );
}

function tellSlow(task: Task, tally: Tally, index: number, text: string, spent: number): void {
  tally.slow++;
  if (tally.slow > 5) return;
  console.log(
    `${task.name}, seed ${seed}, run ${index}: took ${spent.toFixed(0)} ms for ${text.length} characters\n  ${JSON.stringify(text.slice(0, 300))}`
  );
}

/** Takes pieces away, large ones first, as long as the same goes wrong. */
async function smallest(task: Task, text: string, breach: string): Promise<string> {
  let small = text;
  let tries = 0;
  for (let size = Math.ceil(small.length / 2); size >= 1 && tries < 400; size = Math.floor(size / 2)) {
    for (let at = 0; at < small.length && tries < 400; tries++) {
      const shorter = small.slice(0, at) + small.slice(at + size);
      if ((await failure(task, shorter)) === breach) small = shorter;
      else at += size;
    }
  }
  return small;
}

function report(): void {
  console.log(`\nseed ${seed}, ${runs} runs`);
  let count = 0;
  for (const [name, { runs: times, spent, longest, breaches, slow }] of tallies) {
    const each = spent / times;
    console.log(
      `  ${name.padEnd(10)} ${times} runs, ${each.toFixed(2)} ms each, longest ${longest.toFixed(0)} ms, ${slow} slow, ${breaches.size} kinds of breach`
    );
    count += breaches.size;
  }
  process.exit(count > 0 ? 1 : 0);
}
