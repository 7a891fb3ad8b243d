/** Captions that are not made of a name alone: of permission sets, and of names that would read the same. */
import { captionLines, captionsApart } from './caption.ts';
import { permissionSetOf } from './permission-set.ts';
import { NARROW_LABEL } from './label.ts';
import type { NodeSketch } from './sketch.ts';

/**
 * The nodes, with a caption where the usual one does not do. A role of a permission set reads as that, unless two in one
 * account would read the same.
 */
export function captioned(nodes: readonly NodeSketch[]): readonly NodeSketch[] {
  const apart = captionsApart(nodes.map(({ label }) => label));
  const sets = new Map<string, number>();
  for (const node of nodes) {
    const key = setKey(node);
    if (key !== null) sets.set(key, (sets.get(key) ?? 0) + 1);
  }
  return nodes.map((node) => {
    const key = setKey(node);
    const set = key !== null && sets.get(key) === 1 ? permissionSetOf(node.id) : null;
    const caption = set === null ? apart.get(node.label) : captionLines(set);
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

/** An account and a permission set as one text; null for what is of none. */
function setKey({ id, kind, box }: NodeSketch): string | null {
  const set = kind === 'role' ? permissionSetOf(id) : null;
  return set === null ? null : `${box ?? ''} ${set}`;
}
