/**
 * A small scenario as films that are data through and through: sentences, stops, papers, marks. Made at build time, so
 * that the first page can be stepped through at once, without the engine.
 */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation, PolicyStep, StatementStep } from '../engine/trace.ts';
import type { Frame } from '../explain/frame.ts';
import { toFrames } from '../explain/frames.ts';
import { toRoad, type Road, type RoadGate } from '../explain/road.ts';
import { finding } from '../explain/sentence.ts';
import { toWords, type Words } from '../explain/words.ts';
import type { Case, Scenario } from '../scenario/scenario.ts';
import type { PolicyId, World } from '../world/world.ts';
import { toPassed } from './moves.ts';
import { toTitle } from './paper-title.ts';
import { sheetOf } from './sheet.ts';
import type { Mark } from './sheet-marks.ts';
import { policySteps } from './sheet-policy.ts';

export interface ExampleFilm {
  /** Id of the request. */
  readonly id: string;
  readonly question: string;
  /** The gates that are stopped at, in the order in which they are asked. */
  readonly stops: readonly RoadGate[];
  readonly verdict: Road['verdict'];
  /** Never empty; the last is the verdict. */
  readonly frames: readonly ExampleFrame[];
}

interface ExampleFrame {
  readonly id: string;
  readonly sentence: string;
  /** Id of the stop on show. */
  readonly stop: string;
  readonly reading: ExampleReading;
}

/** What lies on the table: the policy that is read, else the one that was or will be. */
export interface ExampleReading {
  readonly paper: ExamplePaper;
  /** The exact range of the step. */
  readonly mark: Mark | null;
  /** The statement the step is about. */
  readonly current: { readonly from: number; readonly to: number } | null;
  /** Whether that is a Deny. */
  readonly isDeny: boolean;
}

interface ExamplePaper {
  readonly name: string;
  /** JSON. */
  readonly text: string;
}

/** The film of each request that can be asked and that a policy has a say in. */
export function toFilms({ world, cases }: Pick<Scenario, 'world' | 'cases'>): readonly ExampleFilm[] {
  const desk: Desk = { world, words: toWords(world), papers: new Map() };
  return cases.flatMap((each) => toFilm(desk, each) ?? []);
}

/** Every paper is made once, so that data in which it occurs often has its text once. */
interface Desk {
  readonly world: World;
  readonly words: Words;
  readonly papers: Map<PolicyId, ExamplePaper>;
}

function toFilm(desk: Desk, { id, title, request }: Case): ExampleFilm | null {
  if (request === null) return null;
  const evaluation = evaluate(desk.world, request);
  const all = toFrames(evaluation, 'elements');
  const told = tellingParts(evaluation);
  const shown = all.filter((frame) => isTelling(frame, told));
  const readings = shown.map((frame) => toReading(frame, toPassed(all, all.indexOf(frame)), desk));
  const frames = shown.flatMap(({ id, step, layer }, i) => {
    const reading = readings[i] ?? resting(readings.slice(0, i).findLast(Boolean) ?? readings.find(Boolean));
    const sentence = finding(step, { words: desk.words, evaluation });
    return reading ? [{ id, sentence, stop: layer, reading }] : [];
  });
  const road = toRoad(evaluation);
  const gates = [...road.approach, ...road.upper.gates, ...road.lower.gates];
  const order = new Set(frames.map(({ stop }) => stop));
  const stops = [...order].flatMap((stop) => gates.find((gate) => gate.id === stop) ?? []);
  return frames.length === 0 ? null : { id, question: title, stops, verdict: road.verdict, frames };
}

/** Who asks for what, the Deny sweep, every kind of policy that has a say, the parts that tell, the verdict. */
function isTelling({ id, step, moment }: Frame, told: ReadonlySet<string>): boolean {
  if (moment !== 'close') return false;
  if (step.kind === 'gate') return step.gate === 'asked' || step.gate === 'denySweep';
  if (step.kind === 'policyType') return step.outcome !== 'notApplicable';
  return step.kind === 'evaluation' || told.has(id);
}

/** Ids of the parts of those statements that make the verdict: the Deny that stands, else what says yes or nearly. */
function tellingParts(evaluation: Evaluation): ReadonlySet<string> {
  const statements = policySteps(evaluation).flatMap((policy) =>
    policy.steps.filter((step) => makes(evaluation.outcome, policy, step))
  );
  return new Set(statements.flatMap(({ steps }) => steps.map(({ id }) => id)));
}

function makes(verdict: Evaluation['outcome'], policy: PolicyStep, statement: StatementStep): boolean {
  if (verdict === 'explicitDeny') return statement.effect === 'Deny' && statement.outcome === 'match';
  return statement.effect === 'Allow' && (statement.outcome === 'match' || policy.outcome !== 'Allow');
}

function toReading(frame: Frame, passed: ReadonlySet<string>, desk: Desk): ExampleReading | null {
  const sheet = sheetOf(desk.world, frame, { opened: null, evaluations: [frame.evaluation], passed });
  if (!sheet) return null;
  const { policy, text, mark, current } = sheet;
  const { name } = toTitle(desk.world, sheet, desk.words, null);
  const paper = desk.papers.get(policy) ?? { name, text };
  desk.papers.set(policy, paper);
  return {
    paper,
    mark,
    current: current && { from: current.from, to: current.to },
    isDeny: current?.statement.effect === 'Deny'
  };
}

/** The paper as it lies there while nobody reads it. */
function resting(reading: ExampleReading | null | undefined): ExampleReading | null {
  return reading ? { paper: reading.paper, mark: null, current: null, isDeny: false } : null;
}
