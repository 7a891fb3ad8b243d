/** The condition keys of bundles: what their chips say, where they run, and how the request fares with them. */
import { endsOf } from './bundle-ends.ts';
import { siteOf } from './bundle-site.ts';
import { curve, type Point } from './curve.ts';
import type { Graph, GraphBundle } from './graph.ts';
import type { EdgeKey } from './mark.ts';

/** A line that asks for something: an edge, or a bundle. */
export interface Asking {
  readonly id: string;
  readonly conditions: readonly string[];
  /** From end to end. */
  readonly points: readonly Point[];
}

const SAMPLES = 60;

/** The keys a bundle asks for, whatever part of it one takes; none where a part asks for nothing. */
export function keysAsked({ edges }: Pick<GraphBundle, 'edges'>): readonly string[] {
  if (edges.some(({ conditions }) => conditions.length === 0)) return [];
  const keys = new Map(
    edges.flatMap(({ conditions }) => conditions.map((key) => [key.toLowerCase(), key] as const))
  );
  return [...keys.values()];
}

/** The bundles of a drawing that ask for keys. */
export function askingBundles(graph: Graph): readonly Asking[] {
  const asking = (graph.bundles ?? []).filter(
    (bundle) => bundle.isDrawn && bundle.edges.length > 0 && keysAsked(bundle).length > 0
  );
  if (asking.length === 0) return [];
  const { areaOf } = siteOf(graph);
  return asking.flatMap((bundle) => {
    const ends = endsOf(bundle, areaOf);
    if (!ends) return [];
    const [start, stop] = ends;
    const points = [start, ...curve(start, stop, bundle.bends, SAMPLES), stop];
    return [{ id: bundle.id, conditions: keysAsked(bundle), points }];
  });
}

/**
 * The keys of edges, and of the bundles in which they are put together: of a
 * bundle the first that has been read.
 */
export function withBundleKeys(
  keys: ReadonlyMap<string, readonly EdgeKey[]>,
  bundles: readonly GraphBundle[]
): ReadonlyMap<string, readonly EdgeKey[]> {
  const all = new Map(keys);
  for (const bundle of bundles) {
    const asked = bundle.isDrawn ? keysAsked(bundle) : [];
    if (asked.length === 0) continue;
    const known = bundle.edges.flatMap(({ id }) => keys.get(id) ?? []);
    const states = asked.map((key): EdgeKey => {
      const own = known.filter((each) => each.key.toLowerCase() === key.toLowerCase());
      return { key, state: own.find(({ state }) => state !== 'unread')?.state ?? 'unread' };
    });
    all.set(bundle.id, states);
  }
  return all;
}
