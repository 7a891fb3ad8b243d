/**
 * YAML 1.2 with the failsafe schema: every scalar is text, so account 012345678901 keeps its zero. The only file
 * that imports the library `yaml`; its limits are watched here, and its codes and sentences end here.
 */
import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  Parser,
  type CST,
  type ParsedNode,
  type Range
} from 'yaml';
import type { Checked, Diagnostic } from './diagnostic.ts';
import * as problem from './diagnostics.ts';
import { MAX_DEPTH, MAX_LEXEMES, MAX_YAML, MEGABYTE } from './limits.ts';
import type { SourceText } from './text.ts';
import type { Tree } from './tree.ts';
import { describe, type YamlComplaint } from './yaml-problems.ts';
import { buildTree, type YamlNode } from './yaml-tree.ts';

/**
 * Reads one YAML document.
 *
 * Aliases are followed: the copy has the path of the alias and the ranges of the value it stands for. Entries that
 * cannot be read (merge keys, unknown aliases, keys that are no text) are left out, each with an error whose path
 * is that of the map or value concerned. Of a duplicate key the first entry stays.
 *
 * @returns a null value after a syntax error (only the first is reported) or beyond a limit. Never throws.
 */
export function parseYaml(source: SourceText): Checked<Tree> {
  if (source.text.length > MAX_YAML) {
    return failed(problem.tooLarge(place(source, 0, 0), 'YAML', MAX_YAML / MEGABYTE));
  }
  const tokens = tokenize(source);
  if (!Array.isArray(tokens)) return failed(tokens);
  const documents = tokens.filter((token) => token.type === 'document');
  const second = documents[1];
  if (second) return failed(problem.severalDocuments(place(source, second.offset, second.offset + 3)));
  const composed = compose(source, tokens);
  if ('code' in composed) return failed(composed);
  const { contents } = composed;
  if (!contents || (isScalar(contents) && contents.source === '' && !contents.tag)) {
    return failed(problem.emptyText(place(source, 0, source.text.length)));
  }
  return buildTree(source, toNode(contents));
}

/** The concrete syntax, or why it is too much: the library recurses over it later, so its depth is bounded here. */
function tokenize(source: SourceText): CST.Token[] | Diagnostic {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    const before = parser.offset;
    if (++count > MAX_LEXEMES) {
      return problem.tooManyParts(place(source, before, before + 1), 'words and signs', MAX_LEXEMES);
    }
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      // One is enough, and a text of nothing but errors would cost seconds.
      if (token.type === 'error') return [...tokens, ...parser.end()];
    }
    if (parser.stack.length > MAX_DEPTH && parser.stack.filter(isNest).length > MAX_DEPTH) {
      return problem.tooDeep(place(source, before, before + 1), MAX_DEPTH);
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

function isNest(token: CST.Token): boolean {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

/** Thrown through the library by our own listener, and caught right below. */
class FirstComplaint extends Error {
  readonly complaint: YamlComplaint;

  constructor(complaint: YamlComplaint) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

/** The document, or the first syntax error in it. */
function compose(
  source: SourceText,
  tokens: readonly CST.Token[]
): { readonly contents: ParsedNode | null } | Diagnostic {
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false
  });
  let first: FirstComplaint | null = null;
  // The library makes an Error, with its stack, for each of perhaps a million problems: ten seconds for 1 MB of `]`.
  // Its own listener is therefore replaced by one that stops at the first.
  Object.defineProperty(composer, 'onError', {
    value: (at: ErrorSource, code: string, message: string, isWarning?: boolean) => {
      if (isWarning === true) return;
      first ??= new FirstComplaint({ code, message, pos: toPosition(at) });
      throw first;
    }
  });
  try {
    for (const document of composer.compose(tokens, true, source.text.length)) {
      const error = document.errors[0];
      if (error) return toDiagnostic(source, tokens, error);
      return { contents: document.contents };
    }
    return { contents: null };
  } catch (error) {
    if (error instanceof FirstComplaint) return toDiagnostic(source, tokens, error.complaint);
    throw error;
  }
}

type ErrorSource =
  number | readonly [number, number] | { readonly offset: number; readonly source?: unknown };

function toPosition(at: ErrorSource): readonly [number, number] {
  if (typeof at === 'number') return [at, at + 1];
  if (!('offset' in at)) return [at[0], at[1]];
  return [at.offset, at.offset + (typeof at.source === 'string' ? at.source.length : 1)];
}

function toDiagnostic(
  source: SourceText,
  tokens: readonly CST.Token[],
  complaint: YamlComplaint
): Diagnostic {
  const open = complaint.message.includes(' end with a ') ? unclosedBracket(tokens, complaint.pos[0]) : null;
  if (open !== null) {
    const bracket = source.text.charAt(open);
    const help = `add \`${bracket === '[' ? ']' : '}'}\`, or indent what belongs inside`;
    return problem.syntaxError(place(source, open, open + 1), `this \`${bracket}\` is never closed`, help);
  }
  const { message, help } = describe(complaint);
  const [from, to] = complaint.code === 'BAD_DQ_ESCAPE' ? escapeAt(complaint) : complaint.pos;
  const quote = complaint.message.includes('Missing closing') ? unclosedQuote(tokens, from) : null;
  const at = quote === null ? visible(source.text, from, to) : ([quote, quote + 1] as const);
  return problem.syntaxError(place(source, ...at), message, help);
}

/** The library complains of the empty lines before what does not fit; there is nothing to see on them. */
function visible(text: string, from: number, to: number): readonly [number, number] {
  const gap = /[^\S\r\n]*[\r\n]\s*/y;
  gap.lastIndex = from;
  const isLineStart = from === 0 || /[\r\n]/.test(text.charAt(from - 1));
  const skipped = isLineStart ? (gap.exec(text)?.[0].length ?? 0) : 0;
  const start = from + skipped;
  return skipped === 0 || start >= text.length ? [from, to] : [start, start + 1];
}

/** The backslash and its letter; the library points at the backslash alone. */
function escapeAt({ pos: [from] }: YamlComplaint): readonly [number, number] {
  return [from, from + 2];
}

/** Where the quoted text begins that runs up to an offset. */
function unclosedQuote(tokens: readonly CST.Token[], end: number): number | null {
  for (const token of nested(tokens)) {
    const isQuoted = token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar';
    if (isQuoted && token.offset < end && token.offset + token.source.length >= end) return token.offset;
  }
  return null;
}

/** Where the last `[` or `{` before an offset stands that is not closed by its own kind. */
function unclosedBracket(tokens: readonly CST.Token[], before: number): number | null {
  let found: number | null = null;
  for (const token of nested(tokens)) {
    if (token.type !== 'flow-collection' || token.offset > before) continue;
    const close = token.start.source === '[' ? ']' : '}';
    if (token.end[0]?.source !== close && token.start.offset > (found ?? -1)) found = token.start.offset;
  }
  return found;
}

/** All tokens with those inside them, in no particular order. */
function* nested(tokens: readonly CST.Token[]): Generator<CST.Token> {
  const rest: (CST.Token | null | undefined)[] = [...tokens];
  while (rest.length > 0) {
    const token = rest.pop();
    if (!token) continue;
    yield token;
    if (token.type === 'document') rest.push(token.value);
    if (!('items' in token)) continue;
    for (const item of token.items) rest.push(item.key, item.value);
  }
}

/** From the library's nodes to plain ones. A block ends where the last thing in it ends. */
function toNode(node: ParsedNode): YamlNode {
  const [from, to] = node.range;
  if (isAlias(node)) return { kind: 'alias', name: node.source, from, to };
  const props = { tag: node.tag ?? null, anchor: node.anchor ?? null, from };
  if (isScalar(node)) {
    return { kind: 'text', text: node.source, plain: node.type === 'PLAIN', ...props, to };
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => ({ key: toNode(key), value: value && toNode(value) }));
    const last = entries.at(-1);
    return { kind: 'map', entries, ...props, to: endOf(node, last?.value ?? last?.key) };
  }
  const items = node.items.map(toNode);
  return { kind: 'list', items, ...props, to: endOf(node, items.at(-1)) };
}

function endOf(node: { readonly flow?: boolean; readonly range: Range }, last: YamlNode | undefined): number {
  return last === undefined || node.flow === true ? node.range[1] : last.to;
}

function place(source: SourceText, from: number, to: number): problem.Place {
  const end = Math.min(Math.max(from, to), source.text.length);
  return { range: { source, from: Math.min(from, end), to: end }, path: '' };
}

function failed(diagnostic: Diagnostic): Checked<Tree> {
  return { value: null, diagnostics: [diagnostic] };
}
