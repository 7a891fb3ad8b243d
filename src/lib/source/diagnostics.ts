/** Every problem of reading a text: codes, words, ways out. Says nothing about what the text is for. */
import { abridge, type Diagnostic } from './diagnostic.ts';
import type { SourceRange } from './text.ts';

/** Where a problem is: the exact range and the JSON Pointer of the value it belongs to. */
export interface Place {
  readonly range: SourceRange;
  readonly path: string;
}

/**
 * The text breaks the grammar of its format.
 *
 * @param message what is wrong at the place
 * @param help the way out, if one can be named
 */
export function syntaxError(at: Place, message: string, help?: string): Diagnostic {
  return make('source/syntax', at, message, help);
}

/** Nothing but white space and comments. */
export function emptyText(at: Place): Diagnostic {
  return make('source/empty', at, 'the text is empty', 'nothing but white space and comments stands here');
}

/** NUL bytes, many control characters: a picture, an archive, or text in UTF-16. */
export function notText(at: Place): Diagnostic {
  return make(
    'source/not-text',
    at,
    'this is not a text',
    'a file here is YAML or JSON, stored as UTF-8; if an editor wrote it as UTF-16, save it again as UTF-8'
  );
}

/** @param limit in MB (2^20 UTF-16 code units) */
export function tooLarge(at: Place, format: string, limit: number): Diagnostic {
  return make(
    'source/too-large',
    at,
    `the text is larger than ${limit} MB, the limit for ${format}`,
    format === 'YAML' ? 'split it, or give it as JSON, which may have 20 MB' : 'split it'
  );
}

/** @param limit how many lists and maps may stand in each other */
export function tooDeep(at: Place, limit: number): Diagnostic {
  return make(
    'source/too-deep',
    at,
    `lists and maps are nested more than ${limit} deep`,
    'look for brackets that are never closed'
  );
}

/**
 * @param what `values` or `words and signs`
 * @param limit how many of them a text may hold in all
 */
export function tooManyParts(at: Place, what: string, limit: number): Diagnostic {
  const number = limit.toLocaleString('en-US');
  return make('source/too-many-parts', at, `the text holds more than ${number} ${what}`, 'split it');
}

/** @param first line of the first one, from 1 */
export function duplicateKey(at: Place, key: string, first: number): Diagnostic {
  return make(
    'source/duplicate-key',
    at,
    `\`${key}\` stands here a second time`,
    `it is already on line ${first}; keep one of the two`
  );
}

export function byteOrderMark(at: Place): Diagnostic {
  return {
    ...make(
      'source/byte-order-mark',
      at,
      'the text begins with a byte order mark',
      'save it as UTF-8 without byte order mark; other tools refuse it'
    ),
    severity: 'warning'
  };
}

export function unknownAlias(at: Place, name: string): Diagnostic {
  return make(
    'source/unknown-alias',
    at,
    `no anchor \`&${name}\` stands before this alias`,
    `put \`&${name}\` before the value that is meant; if a text beginning with \`*\` is meant, quote it`
  );
}

export function cyclicAlias(at: Place, name: string): Diagnostic {
  return make(
    'source/cyclic-alias',
    at,
    `the alias \`*${name}\` stands inside the value it stands for`,
    'write out what is meant, or remove the alias'
  );
}

/** @param limit how many aliases may be followed, those inside aliased values included */
export function tooManyAliases(at: Place, limit: number): Diagnostic {
  return make(
    'source/too-many-aliases',
    at,
    `more than ${limit} aliases, or aliases for too much text`,
    'write the values out'
  );
}

export function mergeKey(at: Place): Diagnostic {
  return make(
    'source/merge-key',
    at,
    'merge keys `<<` are not read',
    'write the keys out; an alias may stand for a whole value'
  );
}

export function unsupportedTag(at: Place, tag: string): Diagnostic {
  return make('source/unsupported-tag', at, `the tag \`${tag}\` is not read`, 'write the value itself');
}

export function keyNotText(at: Place): Diagnostic {
  return make(
    'source/key-not-text',
    at,
    'a key must be a text, not a list or a map',
    'quote it if it is a text'
  );
}

export function severalDocuments(at: Place): Diagnostic {
  return make(
    'source/several-documents',
    at,
    'a second document begins here',
    'remove the `---`, or put the rest into a file of its own'
  );
}

export function badPointer(at: Place): Diagnostic {
  return make('source/bad-pointer', at, `\`${at.path}\` is no JSON Pointer`, 'begin it with `/`');
}

/** @param keys the way to where nothing stands */
export function nothingThere(at: Place, keys: readonly string[]): Diagnostic {
  return make('source/nothing-there', at, `nothing stands at \`/${keys.join('/')}\``);
}

/** @param keys the way to the text */
export function leadsThroughText(at: Place, keys: readonly string[]): Diagnostic {
  return make(
    'source/leads-through-text',
    at,
    `\`/${keys.join('/')}\` is a text, so nothing can stand in it`,
    'replace it by a list or a map first'
  );
}

/** @param size of the list */
export function badIndex(at: Place, key: string, size: number): Diagnostic {
  return make(
    'source/bad-index',
    at,
    `\`${key}\` is no place in a list of ${size}`,
    'count from 0; `-` stands for the place after the last'
  );
}

export function keyTaken(at: Place, key: string): Diagnostic {
  return make('source/key-taken', at, `\`${key}\` stands here already`, 'choose another name');
}

export function notAKey(at: Place): Diagnostic {
  return make(
    'source/not-a-key',
    at,
    `\`${at.path}\` is no entry of a map`,
    'an entry or item can be removed, and only an entry has a name'
  );
}

/** The way the file is written leaves no place for a change that would read back as meant. */
export function cannotChange(at: Place): Diagnostic {
  return make('source/cannot-change', at, 'the change cannot be written into this text', 'make it by hand');
}

function make(code: string, at: Place, message: string, help?: string): Diagnostic {
  const fact = {
    code,
    severity: 'error',
    message: abridge(message),
    range: at.range,
    path: at.path
  } as const;
  return help === undefined ? fact : { ...fact, help: abridge(help) };
}
