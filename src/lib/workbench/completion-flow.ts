/** Reads what stands in brackets, JSON or YAML's flow style, as far as it is written, and finds the cursor in it. */
import { newLevel, type Level, type Place, type Slot } from './completion-level.ts';

interface Token {
  readonly kind: 'text' | 'sign' | 'gap';
  readonly from: number;
  readonly to: number;
  /** The quote of a quoted text. */
  readonly quote: string;
  readonly isClosed: boolean;
}

const SPACE = ' \t\r\n';
const SIGNS = '{}[],:';

export class Flow {
  /** Null until the cursor is met, and where nothing can be written. */
  place: Place | null = null;
  readonly #text: string;
  readonly #at: number;
  readonly #style: 'json' | 'flow';
  readonly #outside: Level | null;
  #top: Level | null;
  #isMet = false;

  /** @param outside the level the brackets stand in; null for a whole text */
  constructor(text: string, at: number, style: 'json' | 'flow', outside: Level | null) {
    this.#text = text;
    this.#at = at;
    this.#style = style;
    this.#outside = outside;
    this.#top = outside;
  }

  /** Reads from the opening bracket. Returns where it ends, or where it can no longer go on. */
  read(from: number, to: number, indent = -1): number {
    let at = from;
    while (at < to) {
      const token = this.#token(at, to);
      if (token.kind === 'gap' && this.#isLeft(token, to, indent)) return token.from;
      if (!this.#isMet) this.#meet(token);
      if (token.kind !== 'gap') this.#take(token);
      at = token.to;
      const isOver = this.#top === this.#outside;
      if (isOver && token.kind === 'sign') return at;
    }
    if (!this.#isMet && this.#at >= at)
      this.#ask({ from: this.#at, to: this.#at, quote: '', isClosed: true });
    return at;
  }

  /** In YAML a line that is indented no more than what holds the brackets is not inside them. */
  #isLeft({ from, to }: Token, end: number, indent: number): boolean {
    if (this.#style === 'json' || to >= end) return false;
    const line = this.#text.lastIndexOf('\n', to - 1);
    if (line < from || to - line - 1 > indent) return false;
    const isMet = this.#isMet || this.#at > to;
    return isMet && !'}]'.includes(this.#text.charAt(to));
  }

  #token(from: number, end: number): Token {
    const first = this.#text.charAt(from);
    if (SPACE.includes(first) || this.#isComment(from)) {
      return { kind: 'gap', from, to: this.#gapEnd(from, end), quote: '', isClosed: true };
    }
    if (first === '"' || (first === "'" && this.#style === 'flow')) return this.#quoted(from, end, first);
    if (SIGNS.includes(first)) return { kind: 'sign', from, to: from + 1, quote: '', isClosed: true };
    return { kind: 'text', from, to: this.#wordEnd(from, end), quote: '', isClosed: true };
  }

  #isComment(at: number): boolean {
    const isAlone = at === 0 || SPACE.includes(this.#text.charAt(at - 1));
    return this.#style === 'flow' && this.#text.charAt(at) === '#' && isAlone;
  }

  #gapEnd(from: number, end: number): number {
    let to = from;
    while (to < end && (SPACE.includes(this.#text.charAt(to)) || this.#isComment(to))) {
      const line = this.#isComment(to) ? this.#text.indexOf('\n', to) : to + 1;
      to = line < 0 ? end : line;
    }
    return Math.min(to, end);
  }

  /** Ends at its quote, or with its line. */
  #quoted(from: number, end: number, quote: string): Token {
    let to = from + 1;
    while (to < end && this.#text.charAt(to) !== '\n') {
      const char = this.#text.charAt(to);
      if (char === quote) return { kind: 'text', from, to: to + 1, quote, isClosed: true };
      to += char === '\\' && quote === '"' && this.#text.charAt(to + 1) !== '\n' ? 2 : 1;
    }
    return { kind: 'text', from, to: Math.min(to, end), quote, isClosed: false };
  }

  #wordEnd(from: number, end: number): number {
    let to = from + 1;
    while (to < end && !this.#endsWord(to)) to++;
    return to;
  }

  /** A colon belongs to a YAML word unless a space or a sign follows: `aws:SourceIp: 1`. */
  #endsWord(at: number): boolean {
    const char = this.#text.charAt(at);
    if (char === ':' && this.#style === 'flow') {
      const next = this.#text.charAt(at + 1);
      return next === '' || SPACE.includes(next) || SIGNS.includes(next);
    }
    return SPACE.includes(char) || SIGNS.includes(char) || (char === '"' && this.#style === 'json');
  }

  /** Looks whether the cursor is in this token or right before it, and what it writes there. */
  #meet(token: Token): void {
    if (this.#at < token.from) return;
    if (token.kind === 'text') this.#meetText(token);
    else if (
      this.#at < token.to ||
      (token.kind === 'gap' && this.#at === token.to && this.#startsSign(token.to))
    )
      this.#ask({ from: this.#at, to: this.#at, quote: '', isClosed: true });
  }

  #meetText(token: Token): void {
    const at = this.#at;
    const { from, to, quote, isClosed } = token;
    if (at > to) return;
    if (quote === '') this.#ask({ from, to, quote, isClosed });
    else if (at > from && (at < to || !isClosed)) this.#askQuoted(token);
    else this.#isMet = true; // beside a quote nothing can be written
  }

  /** Whether behind a gap stands a sign or nothing: a text would be met by itself. */
  #startsSign(at: number): boolean {
    const next = this.#text.charAt(at);
    return next === '' || SIGNS.includes(next);
  }

  /** A quote that is never closed would swallow the line: then only the word at the cursor is being written. */
  #askQuoted({ from, to, quote, isClosed }: Token): void {
    const at = this.#at;
    const line = this.#text.indexOf('\n', at);
    const rest = this.#text.slice(at, Math.min(line < 0 ? this.#text.length : line, at + 10_000));
    const isPaired = isClosed && count(rest, quote) % 2 === 1;
    const word = /^[\w:*?/.$@+=-]*/.exec(rest)?.[0].length ?? 0;
    const end = isPaired ? to - 1 : Math.min(at + word, to);
    this.#ask({ from: from + 1, to: end, quote, isClosed: isPaired });
  }

  #ask(written: Pick<Slot, 'from' | 'to' | 'quote' | 'isClosed'>): void {
    this.#isMet = true;
    const level = this.#top;
    if (!level || level === this.#outside) return;
    const isGap = written.from === written.to && written.quote === '';
    const { phase } = level;
    if (level.kind === 'map' && (phase === 'colon' || (phase === 'done' && isGap))) return;
    const is = level.kind === 'list' || phase === 'value' ? 'value' : 'key';
    const behind = written.to + (written.isClosed ? written.quote.length : 0);
    const isKeyed = /^[ \t]*:/.test(this.#text.slice(behind, behind + 50));
    this.place = {
      level: is === 'value' ? frozen(level) : level,
      is,
      slot: { ...written, style: this.#style, isKeyed }
    };
  }

  #take(token: Token): void {
    if (token.kind === 'text') this.#takeText(token);
    else this.#takeSign(this.#text.charAt(token.from));
  }

  #takeText({ from, to, quote, isClosed }: Token): void {
    const level = this.#top;
    if (!level || level === this.#outside) return;
    const isCursor = this.place?.slot.from === from + quote.length;
    const text = this.#text.slice(from + quote.length, to - (isClosed ? quote.length : 0));
    if (level.kind === 'list') {
      if (!isCursor) level.items.add(text);
    } else if (level.phase === 'value') {
      if (!isCursor) level.keys.set(level.key, text);
      level.phase = 'done';
    } else {
      level.key = isCursor ? '' : text; // a key behind a value: the comma is missing
      level.phase = 'colon';
    }
  }

  #takeSign(sign: string): void {
    if (sign === '{' || sign === '[') this.#open(sign);
    else if (sign === '}' || sign === ']') this.#close(sign === '}' ? 'map' : 'list');
    else if (this.#top?.kind === 'map' && this.#top !== this.#outside) this.#part(this.#top, sign);
  }

  #part(level: Level, sign: string): void {
    if (sign === ',') {
      level.phase = 'key';
      level.key = '';
      return;
    }
    if (level.phase === 'done') level.key = level.keys.get(level.key) ?? ''; // what looked like a value is the next key
    if (level.key !== '') level.keys.set(level.key, '');
    level.phase = 'value';
  }

  #open(sign: string): void {
    this.#top = newLevel(sign === '{' ? 'map' : 'list', this.#top, -1);
  }

  /** Also closes what was left open inside; a bracket that closes nothing is passed over. */
  #close(kind: Level['kind']): void {
    let level = this.#top;
    while (level && level !== this.#outside && level.kind !== kind) level = level.parent;
    if (!level || level === this.#outside) return;
    this.#top = level.parent;
    if (this.#top && this.#top !== this.#outside) this.#top.phase = 'done';
  }
}

/** As it is now: reading on will change the key whose value is being written. */
function frozen(level: Level): Level {
  return { ...level };
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++;
  return found;
}
