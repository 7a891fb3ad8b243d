/** World → graph: collects nodes, edges and boxes, then gives everything its place. Pure and deterministic. */
import type { Request } from '../engine/request.ts';
import type { World } from '../world/world.ts';
import { toBoxes } from './boxes.ts';
import { captioned } from './captions.ts';
import { addGrants, addKeyGrants, addTrust } from './grants.ts';
import type { Graph, GraphEdge } from './graph.ts';
import { layout } from './layout.ts';
import { part } from './omitted.ts';
import { pinned } from './pin.ts';
import type { Pins } from './pins.ts';
import { listedNodes } from './nodes.ts';
import { addPermissions } from './permissions.ts';
import { Collector } from './sketch.ts';
import type { Sketch } from './sketch.ts';
import { addAttachments, addCallers, addMemberships, addSessions } from './ties.ts';

/**
 * The graph of a world. A large one has no places yet: `fold` makes drawings of it. Where there are no accounts to
 * fold, a part is drawn and the rest told in the outline.
 *
 * @param requests whose callers are drawn too: services, anonymous callers, root users and federated users
 *   are listed nowhere else
 * @param pins where the file wants things to stand
 */
export function toGraph(world: World, requests: readonly Request[] = [], pins: Pins = new Map()): Graph {
  const sketch = toSketch(world, requests);
  const graph = draw(sketch, requests);
  const parents = new Map(sketch.boxes.map(({ id, parent }) => [id, parent]));
  return graph.isUnplaced ? graph : pinned(graph, parents, pins);
}

/** More identities and resources than this are not drawn all at once, where there are accounts to fold. */
const MOST_WHOLE = 60;
const FEWEST_ACCOUNTS = 3;

/** Whether a world is drawn folded: see fold.ts. */
export function isLarge({ nodes, boxes }: Pick<Sketch, 'nodes' | 'boxes'>): boolean {
  const accounts = boxes.filter(({ kind }) => kind === 'account').length;
  return accounts >= FEWEST_ACCOUNTS && nodes.filter(({ kind }) => kind !== 'policy').length > MOST_WHOLE;
}

/** One for all edges: a world of thousands is copied out of a worker. */
const NO_BENDS: GraphEdge['bends'] = [];

/** All of a large world, for `fold` to make drawings of. */
function unplaced({ nodes, edges, boxes, isCut }: Sketch): Graph {
  const nowhere = { x: 0, y: 0, width: 0, height: 0 };
  const flat = { y: 0, height: 0 };
  return {
    nodes: nodes.map((node) => ({ ...node, ...nowhere })),
    edges: edges.map((edge) => ({ ...edge, bends: NO_BENDS })),
    boxes: boxes.map((box) => ({
      ...box,
      ...nowhere,
      roof: box.roof.map((band) => ({ ...band, ...flat })),
      floor: box.floor.map((band) => ({ ...band, ...flat }))
    })),
    width: 0,
    height: 0,
    omitted: { nodes: [], edges: [], boxes: [], isCut },
    isUnplaced: true
  };
}

/** Gives everything in a sketch its place; of a large world that is done when it is known what is to be seen of it. */
export function draw(
  sketch: Sketch,
  requests: readonly Request[],
  lay: (drawn: Sketch) => Omit<Graph, 'omitted'> = layout
): Graph {
  if (isLarge(sketch)) return unplaced(sketch);
  const { drawn, omitted } = part(sketch, requests);
  const graph = lay(drawn);
  const untold = new Set(omitted.edges.map(({ id }) => id));
  const edges = untold.size === 0 ? graph.edges : graph.edges.filter(({ id }) => !untold.has(id));
  return { ...graph, edges, omitted };
}

/** All there is to draw, before it has places. */
export function toSketch(world: World, requests: readonly Request[] = []): Sketch {
  const to = new Collector();
  for (const node of listedNodes(world)) to.add(node);
  addCallers(world, requests, to);
  addMemberships(world, to);
  addSessions(world, to);
  addTrust(world, to);
  addGrants(world, to);
  addKeyGrants(world, to);
  addPermissions(world, to);
  addAttachments(world, to);
  return {
    nodes: captioned([...to.nodes.values()]),
    edges: to.edges(),
    boxes: toBoxes(world),
    isCut: to.isCut
  };
}
