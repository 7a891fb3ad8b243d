/** Markdown as data: what is known becomes structure, everything else stays the text it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/lib/workbench/markdown.ts';
import type { Block, Inline } from '../../src/lib/workbench/markdown.ts';

const RUNS = 300;

/** A short notation: `<b>`, `<i>`, `<c>`, `<a href>` around parts; `p(…)`, `h2(…)`, `ul(…|…)`, `ol3(…)`, `q(…)`. */
function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'code') return `<c>${part.text}</>`;
      if (part.kind === 'link') return `<a ${part.href}>${inline(part.parts)}</>`;
      return `<${part.kind === 'strong' ? 'b' : 'i'}>${inline(part.parts)}</>`;
    })
    .join('');
}

function notation(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `p(${inline(block.text)})`;
      if (block.kind === 'heading') return `h${block.level}(${inline(block.text)})`;
      if (block.kind === 'quote') return `q(${notation(block.blocks)})`;
      const items = block.items.map(inline).join('|');
      return block.kind === 'bullets' ? `ul(${items})` : `ol${block.start}(${items})`;
    })
    .join(' ');
}

/** Labels, then where they lead: a link's letters in the order of its source. */
function words(blocks: readonly Block[]): string {
  const ofInline = (part: Inline): string => {
    if ('text' in part) return part.text;
    return part.parts.map(ofInline).join('') + (part.kind === 'link' ? part.href : '');
  };
  const ofBlock = (block: Block): string => {
    if (block.kind === 'quote') return words(block.blocks);
    return ('items' in block ? block.items.flat() : block.text).map(ofInline).join('');
  };
  return blocks.map(ofBlock).join('');
}

test.each([
  ['', ''],
  [' \n\t\n', ''],
  ['one\ntwo\n\nthree', 'p(one two) p(three)'],
  ['one\r\ntwo\r\rthree', 'p(one two) p(three)'],
  ['# One\ntext\n### Three', 'h1(One) p(text) h3(Three)'],
  ['#no\n####### no', 'p(#no ####### no)'],
  ['- a\n- b\n  more\n\n- c\n\nafter', 'ul(a|b more|c) p(after)'],
  ['* a\n+ b', 'ul(a|b)'],
  ['3. a\n4) b', 'ol3(a|b)'],
  ['- a\n1. b', 'ul(a) ol1(b)'],
  ['text\n- a', 'p(text) ul(a)'],
  ['since\n2019. Then', 'p(since 2019. Then)'],
  ['text:\n1. a', 'p(text:) ol1(a)'],
  ['> said\n> twice\n>\n> - a\nafter', 'q(p(said twice) ul(a)) p(after)'],
  ['> > deep', 'q(p(> deep))'],
  ['-no\n1.no', 'p(-no 1.no)']
])('blocks of %j', (text, expected) => {
  expect(notation(parseMarkdown(text))).toBe(expected);
});

test.each([
  ['a **b** c', 'a <b>b</> c'],
  ['a *b* c', 'a <i>b</> c'],
  ['**a *b* c**', '<b>a <i>b</> c</>'],
  ['*a **b** c*', '<i>a <b>b</> c</>'],
  ['`s3:*` and `**`', '<c>s3:*</> and <c>**</>'],
  ['**`a`**', '<b><c>a</></>'],
  ['**over\ntwo lines**', '<b>over two lines</>'],
  ['s3:* and ec2:* alike', 's3:* and ec2:* alike'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  [String.raw`\*not\* \`so\` C:\dir`, '*not* `so` C:\\dir'],
  ['snake_case_name', 'snake_case_name'],
  ['[docs](https://docs.aws.amazon.com/IAM/?a=b#c)', '<a https://docs.aws.amazon.com/IAM/?a=b#c>docs</>'],
  ['**[a *b*](../s/two)**', '<b><a ../s/two>a <i>b</></></>']
])('inline parts of %j', (text, expected) => {
  expect(notation(parseMarkdown(text))).toBe(`p(${expected})`);
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert)',
  '[x](data:text/html,boo)',
  '[x](http://example.com)',
  '[x](//example.com)',
  String.raw`[x](/\example.com)`,
  String.raw`[x](https:\\example.com)`,
  '[x](java\tscript:alert)',
  '[x](javascript&colon;alert)',
  '[x](<https://a>)',
  '[x]()',
  '[](a)',
  '[x](a b)',
  '**never closed',
  'never opened **',
  '*',
  '`tick',
  '***three***',
  '[[[(((',
  '** ** * *'
])('%j stays the text it is', (text) => {
  expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', text: [{ kind: 'text', text }] }]);
});

test.each([
  ['*a **b* c**', '<i>a **b</> c**'],
  ['**a *b** c*', '<b>a *b</> c*'],
  ['**a `b** c`', '**a <c>b** c</>'],
  ['`a` `b', '<c>a</> `b'],
  ['[a](b', '[a](b'],
  ['[a [b](c)', '[a <a c>b</>']
])('what is half open in %j is text', (text, expected) => {
  expect(notation(parseMarkdown(text))).toBe(`p(${expected})`);
});

test.each(['*', '* a', '**a', '*a ', '[', '[a](', '`', '`` ', '> ', '- ', '\\', '#', '1. ', ' ', '*a**b'])(
  '100 kB of %j are read in one go',
  (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const letters = (from: string) => from.replace(/[^a-z]/g, '').length;
    expect(letters(words(parseMarkdown(text)))).toBe(letters(text));
  }
);

const PIECES = [
  '*',
  '**',
  '`',
  '[',
  '](',
  ')',
  'https://',
  ' ',
  '\n',
  '\n\n',
  '# ',
  '- ',
  '1. ',
  '> ',
  '\\',
  'a',
  'é'
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' })))
  .map((p) => p.join(''));

test('no letter is lost, added or moved', () => {
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
  fc.assert(
    fc.property(markdown, (text) => {
      expect(letters(words(parseMarkdown(text)))).toBe(letters(text));
    }),
    { numRuns: RUNS, seed: 11 }
  );
});

test('every link is https or stays on the site', () => {
  const links = (parts: readonly Inline[]): string[] =>
    parts.flatMap((part) => ('parts' in part ? [...links(part.parts), 'href' in part ? part.href : ''] : []));
  const href = fc.oneof(fc.webUrl(), fc.stringMatching(/^[a-z:/\\.&;#?@-]{1,12}$/));
  fc.assert(
    fc.property(href, (url) => {
      const [block] = parseMarkdown(`[x](${url})`);
      const found = block?.kind === 'paragraph' ? links(block.text).filter((link) => link !== '') : [];
      for (const link of found) {
        const { protocol, host } = new URL(link, 'https://here.example/s/');
        expect(protocol).toBe('https:');
        if (!/^https:/i.test(link)) expect(host).toBe('here.example');
      }
    }),
    { numRuns: 100, seed: 12 }
  );
});
