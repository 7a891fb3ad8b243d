/** The room a node needs: its shape, its fence ring, and the label and sublabel that hang below. */
import { captionLines } from './caption.ts';
import type { GraphNode, NodeKind } from './graph.ts';
import { LINE, textWidth } from './label.ts';
import { paperSize } from './paper-size.ts';
import { resourceType } from './resource-type.ts';
import type { NodeSketch } from './sketch.ts';

/** Distance between a shape and the fence ring of its permissions boundary. */
export const RING = 7;
/** Between the shape (or its ring) and the first line of the label. */
export const LABEL_GAP = 3;

const SIZES: Readonly<Record<NodeKind, readonly [width: number, height: number]>> = {
  user: [42, 30],
  group: [44, 29],
  role: [46, 40],
  session: [40, 40], // a hexagon in its ring
  service: [40, 34],
  identityProvider: [42, 38],
  resource: [44, 30],
  policy: [36, 27],
  account: [46, 30],
  root: [44, 42],
  anonymous: [40, 34]
};

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Cell {
  readonly node: NodeSketch;
  /** Size of the shape. */
  readonly shape: readonly [width: number, height: number];
  readonly width: number;
  readonly height: number;
  /** From the cell's top to the centre of the shape. */
  readonly drop: number;
}

export function toCell(node: NodeSketch): Cell {
  const shape = shapeSize(node);
  const [width, height] = shape;
  const ring = node.boundary ? RING : 0;
  const lines = [...namesUnder(node), ...captionLines(node.sublabel)];
  return {
    node,
    shape,
    width: Math.max(width + 2 * ring, ...lines.map(textWidth)) + 4,
    height: height + 2 * ring + LABEL_GAP + lines.length * LINE,
    drop: ring + height / 2
  };
}

function shapeSize(node: NodeSketch): readonly [number, number] {
  if (node.lines) return paperSize(node.lines);
  if (node.kind !== 'resource') return SIZES[node.kind];
  const { shape } = resourceType(node.id);
  return shape === 'key' ? [46, 38] : shape === 'store' ? [42, 36] : SIZES.resource;
}

/** The lines of a node's name, as they stand under its shape. */
export function namesUnder({ label, caption }: Pick<GraphNode, 'label' | 'caption'>): readonly string[] {
  return caption ?? captionLines(label);
}

type Placed = Pick<GraphNode, 'x' | 'y' | 'width' | 'height' | 'label' | 'caption' | 'sublabel' | 'boundary'>;

/** The box of the shape with its ring. */
export function shapeBox({ x, y, width, height, boundary }: Placed): Rectangle {
  const ring = boundary ? RING : 0;
  return {
    x: x - width / 2 - ring,
    y: y - height / 2 - ring,
    width: width + 2 * ring,
    height: height + 2 * ring
  };
}

/** The boxes of the label and the sublabel as they are drawn, one for each line; empty texts have none. */
export function labelBoxes(node: Placed): readonly Rectangle[] {
  const top = labelTop(node);
  return [...namesUnder(node), ...captionLines(node.sublabel)].map((text, line) => {
    const width = textWidth(text);
    return { x: node.x - width / 2, y: top + line * LINE, width, height: LINE };
  });
}

/** Where the first line of the label begins. */
function labelTop({ y, height, boundary }: Placed): number {
  return y + height / 2 + (boundary ? RING : 0) + LABEL_GAP;
}
