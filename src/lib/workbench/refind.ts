/**
 * Where a step has gone when a policy was edited. Ids name statements by their Sids or places; an edit may give either to
 * another statement. A statement is found again by its Sid, else by what it says, else by its place.
 */
import type { Evaluation, PolicyStep, StatementStep, Step } from '../engine/trace.ts';
import type { Detail, Frame } from '../explain/frame.ts';
import { placeOf, toFrames } from '../explain/frames.ts';
import { statementName } from '../explain/sentence-statements.ts';
import type { Statement } from '../policy/document.ts';
import { pairItems } from '../share/pair-items.ts';
import type { World } from '../world/world.ts';
import { policySteps } from './sheet-policy.ts';

/** A request as it was decided, in a world. */
export interface Stand {
  readonly evaluation: Evaluation;
  readonly world: World;
}

export interface Refound {
  /** Id of a frame of the later stand. */
  readonly id: string;
  /** `Statement DenyRegions is gone; this is its policy.`; null where nothing is. */
  readonly gone: string | null;
}

/**
 * The step of the later stand that is the same, else its nearest ancestor that is left.
 *
 * @param id of a frame of the earlier stand
 * @returns null where nothing can be said yet: the policy is no policy at the moment, as while somebody types
 */
export function refind(before: Stand, after: Stand, id: string, detail: Detail): Refound | null {
  const was = statementOf(before, id);
  if (!was) return nearest(after, id, id, detail, null);
  const policy = allPolicySteps(after.evaluation).find((each) => each.id === was.policy.id);
  if (policy?.outcome === 'broken') return null;
  const name = capital(statementName(was.statement));
  const place = policy ? counterpart(before.world, after.world, was) : null;
  const found = place === null ? null : (policy?.steps[place] ?? null);
  // Not from its own id: that may be another statement's by now.
  if (!found) return nearest(after, was.policy.id, id, detail, name);
  const wanted = found.id + id.slice(was.statement.id.length);
  return nearest(after, wanted, wanted, detail, partName(id, was.statement));
}

/** @param name what is gone, unless a frame stands for the very step that was wanted */
function nearest(
  { evaluation }: Stand,
  from: string,
  id: string,
  detail: Detail,
  name: string | null
): Refound | null {
  const frames = toFrames(evaluation, detail);
  const frame = frames[placeOf(from, frames)];
  if (!frame) return null;
  const isThere = bare(frame.id) === bare(id);
  // The same step's other moment counts as the step; an opening one that has no parts left closes.
  const found = isThere && frames.some((each) => each.id === id) ? id : frame.id;
  return { id: found, gone: isThere || name === null ? null : `${name} is gone; this is ${levelOf(frame)}.` };
}

interface Was {
  readonly policy: PolicyStep;
  readonly statement: StatementStep;
  /** Its place among the statements. */
  readonly at: number;
}

function statementOf({ evaluation }: Stand, id: string): Was | null {
  for (const policy of allPolicySteps(evaluation)) {
    const at = policy.steps.findIndex((each) => isWithin(bare(id), each));
    const statement = policy.steps[at];
    if (statement) return { policy, statement, at };
  }
  return null;
}

function isWithin(id: string, statement: StatementStep): boolean {
  return id === statement.id || statement.steps.some((part) => part.id === id);
}

function allPolicySteps(evaluation: Evaluation): readonly PolicyStep[] {
  return [...evaluation.hops, evaluation, ...evaluation.checks].flatMap((each) =>
    each === evaluation ? policySteps(each) : allPolicySteps(each)
  );
}

/** The place of the statement in the later policy; null where it is not there any more. */
function counterpart(before: World, after: World, { policy, at }: Was): number | null {
  const old = before.policies.get(policy.policy)?.statements ?? [];
  const now = after.policies.get(policy.policy)?.statements ?? [];
  const pairs = pairItems(old.map(toItem), now.map(toItem));
  const paired = pairs.find(([from]) => from === at)?.[1] ?? null;
  if (paired !== null) return paired;
  const free = pairs.flatMap(([from, to]) => (from === null && to !== null ? [to] : []));
  if (old.length === now.length && free.includes(at)) return at; // written in, its Sid too
  return likest(old[at], now, free);
}

/** Told from its neighbours by all it says, white space aside; two that say the same are the same. */
function toItem(statement: Statement): { text: string; name: string | null; isMap: boolean } {
  return { text: words(statement).join(' '), name: statement.sid, isMap: false };
}

/** As much alike as two statements must be to count as one: more than half of their words. */
const ALIKE = 0.5;

function likest(
  was: Statement | undefined,
  now: readonly Statement[],
  free: readonly number[]
): number | null {
  let best: number | null = null;
  let most = ALIKE;
  for (const at of free) {
    const [a, b] = [new Set(was ? words(was) : []), new Set(now[at] ? words(now[at]) : [])];
    const shared = [...a].filter((word) => b.has(word)).length;
    const likeness = shared / Math.max(1, a.size + b.size - shared);
    if (likeness > most) [best, most] = [at, likeness];
  }
  return best;
}

/** The texts and signs of a statement. */
function words({ range }: Statement): readonly string[] {
  return range.source.text.slice(range.from, range.to).match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? [];
}

function partName(id: string, statement: StatementStep): string {
  const part = statement.steps.find((each) => each.id === bare(id));
  if (!part) return capital(statementName(statement));
  return part.kind === 'element' ? `The ${part.element}` : `The condition on ${part.key}`;
}

const LEVELS: Readonly<Record<Step['kind'], string>> = {
  condition: 'a condition',
  element: 'an element',
  statement: 'its statement',
  policy: 'its policy',
  target: 'where its policy hangs',
  policyType: 'its stop',
  gate: 'the stop nearest to it',
  evaluation: 'the verdict'
};

function levelOf({ step }: Frame): string {
  return LEVELS[step.kind];
}

function bare(id: string): string {
  return id.endsWith('?') ? id.slice(0, -1) : id;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
