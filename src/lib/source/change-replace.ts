/** One value of a file replaced by a new one: what its place and its old look allow. */
import { open, type Draft, type DraftText } from './change-draft.ts';
import { isOwnLine } from './change-block.ts';
import type { Hand } from './change-hand.ts';
import {
  endOf,
  indentOf,
  isBlockCollection,
  isBlockScalar,
  isFlow,
  lineEnd,
  lineStart,
  type Slot
} from './change-layout.ts';
import { printBlock, printFlow, printInFlow, printLiteral, type Printed } from './change-print.ts';
import { literalOf, quoteYaml, type Literal, type Quoting } from './change-scalar.ts';
import type { Patch } from './patch.ts';

/** The patch that writes a draft into the place of a value. */
export function replace(draft: Draft, slot: Slot, hand: Hand): Patch {
  const { text } = hand;
  const opened = open(draft);
  if (slot.isFlow || hand.json) return replaceInFlow(opened, slot, hand);
  if (opened.kind === 'text' && hand.blocks && isBlockScalar(slot, text)) {
    const patch = rewriteBlockScalar(opened, slot, hand);
    if (patch) return patch;
  }
  const printed = printFor(opened, slot, hand);
  if (slot.column < 0) return replaceRoot(printed, slot, hand);
  return printed.lines.length === 0
    ? replaceInline(printed.head, slot, text)
    : replaceByLines(printed, slot, hand);
}

function replaceInFlow(draft: Draft, slot: Slot, hand: Hand): Patch {
  const { text, json } = hand;
  const isText = draft.kind === 'text' && !json;
  const written = isText
    ? writeText(draft, quotingOf(slot, text), true)
    : printInFlow(null, draft, hand, indentOf(text, slot.at));
  if (slot.hasProperties || slot.at === slot.to)
    return { from: slot.from, to: slot.to, insert: ` ${written}` };
  return { from: slot.at, to: slot.to, insert: written };
}

function writeText({ text, bare }: DraftText, quoting: Quoting, inFlow: boolean): string {
  return bare ? text : quoteYaml(text, quoting, inFlow);
}

function quotingOf({ tree, at, isAlias }: Slot, text: string): Quoting {
  const sign = text.charAt(at);
  if (isAlias || tree.kind !== 'text') return 'plain';
  return sign === '"' ? 'double' : sign === "'" ? 'single' : 'plain';
}

/** The new value as the old one lets it look. */
function printFor(draft: Draft, slot: Slot, hand: Hand): Printed {
  const { text } = hand;
  if (draft.kind !== 'text') {
    return staysFlow(draft, slot, text) ? line(printFlow(draft)) : printBlock(draft, slot.column, hand);
  }
  const quoting = quotingOf(slot, text);
  const isLong = draft.text.includes('\n') && quoting !== 'double';
  const wantsBlock = !draft.bare && (draft.block || isLong || isBlockScalar(slot, text));
  return (
    (wantsBlock ? printLiteral(draft.text, slot.column, hand) : null) ??
    line(writeText(draft, quoting, false))
  );
}

/** Brackets stay brackets, unless there was nothing in them or is nothing now. */
function staysFlow(draft: Draft, { tree, isAlias }: Slot, text: string): boolean {
  if (isAlias || !isFlow(tree, text) || draft.kind !== tree.kind) return false;
  return sizeOf(tree) > 0 && sizeOf(draft) > 0;
}

function line(head: string): Printed {
  return { head, lines: [], isCollection: false };
}

function sizeOf(value: Slot['tree'] | Draft): number {
  return value.kind === 'map' ? value.entries.length : value.kind === 'list' ? value.items.length : 0;
}

const COMMENT = /^[ \t]+#[^\r\n]*/;

/** The comment on the line of the key or dash, before the value begins or behind a block's header. */
function headComment(slot: Slot, text: string): string {
  const gap = COMMENT.exec(text.slice(slot.from, slot.at))?.[0];
  if (gap !== undefined) return gap;
  if (!isBlockScalar(slot, text)) return '';
  return /[ \t]+#.*$/.exec(text.slice(slot.at, lineEnd(text, slot.at)))?.[0] ?? '';
}

function isBlock(slot: Slot, text: string): boolean {
  return !slot.isAlias && (isBlockCollection(slot.tree, text) || isBlockScalar(slot, text));
}

/** Where the old value ends, a comment on the last line of a block with it. */
function oldEnd(slot: Slot, text: string): number {
  return isBlock(slot, text) ? lineEnd(text, endOf(slot, text)) : slot.to;
}

function replaceInline(head: string, slot: Slot, text: string): Patch {
  const isEmpty = slot.at === slot.to;
  const end = oldEnd(slot, text);
  const isBare = !slot.hasProperties && !slot.isAlias && !isEmpty;
  if (isBare && !isBlock(slot, text)) return { from: slot.at, to: slot.to, insert: head };
  if (isEmpty) {
    const isApart = /^\s|^$/.test(text.slice(slot.to, slot.to + 1));
    return { from: slot.from, to: isApart ? slot.to : slot.from, insert: ` ${head}` };
  }
  return { from: slot.from, to: end, insert: ` ${head}${headComment(slot, text)}` };
}

/** The new value begins on the line of the key or dash and goes on below: a comment there stays there. */
function replaceByLines({ head, lines, isCollection }: Printed, slot: Slot, { text, eol }: Hand): Patch {
  const end = oldEnd(slot, text);
  const to = lineEnd(text, end);
  const trailing = /#[^\r\n]*$/.exec(text.slice(end, to))?.[0];
  const comment = headComment(slot, text) || (trailing === undefined ? '' : ` ${trailing}`);
  const [first = '', ...rest] = lines;
  const isItem = text.charAt(slot.from - 1) === '-';
  const top =
    isCollection && isItem && comment === ''
      ? [` ${first.trimStart()}`]
      : [(head === '' ? '' : ` ${head}`) + comment, first];
  return { from: slot.from, to, insert: [...top, ...rest].join(eol) };
}

function replaceRoot({ head, lines }: Printed, slot: Slot, { text, eol }: Hand): Patch {
  const isFirst = isOwnLine(text, slot.at);
  const end = oldEnd(slot, text);
  const written = head === '' && isFirst ? lines : [head, ...lines];
  const isBelow = head === '' && !isFirst;
  const start = isBelow ? slot.at - (/[ \t]*$/.exec(text.slice(0, slot.at))?.[0].length ?? 0) : slot.at;
  const from = isFirst && slot.at > 1 ? lineStart(text, slot.at) : start;
  return { from, to: lines.length > 0 ? lineEnd(text, end) : end, insert: written.join(eol) };
}

/** A block gets another text: indentation, comment, and every line that is the same stay as they are. */
function rewriteBlockScalar(draft: DraftText, slot: Slot, { text, eol }: Hand): Patch | null {
  if (draft.bare || slot.tree.kind !== 'text') return null;
  const to = oldEnd(slot, text);
  const [header = '', ...written] = text.slice(slot.at, to).split(/\r?\n/);
  const content = slot.tree.text.split('\n');
  const indent = indentOfBlock(written, content);
  const digit = Number(/^[|>][-+]?(\d)/.exec(header)?.[1] ?? 0);
  const relative = digit || indent - Math.max(0, slot.column);
  const literal = literalOf(draft.text, relative < 10 ? relative : 0, /^[|>]\d?\+/.test(header));
  if (!literal || indent <= 0) return null;
  const lines = reuse(header.startsWith('|') ? written : [], content, literal, indent);
  const mark = literal.header.replace(/^\|\d?/, digit > 0 ? `|${digit}` : '$&');
  return { from: slot.at, to, insert: [mark + headComment(slot, text), ...lines].join(eol) };
}

/** How much longer the first line with something on it was written; 0 if there is none. */
function indentOfBlock(written: readonly string[], content: readonly string[]): number {
  const model = content.findIndex((each) => each.trim() !== '');
  return Math.max(0, (written[model]?.length ?? 0) - (content[model]?.length ?? 0));
}

/** The lines of a literal block, those at the start and at the end that did not change as they were written. */
function reuse(
  written: readonly string[],
  content: readonly string[],
  { lines }: Literal,
  indent: number
): readonly string[] {
  const old = written.length <= content.length ? content.slice(0, written.length) : [];
  const shorter = Math.min(old.length, lines.length);
  let start = 0;
  while (start < shorter && old[start] === lines[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === lines.at(-1 - end)) end++;
  return [
    ...written.slice(0, start),
    ...indented(lines.slice(start, lines.length - end), indent),
    ...written.slice(old.length - end, old.length)
  ];
}

function indented(lines: readonly string[], indent: number): readonly string[] {
  return lines.map((content) => (content === '' ? '' : ' '.repeat(indent) + content));
}
