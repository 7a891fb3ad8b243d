/** How the condition keys of the edges fare with the request: what the key chips say. */
import type { ConditionStep, Evaluation, Step } from '../engine/trace.ts';
import type { Graph, GraphEdge } from './graph.ts';
import type { EdgeKey, KeyState } from './mark.ts';

/**
 * The keys of every conditional edge of a graph, by edge id.
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
  const read = readConditions(evaluations, passed);
  return new Map(conditional.map((edge) => [edge.id, keysOfEdge(edge, read)]));
}

type Read = ReadonlyMap<string, readonly ConditionStep[]>;

function keysOfEdge({ conditions, madeBy }: GraphEdge, read: Read): readonly EdgeKey[] {
  return conditions.map((key) => {
    const steps = madeBy.flatMap(({ policy, path }) => read.get(place(policy, path, key)) ?? []);
    return { key, state: stateOf(steps) };
  });
}

/** Several conditions may ask for one key; the edge needs all of them (COND-07). */
function stateOf(steps: readonly ConditionStep[]): KeyState {
  if (steps.length === 0) return 'unread';
  const wrong = steps.find(({ outcome }) => outcome === 'noMatch');
  if (wrong) return wrong.actual === null ? 'missing' : 'failed';
  return steps.some(({ outcome }) => outcome === 'unknown') ? 'open' : 'met';
}

/** The conditions that were asked and have been read, by statement and key; of several evaluations the first. */
function readConditions(evaluations: readonly Evaluation[], passed: ReadonlySet<string>): Read {
  const read = new Map<string, readonly ConditionStep[]>();
  for (const evaluation of evaluations) {
    const own = new Map<string, ConditionStep[]>();
    for (const part of evaluation.steps) collect(part, passed, false, own);
    for (const [id, steps] of own) if (!read.has(id)) read.set(id, steps);
  }
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
