/** New values printed: block style in YAML, brackets inside brackets, JSON as it is indented around. */
import { open, scalarOf, type Draft } from './change-draft.ts';
import type { Hand, JsonHand } from './change-hand.ts';
import { literalOf, quoteJson, quoteYaml } from './change-scalar.ts';

/** A value as it follows a colon or dash: what stands on that line, and the lines below, which are indented. */
export interface Printed {
  readonly head: string;
  readonly lines: readonly string[];
  /** The lines are a list or map, so that the first may move up behind a dash. */
  readonly isCollection: boolean;
}

/** Signs of a list that still stands on one line. */
const SHORT = 80;

/** YAML allows 1024 signs before the colon of a key. */
const LONG_KEY = 1000;

/** @param column of the key or dash that the value belongs to; -1 for the whole document */
export function printBlock(draft: Draft, column: number, hand: Hand): Printed {
  const opened = open(draft);
  const line = inline(opened);
  if (line !== null) return { head: line, lines: [], isCollection: false };
  const indent = column < 0 ? 0 : column + 2;
  if (opened.kind === 'map') {
    const lines = opened.entries.flatMap(({ key, value }) => printEntry(key, value, indent, hand));
    return { head: '', lines, isCollection: true };
  }
  if (opened.kind === 'list') {
    const lines = opened.items.flatMap(({ value }) => printItem(value, indent, hand));
    return { head: '', lines, isCollection: true };
  }
  const { text } = scalarOf(opened);
  return (
    printLiteral(text, column, hand) ?? {
      head: quoteYaml(text, 'double', false),
      lines: [],
      isCollection: false
    }
  );
}

/** A text as a literal block, or null when it cannot be one. */
export function printLiteral(text: string, column: number, { blocks }: Hand): Printed | null {
  const literal = blocks && literalOf(text, column < 0 ? 0 : 2, false);
  if (!literal) return null;
  const pad = ' '.repeat(Math.max(2, column + 2));
  const lines = literal.lines.map((content) => (content === '' ? '' : pad + content));
  return { head: literal.header, lines, isCollection: false };
}

/** The lines of an entry whose key stands in that column. */
export function printEntry(key: string, value: Draft, column: number, hand: Hand): readonly string[] {
  const pad = ' '.repeat(column);
  const name = quoteYaml(key, 'plain', false);
  const { head, lines } = printBlock(value, column, hand);
  const rest = head === '' ? '' : ` ${head}`;
  if (name.length > LONG_KEY) return [`${pad}? ${name}`, `${pad}:${rest}`, ...lines];
  return [`${pad}${name}:${rest}`, ...lines];
}

/** The lines of an item whose dash stands in that column. */
export function printItem(value: Draft, column: number, hand: Hand): readonly string[] {
  const pad = ' '.repeat(column);
  const { head, lines, isCollection } = printBlock(value, column, hand);
  const [first, ...rest] = lines;
  if (isCollection && first !== undefined) return [`${pad}- ${first.slice(column + 2)}`, ...rest];
  return [`${pad}- ${head}`, ...lines];
}

/** A value that one line of a block holds: a short text, nothing in brackets, a short list of such; else null. */
function inline(draft: Draft): string | null {
  if (draft.kind === 'map') return draft.entries.length === 0 ? '{}' : null;
  if (draft.kind === 'list') {
    if (draft.items.length > SHORT) return null;
    const items = draft.items.map(({ value }) => inlineText(value, true));
    const line = `[${items.join(', ')}]`;
    return items.includes(null) || (line.length > SHORT && items.length > 0) ? null : line;
  }
  return inlineText(draft, false);
}

function inlineText(draft: Draft, inFlow: boolean): string | null {
  const opened = open(draft);
  if (opened.kind === 'map' || opened.kind === 'list') return null;
  const { text, bare } = scalarOf(opened);
  if (bare) return bareText(text);
  const isBlock = text.includes('\n') || (opened.kind === 'text' && opened.block && text !== '');
  return isBlock ? null : quoteYaml(text, 'plain', inFlow);
}

/** YAML's empty value is written out: what follows must not be taken for it. */
function bareText(text: string): string {
  return text === '' ? 'null' : text;
}

/** In brackets on one line, as YAML writes it. */
export function printFlow(draft: Draft): string {
  const opened = open(draft);
  switch (opened.kind) {
    case 'map': {
      const entries = opened.entries.map(({ key, value }) => flowEntry(key, value));
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
    case 'list':
      return `[${opened.items.map(({ value }) => printFlow(value)).join(', ')}]`;
    default: {
      const { text, bare } = scalarOf(opened);
      return bare ? bareText(text) : quoteYaml(text, 'plain', true);
    }
  }
}

/** @param indent of the line on which the value begins */
function printJson(draft: Draft, hand: JsonHand, eol: string, indent: string): string {
  const opened = open(draft);
  if (opened.kind !== 'map' && opened.kind !== 'list') {
    const { text, bare } = scalarOf(opened);
    return bare ? bareText(text) : quoteJson(text);
  }
  const inner = indent + (hand.unit ?? '');
  const [left, right] = opened.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const parts =
    opened.kind === 'map'
      ? opened.entries.map(({ key, value }) => jsonEntry(key, value, hand, eol, inner))
      : opened.items.map(({ value }) => printJson(value, hand, eol, inner));
  if (parts.length === 0) return left + right;
  if (hand.unit === null) return left + parts.join(`,${hand.comma}`) + right;
  return `${left}${eol}${inner}${parts.join(`,${eol}${inner}`)}${eol}${indent}${right}`;
}

function jsonEntry(key: string, value: Draft, hand: JsonHand, eol: string, indent: string): string {
  return `${quoteJson(key)}:${hand.colon}${printJson(value, hand, eol, indent)}`;
}

function flowEntry(key: string, value: Draft): string {
  return `${quoteYaml(key, 'plain', true)}: ${printFlow(value)}`;
}

/** An entry or item as it stands inside brackets. @param key null for an item */
export function printInFlow(key: string | null, value: Draft, hand: Hand, indent: string): string {
  const { json, eol } = hand;
  if (json)
    return key === null ? printJson(value, json, eol, indent) : jsonEntry(key, value, json, eol, indent);
  return key === null ? printFlow(value) : flowEntry(key, value);
}
