/**
 * Every way in which a text can stand to a list of patterns with wildcards, one example of each: the patterns run
 * side by side over an alphabet of the characters they name and one they don't.
 */

/** One place of a pattern. A wildcard of the first five fields of an ARN stays inside its field (COND-40). */
export type TextSymbol =
  | { readonly kind: 'char'; readonly char: string; readonly anyCase: boolean }
  | { readonly kind: 'one' | 'run'; readonly acrossColon: boolean };

export type TextPattern = readonly TextSymbol[];

/** So many situations are looked at; wildcards that overlap in more ways are not worked out. */
const MOST_STATES = 3000;

/** Where each pattern may stand: places in it, ascending; none when it can no longer match. */
type State = readonly (readonly number[])[];

/**
 * @param taken texts that are no examples, because they stand for themselves already
 * @returns a text for each set of patterns that some text matches, the empty set included; texts are never empty.
 *   Null when there are too many situations.
 */
export function examples(
  patterns: readonly TextPattern[],
  taken: ReadonlySet<string>
): readonly string[] | null {
  const start: State = patterns.map((pattern) => closure(pattern, [0]));
  const seen = new Set([toKey(start)]);
  const queue: { readonly state: State; readonly text: string }[] = [{ state: start, text: '' }];
  const found = new Map<string, string>();
  for (const { state, text } of queue) {
    if (seen.size > MOST_STATES) return null;
    for (const char of lettersAt(patterns, state)) {
      const next = state.map((places, i) => advance(patterns[i] ?? [], places, char));
      const longer = text + char;
      const which = accepted(patterns, next);
      if (!found.has(which) && !taken.has(longer)) found.set(which, longer);
      const key = toKey(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ state: next, text: longer });
    }
  }
  return [...found.values()];
}

const toKey = (state: State) => state.map((places) => places.join('.')).join('|');

function accepted(patterns: readonly TextPattern[], state: State): string {
  return state.map((places, i) => (places.includes(patterns[i]?.length ?? 0) ? '1' : '0')).join('');
}

const OTHERS = 'x y z v w a b c d e f g h i j k l m n o p q r s t u 0 1 2 3 4 5 6 7 8 9 _'.split(' ');

/** The characters that tell the patterns apart here, and one that none of them names. */
function lettersAt(patterns: readonly TextPattern[], state: State): readonly string[] {
  const letters = new Set<string>();
  for (const [i, places] of state.entries()) {
    for (const place of places) for (const char of lettersOf(patterns[i]?.[place])) letters.add(char);
  }
  const other = OTHERS.find((char) => !letters.has(char));
  return other === undefined ? [...letters] : [other, ...letters];
}

function lettersOf(symbol: TextSymbol | undefined): readonly string[] {
  if (symbol === undefined) return [];
  if (symbol.kind !== 'char') return symbol.acrossColon ? [] : [':'];
  return symbol.anyCase ? [symbol.char, symbol.char.toLowerCase(), symbol.char.toUpperCase()] : [symbol.char];
}

function advance(pattern: TextPattern, places: readonly number[], char: string): readonly number[] {
  const next: number[] = [];
  for (const place of places) {
    const symbol = pattern[place];
    if (symbol === undefined || !fits(symbol, char)) continue;
    next.push(symbol.kind === 'run' ? place : place + 1);
  }
  return closure(pattern, next);
}

function fits(symbol: TextSymbol, char: string): boolean {
  if (symbol.kind !== 'char') return symbol.acrossColon || char !== ':';
  return symbol.anyCase ? symbol.char.toLowerCase() === char.toLowerCase() : symbol.char === char;
}

/** A run may be empty, so its end is reached with its beginning. */
function closure(pattern: TextPattern, places: readonly number[]): readonly number[] {
  const all = new Set(places);
  for (const place of all) if (pattern[place]?.kind === 'run') all.add(place + 1);
  return [...all].sort((a, b) => a - b);
}
