/**
 * Texts with wildcards on both sides: whether any text at all is meant by both. A policy's patterns against action
 * names and against the ARN patterns of the Service Authorization Reference.
 */

/** Code points, or one of the wildcards below. */
export type Symbols = readonly number[];

/** Any run of characters, also none. */
const RUN = -1;
/** Exactly one character. */
const ONE = -2;
/** A run, and one character, without `/`. */
const RUN_IN_SEGMENT = -3;
const ONE_IN_SEGMENT = -4;

const SLASH = 47;

/** A policy's pattern: `*` and `?` (RES-03); a policy variable may turn out to be any text, `${*}` is a star (VAR-06). */
export function fromPattern(pattern: string): Symbols {
  const symbols: number[] = [];
  let at = 0;
  for (const { 0: found, 1: inner, index } of pattern.matchAll(/\*|\?|\$\{([^}]*)\}/g)) {
    pushText(symbols, pattern.slice(at, index));
    if (inner === '*' || inner === '?' || inner === '$') pushText(symbols, inner);
    else if (found === '?') symbols.push(ONE);
    else pushRun(symbols, RUN);
    at = index + found.length;
  }
  pushText(symbols, pattern.slice(at));
  return symbols;
}

/** A text that means itself alone. */
export function fromText(text: string): Symbols {
  const symbols: number[] = [];
  pushText(symbols, text);
  return symbols;
}

/**
 * A pattern of the reference: `${Name}` and `<key>` stand for at least one character, `*` for any run.
 *
 * @param inSegment names whose values hold no `/`
 */
export function fromTemplate(template: string, inSegment: ReadonlySet<string>): Symbols {
  const symbols: number[] = [];
  let at = 0;
  for (const { 0: found, 1: name, index } of template.matchAll(/\*|\$\{([^}]*)\}|<\w+>/g)) {
    pushText(symbols, template.slice(at, index));
    if (found === '*') pushRun(symbols, RUN);
    else if (name !== undefined && inSegment.has(name)) symbols.push(ONE_IN_SEGMENT, RUN_IN_SEGMENT);
    else symbols.push(ONE, RUN);
    at = index + found.length;
  }
  pushText(symbols, template.slice(at));
  return symbols;
}

function pushText(symbols: number[], text: string): void {
  for (const char of text) symbols.push(char.codePointAt(0) ?? 0);
}

function pushRun(symbols: number[], run: number): void {
  if (symbols.at(-1) !== run) symbols.push(run);
}

/** The least length of a text that these symbols mean, in code points. */
export function leastLength(symbols: Symbols): number {
  return symbols.reduce((sum, symbol) => sum + (isRun(symbol) ? 0 : 1), 0);
}

/** Whether some text is meant by both. Compares with case. Time O(a × b), in one row of memory. */
export function canMeet(a: Symbols, b: Symbols): boolean {
  // row[j]: whether a[i…] and b[j…] can be reached with the same text so far.
  let row = new Uint8Array(b.length + 1);
  row[0] = 1;
  for (let i = 0; i <= a.length; i++) {
    const next = new Uint8Array(b.length + 1);
    const mine = a[i];
    let isOpen = false;
    for (let j = 0; j <= b.length; j++) {
      if (row[j] !== 1) continue;
      isOpen = true;
      spread(mine, b[j], j, row, next);
    }
    if (i === a.length) return row[b.length] === 1;
    if (!isOpen) return false;
    row = next;
  }
  return false;
}

/** One step from the place (i, j): past a run on either side, or over a character that both sides take. */
function spread(
  mine: number | undefined,
  theirs: number | undefined,
  j: number,
  row: Uint8Array,
  next: Uint8Array
): void {
  if (isRun(mine)) next[j] = 1;
  if (isRun(theirs)) row[j + 1] = 1;
  if (mine === undefined || theirs === undefined || !share(mine, theirs)) return;
  if (!isRun(mine)) next[isRun(theirs) ? j : j + 1] = 1;
  else if (!isRun(theirs)) row[j + 1] = 1;
}

function isRun(symbol: number | undefined): boolean {
  return symbol === RUN || symbol === RUN_IN_SEGMENT;
}

/** Whether one character is meant by both symbols. */
function share(a: number, b: number): boolean {
  if (a >= 0 && b >= 0) return a === b;
  if (a >= 0) return takes(b, a);
  return b < 0 || takes(a, b);
}

function takes(wildcard: number, char: number): boolean {
  return char !== SLASH || wildcard === RUN || wildcard === ONE;
}
