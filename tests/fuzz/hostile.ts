/** Texts that break programs, and ways to spoil a text that was sound. */
import type { Random } from '../diff/random.ts';

/** What is put into sound texts. */
export const HOSTILE: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'length',
    '$ref',
    '""',
    "''",
    '"'
  ],
  ...[
    '\ud800',
    '\udfff',
    '\u0000',
    '\\u0000',
    '\\ud800',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u2028',
    'é',
    'ß',
    'İ',
    '😀'
  ],
  ...['1e308', '-0', 'NaN', '1e999', '0x10', '9007199254740993', '000', '-1', 'null', 'true', '~', 'yes'],
  ...['${', '${}', '${*}', "${aws:username, 'x'}", '${aws:username', '${${a}}', '$', '${a,}', "${a, '"],
  ...[
    'arn:',
    'arn:aws:',
    'arn:aws:s3:::',
    ':::::',
    'arn:aws:iam::111111111111:role/',
    '*',
    '?',
    '**?*',
    '/',
    '~1',
    '~0'
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '{}',
    '[]',
    '- ',
    '? ',
    '|',
    '>',
    '%YAML 1.1',
    '---',
    '...',
    '#',
    '&a ',
    '*a',
    '<<: *a'
  ],
  ...[
    '!!js/function x',
    '!!binary x',
    '\t',
    '\r\n',
    '\n\n',
    '\\',
    '\\u',
    '/*',
    '//',
    '`',
    '<script>',
    '&lt;'
  ],
  ...[
    'ForAllValues:',
    'IfExists',
    'NullIfExists',
    'Deny',
    'NotPrincipal',
    'Version',
    '2008-10-17',
    '2012-10-17 '
  ]
];

/** Rarely: they are long. */
export const LONG: readonly string[] = [
  '*'.repeat(10_000),
  '?'.repeat(3000),
  '*a'.repeat(2000),
  '['.repeat(5000),
  '{"a":'.repeat(2000),
  '- '.repeat(2000),
  '${'.repeat(3000),
  '"a",'.repeat(3000),
  ':'.repeat(3000),
  'a'.repeat(50_000),
  '\n'.repeat(5000),
  '((((((((((' + '/'.repeat(2000)
];

/** A sound text with one to four things done to it. */
export function spoil(random: Random, text: string, other: string): string {
  let spoiled = text;
  for (let i = 1 + random.below(4); i > 0; i--) spoiled = spoilOnce(random, spoiled, other);
  return spoiled;
}

function spoilOnce(random: Random, text: string, other: string): string {
  const at = random.below(text.length + 1);
  const length = random.below(random.once(4) ? 200 : 12);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (random.below(7)) {
    case 0:
      return before + after.slice(length);
    case 1:
      return before + after.slice(0, length) + after;
    case 2:
      return before + hostile(random) + after;
    case 3:
      return before + hostile(random) + after.slice(length);
    case 4:
      return replaceWord(random, text, at);
    case 5: {
      const from = random.below(other.length + 1);
      return before + other.slice(from, from + random.below(120)) + after.slice(length);
    }
    default:
      return (
        before +
        String.fromCharCode(random.once(3) ? random.below(0x10000) : 32 + random.below(95)) +
        after.slice(1)
      );
  }
}

export function hostile(random: Random): string {
  return random.once(60) ? random.pick(LONG) : random.pick(HOSTILE);
}

/** The word at a place gives way to another, so that the text stays well-formed more often. */
function replaceWord(random: Random, text: string, at: number): string {
  const words = [...text.slice(at, at + 400).matchAll(/[\w:*-]+/g)];
  if (words.length === 0) return text;
  const { 0: word, index } = random.pick(words);
  const from = at + index;
  return text.slice(0, from) + hostile(random) + text.slice(from + word.length);
}
