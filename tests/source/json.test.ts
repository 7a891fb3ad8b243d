/** Strict JSON with positions: what is read, and what is said of what is not. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/lib/source/json.ts';
import { MAX_DEPTH, MAX_JSON, MAX_VALUES } from '../../src/lib/source/limits.ts';
import type { Tree } from '../../src/lib/source/tree.ts';
import { brief, places, plain } from './trees.ts';

const read = (text: string) => parseJson({ name: 'a.json', text });

/** What JSON.parse would give. */
function toValue(tree: Tree): unknown {
  switch (tree.kind) {
    case 'text':
      return tree.quoted ? tree.text : JSON.parse(tree.text);
    case 'list':
      return tree.items.map(toValue);
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, toValue(value)]));
  }
}

describe('what is read', () => {
  test('values, their paths and their places', () => {
    const { value, diagnostics } = read('{"a": [1, true, "x\\u0041\\n"], "b/~": {}}');
    expect(diagnostics).toEqual([]);
    expect(value && places(value)).toEqual([
      ['', '{"a": [1, true, "x\\u0041\\n"], "b/~": {}}'],
      ['/a', '[1, true, "x\\u0041\\n"]'],
      ['/a/0', '1'],
      ['/a/1', 'true'],
      ['/a/2', '"x\\u0041\\n"'],
      ['/b~1~0', '{}']
    ]);
    expect(plain(value)).toEqual([
      ['a', ['=1', '=true', 'xA\n']],
      ['b/~', []]
    ]);
  });

  test('a part of a text', () => {
    const { value } = parseJson({ name: 'a', text: 'see [1] there' }, { from: 4, to: 7 });
    expect(value && places(value)).toEqual([
      ['', '[1]'],
      ['/0', '1']
    ]);
  });

  test('of a duplicate key the first entry stays', () => {
    const { value, diagnostics } = read('{"a": 1, "a": 2, "a": 3}');
    expect(plain(value)).toEqual([['a', '=1']]);
    expect(diagnostics.map(brief)).toEqual(['source/duplicate-key «"a"»', 'source/duplicate-key «"a"»']);
  });
});

describe('what is refused, and where', () => {
  test.each([
    ['[1,]', ',', 'a comma stands before'],
    ['{"a": 1,}', ',', 'a comma stands before'],
    ['[1, // one\n2]', '// one', 'no comments'],
    ['[1 /* one */]', '/* one */', 'no comments'],
    ['{} # done', '# done', 'no comments'],
    ["{'a': 1}", "'", 'straight double quotes'],
    ['[“a”]', '“', 'straight double quotes'],
    ['{a: 1}', 'a', 'write `"a"`'],
    ['{"a": 1 "b": 2}', '"b"', 'a comma is missing'],
    ['[1 2]', '2', 'a comma is missing'],
    ['{"a" 1}', '1', 'expected `:`'],
    ['{"a"', '', 'ends where `:` should stand'],
    ['{"a": ', '', 'ends where a value should stand'],
    ['{"Statement": [{', '', 'the `{` of line 1 is never closed'],
    ['[\n1', '', 'the `[` of line 1 is never closed'],
    ['{"a": [1}', '}', 'found `}` where `]` should stand'],
    ['"abc', '"abc', 'not closed on its line'],
    ['["a\nb"]', '"a', 'not closed on its line'],
    ['"\\d"', '\\d', 'not an escape'],
    ['"\\u12"', '\\u', 'four hexadecimal digits'],
    ['"a\tb"', '\t', 'write `\\t`'],
    ['1 2', '2', 'ended before this'],
    ['{} }', '}', 'ended before this'],
    ['{"a": True}', 'True', 'write `true`'],
    ['{"a": None}', 'None', 'write `null`'],
    ['{"a": yes}', 'yes', 'put text in double quotes'],
    ['01', '01', 'not a number'],
    ['+1', '+1', 'not a number'],
    ['.5', '.5', 'not a number'],
    ['[1.]', '1.', 'not a number'],
    ['{"a":}', '}', 'a value is missing'],
    ['{,}', ',', 'a key is missing'],
    ['[\u00a01]', '\u00a0', 'U+00A0'],
    ['[1;2]', ';', 'expected `,` or `]`']
  ])('%j at %j: %s', (text, underlined, words) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeNull();
    expect(diagnostics.map(brief)).toEqual([`source/syntax «${underlined}»`]);
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.help ?? ''}`).toContain(words);
  });

  test.each(['', ' \n\t'])('nothing at all: %j', (text) => {
    expect(read(text).diagnostics.map(({ code }) => code)).toEqual(['source/empty']);
  });

  test('more than the depth allows, in a text that would overflow the stack', () => {
    expect(read('['.repeat(200_000)).diagnostics.map(({ code }) => code)).toEqual(['source/too-deep']);
    expect(read('{"a":'.repeat(MAX_DEPTH + 1)).diagnostics.map(({ code }) => code)).toEqual([
      'source/too-deep'
    ]);
    expect(read('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH)).diagnostics).toEqual([]);
  });

  test('more values than anybody writes', () => {
    expect(read(`[${'1,'.repeat(MAX_VALUES)}1]`).diagnostics.map(({ code }) => code)).toEqual([
      'source/too-many-parts'
    ]);
  });

  test('more than 20 MB', () => {
    expect(read(' '.repeat(MAX_JSON + 1)).diagnostics.map(({ code }) => code)).toEqual(['source/too-large']);
  });
});

describe('laws', () => {
  test('accepts what JSON.parse accepts, with the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const { value, diagnostics } = read(text);
        expect(diagnostics).toEqual([]);
        expect(value && toValue(value)).toEqual(JSON.parse(text));
      })
    );
  });

  test('refuses what JSON.parse refuses, wherever a text is broken; never throws', () => {
    const broken = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 })
      )
      .map(([text, at, char]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + char + text.slice(place);
      });
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary' })), (text) => {
        const { value, diagnostics } = read(text);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const syntax = diagnostics.filter(({ code }) => code !== 'source/duplicate-key');
        expect(syntax.length === 0).toBe(isJson);
        expect(value !== null).toBe(isJson);
        for (const { range } of diagnostics) {
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.to).toBeGreaterThanOrEqual(range.from);
          expect(range.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 }
    );
  });
});
