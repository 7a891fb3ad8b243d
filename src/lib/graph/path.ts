/** What a request is about as a whole: what stays unfolded, and what the lens leaves to be seen. */
import { accountOf, type Request } from '../engine/request.ts';
import type { Graph } from './graph.ts';
import { callerIds } from './naming.ts';
import { targetOf } from './lamp.ts';

export interface Path {
  /** Callers, what stands behind them, targets: of the call, its hops and its checks. */
  readonly nodes: ReadonlySet<string>;
  /** The accounts of all of them. */
  readonly accounts: ReadonlySet<string>;
}

export const NO_PATH: Path = { nodes: new Set(), accounts: new Set() };

/** The way of a request through a graph; only what the graph has. Does not hang on the step. */
export function pathOf(graph: Graph, request: Request | null): Path {
  if (request === null) return NO_PATH;
  const calls = [request, ...request.hops, ...request.checks];
  const boxOf = new Map(graph.nodes.map(({ id, box }) => [id, box]));
  const nodes = new Set<string>();
  const accounts = new Set<string>();
  const known = new Set(graph.boxes.map(({ id }) => id));
  for (const { caller, resource } of calls) {
    const target = targetOf(graph, resource);
    for (const id of [...callerIds(caller), ...(target === null ? [] : [target])]) {
      const box = boxOf.get(id);
      if (box !== undefined) nodes.add(id);
      if (typeof box === 'string') accounts.add(box);
    }
    const home = accountOf(caller);
    if (home !== null && known.has(home)) accounts.add(home);
  }
  return { nodes, accounts };
}

/** A path with everything that one line ties to it: what the lens leaves bright. Ids of nodes and of folded accounts. */
export function around(graph: Graph, path: Path): ReadonlySet<string> {
  const near = new Set([...path.nodes, ...path.accounts]);
  for (const { from, to } of [...graph.edges, ...(graph.bundles ?? [])]) {
    const [a, b] = [path.nodes.has(from), path.nodes.has(to)];
    if (a) near.add(to);
    if (b) near.add(from);
  }
  return near;
}
