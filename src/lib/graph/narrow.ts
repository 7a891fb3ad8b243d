/** A part of a large world: of one OU, one kind, with one tag, or what the requests of one verdict are about. */
import type { Graph, GraphBox, GraphNode, NodeKind } from './graph.ts';
import type { Path } from './path.ts';
import type { Tags } from './search.ts';

/** Null leaves everything. */
export interface Narrowing {
  /** Id of an OU. */
  readonly unit: string | null;
  readonly kind: NodeKind | null;
  /** `key=value` */
  readonly tag: string | null;
  readonly verdict: 'allowed' | 'implicitDeny' | 'explicitDeny' | null;
}

export const NO_NARROWING: Narrowing = { unit: null, kind: null, tag: null, verdict: null };

interface About {
  /** What the request on show is about: it always stays. */
  readonly path: Path;
  /** What the requests of the verdict are about. */
  readonly paths: readonly Path[];
  readonly tags: Tags;
}

export function isNarrow(narrowing: Narrowing): boolean {
  return Object.values(narrowing).some((value) => value !== null);
}

/** The graph with what fits; the same graph when nothing is asked. Accounts in which nothing fits are left out. */
export function narrow(graph: Graph, narrowing: Narrowing, about: About): Graph {
  if (!isNarrow(narrowing)) return graph;
  const within = narrowing.unit === null ? null : boxesWithin(graph.boxes, narrowing.unit);
  const fits = fitting(narrowing, about, within);
  const nodes = graph.nodes.filter((node) => about.path.nodes.has(node.id) || fits(node));
  const ids = new Set(nodes.map(({ id }) => id));
  const inhabited = new Set([...about.path.accounts, ...nodes.flatMap(({ box }) => box ?? [])]);
  const stays = (box: GraphBox) => box.kind !== 'account' || inhabited.has(box.id);
  return {
    ...graph,
    nodes,
    edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    boxes: withoutEmpty(graph.boxes.filter(stays))
  };
}

function fitting(
  { kind, tag, verdict }: Narrowing,
  { paths, tags }: About,
  within: ReadonlySet<string> | null
): (node: GraphNode) => boolean {
  const tests: ((node: GraphNode) => boolean)[] = [];
  if (within) tests.push(({ box }) => box === null || within.has(box));
  if (kind) tests.push((node) => node.kind === kind);
  if (tag !== null) tests.push(({ id }) => tags.get(id)?.includes(tag) === true);
  if (verdict) tests.push(({ id }) => paths.some(({ nodes }) => nodes.has(id)));
  return (node) => tests.every((test) => test(node));
}

/** An OU and everything below it. */
function boxesWithin(boxes: readonly GraphBox[], unit: string): ReadonlySet<string> {
  const inside = new Set([unit]);
  for (const { id, parent } of boxes) if (parent !== null && inside.has(parent)) inside.add(id);
  return inside;
}

/** Without OUs and organizations that have nothing in them any more: inner before outer. */
function withoutEmpty(boxes: readonly GraphBox[]): readonly GraphBox[] {
  const holds = new Set<string>();
  const kept = new Set<string>();
  for (const { id, kind, parent } of [...boxes].reverse()) {
    if (kind !== 'account' && !holds.has(id)) continue;
    kept.add(id);
    if (parent !== null) holds.add(parent);
  }
  return boxes.filter(({ id }) => kept.has(id));
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** What can be chosen: OUs, kinds and tags that the graph has; of very many tags the most frequent. */
export function choicesIn(
  graph: Graph,
  tags: Tags
): {
  readonly units: readonly Choice[];
  readonly kinds: readonly NodeKind[];
  readonly tags: readonly Choice[];
} {
  const units = graph.boxes.filter(({ kind }) => kind === 'unit');
  const counts = new Map<string, number>();
  for (const own of tags.values()) for (const tag of own) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_TAGS);
  return {
    units: units.map(({ id, label }) => ({ value: id, label })),
    kinds: [...new Set(graph.nodes.map(({ kind }) => kind))],
    tags: frequent.map(([tag]) => ({ value: tag, label: tag }))
  };
}

const MOST_TAGS = 60;
