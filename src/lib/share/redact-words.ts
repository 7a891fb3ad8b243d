/** Fake words for secret ones: of the same length and case, one for each, and none that the file has itself. */

/** Words of a walk, by their length; whoever reads them thinks of no company. */
const WORDS =
  `ash bay elm fig fir ivy oak yew dew fen hay rye kiwi fern moss reed pine sage kelp lark wren dune cove glen
 mint plum pear teal lily leaf rose iris cedar maple birch heron brook grove olive lotus tulip otter robin finch thyme
 basil hazel acorn beech daisy poppy willow meadow harbor lagoon poplar spruce canyon walnut almond quartz pebble
 sorrel clover orchid linden lichen juniper harvest heather cypress lantern blossom orchard sparrow seaside bramble
 hemlock jasmine saffron lavender magnolia mountain hawthorn seashore woodland chestnut bluebell foxglove tamarind
 driftwood evergreen dandelion riverbank waterfall goldfinch buttercup birchwood nightfall lighthouse springtime
 wildflower cottonwood rainforest windflower honeysuckle watercourse butterflies summerhouse`.split(/\s+/);

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnprstvwz';

/** How fakes are made: a word for a word; or a letter for a letter, so that parts of names stay parts of names. */
export type Fakery = 'words' | 'letters';

/** Makes fakes, the same for the same word, whatever its case. */
export class Fakes {
  readonly #fakery: Fakery;
  readonly #known: Map<string, string>;
  readonly #taken: Set<string>;

  /**
   * @param taken words in small letters that no fake may be
   * @param known the fakes that are made already, by what they stand for, both in small letters
   */
  constructor(fakery: Fakery, taken: Iterable<string>, known: ReadonlyMap<string, string> = new Map()) {
    this.#fakery = fakery;
    this.#taken = new Set(taken);
    this.#known = new Map(known);
  }

  /** @param word letters, or digits */
  of(word: string): string {
    const lower = word.toLowerCase();
    const fake = this.#known.get(lower) ?? this.#make(lower);
    this.#known.set(lower, fake);
    return inCaseOf(word, fake);
  }

  /** Every fake that was made, by what it stands for, both in small letters. */
  get known(): ReadonlyMap<string, string> {
    return this.#known;
  }

  #make(lower: string): string {
    if (/^\d/.test(lower)) return digits(lower, this.#taken);
    if (this.#fakery === 'letters') return Array.from(lower, (letter) => turned(letter, 7)).join('');
    const free = WORDS.filter((word) => word.length === lower.length && !this.#taken.has(word));
    const fake = free[hash(lower) % free.length] ?? this.#spell(lower);
    this.#taken.add(fake);
    return fake;
  }

  /** A word that can be said: consonants and vowels in turn. */
  #spell(lower: string): string {
    for (let seed = hash(lower); ; seed++) {
      const fake = Array.from(lower, (_, at) =>
        pick(at % 2 === 0 ? CONSONANTS : VOWELS, hash(`${String(seed)} ${String(at)}`))
      ).join('');
      if (!this.#taken.has(fake) || lower.length < 3) return fake;
    }
  }
}

/** Letters and digits of an id, each for one of its kind; the same for the same id. */
export function fakeId(id: string): string {
  return id.replace(/[0-9a-f]/gi, (letter, at: number) => {
    const by = hash(`${id} ${String(at)}`);
    if (/\d/.test(letter)) return pick('0123456789', by);
    const fake = pick('abcdef', by);
    return letter === letter.toUpperCase() ? fake.toUpperCase() : fake;
  });
}

function digits(text: string, taken: Set<string>): string {
  for (let seed = 0; ; seed++) {
    const fake = Array.from(text, (_, at) =>
      pick(at === 0 ? '123456789' : '0123456789', hash(`${text} ${String(at)} ${String(seed)}`))
    ).join('');
    if (taken.has(fake) || fake === text) continue;
    taken.add(fake);
    return fake;
  }
}

function pick(from: string, by: number): string {
  return from.charAt(by % from.length);
}

/** Vowels to vowels, consonants to consonants. */
function turned(letter: string, by: number): string {
  const from = VOWELS.includes(letter) ? VOWELS : CONSONANTS + 'qxy';
  const at = from.indexOf(letter);
  return at < 0 ? letter : from.charAt((at + (from === VOWELS ? 2 : by)) % from.length);
}

/** A word in the case of another: small, LARGE or Capital. */
export function inCaseOf(word: string, fake: string): string {
  if (word === word.toLowerCase()) return fake;
  if (word === word.toUpperCase() && word.length > 1) return fake.toUpperCase();
  return fake.charAt(0).toUpperCase() + fake.slice(1);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  // The lowest bits of a product say too little by themselves.
  return (value ^ (value >>> 15)) >>> 0;
}
