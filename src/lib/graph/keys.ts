/** How the condition keys of the edges fare with the request: what the key chips say. */
import type { ConditionStep, Evaluation, Step } from '../engine/trace.ts';
import type { Graph, GraphEdge } from './graph.ts';
import { toScene, type Scene } from './lamp.ts';
import type { EdgeKey, KeyState } from './mark.ts';
import { accountPrincipalId } from './nodes.ts';

/**
 * The keys of every conditional edge of a graph, by edge id. What was read of one request is said on its own edges alone:
 * of another target, or for another caller, the same statement may turn out otherwise.
 *
 * @param evaluations the stretch on show first, then all others of the request
 * @param passed ids of the frames up to this one; only what has been read counts
 */
export function keysOf(
  graph: Graph,
  evaluations: readonly Evaluation[],
  passed: ReadonlySet<string>
): ReadonlyMap<string, readonly EdgeKey[]> {
  const conditional = graph.edges.filter(({ conditions }) => conditions.length > 0);
  if (conditional.length === 0) return new Map();
  const readings = evaluations.map((evaluation) => ({
    scene: toScene(evaluation.request, graph),
    read: readConditions(evaluation, passed)
  }));
  return new Map(conditional.map((edge) => [edge.id, keysOfEdge(edge, readings)]));
}

/** The conditions of one evaluation that have been read, by statement and key. */
type Read = ReadonlyMap<string, readonly ConditionStep[]>;

interface Reading {
  readonly scene: Scene;
  readonly read: Read;
}

/** Of several readings of a condition the first. */
function keysOfEdge(edge: GraphEdge, readings: readonly Reading[]): readonly EdgeKey[] {
  const own = readings.filter(({ scene }) => isOf(edge, scene)).map(({ read }) => read);
  return edge.conditions.map((key) => {
    const steps = edge.madeBy.flatMap(({ policy, path }) => {
      const id = place(policy, path, key);
      return own.find((read) => read.has(id))?.get(id) ?? [];
    });
    return { key, state: stateOf(steps) };
  });
}

/** Whether an edge leads from the caller of a request, or one it is named with, to what is asked for, or back. */
function isOf({ from, to }: GraphEdge, { target, callers, callerAccount }: Scene): boolean {
  if (target === null || (from !== target && to !== target)) return target === null;
  const other = from === target ? to : from;
  const account = callerAccount === null ? null : accountPrincipalId(callerAccount);
  return callers.has(other) || other === account || other === '*';
}

/** Several conditions may ask for one key; the edge needs all of them (COND-07). */
function stateOf(steps: readonly ConditionStep[]): KeyState {
  if (steps.length === 0) return 'unread';
  const wrong = steps.find(({ outcome }) => outcome === 'noMatch');
  if (wrong) return wrong.actual === null ? 'missing' : 'failed';
  return steps.some(({ outcome }) => outcome === 'unknown') ? 'open' : 'met';
}

function readConditions(evaluation: Evaluation, passed: ReadonlySet<string>): Read {
  const read = new Map<string, ConditionStep[]>();
  for (const part of evaluation.steps) collect(part, passed, false, read);
  return read;
}

function collect(
  step: Step,
  passed: ReadonlySet<string>,
  isRead: boolean,
  into: Map<string, ConditionStep[]>
): void {
  const isIn = isRead || passed.has(step.id);
  if (step.kind !== 'condition') {
    for (const part of step.steps) collect(part, passed, isIn, into);
  } else if (isIn && step.outcome !== 'notReached') {
    const statement = /^\/Statement(\/\d+)?/.exec(step.at.path)?.[0] ?? step.at.path;
    const id = place(step.at.policy, statement, step.key);
    into.set(id, [...(into.get(id) ?? []), step]);
  }
}

/** Names of keys compare without case (COND-03). */
function place(policy: string, statement: string, key: string): string {
  return `${policy}\n${statement}\n${key.toLowerCase()}`;
}

/** The end of a key that tells it from others: `PassedToService`, `PrincipalTag/team`, `sub`. */
export function shortKey(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1) || key;
}

const STATES: Readonly<Record<KeyState, string>> = {
  met: 'fits',
  failed: 'does not fit',
  missing: 'the request has no such key',
  open: 'unknown',
  unread: 'not read yet, or not asked by this request'
};

/** `iam:PassedToService: fits` */
export function keyWords({ key, state }: EdgeKey): string {
  return `${key}: ${STATES[state]}`;
}
