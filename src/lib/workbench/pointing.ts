/**
 * What the pointer or the focus rests on, wherever it is shown, and what lights with it everywhere else: a chip its
 * JSON, node and edge; a range of JSON its chip, node and edge; an edge the statements that make it.
 */
import type { ConditionStep, ElementStep, Evaluation, NodeRef, StatementStep } from '../engine/trace.ts';
import type { Graph } from '../graph/graph.ts';
import { isWithin } from '../source/pointer.ts';
import type { World } from '../world/world.ts';
import { policySteps } from './sheet-policy.ts';

export type Pointed =
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'text'; readonly at: NodeRef }
  /** Id of a node, edge, box or band of the graph. */
  | { readonly kind: 'thing'; readonly id: string };

/** What is lit because of it, beside what the step lights. Empty where nothing is pointed at. */
export interface Pointing {
  readonly steps: ReadonlySet<string>;
  readonly texts: readonly NodeRef[];
  /** Ids of nodes, edges, boxes and bands. */
  readonly things: ReadonlySet<string>;
}

export const NO_POINTING: Pointing = { steps: new Set(), texts: [], things: new Set() };

/** Where to look for what belongs together. */
export interface Scene {
  readonly world: World;
  readonly graph: Graph;
  /** The stretch on show first. */
  readonly evaluations: readonly Evaluation[];
}

/** What lights elsewhere because of what is pointed at. Time O(graph + steps), none where nothing is. */
export function toPointing(pointed: Pointed | null, scene: Scene): Pointing {
  switch (pointed?.kind) {
    case undefined:
      return NO_POINTING;
    case 'text':
      return lightOf([pointed.at], scene);
    case 'step': {
      const step = readings(scene.evaluations).find(({ id }) => id === pointed.id);
      const light = step ? lightOf([step.at], scene) : NO_POINTING;
      return { ...light, steps: new Set([pointed.id, ...light.steps]) };
    }
    case 'thing': {
      const { edges, omitted } = scene.graph;
      const edge = [...edges, ...omitted.edges].find(({ id }) => id === pointed.id);
      const light = edge ? lightOf(edge.madeBy, scene) : NO_POINTING;
      return { ...light, things: new Set([pointed.id]) };
    }
  }
}

type Reading = StatementStep | ElementStep | ConditionStep;

/** Every step that reads a place of a policy; a statement before its parts. */
function readings(evaluations: readonly Evaluation[]): readonly Reading[] {
  const statements = evaluations.flatMap((each) => policySteps(each)).flatMap(({ steps }) => steps);
  return statements.flatMap((statement): readonly Reading[] => [
    statement,
    ...statement.steps.filter(({ outcome }) => outcome !== 'notReached')
  ]);
}

/** The step that reads a place: of the smallest part that it lies in; null where none does. */
export function stepAt(evaluations: readonly Evaluation[], { policy, path }: NodeRef): string | null {
  let found: Reading | null = null;
  for (const step of readings(evaluations)) {
    const isAround = step.at.policy === policy && isWithin(path, step.at.path);
    if (isAround && (found === null || step.at.path.length > found.at.path.length)) found = step;
  }
  return found?.id ?? null;
}

function lightOf(texts: readonly NodeRef[], scene: Scene): Pointing {
  const steps = texts.flatMap((at) => stepAt(scene.evaluations, at) ?? []);
  return { texts, steps: new Set(steps), things: new Set(texts.flatMap((at) => thingsOf(at, scene))) };
}

/** The policy's own node, who or what the place names, and the edges that its statement makes. */
function thingsOf(at: NodeRef, { world, graph }: Scene): readonly string[] {
  const named = namedAt(at, world);
  const nodes = graph.nodes.filter(({ id }) => id === at.policy || named.has(id));
  const edges = graph.edges.filter(({ madeBy }) =>
    madeBy.some(({ policy, path }) => policy === at.policy && isWithin(at.path, path))
  );
  return [...nodes, ...edges].map(({ id }) => id);
}

/** ARNs and names of services that stand at a place or in it. */
function namedAt({ policy, path }: NodeRef, world: World): ReadonlySet<string> {
  const statement = world.policies.get(policy)?.statements.find((each) => isWithin(path, each.path));
  if (!statement || path === statement.path) return new Set();
  const entries = (statement.principal?.entries ?? []).filter((entry) => touches(entry.path, path));
  const patterns = (statement.resource?.patterns ?? []).filter((pattern) => touches(pattern.path, path));
  return new Set([
    ...entries.map(({ value }) => value),
    ...patterns.map(({ text }) => text.replace(/\/\*$/, ''))
  ]);
}

function touches(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}
