/** Our words for what the YAML reader complains about. Its codes and sentences do not leave this file. */

/** What the reader reports: its code, its sentence, and where. */
export interface YamlComplaint {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export interface YamlProblem {
  readonly message: string;
  readonly help?: string;
}

const COLON = 'a key is followed by `: ` and its value; quote a text that contains `: `';
const INDENT = 'entries of one map or list begin in the same column, what belongs to an entry further right';

const BY_CODE: ReadonlyMap<string, YamlProblem> = new Map(
  Object.entries({
    ALIAS_PROPS: { message: 'an alias has no anchor or tag of its own' },
    BAD_ALIAS: { message: 'an anchor or alias has a name that cannot be read' },
    BAD_DIRECTIVE: { message: 'this directive is not known', help: 'remove the line' },
    BAD_DQ_ESCAPE: {
      message: 'this escape does not exist between double quotes',
      help: 'a backslash is written `\\\\` there; between single quotes it stands for itself'
    },
    BAD_INDENT: { message: 'the indentation does not fit', help: INDENT },
    BAD_PROP_ORDER: {
      message: 'an anchor or tag stands in the wrong place',
      help: 'put it before the value'
    },
    BAD_SCALAR_START: { message: 'no text begins like this', help: 'quote the text' },
    BLOCK_AS_IMPLICIT_KEY: { message: 'two keys stand on one line', help: COLON },
    BLOCK_IN_FLOW: {
      message: 'inside `{ }` or `[ ]` nothing is written by indentation',
      help: 'use commas and brackets there'
    },
    KEY_OVER_1024_CHARS: { message: 'a key has more than 1024 characters' },
    MISSING_CHAR: { message: 'something is missing here' },
    MULTILINE_IMPLICIT_KEY: { message: 'a key goes over several lines', help: COLON },
    MULTIPLE_ANCHORS: { message: 'a value has two anchors', help: 'remove one' },
    MULTIPLE_TAGS: { message: 'a value has two tags', help: 'remove one' },
    NON_STRING_KEY: { message: 'a key must be a text' },
    RESOURCE_EXHAUSTION: { message: 'this is nested too deeply to be read' },
    TAB_AS_INDENT: { message: 'a tab stands in the indentation', help: 'indent with spaces' },
    UNEXPECTED_TOKEN: { message: 'this does not belong here' }
  })
);

/** Sharper words, by a part of the reader's sentence. If its sentences change, the words above remain. */
const BY_SENTENCE: readonly (readonly [string, YamlProblem])[] = [
  ['Missing closing "quote', { message: 'a `"` is never closed', help: 'close it with `"`' }],
  [
    "Missing closing 'quote",
    { message: "a `'` is never closed", help: "close it with `'`; inside it is `''`" }
  ],
  ['followed by map values', { message: 'a key without `:`', help: COLON }],
  ['Sequence item without - indicator', { message: 'an item without `- `', help: INDENT }],
  ['Missing , or : between', { message: 'a `,` or `:` is missing before this' }],
  ['Missing , between', { message: 'a `,` is missing before this' }],
  ['Missing space after :', { message: 'a space is missing after `:`' }],
  ['Comments must be separated', { message: 'a space is missing before `#`' }],
  ['Unexpected empty item', { message: 'a value is missing before this', help: 'remove one `,`' }],
  ['must be separated from the next token', { message: 'a space is missing after this anchor or tag' }],
  [
    'Block scalar header includes extra',
    { message: 'text stands behind `|` or `>`', help: 'begin it on the next line' }
  ],
  [
    'Plain value cannot start with',
    { message: 'no unquoted text begins with this character', help: 'quote the text' }
  ],
  ['directives-end', { message: 'a line `---` is missing after the directives' }]
];

export function describe(complaint: YamlComplaint): YamlProblem {
  const sharper = BY_SENTENCE.find(([part]) => complaint.message.includes(part));
  return sharper?.[1] ?? BY_CODE.get(complaint.code) ?? { message: 'this cannot be read as YAML' };
}
