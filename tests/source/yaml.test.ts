/** YAML as a tree of texts: positions, limits, aliases, and problems in our words. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, MAX_LEXEMES, MAX_YAML } from '../../src/lib/source/limits.ts';
import { parseYaml } from '../../src/lib/source/yaml.ts';
import { brief, places, plain } from './trees.ts';

const read = (text: string) => parseYaml({ name: 'a.yaml', text });
const codes = (text: string) => read(text).diagnostics.map(({ code }) => code);

describe('what is read', () => {
  test.each([
    ['a: 012345678901', [['a', '=012345678901']]],
    [
      'a: true\nb: "true"',
      [
        ['a', '=true'],
        ['b', 'true']
      ]
    ],
    [
      'a:\nb: ~',
      [
        ['a', '='],
        ['b', '=~']
      ]
    ],
    ["a: 'it''s'", [['a', "it's"]]],
    ['a: |\n  x\n   y\n', [['a', 'x\n y\n']]],
    ['a: >-\n  x\n  y\n', [['a', 'x y']]],
    ['- [b, {c: d}]', [['=b', [['c', '=d']]]]],
    ['a: !!str 5', [['a', '5']]],
    [
      '"a": {"Effect":"Deny","x":[]}',
      [
        [
          'a',
          [
            ['Effect', 'Deny'],
            ['x', []]
          ]
        ]
      ]
    ],
    ['%YAML 1.1\n---\na: yes', [['a', '=yes']]]
  ])('%j', (text, expected) => {
    const { value, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(plain(value)).toEqual(expected);
  });

  test('paths and places; a block ends where its last value does', () => {
    const { value } = read('a: 1 # one\nb:\n  - "x"  # two\n\n  - z: q\n\n# end\nc: |\n  t\n\n');
    expect(value && places(value).slice(1)).toEqual([
      ['/a', '1'],
      ['/b', '- "x"  # two\n\n  - z: q'],
      ['/b/0', '"x"'],
      ['/b/1', 'z: q'],
      ['/b/1/z', 'q'],
      ['/c', '|\n  t']
    ]);
  });
});

describe('aliases', () => {
  test('stand for their value: its ranges, their paths', () => {
    const { value, diagnostics } = read('a: &x [1, 2]\nb: *x');
    expect(diagnostics).toEqual([]);
    expect(value && places(value).slice(4)).toEqual([
      ['/b', '[1, 2]'],
      ['/b/0', '1'],
      ['/b/1', '2']
    ]);
  });

  test('mean the nearest anchor before them, also inside what is repeated', () => {
    const { value } = read('x: &a {p: &b 1, q: *b}\ny: &b 2\nz: *a\nw: *b');
    expect(plain(value)).toEqual([
      [
        'x',
        [
          ['p', '=1'],
          ['q', '=1']
        ]
      ],
      ['y', '=2'],
      [
        'z',
        [
          ['p', '=1'],
          ['q', '=1']
        ]
      ],
      ['w', '=2']
    ]);
  });

  test('that multiply are stopped', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`);
    expect(codes(`a0: &a0 [x]\n${bomb.join('\n')}`)).toEqual(['source/too-many-aliases']);
    const wide = Array.from({ length: 90 }, (_, i) => `b${i}: *a`);
    expect(codes(`a: &a [${'x,'.repeat(5000)}]\n${wide.join('\n')}`)).toEqual(['source/too-many-aliases']);
    const policy = `a: &a "${'x'.repeat(20_000)}"`;
    expect(codes(`${policy}\n${wide.join('\n')}`)).toEqual(['source/too-many-aliases']);
    expect(codes(`${policy}\n${wide.slice(0, 50).join('\n')}`)).toEqual([]);
  });

  test('more words than anybody writes', () => {
    expect(codes('\n'.repeat(MAX_LEXEMES + 1))).toEqual(['source/too-many-parts']);
  });
});

describe('what is refused, and where', () => {
  test.each([
    ['a: [1, 2\nb: c', 'source/syntax', '['],
    ['a: {b: [c}', 'source/syntax', '['],
    ['a: {b: c', 'source/syntax', '{'],
    ['a: "x', 'source/syntax', '"'],
    ["a: 'x\nb: c", 'source/syntax', "'"],
    ['a: b: c', 'source/syntax', 'b'],
    ['a:\n\t- b', 'source/syntax', '\t'],
    ['a: @x', 'source/syntax', '@'],
    ['a: "\\d"', 'source/syntax', '\\d'],
    ['- a\nb', 'source/syntax', 'b'],
    [']', 'source/syntax', ']'],
    ['a: b\na: c', 'source/duplicate-key', 'a'],
    ['a: &x [*x]', 'source/cyclic-alias', '*x'],
    ['a: *q', 'source/unknown-alias', '*q'],
    ['<<: {a: b}', 'source/merge-key', '<<'],
    ['%YAML 1.1\n---\n<<: a', 'source/merge-key', '<<'],
    ['a: !Sub x', 'source/unsupported-tag', 'x'],
    ['? [a]\n: b', 'source/key-not-text', '[a]'],
    ['a: b\n---\nc: d', 'source/several-documents', '---'],
    ['# only', 'source/empty', '# only'],
    ['', 'source/empty', '']
  ])('%j: %s at %j', (text, code, underlined) => {
    expect(read(text).diagnostics.map(brief)).toEqual([`${code} «${underlined}»`]);
  });

  test.each(['[', '- ', '{a: ', '? '])('more than the depth allows: %j', (open) => {
    expect(codes(open.repeat(200_000))).toEqual(['source/too-deep']);
  });

  test('the depth that is allowed', () => {
    expect(codes('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))).toEqual([]);
    expect(codes('['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1))).toEqual(['source/too-deep']);
  });

  test('more than 2 MB', () => {
    expect(codes('a'.repeat(MAX_YAML + 1))).toEqual(['source/too-large']);
  });

  test('of a text of nothing but errors, the first', () => {
    expect(codes(']'.repeat(300_000))).toEqual(['source/syntax']);
    expect(codes('{,'.repeat(30))).toEqual(['source/syntax']);
  });
});

test('never throws; every place lies in the text', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '&x ',
      '*x',
      '<<',
      '|',
      '>',
      '#',
      '!!str '
    ],
    ...['\t', '---', '%YAML', '? ', '\\', '\r\n', '\u{1F600}', '@', '`', '0', '\u0085']
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' })
  );
  fc.assert(
    fc.property(text, (source) => {
      const { value, diagnostics } = read(source);
      expect(value !== null || diagnostics.length > 0).toBe(true);
      for (const { range } of [...diagnostics, ...(value ? [value] : [])]) {
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeGreaterThanOrEqual(range.from);
        expect(range.to).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 2000 }
  );
});
