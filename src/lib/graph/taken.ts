/** What marks over the graph should not cover, and how much of it they would. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import { rise, tabWidth } from './geometry.ts';
import type { Graph } from './graph.ts';

/** Wider than anything that stands beside a line. */
const RIM = 400;

/** Shapes, names, bands, tabs, and what lies beyond the drawing. */
export function takenOf(graph: Graph): Rectangle[] {
  return [
    ...namesOf(graph),
    ...bandsOf(graph),
    ...tabsOf(graph),
    ...cornersOf(graph),
    ...foldedOf(graph),
    ...rimOf(graph)
  ];
}

/** Side of a square around the corner of an account: what covers it hides where the account ends. */
const CORNER = 16;

function cornersOf({ boxes }: Graph): readonly Rectangle[] {
  return boxes.flatMap(({ kind, x, y, width, height }) =>
    kind === 'account'
      ? [x, x + width].flatMap((left) =>
          [y, y + height].map((top) => around({ x: left, y: top }, CORNER, CORNER))
        )
      : []
  );
}

/** Width and height of the disc around a bundle's number, with air. */
export const DISC = 26;

/** Folded accounts, and the numbers of bundles. */
function foldedOf({ boxes, bundles }: Graph): readonly Rectangle[] {
  const discs = (bundles ?? []).filter(({ isDrawn }) => isDrawn);
  return [
    ...boxes.filter(({ tile }) => tile !== undefined),
    ...discs.map(({ number }) => around(number, DISC, DISC))
  ];
}

function tabsOf({ boxes }: Graph): readonly Rectangle[] {
  const tabbed = boxes.filter(({ tile }) => tile === undefined);
  return tabbed.map((box) => {
    const up = rise(box.kind);
    return { x: box.x + 8, y: box.y - up, width: tabWidth(box) + 4, height: 2 * up };
  });
}

/** What lies beyond the drawing on either side. */
function rimOf({ width, height }: Graph): readonly Rectangle[] {
  return [
    { x: -RIM, y: -RIM, width: width + 2 * RIM, height: RIM },
    { x: -RIM, y: height, width: width + 2 * RIM, height: RIM },
    { x: -RIM, y: 0, width: RIM, height },
    { x: width, y: 0, width: RIM, height }
  ];
}

function namesOf({ nodes }: Graph): readonly Rectangle[] {
  return nodes.flatMap((node) => [shapeBox(node), ...labelBoxes(node)]);
}

function bandsOf({ boxes }: Graph): readonly Rectangle[] {
  return boxes.flatMap(({ x, width, roof, floor }) =>
    [...roof, ...floor].map(({ y, height }) => ({ x, y, width, height }))
  );
}

/** The left and right walls of boxes, and those above and below. */
export function wallsOf({ boxes }: Graph): readonly Rectangle[] {
  return boxes.flatMap(({ x, y, width, height }) => [
    { x: x - 3, y, width: 6, height },
    { x: x + width - 3, y, width: 6, height },
    { x, y: y - 3, width, height: 6 },
    { x, y: y + height - 3, width, height: 6 }
  ]);
}

/** A rectangle by its centre. */
export function around({ x, y }: Point, width: number, height: number): Rectangle {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** The area two share. */
export function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

export function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
