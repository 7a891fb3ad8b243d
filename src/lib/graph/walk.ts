/** Walking the drawing by keys: from a node to its neighbours on the paper, along its lines, and what is said there. */
import type { EdgeKind, Graph, GraphBundle, GraphEdge, Light } from './graph.ts';
import { NODE_WORDS } from './node-words.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where one can stand: a node, or an account drawn as a tile. Its middle. */
interface Stop {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const stopsOf = new WeakMap<Graph, readonly Stop[]>();

/** All places to stand, made once for each drawing. */
export function stops(graph: Graph): readonly Stop[] {
  const known = stopsOf.get(graph);
  if (known) return known;
  const tiles = graph.boxes.filter(({ tile }) => tile !== undefined);
  const made = [
    ...graph.nodes.map(({ id, x, y }) => ({ id, x, y })),
    ...tiles.map(({ id, x, y, width, height }) => ({ id, x: x + width / 2, y: y + height / 2 }))
  ];
  stopsOf.set(graph, made);
  return made;
}

/** Where the walk begins: at what is chosen, else at the first lit, else at the first of all; null on bare paper. */
export function startOf(graph: Graph, selected: string | null, light: Light | null): string | null {
  const all = stops(graph);
  const found =
    all.find(({ id }) => id === selected) ?? all.find(({ id }) => light?.nodes.has(id)) ?? all[0] ?? null;
  return found?.id ?? null;
}

/** Nearer than this in the direction asked for is beside, not ahead. Model units. */
const AHEAD = 4;
/** How much worse it is to stand aside than to be far. */
const ASIDE = 2.2;

/** The nearest stop in a direction, those right ahead before those aside; null at the end of the drawing. */
export function neighbour(graph: Graph, from: string, direction: Direction): string | null {
  const here = stops(graph).find(({ id }) => id === from);
  if (!here) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const { id, x, y } of stops(graph)) {
    const [ahead, aside] = seen(x - here.x, y - here.y, direction);
    if (ahead <= AHEAD) continue;
    // Half the field of view counts as ahead; what stands farther aside is only taken when nothing else is.
    const cost = ahead + ASIDE * aside + (aside > 2 * ahead ? 10_000 : 0);
    if (cost >= least) continue;
    best = id;
    least = cost;
  }
  return best;
}

function seen(dx: number, dy: number, direction: Direction): readonly [ahead: number, aside: number] {
  switch (direction) {
    case 'left':
      return [-dx, Math.abs(dy)];
    case 'right':
      return [dx, Math.abs(dy)];
    case 'up':
      return [-dy, Math.abs(dx)];
    case 'down':
      return [dy, Math.abs(dx)];
  }
}

/** The lines at a stop, in file order: parallel ones are told apart only here. */
export function linesAt(graph: Graph, id: string): readonly string[] {
  const bundles = (graph.bundles ?? []).filter(({ isDrawn }) => isDrawn);
  return [...graph.edges, ...bundles]
    .filter(({ from, to }) => from === id || to === id)
    .map((line) => line.id);
}

/** One sentence on a stop or on one of its lines; empty for what is not drawn. */
export function sayHere(graph: Graph, id: string): string {
  const node = graph.nodes.find((each) => each.id === id);
  if (node) {
    const home = homeOf(graph, node.box);
    const place = home === null ? 'outside every account' : `in ${home}`;
    const kind = node.label === NODE_WORDS[node.kind] ? '' : `, ${NODE_WORDS[node.kind]}`;
    return `${node.label}${kind} ${place}, ${counted(linesAt(graph, id).length)}.`;
  }
  const box = graph.boxes.find((each) => each.id === id);
  if (box) return `${box.label}, account, folded, ${counted(linesAt(graph, id).length)}.`;
  const edge = graph.edges.find((each) => each.id === id);
  if (edge) return sayEdge(graph, edge);
  const bundle = graph.bundles?.find((each) => each.id === id);
  return bundle ? sayBundle(graph, bundle) : '';
}

function counted(lines: number): string {
  return lines === 1 ? '1 relation' : `${lines === 0 ? 'no' : lines} relations`;
}

function homeOf({ boxes }: Graph, box: string | null): string | null {
  return box === null ? null : (boxes.find(({ id }) => id === box)?.label ?? box);
}

/** All of them read from the principal to what it may reach. */
const VERBS: Readonly<Record<EdgeKind, (label: string) => string>> = {
  membership: () => 'is a member of',
  attachment: () => 'has the policy',
  session: () => 'is a session of',
  trust: () => 'may assume',
  permission: (label) => `is allowed ${label} on`,
  grant: (label) => `is granted ${label} on`,
  deny: (label) => `is denied ${label} on`,
  pass: () => 'may pass'
};

function sayEdge(graph: Graph, { kind, from, to, label, conditions }: GraphEdge): string {
  const when = conditions.length === 0 ? '' : `, if ${conditions.join(' and ')} fits`;
  return `${named(graph, from)} ${VERBS[kind](label)} ${named(graph, to)}${when}.`;
}

function sayBundle(graph: Graph, { edges, from, to }: GraphBundle): string {
  return `${counted(edges.length)} from ${named(graph, from)} to ${named(graph, to)}.`;
}

/** `jenkins in tools` */
function named(graph: Graph, id: string): string {
  const node = graph.nodes.find((each) => each.id === id);
  if (!node) return graph.boxes.find((each) => each.id === id)?.label ?? id;
  const home = homeOf(graph, node.box);
  return home === null ? node.label : `${node.label} in ${home}`;
}
