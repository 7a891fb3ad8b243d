/** A reading that can be shown to anybody: fake names throughout, every request decided as it is, drawn in the same places. */
import { captionLines } from '../graph/caption.ts';
import type { Graph } from '../graph/graph.ts';
import { NARROW_LABEL } from '../graph/label.ts';
import { toSketch } from '../graph/to-graph.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { hiding, redact, type Redacted } from '../share/redact.ts';
import { isJsonName } from '../source/file-name.ts';
import type { SourceText } from '../source/text.ts';
import { Reader, type Reading } from './reading.ts';
import type { Watch } from './watches.ts';

export interface Hidden extends Redacted {
  readonly reading: Reading;
}

/** What is on show with its names, as far as another reading is held against it. */
export interface Shown {
  readonly graph: Graph;
  /** How each request ends, in order. */
  readonly outcomes: readonly Watch['outcome'][];
}

export function toShown({ graph, watches }: Reading): Shown {
  return { graph, outcomes: watches.map(({ outcome }) => outcome) };
}

/**
 * Null where no way of faking names leaves every decision as it is: then nothing may be shown.
 *
 * @param shown what the text reads as
 */
export function hideNames(source: SourceText, shown: Shown): Hidden | null {
  for (const fakery of ['words', 'letters'] as const) {
    const made = redact({ ...source, name: bareName(source.name) }, fakery);
    if (made === null) continue;
    const moved = renamed(shown.graph, hiding(made.names));
    // Whatever is drawn stands where it stood: laying it out anew would take most of the time.
    const { reading } = new Reader().read(made.source, new Map(), moved);
    if (!reading || !isAlike(shown.outcomes, reading.watches)) continue;
    const graph = labelled(moved, reading);
    if (graph) return { ...made, reading: { ...reading, graph } };
    const anew = new Reader().read(made.source, new Map()).reading;
    if (anew) return { ...made, reading: anew };
  }
  return null;
}

/** The file's own name may give it away. */
function bareName(name: string): string {
  return isJsonName(name) ? 'redacted.json' : 'redacted.yaml';
}

function isAlike(before: Shown['outcomes'], after: readonly Watch[]): boolean {
  return before.length === after.length && before.every((outcome, at) => after[at]?.outcome === outcome);
}

/** The graph as it stood, with the labels of the new reading; null where that draws other things. */
function labelled(moved: Graph, { scenario }: Pick<Reading, 'scenario'>): Graph | null {
  const sketch = toSketch(scenario.world, requestsOf(scenario));
  const nodes = new Map(sketch.nodes.map((node) => [node.id, node]));
  const boxes = new Map(sketch.boxes.map((box) => [box.id, box]));
  const edges = new Set(sketch.edges.map(({ id }) => id));
  const isSame =
    moved.nodes.every(({ id }) => nodes.has(id)) &&
    moved.boxes.every(({ id }) => boxes.has(id)) &&
    moved.edges.every(({ id }) => edges.has(id));
  if (!isSame) return null;
  return {
    ...moved,
    // A caption, and what a role is called by, is a part of a name, which is not found by renaming names.
    nodes: moved.nodes.map(({ caption: before, ...node }) => {
      const { caption, sublabel = '', label = node.label } = nodes.get(node.id) ?? {};
      const lines = caption ?? (before && captionLines(label, NARROW_LABEL));
      return { ...node, label, sublabel, ...(lines && { caption: lines }) };
    }),
    boxes: moved.boxes.map((box) => ({ ...box, sublabel: boxes.get(box.id)?.sublabel ?? '' }))
  };
}

function requestsOf({ cases }: Scenario) {
  return cases.flatMap(({ request }) => request ?? []);
}

/** The same data with every text renamed. */
function renamed<Data>(data: Data, hide: (text: string) => string): Data;
function renamed(data: unknown, hide: (text: string) => string): unknown {
  if (typeof data === 'string') return hide(data);
  if (Array.isArray(data)) return data.map((each: unknown) => renamed(each, hide));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, renamed<unknown>(value, hide)]));
}
