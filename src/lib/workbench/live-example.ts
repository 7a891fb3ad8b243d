/**
 * A small scenario as films that are data through and through: sentences, stops, marks. Made at build time, so that the
 * first page can be stepped through without the engine.
 */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation } from '../engine/trace.ts';
import type { Frame } from '../explain/frame.ts';
import { toFrames } from '../explain/frames.ts';
import { toRoad, type Road, type RoadGate } from '../explain/road.ts';
import { finding } from '../explain/sentence.ts';
import { toWords } from '../explain/words.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { World } from '../world/world.ts';
import { toPassed } from './moves.ts';
import { sheetOf, type Mark } from './sheet.ts';

export interface ExampleFilm {
  /** Id of the request. */
  readonly id: string;
  readonly question: string;
  /** The policy, as JSON. */
  readonly text: string;
  readonly stops: readonly RoadGate[];
  readonly verdict: Road['verdict'];
  readonly frames: readonly ExampleFrame[];
}

interface ExampleFrame {
  readonly id: string;
  readonly sentence: string;
  /** Id of the stop on show. */
  readonly stop: string;
  /** Ids of the stops that have been read. */
  readonly passed: readonly string[];
  readonly mark: Mark | null;
}

/** The film of each request that can be asked; of its frames those that look at something. */
export function toFilms({ world, cases }: Scenario): readonly ExampleFilm[] {
  return cases.flatMap(({ id, title, request }) => {
    if (request === null) return [];
    const evaluation = evaluate(world, request);
    const road = toRoad(evaluation);
    const all = toFrames(evaluation, 'elements');
    const frames = all.filter((frame) => isTelling(frame));
    const gates = [...road.approach, ...road.upper.gates, ...road.lower.gates];
    const stops = frames.flatMap(({ layer }) => gates.filter((gate) => gate.id === layer));
    return [
      {
        id,
        question: title,
        text: textOf(world, evaluation, frames),
        stops: [...new Set(stops)],
        verdict: road.verdict,
        frames: frames.map((frame) => toExampleFrame(world, evaluation, all, frame))
      }
    ];
  });
}

/** Who asks for what, the Deny sweep, each part of a statement that is asked, what it comes to. */
function isTelling({ step, moment }: Frame): boolean {
  if (moment !== 'close') return false;
  switch (step.kind) {
    case 'gate':
      return step.gate === 'asked' || step.gate === 'denySweep';
    case 'statement':
    case 'target':
    case 'policy':
      return false;
    case 'policyType':
      return step.outcome !== 'notApplicable';
    default:
      return true;
  }
}

function textOf(world: World, evaluation: Evaluation, frames: readonly Frame[]): string {
  for (const frame of frames) {
    const sheet = sheetOf(world, frame, { opened: null, evaluations: [evaluation], passed: new Set() });
    if (sheet) return sheet.text;
  }
  return '';
}

function toExampleFrame(
  world: World,
  evaluation: Evaluation,
  all: readonly Frame[],
  frame: Frame
): ExampleFrame {
  const passed = toPassed(all, all.indexOf(frame));
  const sheet = sheetOf(world, frame, { opened: null, evaluations: [evaluation], passed });
  const { current } = sheet ?? {};
  const tone = current?.statement.effect === 'Deny' ? 'deny' : 'match';
  return {
    id: frame.id,
    sentence: finding(frame.step, { words: toWords(world), evaluation: frame.evaluation }),
    stop: frame.layer,
    passed: [...passed],
    mark: sheet?.mark ?? (current ? { from: current.from, to: current.to, tone } : null)
  };
}
