/**
 * A document as a tree of texts, lists and maps with the place of everything: what YAML and JSON have in
 * common for us. All scalars are text; whether one was quoted is remembered, because an unquoted `null`,
 * number or boolean is what JSON would make of it. Knows no policy and no scenario.
 */
import { parent, split } from './pointer.ts';
import type { SourceRange } from './text.ts';

interface TreeNode {
  readonly range: SourceRange;
  /** JSON Pointer from the root of the tree. */
  readonly path: string;
}

export interface TreeText extends TreeNode {
  readonly kind: 'text';
  readonly text: string;
  /** True for a quoted or block scalar, i.e. a string whatever it looks like. */
  readonly quoted: boolean;
}

export interface TreeList extends TreeNode {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface TreeEntry {
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: Tree;
}

export interface TreeMap extends TreeNode {
  readonly kind: 'map';
  readonly entries: readonly TreeEntry[];
}

export type Tree = TreeText | TreeList | TreeMap;

/** The entry with exactly this key; the first one, should the key stand twice. */
export function find(map: TreeMap, key: string): TreeEntry | null {
  return map.entries.find((entry) => entry.key === key) ?? null;
}

/** Whether this is JSON's `null`: the unquoted word, or YAML's empty value. */
export function isNull(tree: Tree): boolean {
  return (
    tree.kind === 'text' && !tree.quoted && (tree.text === 'null' || tree.text === '' || tree.text === '~')
  );
}

/** What a map has under a key, or a list in a place; null for nothing. */
export function childOf(tree: Tree, key: string): Tree | null {
  if (tree.kind === 'map') return find(tree, key)?.value ?? null;
  if (tree.kind === 'text' || !/^(?:0|[1-9]\d*)$/.test(key)) return null;
  return tree.items[Number(key)] ?? null;
}

/** {@link treeAt} for many places of one tree: what lies around them is found once. */
export function finderIn(root: Tree): (pointer: string) => Tree | null {
  const known = new Map<string, Tree | null>([['', root]]);
  const at = (pointer: string): Tree | null => {
    const found = known.get(pointer);
    if (found !== undefined) return found;
    const around = at(parent(pointer));
    const [key = ''] = split(pointer.slice(pointer.lastIndexOf('/')));
    const tree = around && childOf(around, key);
    known.set(pointer, tree);
    return tree;
  };
  return at;
}

/** What stands at a JSON Pointer; null where nothing does. Aliases and duplicate keys: the first that is met. */
export function treeAt(root: Tree, pointer: string): Tree | null {
  let at: Tree | null = root;
  for (const key of split(pointer)) at = at && childOf(at, key);
  return at;
}
