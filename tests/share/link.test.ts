/** A link gives back what was put in, and says what is wrong with everything else. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64Url } from '../../src/lib/share/base64.ts';
import { checksum } from '../../src/lib/share/checksum.ts';
import { deflate } from '../../src/lib/share/deflate.ts';
import { fromPayload, LONG_LINK, toPayload, type Shared } from '../../src/lib/share/link.ts';
import { MAX_JSON } from '../../src/lib/source/limits.ts';
import { renderDiagnostic } from '../../src/lib/source/render.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const SHIPPED = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

const shared = (rest: Partial<Shared> = {}): Shared => ({
  name: 'tiny',
  base: null,
  text: 'bouncer: 1\n',
  isJson: false,
  drafts: new Map(),
  ...rest
});

/** The code of the one problem; `ok` for none. */
async function codeOf(payload: string): Promise<string> {
  const { value, diagnostics } = await fromPayload(payload);
  expect(diagnostics.length).toBe(value === null ? 1 : 0);
  for (const problem of diagnostics) {
    expect(renderDiagnostic(problem)).toContain('help: ');
    expect(problem.message).not.toMatch(/\.$|^[A-Z]/);
  }
  return diagnostics[0]?.code ?? 'ok';
}

/** A payload whose checksum holds, around any bytes at all. */
const sealed = (bytes: Uint8Array) => {
  const data = toBase64Url(bytes);
  return `1.${data.length.toString(36)}.${checksum(`1${data}`)}.${data}`;
};
const sealedText = async (text: string) => sealed(await deflate(new TextEncoder().encode(text)));

describe('there and back', () => {
  test.each(SHIPPED)('%s', async (file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    const one = shared({ name: file.slice(0, -5), base: file.slice(0, -5), text });
    const payload = await toPayload(one);
    expect(payload).toMatch(/^[\w.-]+$/);
    expect(payload.length).toBeLessThan(LONG_LINK);
    expect(await fromPayload(payload)).toEqual({ value: one, diagnostics: [] });
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\uD800', '__proto__', '\u0000', '\uFEFFa')
  );
  const anything = fc.record({
    name: text,
    base: fc.option(text),
    text,
    isJson: fc.boolean(),
    drafts: fc
      .array(fc.tuple(fc.constantFrom('', '/a', '/__proto__', '/a~1b'), text))
      .map((all) => new Map(all))
  });

  test('any texts, lone halves of surrogate pairs and names of prototypes included', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (one) => {
        expect((await fromPayload(await toPayload(one))).value).toEqual(one);
      }),
      { numRuns: 60 }
    );
  });

  test('what a mail program adds does not matter', async () => {
    const payload = await toPayload(shared());
    const wrapped = payload.replaceAll(/.{20}/g, '$&\r\n  ');
    expect(await codeOf(wrapped)).toBe('ok');
    for (const end of ['.', ')', '>', '%20', '…', 'AAAA']) expect(await codeOf(payload + end)).toBe('ok');
  });

  test('a file of a megabyte', async () => {
    const one = shared({ text: '# é\n'.repeat(2 ** 18) });
    expect((await fromPayload(await toPayload(one))).value).toEqual(one);
  });
});

describe('what went wrong on the way', () => {
  test('every truncation is told as one, or is no link at all', async () => {
    const payload = await toPayload(shared());
    const data = payload.lastIndexOf('.') + 1;
    for (let end = 0; end < payload.length; end++) {
      expect(await codeOf(payload.slice(0, end)), payload.slice(0, end)).toBe(
        end < data ? 'share/not-a-link' : 'share/truncated'
      );
    }
  });

  test('every changed character is found', async () => {
    const payload = await toPayload(shared());
    const data = payload.lastIndexOf('.') + 1;
    for (let at = 0; at < payload.length; at++) {
      for (const char of ['A', 'z', '1', '_', '.', ' ', 'é']) {
        if (payload[at] === char) continue;
        const code = await codeOf(payload.slice(0, at) + char + payload.slice(at + 1));
        expect(code, `${at} ${char}`).toMatch(
          at < data ? /^share\/(not-a-link|newer-version|truncated|damaged)$/ : /^share\/(truncated|damaged)$/
        );
      }
    }
  });
});

describe('how much of a link is missing', () => {
  test.each([
    ['1.5.abc.AAAA', 'the end of the link is missing, one character of it'],
    ['1.255s.abc.A', 'the end of the link is missing, 99999 characters of it'],
    ['1.zzzzzz.1.A', 'the end of the link is missing']
  ])('%s: %s', async (payload, message) => {
    expect((await fromPayload(payload)).diagnostics[0]?.message).toBe(message);
  });
});

describe('what never was a link', () => {
  test.each([
    ['', 'share/not-a-link'],
    ['hello', 'share/not-a-link'],
    ['0.1.1.A', 'share/not-a-link'],
    ['1.0.0.', 'share/damaged'],
    ['2.1.1.A', 'share/newer-version'],
    ['17.zz.1.', 'share/newer-version'],
    ['1.zzzzzz.1.A', 'share/truncated'],
    [`1.1.${checksum('1A')}.A`, 'share/foreign-content'],
    ['\uD800', 'share/not-a-link']
  ])('%j is %s', async (payload, code) => {
    expect(await codeOf(payload)).toBe(code);
  });

  test.each([
    ['', 'nothing'],
    ['null', 'a literal'],
    ['[]', 'a list'],
    ['{}', 'nothing said'],
    ['{"name":"a","base":null,"text":"b","json":false,"drafts":[]', 'broken JSON'],
    ['{"name":1,"base":null,"text":"b","json":false,"drafts":[]}', 'a number as name'],
    ['{"name":"a","base":1,"text":"b","json":false,"drafts":[]}', 'a number as base'],
    ['{"name":"a","text":"b","json":false,"drafts":[]}', 'no base'],
    ['{"name":"a","base":null,"text":["b"],"json":false,"drafts":[]}', 'a list as text'],
    ['{"name":"a","base":null,"text":"b","json":"false","drafts":[]}', 'a text as flag'],
    ['{"name":"a","base":null,"text":"b","json":false,"drafts":{}}', 'a map of drafts'],
    ['{"name":"a","base":null,"text":"b","json":false,"drafts":["/a"]}', 'a draft without text'],
    ['{"name":"a","base":null,"text":"b","json":false,"drafts":[["a","b"]]}', 'a draft without pointer'],
    ['{"name":"a","name":"a","base":null,"text":"b","json":false,"drafts":[]}', 'a name twice'],
    ['{"__proto__":{"name":"a","base":null,"text":"b","json":false,"drafts":[]}}', 'a prototype'],
    [`${'['.repeat(100_000)}`, 'a deep nest'],
    [`[${'1,'.repeat(300_000)}1]`, 'very many values']
  ])('%.60s: %s', async (text) => {
    expect(await codeOf(await sealedText(text))).toBe('share/foreign-content');
  });

  test('bytes that are no text', async () => {
    expect(await codeOf(sealed(await deflate(new Uint8Array([0xff, 0xfe, 0x00]))))).toBe(
      'share/foreign-content'
    );
  });

  test('a bomb is left packed from the limit on', async () => {
    const bomb = await deflate(new Uint8Array(MAX_JSON + 1));
    expect(bomb.length * 900).toBeLessThan(MAX_JSON);
    expect(await codeOf(sealed(bomb))).toBe('share/too-large');
  });

  test('random bytes with a checksum that holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await codeOf(sealed(bytes))).toMatch(/^share\/(foreign-content|too-large)$/);
      }),
      { numRuns: 300 }
    );
  });

  test('the beginning of deflated text, nothing changed but its end missing', async () => {
    const bytes = await deflate(new TextEncoder().encode('{"name":"a"}'.repeat(20)));
    for (let end = 0; end < bytes.length; end++) {
      expect(await codeOf(sealed(bytes.subarray(0, end)))).toBe('share/foreign-content');
    }
  });

  test('any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await codeOf(text)).not.toBe('ok');
      })
    );
  });
});
