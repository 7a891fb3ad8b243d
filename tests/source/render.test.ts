/** Problems as text: line, caret, and nothing that could harm a terminal. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { legible, renderDiagnostic, renderDiagnostics } from '../../src/lib/source/render.ts';

function at(text: string, from: number, to: number, message = 'wrong'): Diagnostic {
  const range = { source: { name: 'p.json', text }, from, to };
  return { code: 'x/y', severity: 'error', message, range, path: '' };
}

/** The text that the carets stand under. */
function underlined(rendered: string): string {
  const [, line = '', carets = ''] = rendered.split('\n');
  expect(carets).toMatch(/^ *\^+$/);
  return line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

test('place, message, code, line, carets, help', () => {
  const text = '{\n  "Statement": { "Effect": "allow", "Action": "*" }\n}';
  const from = text.indexOf('"allow"');
  const diagnostic = { ...at(text, from, from + 7, 'invalid effect `allow`'), help: 'use `Allow`' };
  expect(renderDiagnostic(diagnostic)).toBe(
    [
      'p.json:2:28: error: invalid effect `allow` [x/y]',
      '    "Statement": { "Effect": "allow", "Action": "*" }',
      '                             ^^^^^^^',
      '  help: use `Allow`'
    ].join('\n')
  );
});

test.each([
  ['an empty range has one caret', 'abc', 1, 1, 'b'],
  ['at the end of a line behind it', 'abc\ndef', 3, 3, ''],
  ['at the end of the text too', 'abc', 3, 3, ''],
  ['several lines are underlined to the end of the first', 'ab\ncd', 1, 5, 'b'],
  ['a tab is four columns', '\tab', 1, 2, 'a'],
  ['controls are shown, never sent', 'a\u001Bb', 1, 2, '\u241B'],
  ['marks of direction too', 'a\u202Eb', 1, 2, '<U+202E>']
])('%s', (_name, text, from, to, expected) => {
  expect(underlined(renderDiagnostic(at(text, from, to)))).toBe(expected);
});

test('wide characters take two columns', () => {
  const [, line, carets] = renderDiagnostic(at('日本x', 2, 3)).split('\n');
  expect([line, carets]).toEqual(['  日本x', '      ^']);
});

test.each([0, 5, 150, 5000, 19_990])('a long line is cut around the place %i', (from) => {
  const text = 'x'.repeat(from) + 'HERE' + 'y'.repeat(20_000 - from);
  const rendered = renderDiagnostic(at(text, from, from + 4));
  expect(underlined(rendered)).toBe('HERE');
  for (const line of rendered.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(104);
});

test('nothing of the user reaches the terminal unseen', () => {
  const rendered = renderDiagnostic({ ...at('a', 0, 1, 'key `\u001B[31m\n`'), help: '\u0007' });
  // eslint-disable-next-line no-control-regex -- they are what must not be there
  expect(rendered.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F]/);
  expect(rendered.split('\n')).toHaveLength(4);
});

test('an empty line is not shown; problems stand a blank line apart', () => {
  const one = at('', 0, 0);
  expect(renderDiagnostics([one, one])).toBe(
    'p.json:1:1: error: wrong [x/y]\n\np.json:1:1: error: wrong [x/y]'
  );
});

test.each([
  ['a\u202eb', 'a<U+202E>b'],
  ['\u2067x\u2069', '<U+2067>x<U+2069>'],
  ['one\u2028two\nthree', 'one<U+2028>two␊three'],
  ['half \ud800', 'half <U+D800>'],
  ['a\tb', 'a\tb'],
  ['👩‍👩‍👧 \u05e9\u200f', '👩‍👩‍👧 \u05e9\u200f']
])('a name in a sentence turns no direction and breaks no line, but keeps its letters: %j', (name, shown) => {
  expect(legible(name)).toBe(shown);
});
