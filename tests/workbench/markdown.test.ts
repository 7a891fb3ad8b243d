/** Markdown as data: CommonMark becomes structure, what could do harm stays the text it was, and time is bounded. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/lib/workbench/markdown.ts';
import { depthOf, hrefsIn, notation, words } from './markdown-notation.ts';

const RUNS = 300;

test.each([
  ['', ''],
  [' \n\t\n', ''],
  ['one\ntwo\n\nthree', 'p(one two) p(three)'],
  ['one\r\ntwo\r\rthree', 'p(one two) p(three)'],
  ['# One\ntext\n### Three', 'h1(One) p(text) h3(Three)'],
  ['#no\n####### no', 'p(#no ####### no)'],
  ['- a\n- b\n  more\n\n- c\n\nafter', 'ul(a|b more|c) p(after)'],
  ['* a\n* b', 'ul(a|b)'],
  ['3. a\n4. b', 'ol3(a|b)'],
  ['- a\n  - b\n    1. c\n- d', 'ul(a ul(b ol1(c))|d)'],
  ['- a\n\n  more', 'ul(a p(more))'],
  ['- > a', 'ul(q(p(a)))'],
  ['-', 'ul()'],
  ['Title\n===\n\nPart\n---', 'h1(Title) h2(Part)'],
  ['a\n\n***\n\nb', 'p(a) rule p(b)'],
  ['```json\n{"a": *}\n```', 'code({"a": *})'],
  ['```\nnever closed', 'code(never closed)'],
  ['    four *in*', 'code(four *in*)'],
  ['a  \nb\\\nc', 'p(a<br>b<br>c)'],
  ['\uFEFF# One', 'h1(One)'],
  ['- a\n1. b', 'ul(a) ol1(b)'],
  ['text\n- a', 'p(text) ul(a)'],
  ['since\n2019. Then', 'p(since 2019. Then)'],
  ['text:\n1. a', 'p(text:) ol1(a)'],
  ['> said\n> twice\n>\n> - a\n\nafter', 'q(p(said twice) ul(a)) p(after)'],
  ['> > deep', 'q(q(p(deep)))'],
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
  ['***three***', '<i><b>three</></>'],
  ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
  ['![a *map*](https://x/y.png) here', 'a map here'],
  ['![a][r]\n\n[r]: https://x/y.png', 'a'],
  ['<https://aws.amazon.com/iam>', '<a https://aws.amazon.com/iam>https://aws.amazon.com/iam</>'],
  ['[x](<https://a>)', '<a https://a>x</>'],
  ['[IAM] [Docs][iam]\n\n[iam]: https://a/b "t"', '<a https://a/b>IAM</> <a https://a/b>Docs</>'],
  ['[a]\n\n[a]: https://first\n[a]: https://second', '<a https://first>a</>'],
  ['[docs](https://docs.aws.amazon.com/IAM/?a=b#c)', '<a https://docs.aws.amazon.com/IAM/?a=b#c>docs</>'],
  ['**[a *b*](../s/two)**', '<b><a ../s/two>a <i>b</></></>']
])('inline parts of %j', (text, expected) => {
  expect(notation(parseMarkdown(text))).toBe(`p(${expected})`);
});

test.each([
  'a <script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> <!-- b -->',
  '<javascript:alert(1)>',
  '<mailto:a@example.com>',
  '<http://example.com>',
  'https://example.com',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert)',
  '[x](data:text/html,boo)',
  '[x](http://example.com)',
  '[x](//example.com)',
  String.raw`[x](/\example.com)`,
  String.raw`[x](https:\\example.com)`,
  '[x](java\tscript:alert)',
  '[x](javascript&colon;alert)',
  '[x](java&#115;cript:alert)',
  '[x](&#x6A;avascript:alert)',
  '[x](javascript&#58;alert)',
  '[x](java&Tab;script:alert)',
  '[x](java&NewLine;script:alert)',
  '[x](\u0001javascript:alert)',
  '[x](vbscript:alert)',
  '[x](blob:https://a)',
  '[x](https:/a)',
  '[x](&#47;/example.com)',
  String.raw`[x](\/\/example.com)`,
  '[x](https://a/\u202Egpj.exe)',
  '[*x*](javascript:alert(1) "title")',
  '[![](https://a/b.png)](https://a)',
  '[ &nbsp; ](https://a)',
  '[x]()',
  '[](a)',
  '[x](a b)',
  '**never closed',
  'never opened **',
  '`tick',
  '[[[(((',
  '[x][nowhere]',
  '** a ** b * *'
])('%j stays the text it is', (text) => {
  expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', text: [{ kind: 'text', text }] }]);
});

test.each([
  ['**a *b* c', '**a <i>b</> c'],
  ['**a `b** c`', '**a <c>b** c</>'],
  ['`a` `b', '<c>a</> `b'],
  ['[a](b', '[a](b'],
  ['[a [b](c)', '[a <a c>b</>']
])('what is half open in %j is text', (text, expected) => {
  expect(notation(parseMarkdown(text))).toBe(`p(${expected})`);
});

test.each([
  ['<script>\nalert(1)\n</script>', 'plain(<script>\nalert(1)\n</script>)'],
  ['<div onclick=x>**a**</div>', 'plain(<div onclick=x>**a**</div>)'],
  ['<!-- a -->', 'plain(<!-- a -->)'],
  ['[a][r]\n\n[r]: javascript:alert(1)', 'p([a][r])'],
  ['[a]\n\n[a]: //example.com', 'p([a])'],
  ['> [x\n> y](javascript:z)', 'q(p([x > y](javascript:z)))']
])('%j is no HTML and leads nowhere', (text, expected) => {
  expect(notation(parseMarkdown(text))).toBe(expected);
});

const UNREAD = [
  '*',
  '* a',
  '**a',
  '*a_',
  '[',
  '[a](',
  '![',
  '`',
  '`` ',
  '> ',
  '> - ',
  '1. ',
  '\\',
  '#',
  'a\n\n'
];

test.each(UNREAD)('100 kB of %j are plain text', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  expect(parseMarkdown(text)).toEqual([{ kind: 'plain', text }]);
});

test.each([
  ['- - a\n', 1000],
  ['[', 2000],
  ['*a_', 1000],
  ['`` ', 1000],
  ['> ', 17],
  ['1. - ', 9],
  ['>', 17]
])('%j, %i times, is plain text: reading it takes quadratic time', (piece, times) => {
  const text = `before\n\n${piece.repeat(times)}`;
  expect(parseMarkdown(text)).toEqual([{ kind: 'plain', text }]);
});

test.each([
  ['quotes', '> '.repeat(16) + 'a'],
  ['lists', Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['strong words', '**a '.repeat(200) + 'b**'.repeat(200)],
  ['strong and other words', '**a *b '.repeat(100) + 'c* d**'.repeat(100)]
])('%s nest only so deep, and no word of them is lost', (_, text) => {
  const blocks = parseMarkdown(text);
  const count = (from: string) => from.replace(/[^a-z]/g, '').length;
  expect(depthOf(blocks)).toBeLessThan(24);
  expect(depthOf(blocks)).toBeGreaterThan(4);
  expect(count(words(blocks))).toBe(count(text));
});

const PIECES = [
  '*',
  '**',
  '`',
  '[',
  '](',
  ')',
  '_',
  '![',
  '<',
  '>',
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

test('whatever is written, every word was in it, and nothing nests too deep', () => {
  const letters = (text: string) => new Set(text.match(/\p{L}/gu));
  fc.assert(
    fc.property(markdown, (text) => {
      const blocks = parseMarkdown(text);
      for (const letter of letters(words(blocks))) expect(letters(text)).toContain(letter);
      expect(depthOf(blocks)).toBeLessThan(24);
      for (const href of hrefsIn(blocks)) expect(href).toMatch(/^https:|^[^:\\]+$/i);
    }),
    { numRuns: RUNS, seed: 11 }
  );
});

test('every link is https or stays on the site', () => {
  const href = fc.oneof(fc.webUrl(), fc.stringMatching(/^[a-z:/\\.&;#?@-]{1,12}$/));
  fc.assert(
    fc.property(href, (url) => {
      for (const link of hrefsIn(parseMarkdown(`[x](${url})`))) {
        const { protocol, host } = new URL(link, 'https://here.example/s/');
        expect(protocol).toBe('https:');
        if (!/^https:/i.test(link)) expect(host).toBe('here.example');
      }
    }),
    { numRuns: 100, seed: 12 }
  );
});
