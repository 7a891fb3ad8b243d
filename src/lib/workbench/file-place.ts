/** Which part of which policy a place in the file's own text is: from the cursor there to what lights elsewhere. */
import type { NodeRef } from '../engine/trace.ts';
import { parseEmbeddedJson } from '../source/embedded.ts';
import { isWithin } from '../source/pointer.ts';
import { readTree } from '../source/read.ts';
import type { SourceRange } from '../source/text.ts';
import type { Tree } from '../source/tree.ts';
import type { Documents } from './documents.svelte.ts';

/** Longer files are not read once more at every move of the cursor, characters. */
const MOST = 64 * 1024;

/**
 * The smallest part of a policy that a character of the file belongs to; a key belongs to its value. Null outside of
 * all policies, where something else is typed over the policy, and where the file cannot be read or is longer than
 * 64 K. Time O(file).
 *
 * @param offset of the character, in UTF-16 units
 */
export function placeInFile(
  { name, text, reading, isPending }: Pick<Documents, 'name' | 'text' | 'reading' | 'isPending'>,
  offset: number
): NodeRef | null {
  if (reading === null || isPending || text.length > MOST) return null;
  const root = readTree({ name, text }).value;
  const path = root && pathIn(root, offset);
  if (path === null) return null;
  for (const [policy, { pointer, isTyped }] of reading.texts) {
    if (!isTyped && isWithin(path, pointer)) return { policy, path: path.slice(pointer.length) };
  }
  return null;
}

/** The pointer of the smallest node around a place, in JSON kept as text as well. */
function pathIn(tree: Tree, offset: number): string {
  if (tree.kind === 'text') {
    const inner = /^\s*\{/.test(tree.text) ? parseEmbeddedJson(tree).value : null;
    return inner ? pathIn(inner, offset) : tree.path;
  }
  const child =
    tree.kind === 'list'
      ? tree.items.find(({ range }) => holds(range, offset))
      : tree.entries.find(({ keyRange, value }) => holds(keyRange, offset) || holds(value.range, offset))
          ?.value;
  return child ? pathIn(child, offset) : tree.path;
}

function holds({ from, to }: SourceRange, offset: number): boolean {
  return from <= offset && offset < to;
}
