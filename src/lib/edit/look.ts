/** Looking around in a file's tree: what stands at a pointer, which keys a map has, which texts a list. */
import type { Change } from '../source/change.ts';
import { parseEmbeddedJson } from '../source/embedded.ts';
import { join, split } from '../source/pointer.ts';
import { childOf, isNull, type Tree, type TreeText } from '../source/tree.ts';

/** What stands at a pointer; null for nothing. A policy written as a block of JSON is looked into as well. */
export function lookAt(file: Tree, pointer: string): Tree | null {
  let tree: Tree | null = file;
  for (const key of split(pointer)) {
    tree = childOf(opened(tree), key);
    if (tree === null) return null;
  }
  return tree;
}

/** A tree, or what the JSON in its text says. */
export function opened(tree: Tree): Tree {
  if (tree.kind !== 'text' || !tree.quoted || !/^\s*\{/.test(tree.text)) return tree;
  return parseEmbeddedJson(tree).value ?? tree;
}

/** The keys of the map at a pointer; none where there is no map. */
export function keysAt(file: Tree, pointer: string): readonly string[] {
  const tree = lookAt(file, pointer);
  return tree?.kind === 'map' ? tree.entries.map(({ key }) => key) : [];
}

/** A text, or the texts of a list; null where nothing stands. */
export function textsAt(file: Tree, pointer: string): readonly string[] | null {
  const tree = lookAt(file, pointer);
  return tree === null || isNull(tree) ? null : textsOf(tree);
}

/** A text, or the texts of a list. */
export function textsOf(tree: Tree): readonly string[] {
  if (tree.kind === 'text') return [tree.text];
  return tree.kind === 'list' ? tree.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) : [];
}

/** The text at a pointer; null where there is none. */
export function textAt(file: Tree, pointer: string): string | null {
  const tree = lookAt(file, pointer);
  return tree?.kind === 'text' && !isNull(tree) ? tree.text : null;
}

/** Every text of a tree with its place, those in blocks of JSON among them. */
export function* textsIn(tree: Tree): Iterable<TreeText> {
  const inside = opened(tree);
  if (inside.kind === 'text') yield inside;
  else if (inside.kind === 'list') for (const item of inside.items) yield* textsIn(item);
  else for (const { value } of inside.entries) yield* textsIn(value);
}

/** Puts a text at the end of a list, which may be missing, or be one text in place of a list. */
export function append(
  file: Tree,
  pointer: string,
  text: string,
  whenMissing: readonly string[] = []
): Change {
  const tree = lookAt(file, pointer);
  if (tree?.kind === 'list' && tree.items.length > 0) return { at: join(pointer, '-'), set: text };
  const before = tree === null || isNull(tree) ? whenMissing : textsOf(tree);
  return { at: pointer, set: [...before, text] };
}

/**
 * Takes texts out of a list, which may be one text in place of a list. The list goes with its last text, unless
 * an empty one says something else than none.
 */
export function without(
  file: Tree,
  pointer: string,
  fits: (text: string) => boolean,
  isListKept = false
): readonly Change[] {
  const tree = lookAt(file, pointer);
  if (tree === null) return [];
  const texts = textsOf(tree);
  const places = texts.flatMap((text, index) => (fits(text) ? [index] : []));
  if (places.length === 0) return [];
  if (places.length < texts.length) {
    // From the end, so that no place moves before its turn.
    return places.toReversed().map((index) => ({ at: join(pointer, index), remove: true }));
  }
  return isListKept ? [{ at: pointer, set: [] }] : [{ at: pointer, remove: true }];
}
