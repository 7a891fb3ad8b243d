/** What is lit, chosen and pointed at in a folded drawing: the thing itself, or the tile and the bundle that stand for it. */
import { withBundleKeys } from './bundle-chips.ts';
import type { Graph, GraphBundle, Light } from './graph.ts';

/** By edge id the bundle that it is a part of. */
function bundlesByEdge(shown: Graph): ReadonlyMap<string, GraphBundle> {
  return new Map(
    (shown.bundles ?? []).flatMap((bundle) => bundle.edges.map(({ id }) => [id, bundle] as const))
  );
}

/**
 * Stands for a thing in a folded drawing: the id of what is drawn in its place, an account for a node that is folded
 * away and a bundle for a line; the id itself for everything that is drawn, or not known.
 *
 * @param homeOf the account of every node of the whole world
 */
export function standIns(shown: Graph, homeOf: ReadonlyMap<string, string | null>): (id: string) => string {
  const drawn = new Set([...shown.nodes, ...shown.edges, ...shown.boxes].map(({ id }) => id));
  const bundles = bundlesByEdge(shown);
  return (id) => (drawn.has(id) ? id : (bundles.get(id)?.id ?? homeOf.get(id) ?? id));
}

/** What stands for each of several things. */
export function allOf(ids: ReadonlySet<string>, standIn: (id: string) => string): ReadonlySet<string> {
  return new Set([...ids].map(standIn));
}

/** The light of the whole world as a folded drawing shows it. Of a folded account the tile lights. */
export function foldLight(light: Light, shown: Graph, homeOf: ReadonlyMap<string, string | null>): Light {
  const standIn = standIns(shown, homeOf);
  const drawn = new Set(shown.nodes.map(({ id }) => id));
  const nodes = allOf(light.nodes, standIn);
  const folded = [...nodes].filter((id) => !drawn.has(id));
  return {
    ...light,
    nodes,
    edges: allOf(light.edges, standIn),
    boxes: new Set([...light.boxes, ...folded]),
    ...(light.marks && {
      marks: { ...light.marks, keys: withBundleKeys(light.marks.keys, shown.bundles ?? []) }
    })
  };
}
