/** Lines between places that are folded away, put together: one per kind and pair, with all that it stands for. */
import type { EdgeKind, GraphBundle, GraphEdge } from './graph.ts';

/** A bundle before it has a way. */
export type BundleSketch = Omit<GraphBundle, 'ends' | 'bends' | 'number'>;

/** Where an edge ends in a folded drawing. */
export interface Ending {
  /** The node itself, or the account that hides it. */
  readonly at: string;
  /** Id of its account; null outside of all. */
  readonly account: string | null;
}

/** A place from which more lines of a kind go out, or at which more arrive, than are drawn. */
export interface Hub {
  readonly at: string;
  readonly kind: EdgeKind;
  readonly direction: 'out' | 'in';
  /** How many other places they tie it to. */
  readonly count: number;
}

/** More lines of one kind and direction than this say no more than their number. */
const MOST_LINES = 8;

/** Membership, attachment and sessions never leave an account; two sides of one access are one line. */
const GROUPS: Readonly<Partial<Record<EdgeKind, EdgeKind>>> = {
  trust: 'trust',
  permission: 'permission',
  grant: 'permission',
  deny: 'deny',
  pass: 'pass'
};

/**
 * Bundles of edges, in the order of their first edge.
 *
 * @param edges all that are not drawn one by one
 * @param endOf where each end of an edge is drawn; null where it is not, not even as an account
 * @param isOnPath whether an edge is a part of what the request is about
 */
export function toBundles(
  edges: readonly GraphEdge[],
  endOf: (node: string) => Ending | null,
  isOnPath: (edge: GraphEdge) => boolean
): readonly BundleSketch[] {
  const found = new Map<string, { sketch: Omit<BundleSketch, 'edges' | 'isOnPath'>; edges: GraphEdge[] }>();
  for (const edge of edges) {
    const kind = GROUPS[edge.kind];
    const [from, to] = [endOf(edge.from), endOf(edge.to)];
    if (!kind || !from || !to || isWithin(from, to)) continue;
    const id = `bundle:${kind}:${from.at}>${to.at}`;
    const known = found.get(id);
    if (known) known.edges.push(edge);
    else found.set(id, { sketch: { id, kind, from: from.at, to: to.at, isDrawn: true }, edges: [edge] });
  }
  return [...found.values()].map((each) => ({
    ...each.sketch,
    edges: each.edges,
    isOnPath: each.edges.some(isOnPath)
  }));
}

/** What happens inside one account is told when it is unfolded. */
function isWithin(from: Ending, to: Ending): boolean {
  return from.account !== null && from.account === to.account;
}

/** The places with too many lines, and the bundles with those lines taken out that no request is about. */
export function withoutHubs(bundles: readonly BundleSketch[]): {
  readonly bundles: readonly BundleSketch[];
  readonly hubs: readonly Hub[];
} {
  const hubs = new Map([...hubsOf(bundles, 'out'), ...hubsOf(bundles, 'in')]);
  const isHub = ({ kind, from, to }: BundleSketch) =>
    hubs.has(`out ${kind} ${from}`) || hubs.has(`in ${kind} ${to}`);
  return {
    bundles: bundles.map((bundle) =>
      isHub(bundle) && !bundle.isOnPath ? { ...bundle, isDrawn: false } : bundle
    ),
    hubs: [...hubs.values()]
  };
}

function hubsOf(
  bundles: readonly BundleSketch[],
  direction: Hub['direction']
): readonly (readonly [string, Hub])[] {
  const counts = new Map<string, Hub>();
  for (const { kind, from, to } of bundles) {
    const at = direction === 'out' ? from : to;
    const key = `${direction} ${kind} ${at}`;
    counts.set(key, { at, kind, direction, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].filter(([, { count }]) => count > MOST_LINES);
}

/** Line width by how many it stands for: one, a few, more, very many. Model units. */
export function bundleWidth(count: number): number {
  return count === 1 ? 3 : count < 5 ? 4 : count < 20 ? 5.5 : 7;
}
