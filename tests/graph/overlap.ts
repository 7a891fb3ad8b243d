/** Finds what overlaps in a placed graph: shapes with their rings, labels, accounts. */
import { labelBoxes, shapeBox } from '../../src/lib/graph/cell.ts';
import type { Rectangle } from '../../src/lib/graph/cell.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';

interface Named extends Rectangle {
  readonly owner: string;
}

/** Pairs of nodes whose shape or label boxes overlap by more than a rounding error. */
export function overlaps({ nodes }: Graph): readonly string[] {
  const boxes = nodes.flatMap((node) =>
    [shapeBox(node), ...labelBoxes(node)].map((box): Named => ({ ...box, owner: node.id }))
  );
  return pairsOf(boxes);
}

/** Accounts that overlap each other, and nodes that stand outside their account or in its bands. */
export function misplaced({ nodes, boxes }: Graph): readonly string[] {
  const accounts = boxes.filter(({ kind }) => kind === 'account');
  const outside = nodes.flatMap((node) => {
    const account = accounts.find(({ id }) => id === node.box);
    if (!account) return [];
    const roof = Math.max(account.y, ...account.roof.map(({ y, height }) => y + height));
    const floor = Math.min(account.y + account.height, ...account.floor.map(({ y }) => y));
    const isInside = [shapeBox(node), ...labelBoxes(node)].every(
      (box) =>
        box.x >= account.x - 1 &&
        box.x + box.width <= account.x + account.width + 1 &&
        box.y >= roof - 1 &&
        box.y + box.height <= floor + 1
    );
    return isInside ? [] : [`${node.id} leaves ${account.label}`];
  });
  return [...pairsOf(accounts.map((box) => ({ ...box, owner: box.id }))), ...outside];
}

function pairsOf(boxes: readonly Named[]): readonly string[] {
  const sorted = [...boxes].sort((a, b) => a.x - b.x);
  return sorted.flatMap((a, index) => {
    const found: string[] = [];
    for (let next = index + 1; next < sorted.length; next++) {
      const b = sorted[next];
      if (!b || b.x >= a.x + a.width - 1) break;
      const isBeside = b.y >= a.y + a.height - 1 || a.y >= b.y + b.height - 1;
      if (!isBeside && a.owner !== b.owner) found.push(`${a.owner} × ${b.owner}`);
    }
    return found;
  });
}
