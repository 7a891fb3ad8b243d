/** World → graph: collects nodes, edges and boxes, then gives everything its place. Pure and deterministic. */
import type { Request } from '../engine/request.ts';
import type { World } from '../world/world.ts';
import { toBoxes } from './boxes.ts';
import { addGrants, addKeyGrants, addTrust } from './grants.ts';
import type { Graph } from './graph.ts';
import { layout } from './layout.ts';
import { part } from './omitted.ts';
import { listedNodes } from './nodes.ts';
import { addPermissions } from './permissions.ts';
import { Collector } from './sketch.ts';
import type { Sketch } from './sketch.ts';
import { addAttachments, addCallers, addMemberships, addSessions } from './ties.ts';

/**
 * The graph of a world. Of a large one a part is drawn, and the rest told in the outline.
 *
 * @param requests whose callers are drawn too: services, anonymous callers, root users and federated users
 *   are listed nowhere else
 */
export function toGraph(world: World, requests: readonly Request[] = []): Graph {
  return draw(toSketch(world, requests), requests);
}

/** Gives everything in a sketch its place. */
export function draw(sketch: Sketch, requests: readonly Request[]): Graph {
  const { drawn, omitted } = part(sketch, requests);
  const graph = layout(drawn);
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
  return { nodes: [...to.nodes.values()], edges: to.edges(), boxes: toBoxes(world), isCut: to.isCut };
}
