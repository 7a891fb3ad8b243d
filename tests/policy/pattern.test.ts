/** Patterns against texts: a table, an oracle, and the bound on the work. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesGlob, matchesPattern, toGlob, toParts, type Glob } from '../../src/lib/policy/pattern.ts';

describe('toParts', () => {
  test.each([
    ['', []],
    ['a*b?', [lit('a'), { kind: 'anyRun' }, lit('b'), { kind: 'anyOne' }]],
    ['${aws:username}', [variable('aws:username')]],
    ['a/${aws:username}/b', [lit('a/'), variable('aws:username'), lit('/b')]],
    ["${aws:username, 'none'}", [variable('aws:username', 'none')]],
    ["${aws:username, ''}", [variable('aws:username', '')]],
    ['${aws:username, none}', [variable('aws:username, none')]],
    ['a${*}b${?}${$}', [lit('a*b?$')]],
    ['$', [lit('$')]],
    ['${a', [lit('${a')]],
    ['$a}', [lit('$a}')]]
  ])('%s (VAR-05, VAR-06, VAR-15)', (text, parts) => {
    expect(toParts(text, true)).toEqual(parts);
  });

  test('without variables `${` is text, and its wildcards are wildcards (VAR-02)', () => {
    expect(toParts('${*}', false)).toEqual([lit('${'), { kind: 'anyRun' }, lit('}')]);
  });

  function lit(text: string) {
    return { kind: 'literal', text };
  }

  function variable(key: string, fallback: string | null = null) {
    return { kind: 'variable', key, fallback };
  }
});

describe('matching', () => {
  test('a variable that was not replaced matches nothing', () => {
    expect(matchesPattern(toParts('${aws:username}', true), '')).toBe(false);
  });

  test('is what a regular expression would say', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '/', ':', '\n', '.', '日', '\u{1F600}'),
      maxLength: 12
    });
    const pattern = fc.string({
      unit: fc.constantFrom('a', 'b', '/', ':', '.', '日', '\u{1F600}', '*', '?'),
      maxLength: 8
    });
    fc.assert(
      fc.property(pattern, text, (written, actual) => {
        const escaped = written.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
        const source = escaped.replaceAll(String.raw`\*`, '[^]*').replaceAll(String.raw`\?`, '[^]');
        const expected = new RegExp(`^${source}$`, 'u').test(actual);
        expect(matchesPattern(toParts(written, false), actual)).toBe(expected);
      }),
      { numRuns: 3000 }
    );
  });

  test.each([
    ['many stars', 'a*'.repeat(1000) + 'b', 'a'.repeat(2000)],
    ['one star and a long tail', `*${'a'.repeat(1000)}b`, 'a'.repeat(2000)],
    ['stars and questions', '*?'.repeat(1000) + 'b', 'a'.repeat(2000)]
  ])('2 kB against 2 kB, %s: looks at most O(pattern × text) times', (_name, written, actual) => {
    const glob = toGlob(toParts(written, false));
    if (!glob) throw new Error('no glob');
    let looks = 0;
    const symbols = new Proxy(glob.symbols, {
      get: (target, key) => {
        looks++;
        return Reflect.get(target, key) as unknown;
      }
    });
    const counted: Glob = { ...glob, symbols };
    expect(matchesGlob(counted, actual)).toBe(false);
    expect(looks).toBeLessThanOrEqual(2 * glob.symbols.length * actual.length);
  });
});
