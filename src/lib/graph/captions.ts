/** Captions that are not made of a name alone: of names that would read the same. */
import { captionLines, captionsApart } from './caption.ts';
import { NARROW_LABEL } from './label.ts';
import type { NodeSketch } from './sketch.ts';

/**
 * The nodes, with a caption where the usual one does not do. Two roles of one account that would be called by the same
 * permission set, as one that a policy still names after it is gone, are called by their names.
 */
export function captioned(nodes: readonly NodeSketch[]): readonly NodeSketch[] {
  const named = toldApart(nodes);
  const apart = captionsApart(named.map(({ label }) => label));
  return named.map((node) => {
    const caption = apart.get(node.label);
    return caption ? { ...node, caption } : node;
  });
}

/** The nodes with their names on narrow lines, all that still say the same then. */
export function narrowed(nodes: readonly NodeSketch[]): readonly NodeSketch[] {
  return nodes.map((node) => {
    if (node.caption) return node;
    const caption = captionLines(node.label, NARROW_LABEL);
    return caption.some((line) => line.includes('…')) ? node : { ...node, caption };
  });
}

function toldApart(nodes: readonly NodeSketch[]): readonly NodeSketch[] {
  const called = new Map<string, number>();
  for (const node of nodes)
    if (node.whole !== undefined) called.set(callOf(node), (called.get(callOf(node)) ?? 0) + 1);
  return nodes.map((node) => {
    const { whole, ...rest } = node;
    return whole === undefined || called.get(callOf(node)) === 1 ? node : { ...rest, label: whole };
  });
}

function callOf({ box, label }: NodeSketch): string {
  return `${box ?? ''} ${label}`;
}
