/** Before the highlighter is here strings are told apart as it will: else lines would end elsewhere once it comes. */
import { expect, test } from 'vitest';
import { loadHighlighter, plain } from '../../src/lib/components/prism.ts';

const TEXTS = [
  ['a policy', '{"Version": "2012-10-17",\n "Statement": [{"Resource" : "arn:aws:s3:::a/*"}]}'],
  ['escapes', String.raw`{"a\"b": "c\\", "d": "\\\"", "e": ["", " : "]}`],
  ['numbers and words', '{"n": [1, -2.5e3], "t": true, "z": null}'],
  ['a string that does not end', '{"a": "b\n, "c": "d"}'],
  ['no JSON', 'Effect: Allow'],
  ['nothing', '']
] as const;

test.each(TEXTS)('%s', async (_, text) => {
  const highlight = await loadHighlighter();
  const strings = (tokens: ReturnType<typeof plain>) =>
    tokens.filter(({ kind }) => ['string', 'property'].includes(kind));
  expect(strings(plain(text))).toEqual(strings(highlight(text)));
  expect(
    plain(text)
      .map((token) => token.text)
      .join('')
  ).toBe(text);
});
