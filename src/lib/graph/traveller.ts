/** The request as a traveller: on which lit edge it is at a step, where it stands there, and what is washed under it. */
import { besideWay, trimmedWay } from './beside.ts';
import type { Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import type { Graph, GraphEdge, Light } from './graph.ts';
import { textWidth } from './label.ts';
import type { Scene } from './lamp.ts';
import type { Traveller } from './mark.ts';
import { toPath } from './overlay.ts';

/** A request does not go along what ties people to groups and policies, nor through a Deny. */
const WALKED: ReadonlySet<GraphEdge['kind']> = new Set(['trust', 'permission', 'grant', 'pass']);

/** On the lit edge from the caller to the target; null where none is lit, as long as nothing says that it may go. */
export function travellerOn({ graph, callers, self, target }: Scene, light: Light): Traveller | null {
  const name = graph.nodes.find(({ id }) => id === self[0])?.label ?? '';
  const own = graph.edges.filter(
    ({ id, kind, from, to }) => light.edges.has(id) && WALKED.has(kind) && callers.has(from) && to === target
  );
  const edge = own.find(({ kind }) => kind === 'trust') ?? own[0];
  return edge && name !== '' ? { name, edge: edge.id } : null;
}

export interface DrawnTraveller {
  /** SVG path data of its way, from shape to shape. */
  readonly path: string;
  /** How far along the way it is, of 1. */
  readonly share: number;
  /** Where it is. */
  readonly at: Point;
  /** Its name, by the centre, seen from where it is. */
  readonly tag: Point & { readonly width: number };
}

export const TAG = 18;
/** From the middle of the dot to that of its tag. */
const TAG_DROP = 20;
const TAG_PAD = 16;

/** Where the traveller stands: about half-way, with its tag on what covers least. Null when its edge is not drawn. */
export function drawTraveller(
  graph: Graph,
  { edge: id, name }: Traveller,
  chips: readonly Rectangle[]
): DrawnTraveller | null {
  const edge = graph.edges.find((each) => each.id === id);
  const points = edge ? trimmedWay(graph, edge) : null;
  if (!points || points.length < 2) return null;
  const size = { width: textWidth(name) + TAG_PAD, height: TAG };
  const { at, beside } = besideWay(graph, points, { size, drop: TAG_DROP, chips });
  const tag = { x: round(beside.x - at.x), y: round(beside.y - at.y), width: size.width };
  return {
    path: toPath(points),
    share: round(shareOf(points, at)),
    at: { x: round(at.x), y: round(at.y) },
    tag
  };
}

/** What the canvas should keep its labels off: the dot and the tag. Centres and sizes. */
export function roomOf({ at, tag }: DrawnTraveller): readonly Rectangle[] {
  return [
    { ...at, width: 18, height: 18 },
    { x: at.x + tag.x, y: at.y + tag.y, width: tag.width, height: TAG }
  ];
}

/** The ways of lit trusts, for the wash beneath them: SVG path data by edge. */
export function washesOf(
  graph: Graph,
  light: Light | null
): readonly { readonly id: string; readonly path: string }[] {
  if (!light) return [];
  return graph.edges.flatMap((edge) => {
    if (edge.kind !== 'trust' || !light.edges.has(edge.id)) return [];
    const points = trimmedWay(graph, edge);
    return points ? [{ id: edge.id, path: toPath(points) }] : [];
  });
}

/** The ways of lit memberships and attachments, which draw in as they light: SVG path data by edge. */
export function drawnInOf(
  graph: Graph,
  light: Light | null
): readonly { readonly id: string; readonly path: string }[] {
  if (!light) return [];
  return graph.edges.flatMap((edge) => {
    if ((edge.kind !== 'membership' && edge.kind !== 'attachment') || !light.edges.has(edge.id)) return [];
    const points = trimmedWay(graph, edge);
    return points ? [{ id: edge.id, path: toPath(points) }] : [];
  });
}

/** How far along a way one of its points is, by length. */
function shareOf(points: readonly Point[], at: Point): number {
  let [whole, before] = [0, 0];
  points.forEach((point, index) => {
    const last = points[index - 1];
    whole += last ? Math.hypot(point.x - last.x, point.y - last.y) : 0;
    if (point === at) before = whole;
  });
  return whole === 0 ? 0 : before / whole;
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}
