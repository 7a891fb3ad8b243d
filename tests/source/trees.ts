/** Shared by the tests of reading: trees without places, and problems as one line each. */
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { textAt } from '../../src/lib/source/text.ts';
import type { Tree } from '../../src/lib/source/tree.ts';

/** `/code «underlined text»` */
export function brief({ code, range }: Diagnostic): string {
  return `${code} «${textAt(range)}»`;
}

/** The value a tree stands for, every scalar as its text; unquoted ones marked by `=`. */
export function plain(tree: Tree | null): unknown {
  if (tree === null) return null;
  switch (tree.kind) {
    case 'text':
      return tree.quoted ? tree.text : `=${tree.text}`;
    case 'list':
      return tree.items.map(plain);
    case 'map':
      return tree.entries.map(({ key, value }) => [key, plain(value)]);
  }
}

/** Every value of a tree with its path and the text its range covers. */
export function places(tree: Tree): readonly (readonly [path: string, text: string])[] {
  const own = [tree.path, textAt(tree.range)] as const;
  if (tree.kind === 'text') return [own];
  const inner = tree.kind === 'list' ? tree.items : tree.entries.map(({ value }) => value);
  return [own, ...inner.flatMap(places)];
}
