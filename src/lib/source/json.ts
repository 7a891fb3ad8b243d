/**
 * JSON (RFC 8259), strictly, with the place of everything. Our own reader, because the platform's gives no places
 * and YAML readers let trailing commas, comments and bare words pass.
 */
import type { Checked, Diagnostic } from './diagnostic.ts';
import { duplicateKey, emptyText, syntaxError, tooDeep, tooLarge, tooManyParts } from './diagnostics.ts';
import {
  afterEnd,
  badCharacter,
  badEscape,
  badKey,
  badSeparator,
  badValue,
  show,
  trailingComma,
  type Problem
} from './json-problems.ts';
import { MAX_DEPTH, MAX_JSON, MAX_VALUES, MEGABYTE } from './limits.ts';
import { join } from './pointer.ts';
import { lineColumn, type SourceRange, type SourceText } from './text.ts';
import type { Tree, TreeEntry, TreeList, TreeMap, TreeText } from './tree.ts';

/**
 * Reads one JSON value.
 *
 * @param at the part of the text to read, in UTF-16 code units; the whole text by default
 * @returns a null value after a syntax error (only the first is reported). Of a duplicate key the first entry stays
 *   and each further one is an error. Never throws. Time O(text).
 */
export function parseJson(source: SourceText, at?: { from: number; to: number }): Checked<Tree> {
  const from = at?.from ?? 0;
  const to = at?.to ?? source.text.length;
  const place = (a: number, b: number) => ({ source, from: a, to: b });
  if (to - from > MAX_JSON) {
    return {
      value: null,
      diagnostics: [tooLarge({ range: place(from, from), path: '' }, 'JSON', MAX_JSON / MEGABYTE)]
    };
  }
  return readJson({ text: source.text, from, to, path: '', place });
}

/** A JSON text, wherever it may lie: `place` says where a stretch of it stands for the user. */
export interface JsonText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** JSON Pointer of the value in its document. */
  readonly path: string;
  readonly place: (from: number, to: number) => SourceRange;
}

/** As {@link parseJson}, for a text that lies inside another one. */
export function readJson(json: JsonText): Checked<Tree> {
  const reader = new Reader(json);
  const value = reader.read();
  return { value, diagnostics: reader.diagnostics };
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![-+.\w])/y;
const LITERAL = /(?:true|false|null)(?![\w$])/y;
const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' })
);

/** Recursive descent; a method answers null after it has reported why. Depth is bounded by MAX_DEPTH. */
class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #json: JsonText;
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #values = 0;

  constructor(json: JsonText) {
    this.#json = json;
    this.#text = json.to < json.text.length ? json.text.slice(0, json.to) : json.text;
    this.#end = json.to;
    this.#at = json.from;
  }

  read(): Tree | null {
    const { path, from } = this.#json;
    this.#skipSpace();
    if (this.#at >= this.#end) {
      this.diagnostics.push(emptyText({ range: this.#json.place(from, this.#end), path }));
      return null;
    }
    const tree = this.#value(path, 0);
    if (!tree) return null;
    this.#skipSpace();
    if (this.#at < this.#end) return this.#fail(path, afterEnd(this.#text, this.#at));
    return tree;
  }

  #value(path: string, depth: number): Tree | null {
    this.#skipSpace();
    if (++this.#values > MAX_VALUES) return this.#tooMany(path);
    if (this.#at >= this.#end) return this.#fail(path, this.#endsEarly('a value'));
    switch (this.#text.charAt(this.#at)) {
      case '{':
        return this.#map(path, depth);
      case '[':
        return this.#list(path, depth);
      case '"':
        return this.#string(path);
      default:
        return this.#literal(path);
    }
  }

  #list(path: string, depth: number): TreeList | null {
    const from = this.#at++;
    if (depth >= MAX_DEPTH) return this.#tooDeep(path, from);
    const items: Tree[] = [];
    this.#skipSpace();
    let open = !this.#eat(']');
    while (open) {
      const item = this.#value(join(path, items.length), depth + 1);
      if (!item) return null;
      items.push(item);
      const next = this.#separator(from, ']', path);
      if (next === null) return null;
      open = next === ',';
    }
    return { kind: 'list', items, path, range: this.#json.place(from, this.#at) };
  }

  #map(path: string, depth: number): TreeMap | null {
    const from = this.#at++;
    if (depth >= MAX_DEPTH) return this.#tooDeep(path, from);
    const entries = new Map<string, TreeEntry>();
    this.#skipSpace();
    let open = !this.#eat('}');
    while (open) {
      const entry = this.#entry(path, depth, from);
      if (!entry) return null;
      const first = entries.get(entry.key);
      if (first) this.#duplicate(entry, first);
      else entries.set(entry.key, entry);
      const next = this.#separator(from, '}', path);
      if (next === null) return null;
      open = next === ',';
    }
    return { kind: 'map', entries: [...entries.values()], path, range: this.#json.place(from, this.#at) };
  }

  #entry(path: string, depth: number, open: number): TreeEntry | null {
    this.#skipSpace();
    if (this.#at >= this.#end) return this.#fail(path, this.#neverClosed(open));
    if (this.#text.charAt(this.#at) !== '"') return this.#fail(path, badKey(this.#text, this.#at));
    const key = this.#string(path);
    if (!key) return null;
    this.#skipSpace();
    if (!this.#eat(':')) return this.#fail(path, this.#missingColon());
    const value = this.#value(join(path, key.text), depth + 1);
    return value && { key: key.text, keyRange: key.range, value };
  }

  /** Reads `,` or the closing bracket. A comma right before the bracket is reported as the trailing one it is. */
  #separator(open: number, close: string, path: string): string | null {
    this.#skipSpace();
    if (this.#at >= this.#end) return this.#fail(path, this.#neverClosed(open));
    if (this.#eat(close)) return close;
    const comma = this.#at;
    if (!this.#eat(',')) {
      return this.#fail(path, badSeparator(this.#text, this.#at, close, this.#line(open)));
    }
    this.#skipSpace();
    if (this.#text.charAt(this.#at) !== close || this.#at >= this.#end) return ',';
    return this.#fail(path, trailingComma(comma, close));
  }

  #string(path: string): TreeText | null {
    const from = this.#at++;
    let text = '';
    let chunk = this.#at;
    for (;;) {
      const code = this.#at < this.#end ? this.#text.charCodeAt(this.#at) : 10;
      if (code === 34) break;
      if (code < 32) return this.#fail(path, badCharacter(this.#text, from, this.#at));
      if (code !== 92) {
        this.#at++;
        continue;
      }
      text += this.#text.slice(chunk, this.#at);
      const char = this.#escape(path);
      if (char === null) return null;
      text += char;
      chunk = this.#at;
    }
    text += this.#text.slice(chunk, this.#at++);
    return { kind: 'text', text, quoted: true, path, range: this.#json.place(from, this.#at) };
  }

  /** Reads a backslash and what belongs to it. */
  #escape(path: string): string | null {
    const from = this.#at;
    const letter = this.#text.charAt(from + 1);
    const simple = ESCAPES.get(letter);
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    const hex = this.#text.slice(from + 2, from + 6);
    if (letter === 'u' && /^[\da-fA-F]{4}$/.test(hex)) {
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    return this.#fail(path, badEscape(this.#text, from));
  }

  #literal(path: string): TreeText | null {
    const from = this.#at;
    const text = this.#match(NUMBER) ?? this.#match(LITERAL);
    if (text === null) return this.#fail(path, badValue(this.#text, from));
    return { kind: 'text', text, quoted: false, path, range: this.#json.place(from, this.#at) };
  }

  #missingColon(): Problem {
    const at = this.#at;
    if (at >= this.#end) return this.#endsEarly('`:`');
    const help = 'a key, a colon, then its value';
    return {
      from: at,
      to: at + 1,
      message: `expected \`:\` after the key, found ${show(this.#text, at)}`,
      help
    };
  }

  #endsEarly(wanted: string): Problem {
    return { from: this.#end, to: this.#end, message: `the text ends where ${wanted} should stand` };
  }

  #neverClosed(open: number): Problem {
    const bracket = this.#text.charAt(open);
    const close = bracket === '{' ? '}' : ']';
    const message = `the \`${bracket}\` of line ${this.#line(open)} is never closed`;
    return { from: this.#end, to: this.#end, message, help: `add \`${close}\`` };
  }

  #duplicate(entry: TreeEntry, first: TreeEntry): void {
    const line = lineColumn(first.keyRange.source, first.keyRange.from).line;
    const at = { range: entry.keyRange, path: entry.value.path };
    this.diagnostics.push(duplicateKey(at, entry.key, line));
  }

  #tooDeep(path: string, from: number): null {
    this.diagnostics.push(tooDeep({ range: this.#json.place(from, from + 1), path }, MAX_DEPTH));
    return null;
  }

  #tooMany(path: string): null {
    const range = this.#json.place(this.#at, this.#at + 1);
    this.diagnostics.push(tooManyParts({ range, path }, 'values', MAX_VALUES));
    return null;
  }

  #fail(path: string, problem: Problem): null {
    const range = this.#json.place(problem.from, Math.min(problem.to, Math.max(problem.from, this.#end)));
    this.diagnostics.push(syntaxError({ range, path }, problem.message, problem.help));
    return null;
  }

  /** The user's line of an offset, from 1. */
  #line(offset: number): number {
    const range = this.#json.place(offset, offset + 1);
    return lineColumn(range.source, range.from).line;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0];
    if (text === undefined) return null;
    this.#at += text.length;
    return text;
  }

  #eat(char: string): boolean {
    if (this.#at >= this.#end || this.#text.charAt(this.#at) !== char) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    while (this.#at < this.#end) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }
}
