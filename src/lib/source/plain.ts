/** From a tree to plain data, and what of it is no text. */
import type { Plain } from './change.ts';
import { isNull, type Tree } from './tree.ts';

/** A tree as data: an unquoted number, boolean or null is what JSON makes of it, all other text is text. */
export function toPlain(tree: Tree): Plain {
  switch (tree.kind) {
    case 'text':
      return tree.quoted ? tree.text : toScalar(tree.text, isNull(tree));
    case 'list':
      return tree.items.map(toPlain);
    case 'map':
      // Entries, not assignments: a key may be called `__proto__`.
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, toPlain(value)]));
  }
}

function toScalar(text: string, isNothing: boolean): Plain {
  if (isNothing) return null;
  if (text === 'true' || text === 'false') return text === 'true';
  // Not `1.0` and not twenty digits: they would come back as something else.
  return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
}
