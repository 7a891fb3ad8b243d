/** Any file to a tree: the format by its name, and what is no text at all. */
import { describe, expect, test } from 'vitest';
import { parseEmbeddedJson } from '../../src/lib/source/embedded.ts';
import { readTree } from '../../src/lib/source/read.ts';
import { nearest } from '../../src/lib/source/suggest.ts';
import { lineColumn } from '../../src/lib/source/text.ts';
import { find, type TreeText } from '../../src/lib/source/tree.ts';
import { brief, places, plain } from './trees.ts';

describe('readTree', () => {
  test.each([
    ['a.json', '{"a": 1}', [], [['a', '=1']]],
    ['a.JSON', '{"a": 1,}', ['source/syntax «,»'], null],
    ['a.yaml', '{"a": 1,}', [], [['a', '=1']]],
    ['pasted', 'a: 1', [], [['a', '=1']]],
    ['a.json', '\u{FEFF}{"a": 1}', ['source/byte-order-mark «\u{FEFF}»'], [['a', '=1']]],
    ['a.yaml', '\u{FEFF}a: 1', ['source/byte-order-mark «\u{FEFF}»'], [['a', '=1']]],
    ['a.yaml', '', ['source/empty «»'], null],
    ['a.json', '', ['source/empty «»'], null],
    ['a.yaml', 'a\0b', ['source/not-text «\0»'], null],
    ['a.yaml', '\u{FFFD}PNG\r\n\u001A\n\u0001\u0002\u0003', ['source/not-text «\u{FFFD}»'], null],
    ['a.yaml', 'a: "one \u{FFFD} in a long enough text"', [], [['a', 'one \u{FFFD} in a long enough text']]]
  ])('%s %j', (name, text, problems, expected) => {
    const { value, diagnostics } = readTree({ name, text });
    expect(diagnostics.map(brief)).toEqual(problems);
    expect(plain(value)).toEqual(expected);
  });
});

describe('JSON in a scalar', () => {
  const scalar = (text: string): TreeText => {
    const { value } = readTree({ name: 'a.yaml', text });
    const tree = value?.kind === 'map' ? find(value, 'trust')?.value : null;
    if (tree?.kind !== 'text') throw new Error('no scalar');
    return tree;
  };

  test.each([
    ['a block', 'x: 1\ntrust: |\n    {\n      "a": [1,\n\n    2]\n    }\n\ny: 2\n'],
    ['a block with an indentation indicator', 'trust: |2-\n      {\n      "a": [1,\n\n      2]\n  }\n'],
    ['a block with CRLF', 'trust: |\r\n  {\r\n  "a": [1,\r\n  2]\r\n  }\r\n'],
    ['single quotes', `trust: '{"a": [1, 2]}'`],
    ['double quotes', `trust: "{\\"a\\": [1,\\n2]}"`]
  ])('%s: places are those in the file, paths go on', (_name, text) => {
    const { value, diagnostics } = parseEmbeddedJson(scalar(text));
    expect(diagnostics).toEqual([]);
    expect(plain(value)).toEqual([['a', ['=1', '=2']]]);
    expect(value && places(value).slice(2)).toEqual([
      ['/trust/a/0', '1'],
      ['/trust/a/1', '2']
    ]);
    expect(value && places(value)[0]?.[1]).toMatch(/^\{[^]*\}$/);
  });

  test('a folded block gives its own range for everything', () => {
    const { value } = parseEmbeddedJson(scalar('trust: >\n  {"a":\n  1}\n'));
    expect(value && places(value).map(([, text]) => text)).toEqual(['>\n  {"a":\n  1}', '>\n  {"a":\n  1}']);
  });

  test.each([
    ['trust: |\n  {\n    "a": 1,\n  }\n', ',', 3],
    ['trust: |\n  {\n    "a": 1\n', '', 4],
    [`trust: '{"a": nope}'`, 'nope', 1]
  ])('%j: what is wrong at %j of line %i', (text, underlined, line) => {
    const [problem] = parseEmbeddedJson(scalar(text)).diagnostics;
    expect(problem && brief(problem)).toBe(`source/syntax «${underlined}»`);
    expect(problem && lineColumn(problem.range.source, problem.range.from).line).toBeLessThanOrEqual(line);
    expect(problem?.path.startsWith('/trust')).toBe(true);
  });
});

describe('nearest', () => {
  const names = ['Action', 'NotAction', 'Resource', 'Effect', 'StringEquals', 'StringEqualsIgnoreCase'];
  test.each([
    ['action', 'Action'],
    ['Actions', 'Action'],
    ['Acton', 'Action'],
    ['Atcion', 'Action'],
    ['Resorces', 'Resource'],
    ['stringequals', 'StringEquals'],
    ['StringEqualIgnoreCase', 'StringEqualsIgnoreCase'],
    ['Principal', null],
    ['x', null],
    ['', null],
    ['a'.repeat(10_000), null]
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, names)).toBe(expected);
  });
});
