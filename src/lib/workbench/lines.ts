/** A JSON text as lines of short pieces, each with its kind of token and whether it is marked. */
import { legible } from '../source/render.ts';

/** A token of a highlighter: neighbours without gaps that together are the text. */
export interface Token {
  readonly text: string;
  /** Empty for text of no particular kind. */
  readonly kind: string;
}

export interface Piece {
  readonly text: string;
  readonly kind: string;
  readonly isMarked: boolean;
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Offset of its first character. */
  readonly from: number;
  readonly to: number;
  /** Spaces at its start. */
  readonly indent: number;
  readonly pieces: readonly Piece[];
}

/** Splits tokens at line ends and at the edges of the mark. Time O(text). */
export function toLines(
  tokens: readonly Token[],
  mark: { readonly from: number; readonly to: number } | null
): readonly Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let start = 0;
  let at = 0;
  const endLine = () => {
    lines.push({ number: lines.length + 1, from: start, to: at, indent: indentOf(pieces), pieces });
    pieces = [];
  };
  for (const token of tokens) {
    for (const text of cut(token.text, at, mark)) {
      const isMarked = mark !== null && at >= mark.from && at < mark.to;
      if (text === '\n') {
        endLine();
        at += 1;
        start = at;
      } else {
        pieces.push({ text, kind: token.kind, isMarked });
        at += text.length;
      }
    }
  }
  endLine();
  return lines.map((line) => ({ ...line, pieces: withoutIndent(line.pieces).map(toShown) }));
}

/** A policy may not read other than it is: marks that turn the direction of letters are seen. */
function toShown(piece: Piece): Piece {
  return { ...piece, text: legible(piece.text) };
}

function indentOf(pieces: readonly Piece[]): number {
  return /^ */.exec(pieces[0]?.text ?? '')?.[0].length ?? 0;
}

/** Line ends as texts of their own, and a cut at each edge of the mark. */
function cut(text: string, at: number, mark: { from: number; to: number } | null): readonly string[] {
  const edges = mark ? [mark.from - at, mark.to - at].filter((edge) => edge > 0 && edge < text.length) : [];
  const parts = [0, ...edges, text.length].map((edge, i, all) => text.slice(edge, all[i + 1] ?? edge));
  return parts.flatMap((part) => part.split(/(\n)/)).filter((part) => part !== '');
}

/** White space at the start of a line is never marked: a mark over several lines hugs their text. */
function withoutIndent(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (!first?.isMarked || first.text.trim() === first.text) return pieces;
  const indent = /^\s*/.exec(first.text)?.[0] ?? '';
  if (indent === '') return pieces;
  const body = { ...first, text: first.text.slice(indent.length) };
  return [{ text: indent, kind: '', isMarked: false }, ...(body.text === '' ? [] : [body]), ...rest];
}
