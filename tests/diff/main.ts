/**
 * The differential test: random cases through our engine and every other one that can be had. Prints what they
 * disagree on by class; `--write` keeps the first case of each class in tests/diff/disagreements.json. Exits with 1
 * where a disagreement fits no class.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SIMULATE_CLASSES } from './classes-simulate.ts';
import { CLASSES } from './classes.ts';
import { compare, type Comparison, type Disagreement } from './compare.ts';
import type { Engine } from './engine.ts';
import { caseOf } from './generate.ts';
import { NAIVE } from './naive.ts';
import { OURS } from './ours.ts';
import { loadSimulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false }
  }
});
const [seed, count] = [Number(values.seed), Number(values.cases)];
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error('--seed and --cases take whole numbers');
  process.exit(2);
}

const KEPT = 'tests/diff/disagreements.json';
const simulate = loadSimulate();
if (!simulate) console.log('iam-simulate is not installed and there is no network: the reference alone');
const engines: readonly Engine[] = simulate ? [NAIVE, simulate] : [NAIVE];
const results: Comparison[] = [];
for (const engine of engines)
  results.push(await compare(OURS, engine, [...CLASSES, ...SIMULATE_CLASSES], cases()));

console.log(`seed ${seed}, ${count} cases\n`);
for (const each of results) print(each);
if (values.write) keep(results.flatMap(({ found }) => [...found.values()].map(({ first }) => first)));
const isNews = results.some(({ found }) =>
  [...found.values()].some(({ first }) => first.verdict === 'unclassified')
);
process.exit(isNews ? 1 : 0);

function* cases() {
  for (let i = 0; i < count; i++) yield caseOf(seed, i);
}

function print({ engine, compared, agreed, declined, found }: Comparison): void {
  console.log(`${engine}: ${agreed} of ${compared} agree`);
  for (const [reason, times] of declined) console.log(`  not compared  ${times}  ${reason}`);
  for (const [name, { count: times, first }] of found) {
    console.log(
      `  ${first.verdict}  ${times}  ${name}  ${first.rule}  ours ${first.ours}, theirs ${first.theirs}`
    );
    if (first.verdict === 'unclassified') console.log(`    ${JSON.stringify(first.case)}`);
  }
}

/** Adds the classes that are not kept yet. */
function keep(found: readonly Disagreement[]): void {
  const known = JSON.parse(readFileSync(KEPT, 'utf8')) as Disagreement[];
  const news = found.filter(
    (each) => each.verdict !== 'unclassified' && !known.some((other) => other.class === each.class)
  );
  writeFileSync(KEPT, `${JSON.stringify([...known, ...news], null, 2)}\n`);
  console.log(`${news.length} new cases in ${KEPT}`);
}
