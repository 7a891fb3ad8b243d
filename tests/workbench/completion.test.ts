/** Completion of whatever a text may hold: it never throws, and answers about the text it was given. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completePolicy, completeScenario } from '../../src/lib/workbench/completion.ts';
import { words } from './completion-ask.ts';

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '  ',
  '- ',
  '#',
  '|',
  '&a ',
  '*',
  'Statement',
  'Condition',
  'accounts',
  'requests',
  '__proto__',
  '\u0000',
  '😀'
];

test('any text and any place give a list inside the text, or nothing', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''))
  );
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: -2, max: 200 }),
      fc.constantFrom(completePolicy, completeScenario),
      (text, at, complete) => {
        const list = complete(text, at, words);
        if (!list) return;
        expect(list.from).toBeLessThanOrEqual(at);
        expect(list.to).toBeGreaterThanOrEqual(at);
        expect(list.from).toBeGreaterThanOrEqual(0);
        expect(list.to).toBeLessThanOrEqual(text.length);
      }
    ),
    { numRuns: 2000 }
  );
});

test.each([
  ['brackets', '['.repeat(200_000)],
  ['dashes', '- '.repeat(100_000)],
  ['keys in keys', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['one long text', `{"a": "${'\\"'.repeat(200_000)}`]
])('neither depth nor length hurts: %s', (_what, text) => {
  expect(() => completePolicy(text, text.length, words)).not.toThrow();
  expect(() => completeScenario(text, text.length, words)).not.toThrow();
});
