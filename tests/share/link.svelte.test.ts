/** The streams of a real browser pack and unpack as those of a terminal do, and leave no promise unheard. */
import { expect, test } from 'vitest';
import { toBase64Url } from '../../src/lib/share/base64.ts';
import { deflate, inflate } from '../../src/lib/share/deflate.ts';
import { fromPayload, toPayload } from '../../src/lib/share/link.ts';

/** What the terminal's streams made of this scenario. */
const MADE_ELSEWHERE =
  '1.2n.1psj4bq.BcExCoAwDAXQq8ifs7jmKuqQagqWmkKTgiLe3fdemFwKRpz2gJDEFWyjVkLoHWCkNmzXztO8GgjFm4GzVFfC0SWHg5ft-wE';

const shared = {
  name: 'tiny',
  base: null,
  text: 'bouncer: 1\n',
  isJson: false,
  drafts: new Map([['/a', '{ "é\uD800']])
};

test('there and back', async () => {
  expect(await fromPayload(await toPayload(shared))).toEqual({ value: shared, diagnostics: [] });
});

test('a link made elsewhere', async () => {
  const value = { ...shared, drafts: new Map<string, string>() };
  expect(await fromPayload(MADE_ELSEWHERE)).toEqual({ value, diagnostics: [] });
});

test('every beginning of packed bytes is broken, anything behind their end too, and a bomb is left packed', async () => {
  const bytes = new Uint8Array(await deflate(new TextEncoder().encode('bouncer '.repeat(30))));
  for (let end = 0; end < bytes.length; end++)
    expect(await inflate(bytes.slice(0, end), 1000)).toBe('broken');
  expect(await inflate(new Uint8Array([...bytes, 1, 2, 3]), 1000)).toBe('broken');
  const bomb = new Uint8Array(await deflate(new Uint8Array(2 ** 20)));
  expect(await inflate(bomb, 2 ** 19)).toBe('too-large');
  expect(toBase64Url(bomb).length).toBeLessThan(2000);
});
