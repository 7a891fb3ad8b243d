/** Where the words of lit lines stand: beside their line, over nothing, else further off on a thread. */
import { namesAt } from './cell-box.ts';
import type { Rectangle } from './cell.ts';
import { curve, type Point } from './curve.ts';
import type { Graph, GraphEdge, Light } from './graph.ts';
import { boundsOf } from './free-spot.ts';
import { FONT_SIZE, elide, textWidth } from './label.ts';
import { MOST_ALL } from './look-small.ts';
import { around, grown, overlap, takenOf, wallsOf } from './taken.ts';
import { gapBetween, piecesOf, threadTo, type Thread } from './thread.ts';

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
/** And on a thread no further than this … */
const REACH = 80;
/** … at places so far apart, of which those about the middle of the line come first, by this share of what they are off it. */
const GRID = { across: 7, down: 5 };
const OFF_MIDDLE = 0.1;
/** No further from the middle of a long line is looked. */
const AROUND = 250;
/** Points of a line that a thread is tried to: the nearest. */
const ENDS = 6;
/** Of the points of a line those that are measured to. */
const EACH = 2;
/** A point of a lit line under words counts as much as so many units further off. */
const STRUCK = 6;
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
  /** From the words to their line, where they stand off it. */
  readonly thread: Thread | null;
}

/** A line that words are sought for. */
interface Asking {
  /** Points of the line, from centre to centre. */
  readonly way: readonly Point[];
  readonly size: Pick<Rectangle, 'width' | 'height'>;
  readonly taken: readonly Rectangle[];
  /** Points of the other lit lines. */
  readonly lines: readonly Point[];
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
  const taken = [...takenOf(graph), ...largerNames(graph, light, enlarged), ...over];
  for (const edge of lit) {
    const lines = graph.edges.filter((other) => other !== edge && light.edges.has(other.id)).flatMap(wayOf);
    const size = {
      width: textWidth(wordsOn(edge)) * enlarged + 2 * PAD,
      height: FONT_SIZE * enlarged + 2 * PAD
    };
    const asking = { way: wayOf(edge), size, taken, lines };
    const beside = freest(within(asking, FAR));
    const place = beside?.isFree === false ? (off(within(asking, REACH), graph) ?? beside) : beside;
    if (!place) continue;
    places.set(edge.id, place);
    if (place.isFree) taken.push(grown(around(place.at, place.width, place.height), PAD));
    if (place.thread) taken.push(...piecesOf(place.thread));
  }
  return places;
}

export const NO_THREADS: ReadonlyMap<string, Thread> = new Map();

/** The threads of words, by the id of their line. */
export function threadsOf(places: ReadonlyMap<string, LabelPlace>): ReadonlyMap<string, Thread> {
  const threads = [...places].flatMap(([id, { thread }]) => (thread ? [[id, thread] as const] : []));
  return threads.length === 0 ? NO_THREADS : new Map(threads);
}

/** The boxes of names written larger than usual. */
function largerNames(graph: Graph, light: Light, enlarged: number): readonly Rectangle[] {
  if (enlarged === 1) return [];
  return graph.nodes.flatMap((node) =>
    namesAt(node, light.nodes.has(node.id) ? enlarged : Math.min(enlarged, MOST_ALL))
  );
}

/** With only what is taken so near to the line that it could be in the way. */
function within(asking: Asking, far: number): Asking {
  const bounds = boundsOf(asking.way.map((point) => around(point, 0, 0)));
  const near = grown(bounds, asking.size.width + far);
  return { ...asking, taken: asking.taken.filter((area) => overlap(area, near) > 0) };
}

/** The first centre where a label covers nothing, nearest to its line; else where it covers the least. */
function freest({ way, size, taken, lines }: Asking): LabelPlace | null {
  let best: LabelPlace | null = null;
  let least = Infinity;
  for (const share of SHARES) {
    const on = way[Math.round(share * (way.length - 1))];
    for (const lift of on ? LIFTS : []) {
      const at = { x: on?.x ?? 0, y: (on?.y ?? 0) + lift * size.height };
      const area = around(at, size.width, size.height);
      const covered = taken.reduce((sum, other) => sum + overlap(area, other), 0);
      const cost =
        SHARE.taken * covered +
        SHARE.line * 16 * struckBy(area, lines) +
        PER_LIFT * (Math.abs(lift) - 0.76) +
        PER_SHARE * Math.abs(share - 0.5);
      if (cost >= least - 1e-9) continue;
      [best, least] = [{ at, ...size, isFree: covered === 0, thread: null }, cost];
    }
  }
  return best;
}

/** A place off a line on no wall of a box, else one on a wall. */
function off(asking: Asking, graph: Graph): LabelPlace | null {
  return further(asking, wallsOf(graph)) ?? further(asking, []);
}

/**
 * The place nearest to a line, of those further off, that covers nothing and from where a thread leads to the line. Where none
 * does, as between names written large, the nearest without: only its hue tells then whose words they are. Null without any.
 */
function further({ way, size, taken, lines }: Asking, walls: readonly Rectangle[]): LabelPlace | null {
  const open = way.filter((point) => taken.every((area) => overlap(area, around(point, 1, 1)) === 0));
  const seen = open.length === 0 ? way : open;
  const rims = seen.filter((_, index) => index % EACH === 0).map((point) => around(point, 0, 0));
  // What lies next to the line bars most threads: asked first it ends most questions.
  const nearby = nearest(taken, boundsOf(rims), taken.length);
  const places = placesOff(way, rims, { size, taken: [...nearby, ...walls] });
  const [first] = places;
  let best: LabelPlace | null = first ? { at: first.at, ...size, isFree: true, thread: null } : null;
  let least = Infinity;
  for (const { at, away } of places) {
    if (away >= least) break; // and so is every place further off
    const area = around(at, size.width, size.height);
    const cost = away + STRUCK * (struckBy(area, lines) + struckBy(area, seen));
    const thread = cost < least ? threadTo(area, nearest(rims, area), nearby) : null;
    if (thread) [best, least] = [{ at, ...size, isFree: true, thread }, cost];
  }
  return best;
}

/** Free places around a line with how far they are off what is seen of it, the nearest first. */
function placesOff(
  way: readonly Point[],
  rims: readonly Rectangle[],
  { size: { width, height }, taken }: Pick<Asking, 'size' | 'taken'>
): readonly { readonly at: Point; readonly away: number }[] {
  const [middle] = [way[Math.floor(way.length / 2)]];
  if (!middle || rims.length === 0) return [];
  const { x, y, width: wide, height: high } = boundsOf(rims);
  const [first, last] = [Math.max(x, middle.x - AROUND), Math.min(x + wide, middle.x + AROUND)];
  const [upper, lower] = [Math.max(y, middle.y - AROUND), Math.min(y + high, middle.y + AROUND)];
  const found: { at: Point; away: number }[] = [];
  for (let left = first - width / 2 - REACH; left <= last + width / 2 + REACH; left += GRID.across) {
    for (let top = upper - REACH; top <= lower + REACH; top += GRID.down) {
      const area = around({ x: left, y: top }, width, height);
      if (taken.some((other) => overlap(area, other) > 0)) continue;
      const apart = rims.reduce((least, rim) => Math.min(least, gapBetween(area, rim)), Infinity);
      const off = Math.hypot(left - middle.x, top - middle.y);
      if (apart <= REACH) found.push({ at: { x: left, y: top }, away: apart + OFF_MIDDLE * off });
    }
  }
  return found.sort((a, b) => a.away - b.away);
}

/** The nearest to an area. */
function nearest(things: readonly Rectangle[], area: Rectangle, most = ENDS): readonly Rectangle[] {
  return things
    .map((thing) => ({ thing, apart: gapBetween(area, thing) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ thing }) => thing);
}

function struckBy(area: Rectangle, lines: readonly Point[]): number {
  return lines.filter((point) => overlap(area, around(point, 4, 4)) > 0).length;
}
