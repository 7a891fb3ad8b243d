/** Whole names of what is pointed at or stood on, where the drawing has them shortened: one plate for each. */
import { bandWords } from './band-words.ts';
import { captionLines } from './caption.ts';
import { labelBoxes, namesUnder } from './cell.ts';
import { RULE } from './geometry.ts';
import type { Graph, GraphBand, GraphBox, GraphNode } from './graph.ts';
import { LINE, textWidth } from './label.ts';
import { bandId } from './opens.ts';

/** Around the words, model units. */
const PAD = 5;
/** Widest line of a plate, model units. */
const WIDEST = 420;

export interface Plate {
  readonly id: string;
  readonly lines: readonly string[];
  /** Upper left corner and size, model units. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width that the words of a band have, model units: beside the sign of what it said. */
export function bandRoom({ width }: Pick<GraphBox, 'width'>): number {
  return width - 2 * RULE - 30;
}

/** Pure; none where several things light at once, as they do for a text. Time O(nodes + bands). */
export function platesOf(graph: Graph, things: ReadonlySet<string> | null): readonly Plate[] {
  if (things?.size !== 1 || graph.bundles) return [];
  const nodes = graph.nodes.filter((node) => things.has(node.id) && isShortened(node));
  const bands = graph.boxes.flatMap((box) =>
    [...box.roof, ...box.floor]
      .filter((band) => things.has(bandId(band)) && bandWords(band.label, bandRoom(box)) !== band.label)
      .map((band) => bandPlate(graph, box, band))
  );
  return [...nodes.map((node) => nodePlate(graph, node)), ...bands];
}

function isShortened(node: GraphNode): boolean {
  return namesUnder(node).join('').replaceAll(' ', '') !== (node.whole ?? node.label).replaceAll(' ', '');
}

function nodePlate(graph: Graph, node: GraphNode): Plate {
  const [first] = labelBoxes(node);
  return plate(graph, node.id, node.whole ?? node.label, { x: node.x, y: (first?.y ?? node.y) - PAD / 2 });
}

function bandPlate(graph: Graph, box: GraphBox, band: GraphBand): Plate {
  const id = `${bandId(band)}@${box.id}`;
  return plate(graph, id, band.label, { x: box.x + box.width / 2, y: band.y - PAD / 2 });
}

/** Below a point, moved sideways as far as the drawing's edges ask. */
function plate(graph: Graph, id: string, text: string, { x, y }: { x: number; y: number }): Plate {
  const lines = captionLines(text, WIDEST);
  const width = Math.max(...lines.map(textWidth)) + 2 * PAD;
  const left = Math.max(0, Math.min(x - width / 2, graph.width - width));
  return { id, lines, x: left, y, width, height: lines.length * LINE + PAD };
}
