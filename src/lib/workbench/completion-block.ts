/** Reads YAML by its indents, line by line, as far as it is written, and finds the cursor in it. */
import { Flow } from './completion-flow.ts';
import { newLevel, type Level, type Place, type Slot } from './completion-level.ts';

/** Where the cursor stands in a YAML text; null where nothing can be written. Never throws. Time O(text). */
export function placeInYaml(text: string, at: number): Place | null {
  return new Blocks(text, at).read();
}

class Blocks {
  readonly #text: string;
  readonly #at: number;
  #top: Level | null = null;
  #place: Place | null = null;
  #isMet = false;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  read(): Place | null {
    let from = 0;
    while (from <= this.#text.length) {
      const next = this.#line(from);
      if (this.#isMet && !this.#isOpen()) break;
      from = next;
    }
    return this.#place;
  }

  /** Whether what stands further down can still be a neighbour of the cursor's. */
  #isOpen(): boolean {
    const found = this.#place?.level ?? null;
    if (!found) return false;
    for (let level = this.#top; level; level = level.parent)
      if (level === found || level === found.parent) return true;
    return false;
  }

  /** Reads a line and what belongs to it. Returns where the next one begins. */
  #line(from: number): number {
    const end = this.#lineEnd(from);
    const start = skip(this.#text, from, end);
    const isBlank = start === end || this.#text.charAt(start) === '#';
    if (!isBlank) return this.#content(start, start - from, end) + 1;
    const isComment = start < end && this.#at > start;
    if (this.#hasCursor(from, end) && !isComment) this.#startLine(this.#at, this.#at - from);
    if (this.#hasCursor(from, end)) this.#isMet = true;
    return end + 1;
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }

  #hasCursor(from: number, to: number): boolean {
    return !this.#isMet && this.#at >= from && this.#at <= to;
  }

  /** Reads from a dash, key or value on, at its column. Returns the end of what it read: the end of a line. */
  #content(start: number, column: number, end: number): number {
    let at = start;
    let indent = column;
    while (this.#isDash(at)) {
      this.#enter('list', indent);
      const next = skip(this.#text, at + 1, end);
      indent += next - at;
      if (this.#hasCursor(at + 2, next) && next === end) this.#startLine(this.#at, indent);
      else if (this.#hasCursor(at, next - 1)) this.#isMet = true;
      if (next === end) return end;
      at = next;
    }
    if (this.#hasCursor(start, at - 1)) this.#isMet = true;
    const colon = colonOf(this.#text, at, end);
    return colon < 0 ? this.#value(at, end, indent) : this.#entry(at, colon, end, indent);
  }

  #isDash(at: number): boolean {
    return this.#text.charAt(at) === '-' && /^\s?$/.test(this.#text.charAt(at + 1));
  }

  /** On an empty line or behind a dash a key may begin, or a plain value. */
  #startLine(at: number, indent: number): void {
    this.#isMet = true;
    this.#ask({ from: at, to: at, quote: '', isClosed: true }, indent, false);
  }

  #ask(written: Omit<Slot, 'style' | 'isKeyed'>, indent: number, isKeyed: boolean): void {
    const level = this.#enter('map', indent);
    level.key = '';
    const isFirst = level.keys.size === 0 && level.parent !== null && !isKeyed;
    this.#place = { level, is: isFirst ? 'either' : 'key', slot: { ...written, style: 'block', isKeyed } };
  }

  /** The map or list at this column: what is indented more is over. */
  #enter(kind: Level['kind'], indent: number): Level {
    const isOver = (level: Level) =>
      level.indent > indent || (level.indent === indent && level.kind === 'list' && kind === 'map');
    while (this.#top && isOver(this.#top)) this.#top = this.#top.parent;
    if (this.#top?.kind === kind && this.#top.indent === indent) return this.#top;
    this.#top = newLevel(kind, this.#top, indent);
    return this.#top;
  }

  #entry(from: number, colon: number, end: number, indent: number): number {
    const written = toWritten(this.#text, from, trimEnd(this.#text, from, colon));
    const inKey = this.#hasCursor(written.from, written.to);
    if (inKey) {
      this.#isMet = true;
      this.#ask(written, indent, true);
    }
    const level = this.#enter('map', indent);
    level.key = inKey ? '' : this.#text.slice(written.from, written.to);
    if (!inKey) level.keys.set(level.key, '');
    return this.#valueOf(level, colon + 1, end, indent);
  }

  /** The value behind a colon. */
  #valueOf(level: Level, from: number, end: number, indent: number): number {
    const start = skipAnchor(this.#text, skip(this.#text, from, end), end);
    const first = this.#text.charAt(start);
    if (first === '{' || first === '[') return this.#flow(level, start, indent);
    if (first === '|' || first === '>') return this.#scalar(level, end, indent);
    const stop = trimEnd(this.#text, start, commentOf(this.#text, start, end));
    const written = toWritten(this.#text, start, stop);
    if (this.#hasCursor(from + 1, end)) this.#askValue(level, written, start, stop);
    else if (start < stop && level.key !== '')
      level.keys.set(level.key, this.#text.slice(written.from, written.to));
    return end;
  }

  #askValue(level: Level, written: Omit<Slot, 'style' | 'isKeyed'>, start: number, stop: number): void {
    this.#isMet = true;
    const isEmpty = start === stop;
    const isInside = this.#at >= written.from && this.#at <= written.to;
    if (!isEmpty && !isInside) return;
    const slot = isEmpty ? { from: this.#at, to: this.#at, quote: '', isClosed: true } : written;
    this.#place = { level: { ...level }, is: 'value', slot: { ...slot, style: 'block', isKeyed: false } };
  }

  /** What is neither a dash nor a key: brackets, an item of a list, a word that may become a key, or more of a text. */
  #value(from: number, end: number, indent: number): number {
    const start = skipAnchor(this.#text, from, end);
    const first = this.#text.charAt(start);
    if (first === '{' || first === '[') return this.#flow(this.#top, start, indent);
    const written = toWritten(this.#text, from, trimEnd(this.#text, from, commentOf(this.#text, from, end)));
    if (this.#hasCursor(written.from, written.to)) {
      this.#isMet = true;
      this.#ask(written, indent, false);
    } else if (this.#hasCursor(from, end)) this.#isMet = true;
    else if (this.#top?.kind === 'list') this.#top.items.add(this.#text.slice(written.from, written.to));
    return end;
  }

  #flow(outside: Level | null, from: number, indent: number): number {
    const flow = new Flow(this.#text, this.#isMet ? -1 : this.#at, 'flow', outside);
    const isBefore = !this.#isMet && this.#at < from;
    const to = flow.read(from, this.#text.length, indent);
    this.#place ??= flow.place;
    if (flow.place !== null || isBefore || this.#hasCursor(from, to)) this.#isMet = true;
    return this.#lineEnd(to);
  }

  /** A text in lines of its own, `|` or `>`: a policy may stand in it as JSON. */
  #scalar(level: Level, header: number, indent: number): number {
    let end = header;
    for (let from = header + 1; from <= this.#text.length; from = end + 1) {
      const stop = this.#lineEnd(from);
      const start = skip(this.#text, from, stop);
      const isAfter = this.#hasCursor(from, stop) && this.#at - from <= indent;
      if (start < stop ? start - from <= indent : isAfter) break;
      end = stop;
    }
    if (this.#hasCursor(header + 1, end)) {
      this.#isMet = true;
      const flow = new Flow(this.#text, this.#at, 'json', level);
      flow.read(Math.min(header + 1, end), end);
      this.#place = flow.place;
    }
    return end;
  }
}

/** The text without its quotes. */
function toWritten(text: string, from: number, to: number): Omit<Slot, 'style' | 'isKeyed'> {
  const quote = text.charAt(from);
  if ((quote !== '"' && quote !== "'") || to === from) return { from, to, quote: '', isClosed: true };
  const isClosed = to > from + 1 && text.charAt(to - 1) === quote;
  return { from: from + 1, to: isClosed ? to - 1 : to, quote, isClosed };
}

function skip(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charAt(at) === ' ' || text.charAt(at) === '\t' || text.charAt(at) === '\r')) at++;
  return at;
}

/** Behind an anchor or a tag comes what it names. */
function skipAnchor(text: string, from: number, end: number): number {
  const first = text.charAt(from);
  if (first !== '&' && first !== '!') return from;
  let at = from;
  while (at < end && text.charAt(at) !== ' ') at++;
  return skip(text, at, end);
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Where a comment begins; the end of the line without one. */
function commentOf(text: string, from: number, end: number): number {
  const quote = text.charAt(from);
  const closing = quote === '"' || quote === "'" ? text.indexOf(quote, from + 1) : -1;
  for (let at = closing > 0 && closing < end ? closing : from; at < end; at++)
    if (text.charAt(at) === '#' && at > from && /\s/.test(text.charAt(at - 1))) return at;
  return end;
}

/** The colon behind a key; -1 for a line that has none. */
function colonOf(text: string, from: number, end: number): number {
  const quote = text.charAt(from);
  if ('{[|>#'.includes(quote)) return -1;
  if (quote === '"' || quote === "'") {
    const closing = text.indexOf(quote, from + 1);
    const at = closing < 0 ? end : skip(text, closing + 1, end);
    return at < end && text.charAt(at) === ':' ? at : -1;
  }
  const stop = commentOf(text, from, end);
  for (let at = from; at < stop; at++)
    if (text.charAt(at) === ':' && (at + 1 >= end || /\s/.test(text.charAt(at + 1)))) return at;
  return -1;
}
