/** A JSON text as lines of short pieces, each with its kind of token, cut where something marks a part of the text. */
import { legible } from '../source/render.ts';
import { toParts } from './breaks.ts';

/** A token of a highlighter: neighbours without gaps that together are the text. */
export interface Token {
  readonly text: string;
  /** Empty for text of no particular kind. */
  readonly kind: string;
}

/** A stretch of the text that is drawn in a way of its own. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

export interface Piece {
  readonly text: string;
  readonly kind: string;
  /** Offset of its first character. */
  readonly from: number;
}

/** Neighbours that lie in the same spans. */
export interface Run {
  readonly names: readonly string[];
  readonly pieces: readonly Piece[];
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Offset of its first character. */
  readonly from: number;
  readonly to: number;
  /** Spaces at its start. */
  readonly indent: number;
  readonly runs: readonly Run[];
}

/** Splits tokens at line ends and at the edges of the spans. Time O(text × spans). */
export function toLines(tokens: readonly Token[], spans: readonly Span[]): readonly Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let start = 0;
  let at = 0;
  const endLine = () => {
    const indent = indentOf(pieces);
    const runs = toRuns(withoutIndent(pieces, indent), spans);
    lines.push({ number: lines.length + 1, from: start, to: at, indent, runs });
    pieces = [];
  };
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  for (const token of tokens) {
    for (const text of cut(token, at, edges)) {
      if (text === '\n') {
        endLine();
        start = at + 1;
      } else pieces.push({ text, kind: token.kind, from: at });
      at += text.length;
    }
  }
  endLine();
  return lines;
}

function indentOf(pieces: readonly Piece[]): number {
  return /^ */.exec(pieces[0]?.text ?? '')?.[0].length ?? 0;
}

/** Line ends as texts of their own, and a cut at each edge of a span and where a line of a string may end. */
function cut({ text, kind }: Token, at: number, edges: readonly number[]): readonly string[] {
  const inside = edges.map((edge) => edge - at).filter((edge) => edge > 0 && edge < text.length);
  const parts = [0, ...inside, text.length].map((edge, i, all) => text.slice(edge, all[i + 1] ?? edge));
  const lines = parts.flatMap((part) => part.split(/(\n)/)).filter((part) => part !== '');
  return kind === 'string' ? lines.flatMap(toParts) : lines;
}

/** White space at the start of a line lies in no span: a mark over several lines hugs their text. */
function withoutIndent(pieces: readonly Piece[], indent: number): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (!first || indent === 0 || first.text.length === indent) return pieces;
  const space = { text: first.text.slice(0, indent), kind: '', from: first.from };
  return [space, { ...first, text: first.text.slice(indent), from: first.from + indent }, ...rest];
}

function toRuns(pieces: readonly Piece[], spans: readonly Span[]): readonly Run[] {
  const runs: { names: readonly string[]; pieces: Piece[] }[] = [];
  for (const [place, piece] of pieces.entries()) {
    const isIndent = place === 0 && piece.text.trim() === '';
    const names = isIndent ? [] : spans.filter((span) => covers(span, piece)).map(({ name }) => name);
    const last = runs.at(-1);
    // A policy may not read other than it is: marks that turn the direction of letters are seen.
    const shown = { ...piece, text: legible(piece.text) };
    if (last && last.names.join() === names.join()) last.pieces.push(shown);
    else runs.push({ names, pieces: [shown] });
  }
  return runs;
}

function covers({ from, to }: Span, piece: Piece): boolean {
  return piece.from >= from && piece.from < to;
}
