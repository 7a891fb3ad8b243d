/** The hand a file is written in: its line breaks, and for JSON its indentation and its gaps. */
import { indentOf, isFlow, lineStart } from './change-layout.ts';
import type { Tree } from './tree.ts';

export interface Hand {
  readonly text: string;
  readonly eol: string;
  /** Whether a text may be written as a block: not where lines of blanks follow that it would swallow. */
  readonly blocks: boolean;
  /** Null for YAML. */
  readonly json: JsonHand | null;
}

export interface JsonHand {
  /** Of one level; null when everything stands on one line. */
  readonly unit: string | null;
  /** Behind a colon, and behind a comma on the same line. */
  readonly colon: string;
  readonly comma: string;
}

/** @param root of the whole text */
export function handOf(text: string, root: Tree, isJson: boolean): Hand {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  return { text, eol, blocks: true, json: isJson ? jsonHand(text, root) : null };
}

/** How brackets and what is in them are written, if that is JSON. @param tree the outermost list or map of it */
export function jsonHand(text: string, tree: Tree): JsonHand {
  const { from, to } = tree.range;
  const piece = text.slice(from, to);
  const isEmpty = /^[[{]\s*[\]}]$/.test(piece);
  const colon = /"\s*:(?=[^\s])/.test(piece) && !/": /.test(piece) ? '' : ' ';
  const comma = !/, /.test(piece) && (/,\S/.test(piece) || colon === '') ? '' : ' ';
  const isWhole = text.trim() === piece;
  const isLines = piece.includes('\n') || (isEmpty && isWhole);
  return { unit: isLines ? (unitOf(tree, text) ?? '  ') : null, colon, comma };
}

/** How much deeper the first child on a line of its own stands than its parent's line. */
function unitOf(tree: Tree, text: string): string | null {
  if (tree.kind === 'text' || !isFlow(tree, text)) return null;
  const children =
    tree.kind === 'map'
      ? tree.entries.map(({ keyRange, value }) => ({ from: keyRange.from, value }))
      : tree.items.map((value) => ({ from: value.range.from, value }));
  const outer = indentOf(text, tree.range.from);
  for (const { from, value } of children) {
    const inner = text.slice(lineStart(text, from), from);
    if (from > tree.range.from && lineStart(text, from) > tree.range.from && /^\s+$/.test(inner)) {
      if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
    }
    const unit = unitOf(value, text);
    if (unit !== null) return unit;
  }
  return null;
}
