/** A policy as JSON text, the way AWS's console shows one. */
import { isNull, type Tree, type TreeText } from '../source/tree.ts';
import { isNumberOrBoolean } from './reading.ts';

/**
 * The document as JSON: two spaces, the order of keys kept, one item per line. What was an unquoted number, boolean
 * or null stays one; all other text is quoted. `parseJson` reads the same tree from it.
 */
export function printPolicy(tree: Tree): string {
  return print(tree, '');
}

function print(tree: Tree, indent: string): string {
  const inner = `${indent}  `;
  switch (tree.kind) {
    case 'text':
      return printText(tree);
    case 'list':
      return block(
        '[',
        tree.items.map((item) => print(item, inner)),
        ']',
        indent
      );
    case 'map':
      return block(
        '{',
        tree.entries.map(({ key, value }) => `${JSON.stringify(key)}: ${print(value, inner)}`),
        '}',
        indent
      );
  }
}

function block(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return open + close;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function printText(tree: TreeText): string {
  if (isNull(tree)) return 'null';
  return isNumberOrBoolean(tree) ? tree.text : JSON.stringify(tree.text);
}
