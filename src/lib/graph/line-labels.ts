/** Where the words of lit lines stand: beside their line, over nothing; one that finds no such place gives way. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import { curve, type Point } from './curve.ts';
import type { Graph, GraphEdge, Light } from './graph.ts';
import { boundsOf } from './free-spot.ts';
import { FONT_SIZE, LINE, elide, textWidth } from './label.ts';
import { MOST_ALL } from './look-small.ts';
import { around, grown, overlap, takenOf } from './taken.ts';

/** Lit edges up to this number carry their words. */
export const NAMED = 5;
/** Widest action on a line, model units: every action of AWS fits. */
const LONGEST_ACTION = 560;
/** Around the words, so that they touch nothing. */
const PAD = 2;
/** How far along its line a label may stand, the best first. */
const SHARES = Array.from(
  { length: 31 },
  (_, index) => 0.5 + (index % 2 === 0 ? 0.5 : -0.5) * ((index + 1) >> 1) * 0.05
);
/** How far above or below, in heights of a label: beside its line, else further off, where a short one is all between nodes. */
const LIFTS = [-0.76, 0.76, -1.1, 1.1, -1.3, 1.3, -1.5, 1.5, -1.7, 1.7, -1.9, 1.9, -2.2, 2.2];
/** Further from a line than this, beyond its own width, no label stands; model units. */
const FAR = 40;
const SAMPLES = 40;
/** A height further off counts as much as covering so many square units of a line. */
const PER_LIFT = 60;
/** Places further from the middle, by their share of the line. */
const PER_SHARE = 40;
/** What lies under a label: its words are not read then, a line is crossed out. */
const SHARE = { taken: 40, line: 1 };

/** The words of an edge, as its line carries them. */
export function wordsOn({ label }: Pick<GraphEdge, 'label'>): string {
  return elide(label, LONGEST_ACTION);
}

export interface LabelPlace {
  /** Centre, model units. */
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  /** Whether it covers nothing; one that would stands there only while its line is pointed at or chosen. */
  readonly isFree: boolean;
}

/**
 * The places of the words of lit lines, by edge id. Pure.
 *
 * @param over what stands over the drawing already
 * @param enlarged how much larger than usual words are written: see look-small.ts
 */
export function lineLabels(
  graph: Graph,
  light: Light | null,
  over: readonly Rectangle[],
  enlarged = 1
): ReadonlyMap<string, LabelPlace> {
  const places = new Map<string, LabelPlace>();
  if (!light || light.edges.size === 0 || light.edges.size > NAMED) return places;
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const wayOf = ({ from, to, bends }: GraphEdge) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return a && b ? curve(a, b, bends, SAMPLES) : [];
  };
  const lit = graph.edges.filter(({ id, label }) => label !== '' && light.edges.has(id));
  const taken = [...takenOf(graph), ...namesAt(graph, light, enlarged), ...over];
  for (const edge of lit) {
    const lines = graph.edges.filter((other) => other !== edge && light.edges.has(other.id)).flatMap(wayOf);
    const size = {
      width: textWidth(wordsOn(edge)) * enlarged + 2 * PAD,
      height: FONT_SIZE * enlarged + 2 * PAD
    };
    const way = wayOf(edge);
    const near = grown(boundsOf(way.map((point) => around(point, 0, 0))), size.width + FAR);
    const place = freest(
      way,
      size,
      taken.filter((area) => overlap(area, near) > 0),
      lines
    );
    if (!place) continue;
    places.set(edge.id, place);
    if (place.isFree) taken.push(grown(around(place.at, place.width, place.height), PAD));
  }
  return places;
}

/** The boxes of names written larger than usual: their lines grow downwards, and to both sides. */
function namesAt(graph: Graph, light: Light, enlarged: number): readonly Rectangle[] {
  if (enlarged === 1) return [];
  return graph.nodes.flatMap((node) => {
    const larger = light.nodes.has(node.id) ? enlarged : Math.min(enlarged, MOST_ALL);
    const { y, height } = shapeBox(node);
    return labelBoxes(node).map((box, line) => ({
      x: node.x - (box.width * larger) / 2,
      y: Math.max(y + height, box.y + line * LINE * (larger - 1)),
      width: box.width * larger,
      height: box.height * larger
    }));
  });
}

/** The first centre where a label covers nothing, nearest to its line; else where it covers the least. */
function freest(
  way: readonly Point[],
  size: Pick<Rectangle, 'width' | 'height'>,
  taken: readonly Rectangle[],
  lines: readonly Point[]
): LabelPlace | null {
  let best: LabelPlace | null = null;
  let least = Infinity;
  for (const share of SHARES) {
    const on = way[Math.round(share * (way.length - 1))];
    for (const lift of on ? LIFTS : []) {
      const at = { x: on?.x ?? 0, y: (on?.y ?? 0) + lift * size.height };
      const area = around(at, size.width, size.height);
      const covered = taken.reduce((sum, other) => sum + overlap(area, other), 0);
      const struck = lines.filter((point) => overlap(area, around(point, 4, 4)) > 0).length;
      const cost =
        SHARE.taken * covered +
        SHARE.line * 16 * struck +
        PER_LIFT * (Math.abs(lift) - 0.76) +
        PER_SHARE * Math.abs(share - 0.5);
      if (cost >= least - 1e-9) continue;
      [best, least] = [{ at, ...size, isFree: covered === 0 }, cost];
    }
  }
  return best;
}
