/** Where a long name may end its line: after the parts of an ARN, never inside of one. */
import { expect, test } from 'vitest';
import { isWhole, toParts } from '../../src/lib/workbench/breaks.ts';
import { toLines } from '../../src/lib/workbench/lines.ts';

test.each([
  ['arn:aws:iam::111111111111:role/jenkins', ['arn:', 'aws:', 'iam::', '111111111111:', 'role/', 'jenkins']],
  ['arn:aws:s3:::web/*', ['arn:', 'aws:', 's3:::', 'web/', '*']],
  ['ecs:UpdateService', ['ecs:UpdateService']],
  ['on "arn:aws:sns:x:1:t".', ['on ', '"arn:', 'aws:', 'sns:', 'x:', '1:', 't".']],
  ['Denied: no Deny matches', ['Denied: no Deny matches']],
  ['"arn:aws:s3:::web/"', ['"arn:', 'aws:', 's3:::', 'web/"']],
  ['', []]
])('%s', (text, parts) => {
  expect(toParts(text)).toEqual(parts);
  expect(toParts(text).join('')).toBe(text);
});

test('short parts stay whole, even at a hyphen; long ones and sentences need not', () => {
  expect(isWhole('us-east-1:')).toBe(true);
  expect(isWhole('a'.repeat(27))).toBe(false);
  expect(isWhole('two words')).toBe(false);
});

test('strings of a JSON text are cut there, and every piece knows its offset', () => {
  const text = '"arn:aws:s3:::web"';
  const [line] = toLines([{ text, kind: 'string' }], []);
  const pieces = line?.runs.flatMap(({ pieces: each }) => each) ?? [];
  expect(pieces.map((piece) => piece.text)).toEqual(['"arn:', 'aws:', 's3:::', 'web"']);
  for (const piece of pieces) expect(text.slice(piece.from)).toMatch(new RegExp(`^${piece.text}`));
});
