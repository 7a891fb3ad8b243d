/**
 * From an evaluation to its film. Hops come first, in order; then the request's own stops and layers; then its
 * checks; the request's verdict is always the last frame, because it depends on all of them. Knows no English.
 */
import type {
  Evaluation,
  GateStep,
  PolicyStep,
  PolicyTypeStep,
  StatementStep,
  Step,
  TargetStep
} from '../engine/trace.ts';
import type { Detail, Frame } from './frame.ts';

/** A step with those of its parts that are shown at this level of detail. */
interface Shown {
  readonly step: Step;
  readonly parts: readonly Shown[];
}

/**
 * The frames of an evaluation, in the order in which they are stepped through.
 *
 * @param detail `layers`: one frame per stop, layer and verdict. `statements`: layers open and close around their
 *   statements. `elements`: statements do too. Elements that were not reached were never asked and have no frame.
 * @returns never empty; opening and closing frames pair and nest; every id occurs once; the last is the verdict
 */
export function toFrames(evaluation: Evaluation, detail: Detail): readonly Frame[] {
  const frames: Frame[] = [];
  addFilm(evaluation, detail, frames, { next: 0 });
  return frames;
}

function addFilm(evaluation: Evaluation, detail: Detail, frames: Frame[], count: { next: number }): void {
  for (const hop of evaluation.hops) addFilm(hop, detail, frames, count);
  const stretch = count.next++;
  for (const step of evaluation.steps) {
    addShown(toShown(step, detail), 0, { evaluation, stretch, layer: step.id }, frames);
  }
  for (const check of evaluation.checks) addFilm(check, detail, frames, count);
  addShown({ step: evaluation, parts: [] }, 0, { evaluation, stretch, layer: evaluation.id }, frames);
}

function addShown(
  { step, parts }: Shown,
  depth: number,
  place: Pick<Frame, 'evaluation' | 'stretch' | 'layer'>,
  frames: Frame[]
): void {
  if (parts.length > 0) {
    frames.push({ id: openId(step.id), step, moment: 'open', depth, ...place });
    for (const part of parts) addShown(part, depth + 1, place, frames);
  }
  frames.push({ id: step.id, step, moment: 'close', depth, ...place });
}

function toShown(step: GateStep | PolicyTypeStep, detail: Detail): Shown {
  if (step.kind === 'gate' || detail === 'layers') return { step, parts: [] };
  const levels = step.type === 'scp' || step.type === 'rcp';
  const parts = step.steps.flatMap((target) => {
    const shown = toShownTarget(target, detail);
    return levels || step.steps.length > 1 ? [shown] : shown.parts;
  });
  return { step, parts };
}

/** A policy that stands alone is not shown apart from its place, unless it has no statement to speak for it. */
function toShownTarget(step: TargetStep, detail: Detail): Shown {
  const parts = step.steps.flatMap((policy) => {
    const shown = toShownPolicy(policy, detail);
    return step.steps.length > 1 || shown.parts.length === 0 ? [shown] : shown.parts;
  });
  return { step, parts };
}

function toShownPolicy(step: PolicyStep, detail: Detail): Shown {
  return { step, parts: step.steps.map((statement) => toShownStatement(statement, detail)) };
}

function toShownStatement(step: StatementStep, detail: Detail): Shown {
  if (detail !== 'elements') return { step, parts: [] };
  const asked = step.steps.filter((part) => part.outcome !== 'notReached');
  return { step, parts: asked.map((part) => ({ step: part, parts: [] })) };
}

function openId(id: string): string {
  return `${id}?`;
}

/**
 * Where a step id from a link leads: that frame; else the same step's other moment; else its nearest ancestor in
 * this film, so that a link survives another level of detail and an edited policy; else the end, which is the verdict.
 *
 * @param id a frame's id, perhaps of another film, perhaps nonsense; null is the verdict
 * @returns a place in `frames`, -1 only when there is none
 */
export function placeOf(id: string | null, frames: readonly Frame[]): number {
  const end = frames.length - 1;
  if (id === null || id === '') return end;
  const places = new Map(frames.map((frame, place) => [frame.id, place]));
  const exact = places.get(id);
  if (exact !== undefined) return exact;
  for (const ancestor of ancestry(id.endsWith('?') ? id.slice(0, -1) : id)) {
    const place = places.get(ancestor) ?? places.get(openId(ancestor));
    if (place !== undefined) return place;
  }
  return end;
}

/** The step itself, then what its id leads back to: `:Element`, `#statement`, `/policy`, `@target`, `.part`, the prefix. */
function* ancestry(id: string): Generator<string> {
  yield id;
  for (let cut = id.length - 1; cut > 0; cut--) {
    if (':#/@.'.includes(id.charAt(cut))) yield id.slice(0, cut);
  }
  const prefix = /^((?:hop|check)\d+\.)+/.exec(id);
  if (prefix) yield `${prefix[0]}verdict`;
}

/** The places at which another stop or layer begins: where jumping by layer lands. */
export function layerPlaces(frames: readonly Frame[]): readonly number[] {
  return frames.flatMap((frame, place) => (frame.layer === frames[place - 1]?.layer ? [] : [place]));
}
