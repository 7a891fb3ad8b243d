/** What changes write, as rows: parts removed and renamed, aliases, blocks, JSON, and what cannot be. */
import type { Change } from '../../src/lib/source/change.ts';

export type Row = readonly [name: string, before: string, changes: readonly Change[], after: string];

export const YAML_CASES: readonly Row[] = [
  [
    'remove an entry with its comments',
    'a: 1\n# of the file\n\n# of b\n# again\nb: 2 # two\nc: 3\n',
    [{ at: '/b', remove: true }],
    'a: 1\n# of the file\n\nc: 3\n'
  ],
  [
    'remove between empty lines',
    'a: 1\n\nb:\n  - 2\n\nc: 3\n',
    [{ at: '/b', remove: true }],
    'a: 1\n\nc: 3\n'
  ],
  ['remove the first', 'a: 1 # x\nb: 2\n', [{ at: '/a', remove: true }], 'b: 2\n'],
  ['remove the last', 'a: 1\nb: |\n  x\n', [{ at: '/b', remove: true }], 'a: 1\n'],
  ['remove the last, no line break there', 'a: 1\nb: 2', [{ at: '/b', remove: true }], 'a: 1'],
  [
    'remove the only one',
    'a: # c\n  # d\n  b: 1\nc:\n  - x\nd: 2\n',
    [
      { at: '/a/b', remove: true },
      { at: '/c/0', remove: true }
    ],
    'a: {} # c\nc: []\nd: 2\n'
  ],
  ['remove behind a dash', '- a: 1 # x\n  b: 2\n', [{ at: '/0/a', remove: true }], '- b: 2\n'],
  [
    'remove behind a dash, a comment comes next',
    '- a: 1\n  # b\n  b: 2\n',
    [{ at: '/0/a', remove: true }],
    '-\n  # b\n  b: 2\n'
  ],
  [
    'remove an item',
    'a:\n  - x\n  # y\n  - y # 2\n  - k: 1\n    l: 2\n',
    [{ at: '/a/1', remove: true }],
    'a:\n  - x\n  - k: 1\n    l: 2\n'
  ],
  [
    'remove in brackets',
    'a: [x, y, z]\nb: [x, y]\nc: [x]\n',
    [
      { at: '/a/0', remove: true },
      { at: '/b/1', remove: true },
      { at: '/c/0', remove: true }
    ],
    'a: [y, z]\nb: [x]\nc: []\n'
  ],
  [
    'remove in brackets over lines',
    'a: [\n  x, # one\n  # two\n  y, # 2\n  z # three\n]\n',
    [{ at: '/a/1', remove: true }],
    'a: [\n  x, # one\n  z # three\n]\n'
  ],
  [
    'remove the last in brackets over lines',
    'a: [\n  x, # one\n  y\n]\n',
    [{ at: '/a/1', remove: true }],
    'a: [\n  x # one\n]\n'
  ],
  [
    'rename',
    'a: 1 # c\n"b": 2\n',
    [
      { at: '/a', rename: 'x y' },
      { at: '/b', rename: 'z' }
    ],
    'x y: 1 # c\n"z": 2\n'
  ],
  [
    'rename, then go on',
    'a:\n  b: 1\n',
    [
      { at: '/a', rename: 'c: d' },
      { at: '/c: d/b', set: 2 }
    ],
    "'c: d':\n  b: 2\n"
  ],
  [
    'several changes, in order',
    'a: [x]\n',
    [
      { at: '/a/-', set: 'y' },
      { at: '/a/0', remove: true },
      { at: '/b', set: 1 }
    ],
    'a: [y]\nb: 1\n'
  ],
  ['the whole document', '# c\na: 1\nb: 2\n', [{ at: '', set: ['x'] }], '# c\n[x]\n'],
  [
    'the whole document by its differences',
    '# c\na: 1 # d\nb: 2\n',
    [{ at: '', set: { a: 1, c: 3 } }],
    '# c\na: 1 # d\nc: 3\n'
  ],
  [
    'a marked document',
    '%YAML 1.2\n--- # top\na: 1\n...\n',
    [{ at: '/b', set: 2 }],
    '%YAML 1.2\n--- # top\na: 1\nb: 2\n...\n'
  ],
  [
    'a document on the line of its mark',
    '--- [a]\n',
    [{ at: '', set: { b: { c: 1 } } }],
    '---\nb:\n  c: 1\n'
  ],
  [
    'explicit keys',
    '? a # c\n: x\n? b\n',
    [
      { at: '/a', set: 'y' },
      { at: '/b', set: 'z' }
    ],
    '? a # c\n: y\nb: z\n'
  ],
  [
    'an anchor goes, what it stood for stays',
    'a: &x 1\nb: *x\nc: [*x, 2] # c\n',
    [{ at: '/a', set: 3 }],
    'a: 3\nb: 1\nc: [1, 2] # c\n'
  ],
  [
    'an alias is written out',
    'a: &x\n  k: 1\nb: *x # c\n',
    [{ at: '/b/k', set: 2 }],
    'a: &x\n  k: 1\nb: # c\n  k: 2\n'
  ],
  [
    'an anchored map is changed in one place only',
    'a: &x # c\n  k: 1\nb: *x\n',
    [{ at: '/a/l', set: 2 }],
    'a: &x # c\n  k: 1\n  l: 2\nb:\n  k: 1\n'
  ],
  [
    'aliases that nothing touches',
    'a: &x [1]\nb: *x\nc: 1\n',
    [{ at: '/c', set: 2 }],
    'a: &x [1]\nb: *x\nc: 2\n'
  ],
  ['a tag goes with its value', 'a: !!str 5 # c\n', [{ at: '/a', set: 5 }], 'a: 5 # c\n'],
  ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', [{ at: '/b', set: 4 }], 'a: 1\nb: 4\na: 3\n'],
  [
    'a merge key stays',
    'x: &x {p: 1}\ny:\n  <<: *x\n  q: 2\n',
    [{ at: '/y/q', set: 3 }],
    'x: &x {p: 1}\ny:\n  <<: *x\n  q: 3\n'
  ],
  ['a pair in brackets', 'a: [b: c, d]\n', [{ at: '/a/0/b', set: 'e' }], 'a: [{ b: e }, d]\n'],
  ['a tab before a comment', 'a:\tx\t# c\n', [{ at: '/a', set: 'y' }], 'a:\ty\t# c\n'],
  [
    'a text as a block',
    'a: 1\n',
    [{ at: '/b', block: '{\n  "x": [\n\n    1]\n}' }],
    'a: 1\nb: |-\n  {\n    "x": [\n\n      1]\n  }\n'
  ],
  [
    'a block that begins with blanks',
    'a:\n- x\n',
    [
      { at: '/b', block: '  x\ny\n' },
      { at: '/a/0', block: ' x\n' }
    ],
    'a:\n- |2\n   x\nb: |2\n    x\n  y\n'
  ],
  ['a block that cannot be one', 'a: x\n', [{ at: '/a', block: 'x\r\ny' }], 'a: "x\\r\\ny"\n'],
  ['a block in braces', 'a: {b: x}\n', [{ at: '/a/b', block: 'x\ny' }], 'a: {b: "x\\ny"}\n'],
  [
    'a block keeps its indentation and its comment',
    'a: |- # c\n      x\n\n      y\nb: 1\n',
    [{ at: '/a', block: 'x\n\nz\n' }],
    'a: | # c\n      x\n\n      z\nb: 1\n'
  ],
  [
    'a folded block becomes a literal one',
    'a: >\n  x\n  y\nb: 1\n',
    [{ at: '/a', set: 'p\nq\n' }],
    'a: |\n  p\n  q\nb: 1\n'
  ],
  ['a block becomes short', 'a: |\n  x\nb: 1\n', [{ at: '/a', set: 5 }], 'a: 5\nb: 1\n'],
  [
    'JSON in a block',
    'a: | # c\n    {\n      "k": [ 1,\n        2 ],\n\n      "l": "x"\n    }\n# d\nb: 1\n',
    [
      { at: '/a/k/1', set: 3 },
      { at: '/a/m', set: { n: [] } }
    ],
    'a: | # c\n    {\n      "k": [ 1,\n        3 ],\n\n      "l": "x",\n      "m": {\n        "n": []\n      }\n    }\n# d\nb: 1\n'
  ],
  [
    'JSON in a block, set as a map',
    'a: |\n  {"k": 1,\n   "l": 2}\n',
    [{ at: '/a', set: { l: 3, k: 1 } }],
    'a: |\n  {"k": 1,\n   "l": 3}\n'
  ],
  [
    'JSON in quotes',
    `a: '{"k":1,"l":[2]}' # c\n`,
    [{ at: '/a/l/-', set: "it's" }],
    `a: '{"k":1,"l":[2,"it''s"]}' # c\n`
  ],
  ['no JSON in a block', 'a: |\n  {x\nb: 1\n', [{ at: '/a', set: { k: 1 } }], 'a:\n  k: 1\nb: 1\n'],
  [
    'JSON in YAML',
    'a: {\n  "k": "v",\n  "l": ["x"]\n}\nb: 1\n',
    [
      { at: '/a/l/-', set: 'y' },
      { at: '/a/m', set: { n: 'z' } }
    ],
    'a: {\n  "k": "v",\n  "l": ["x", "y"],\n  "m": {\n    "n": "z"\n  }\n}\nb: 1\n'
  ]
];

export const JSON_CASES: readonly Row[] = [
  ['a text', '{"a": "x"}', [{ at: '/a', set: '"\n' }], '{"a": "\\"\\n"}'],
  ['a number is no text', '{"a": 1}', [{ at: '/a', set: '1' }], '{"a": "1"}'],
  ['equal', '{"a": 1e2, "b": [ ]}\n', [{ at: '', set: { b: [], a: 100 } }], '{"a": 1e2, "b": [ ]}\n'],
  ['a new entry on one line', '{"a":1}', [{ at: '/b', set: { c: [2] } }], '{"a":1,"b":{"c":[2]}}'],
  [
    'a new entry as indented',
    '{\n    "a": 1\n}\n',
    [{ at: '/b', set: { c: ['x'] } }],
    '{\n    "a": 1,\n    "b": {\n        "c": [\n            "x"\n        ]\n    }\n}\n'
  ],
  ['tabs', '{\n\t"a": []\n}\n', [{ at: '/a/-', set: 'x' }], '{\n\t"a": [\n\t\t"x"\n\t]\n}\n'],
  ['CRLF', '{\r\n  "a": 1\r\n}', [{ at: '/b', set: {} }], '{\r\n  "a": 1,\r\n  "b": {}\r\n}'],
  ['an empty document', '{}\n', [{ at: '/a', set: 1 }], '{\n  "a": 1\n}\n'],
  [
    'remove the first, the last',
    '{\n  "a": 1,\n  "b": [1, 2, 3],\n  "c": 3\n}',
    [
      { at: '/a', remove: true },
      { at: '/c', remove: true },
      { at: '/b/1', remove: true }
    ],
    '{\n  "b": [1, 3]\n}'
  ],
  ['remove the only one', '{"a": {"b": 1}}', [{ at: '/a/b', remove: true }], '{"a": {}}'],
  ['rename', '{"a" : 1}', [{ at: '/a', rename: 'b/c' }], '{"b/c" : 1}'],
  [
    'a list by its differences',
    '[\n  "a",\n  "b",\n  "c"\n]',
    [{ at: '', set: ['0', 'a', 'c', 'd'] }],
    '[\n  "0",\n  "a",\n  "c",\n  "d"\n]'
  ],
  [
    'JSON in a text',
    '{"p": "{\\"a\\": [1]}"}',
    [{ at: '/p/a/0', set: 'x' }],
    '{"p": "{\\"a\\": [\\"x\\"]}"}'
  ],
  ['a block is a text', '{"p": 1}', [{ at: '/p', block: 'x\ny' }], '{"p": "x\\ny"}'],
  ['the whole document', ' 1\n', [{ at: '', set: 'x' }], ' "x"\n']
];

/** Text, changes, and codes with pointers. */
export const REFUSED: readonly (readonly [
  text: string,
  changes: readonly Change[],
  problems: readonly string[]
])[] = [
  ['a: 1', [{ at: 'a', set: 1 }], ['source/bad-pointer a']],
  ['a: x', [{ at: '/a/b', set: 1 }], ['source/leads-through-text /a/b']],
  ['a: |\n  {x', [{ at: '/a/b', set: 1 }], ['source/leads-through-text /a/b']],
  [
    'a: [1]',
    [
      { at: '/a/2', set: 1 },
      { at: '/a/x', set: 1 },
      { at: '/a/01', set: 1 }
    ],
    ['source/bad-index /a/2', 'source/bad-index /a/x', 'source/bad-index /a/01']
  ],
  [
    'a: 1',
    [
      { at: '/b', remove: true },
      { at: '/b/c', rename: 'd' },
      { at: '/a', set: 2 }
    ],
    ['source/nothing-there /b', 'source/nothing-there /b/c']
  ],
  ['a: 1', [{ at: '', remove: true }], ['source/not-a-key ']],
  ['a: [1]', [{ at: '/a/0', rename: 'b' }], ['source/not-a-key /a/0']],
  ['a: 1\nb: 2', [{ at: '/a', rename: 'b' }], ['source/key-taken /a']],
  ['a: [', [{ at: '/a', set: 1 }], ['source/syntax ']],
  ['', [{ at: '', set: 1 }], ['source/empty ']],
  ['a: 1', [{ at: '/x'.repeat(1000), set: 1 }], [`source/too-deep ${'/x'.repeat(1000)}`]],
  ['a: 1', [{ at: '/x'.repeat(80), set: 1 }], [`source/cannot-change ${'/x'.repeat(80)}`]],
  // The merge key would go with the last entry that can be read.
  ['x: &x {p: 1}\ny:\n  <<: *x\n  q: 2\n', [{ at: '/y/q', remove: true }], ['source/cannot-change /y/q']]
];
