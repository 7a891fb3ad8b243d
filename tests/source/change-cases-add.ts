/** What is written when values are set and parts added to YAML, as rows. */
import type { Row } from './change-cases.ts';

export const ADDING: readonly Row[] = [
  ['an empty line above everything', '\na: 1\nb: 2\n', [{ at: '/a', remove: true }], '\nb: 2\n'],
  ['a plain text stays plain', 'a: x # c\nb: y\n', [{ at: '/a', set: 'z' }], 'a: z # c\nb: y\n'],
  ['quotes where they are needed', 'a: x\n', [{ at: '/a', set: '012' }], "a: '012'\n"],
  ['a number is not quoted', "a: '5'\n", [{ at: '/a', set: 5 }], 'a: 5\n'],
  [
    'null, true',
    'a: x\nb: y\n',
    [
      { at: '/a', set: null },
      { at: '/b', set: true }
    ],
    'a: null\nb: true\n'
  ],
  ['single quotes stay', "a: 'x'\n", [{ at: '/a', set: "it's" }], "a: 'it''s'\n"],
  ['double quotes stay', 'a: "x"\n', [{ at: '/a', set: 'y' }], 'a: "y"\n'],
  [
    'an equal text, number, null',
    'a: "x"\nb: 1.0\nc:\nd: ~\n',
    [{ at: '', set: { d: null, c: null, b: 1, a: 'x' } }],
    'a: "x"\nb: 1.0\nc:\nd: ~\n'
  ],
  ['signs that mean something', 'a: x\n', [{ at: '/a', set: 'b: c # d' }], "a: 'b: c # d'\n"],
  ['control signs', 'a: x\n', [{ at: '/a', set: '\u0007\r' }], 'a: "\\u0007\\r"\n'],
  ['a text of lines', 'a: x # c\nb: y\n', [{ at: '/a', set: 'k\n\nl\n' }], 'a: | # c\n  k\n\n  l\nb: y\n'],
  ['a value on the next line', 'a:\n  # c\n  x\n', [{ at: '/a', set: 'y' }], 'a:\n  # c\n  y\n'],
  [
    'nothing becomes a text',
    'a:   # c\nb:\n',
    [
      { at: '/a', set: 'x' },
      { at: '/b', set: 'y' }
    ],
    'a: x   # c\nb: y\n'
  ],
  ['nothing becomes a map', 'a:   # c\nb: 1\n', [{ at: '/a/x', set: 'y' }], 'a: # c\n  x: y\nb: 1\n'],
  [
    'an empty map becomes a block',
    'a: {} # c\nb: []\n',
    [
      { at: '/a/x', set: 'y' },
      { at: '/b/-', set: 'z' }
    ],
    'a: # c\n  x: y\nb: [z]\n'
  ],
  [
    'a text becomes a map',
    'a: x # c\nb: 1\n',
    [{ at: '/a', set: { k: 'v', l: ['m'] } }],
    'a: # c\n  k: v\n  l: [m]\nb: 1\n'
  ],
  [
    'a map becomes a text',
    'a: # c\n  k: v\n  # d\n  l: w # e\nb: 1\n',
    [{ at: '/a', set: 'x' }],
    'a: x # c\nb: 1\n'
  ],
  [
    'a new entry',
    'a:\n    b: 1 # one\n\n# next\nc: 2\n',
    [{ at: '/a/d', set: 'x' }],
    'a:\n    b: 1 # one\n    d: x\n\n# next\nc: 2\n'
  ],
  ['a new entry at the end, no line break there', 'a: 1\nb: 2', [{ at: '/c', set: 'x' }], 'a: 1\nb: 2\nc: x'],
  [
    'entries with empty lines between',
    'm:\n  a: 1\n\n  b: 2\n\nc: 3\n',
    [{ at: '/m/d', set: 4 }],
    'm:\n  a: 1\n\n  b: 2\n\n  d: 4\n\nc: 3\n'
  ],
  ['missing parents', 'a: 1\n', [{ at: '/b/c/d', set: 'x' }], 'a: 1\nb:\n  c:\n    d: x\n'],
  [
    'a new list of maps',
    'a: 1\n',
    [{ at: '/b', set: [{ c: 1, d: [{ e: 2 }] }, 'x'] }],
    'a: 1\nb:\n  - c: 1\n    d:\n      - e: 2\n  - x\n'
  ],
  [
    'nested lists',
    'a: 1\n',
    [{ at: '/b', set: [[{ c: 1 }, ['x']], [], {}] }],
    'a: 1\nb:\n  - - c: 1\n    - [x]\n  - []\n  - {}\n'
  ],
  [
    'after a block that keeps its lines',
    'm:\n  a: |+\n    x\n\n\nn: 1\n',
    [{ at: '/m/b', set: 1 }],
    'm:\n  a: |+\n    x\n\n\n  b: 1\nn: 1\n'
  ],
  [
    'append to a block list',
    'a:\n- x # c\n- y # d\n# end\nb: 1\n',
    [{ at: '/a/-', set: 'z' }],
    'a:\n- x # c\n- y # d\n- z\n# end\nb: 1\n'
  ],
  [
    'append a map',
    'a:\n  - k: 1\n    l: 2\n',
    [{ at: '/a/-', set: { k: 3, l: 4 } }],
    'a:\n  - k: 1\n    l: 2\n  - k: 3\n    l: 4\n'
  ],
  ['append to brackets', 'a: [x, y] # c\n', [{ at: '/a/-', set: 'z' }], 'a: [x, y, z] # c\n'],
  [
    'append to brackets over lines',
    'a: [\n  x, # one\n  y # two\n]\n',
    [{ at: '/a/-', set: 'z' }],
    'a: [\n  x, # one\n  y, # two\n  z\n]\n'
  ],
  ['append behind a trailing comma', 'a: [\n  x,\n]\n', [{ at: '/a/-', set: 'z' }], 'a: [\n  x,\n  z,\n]\n'],
  [
    'a new entry in braces',
    'a: { b: 1 }\n',
    [{ at: '/a/c', set: ['x', { y: 'p, q' }] }],
    "a: { b: 1, c: [x, { y: 'p, q' }] }\n"
  ],
  ['all entries of braces replaced', 'a: { b: 1 }\n', [{ at: '/a', set: { c: 'd' } }], 'a: { c: d }\n'],
  ['a text in braces', 'a: { b: x, c: y }\n', [{ at: '/a/b', set: 'p, q' }], "a: { b: 'p, q', c: y }\n"],
  [
    'a key alone in braces',
    'a: {b, c: }\n',
    [
      { at: '/a/b', set: 1 },
      { at: '/a/c', set: 2 }
    ],
    'a: {b: 1, c: 2}\n'
  ],
  [
    'an item put before others',
    'a:\n  # one\n  - x\n  - y\n',
    [{ at: '/a', set: ['w', 'x', 'y'] }],
    'a:\n  - w\n  # one\n  - x\n  - y\n'
  ],
  [
    'a list by its differences',
    'a:\n  # one\n  - x # 1\n  # two\n  - y # 2\n  # three\n  - z # 3\n',
    [{ at: '/a', set: ['x', 'z', 'q'] }],
    'a:\n  # one\n  - x # 1\n  # three\n  - z # 3\n  - q\n'
  ],
  [
    'an item replaced in place',
    'a:\n  - x # 1\n  - y # 2\n',
    [{ at: '/a', set: ['x', 'q'] }],
    'a:\n  - x # 1\n  - q # 2\n'
  ],
  [
    'brackets by their differences',
    'a: [ u, v, w, x ]\n',
    [{ at: '/a', set: ['v', 'k', 'x', 'y'] }],
    'a: [ v, k, x, y ]\n'
  ],
  [
    'the first of a nested list',
    '- - a # 1\n  - b # 2\n- c\n',
    [{ at: '/0', set: ['q', 'a', 'b'] }],
    '- - q\n  - a # 1\n  - b # 2\n- c\n'
  ],
  [
    'a map by its differences',
    'm:\n  # a\n  a: 1 # A\n  # b\n  b: 2 # B\n  # c\n  c: 3 # C\n',
    [{ at: '/m', set: { c: 4, d: 5, a: 1 } }],
    'm:\n  # a\n  a: 1 # A\n  # c\n  c: 4 # C\n  d: 5\n'
  ],
  [
    'a block before blanks that it would swallow',
    'a: x # c\n     \nb: 1\n',
    [{ at: '/a', block: 'x\ny' }],
    'a: "x\\ny" # c\n     \nb: 1\n'
  ]
];
