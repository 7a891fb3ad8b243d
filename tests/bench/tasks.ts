/** What the benchmark measures, each with its measure from the requirements. */
import { readFileSync } from 'node:fs';
import { lazyCatalogue, NO_CATALOGUE } from '../../src/lib/catalog/catalogue.ts';
import { readIndex, readService } from '../../src/lib/catalog/service-file.ts';
import { whatWouldFlip } from '../../src/lib/counterfactual/flip.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Request } from '../../src/lib/engine/request.ts';
import type { Evaluation } from '../../src/lib/engine/trace.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { matchesPattern, toParts } from '../../src/lib/policy/pattern.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import type { ShownText } from '../../src/lib/scenario/live.ts';
import type { SourceText } from '../../src/lib/source/text.ts';
import { findingsOn } from '../../src/lib/workbench/findings.ts';
import { Reader, type Read } from '../../src/lib/workbench/reading.ts';
import { allow, deny, openCase } from '../engine/unknown-world.ts';
import { manyAccounts } from '../graph/big-worlds.ts';
import { largeScenario, manyPolicies, manyRequests } from './scenarios.ts';

const flagship = source('scenarios/tools-to-production.yaml');
const catalogue = openCatalogue();
const many = scenario(manyPolicies(50));
const large = largeScenario(2 ** 20);
const open = eightOpen();
const wide = manyAccounts(60, 1600);
// The worst there is: at each of a thousand places a thousand characters agree, and then one does not.
const stubborn = toParts(`*${'a'.repeat(1023)}b${'*a'.repeat(511)}*`, false);
const text = 'a'.repeat(2048);
const written = manyRequests(50, 20);
const reader = new Reader();
const { pointer, over } = shown(reader.read(written, new Map()));
let strokes = 0;

/** Name and work; the name ends in what it should stay under. */
export const TASKS: readonly (readonly [name: string, task: () => unknown])[] = [
  ['flagship, text to first verdict (300 ms)', () => toFrames(first(scenario(flagship)), 'layers')],
  ['50 policies, full trace (5 ms)', () => trace(first(many))],
  ['pattern of 2 kB against 2 kB (10 ms)', () => matchesPattern(stubborn, text)],
  ['decided under 8 open keys (200 ms)', () => evaluate(open.world, open.request)],
  ['what would flip the flagship (1000 ms)', () => whatWouldFlip(flagship, 'deploy', { catalogue })],
  ['a keystroke in one of 50 policies, 20 requests (50 ms)', typePolicy],
  ['that keystroke, and the findings of all 50 (100 ms)', lintAfterKey],
  ['a keystroke in their whole file (50 ms)', typeFile],
  ['scenario of 1 MB, parsed (1500 ms)', () => parseScenario(large)],
  ['graph of 2,000 nodes, placed (1000 ms)', () => toGraph(wide)]
];

/** Each of eight keys has a say in the decision, one of them by two values. */
function eightOpen() {
  const keys = Array.from({ length: 6 }, (_, i) => `aws:PrincipalTag/k${i}`);
  const tags = keys.map((key) => ({ StringEquals: { [key]: 'yes' } }));
  const statements = [
    ...tags.map((Condition) => deny(Condition)),
    deny({ StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } }),
    allow({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })
  ];
  return openCase({ statements, open: [...keys, 'aws:RequestedRegion', 'aws:MultiFactorAuthPresent'] });
}

/** The policies that did not change keep their findings. */
function lintAfterKey(): number {
  const { reading } = typePolicy();
  if (!reading) throw new Error('nothing to lint');
  return findingsOn(reading, catalogue).length;
}

/** As `npm ci` made it, from the root of the project; without it a world has fewer cells. */
export function openCatalogue() {
  const read = (name: string): unknown => JSON.parse(readFileSync(`static/catalogue/${name}.json`, 'utf8'));
  const index = readIndex(read('index'));
  return index ? lazyCatalogue(index, (prefix) => readService(read(prefix))) : NO_CATALOGUE;
}

/** A statement more or less, so that no reading is the one before. */
function typePolicy(): Read {
  const text = over.replace('"Statement": [', `"Id": "${strokes++}", "Statement": [`);
  return reader.read(written, new Map([[pointer, { text, over }]]));
}

function typeFile(): unknown {
  const text = written.text.replace('title: Many policies', `title: ${strokes++}`);
  return reader.read({ ...written, text }, new Map());
}

function shown({ reading }: Read): ShownText {
  const [first] = reading?.texts.values() ?? [];
  if (!first) throw new Error('no policy to type in');
  return first;
}

function source(path: string): SourceText {
  return { name: path, text: readFileSync(path, 'utf8') };
}

/** @throws for a text with problems: a benchmark of a broken file measures nothing */
function scenario(text: SourceText): ParsedScenario {
  const { value, diagnostics } = parseScenario(text);
  const problem = diagnostics.find(({ severity }) => severity === 'error');
  if (value === null || problem) throw new Error(`${text.name}: ${problem?.message ?? 'nothing to read'}`);
  return value;
}

function first({ world, cases }: ParsedScenario): Evaluation {
  const request = cases.map((each) => each.request).find((each): each is Request => each !== null);
  if (!request) throw new Error('no request to evaluate');
  return evaluate(world, request);
}

/** Looks at every step: a trace may make its parts on first look. */
function trace(evaluation: Evaluation): number {
  return toFrames(evaluation, 'elements').length;
}
