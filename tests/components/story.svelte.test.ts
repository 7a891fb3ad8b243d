/** A story is drawn as elements, letter by letter, once its reader is here; nothing in it is taken for HTML. */
import { beforeAll, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import StoryView from '../../src/lib/components/StoryView.svelte';
import { SITE } from '../../src/lib/components/site.ts';
import { loadStoryReader } from '../../src/lib/workbench/story.ts';

beforeAll(async () => void (await loadStoryReader()));

test.each([
  ['a **b *c* d** e, `f`.', 'p', 'a b c d e, f.'],
  ['# One', 'h3', 'One'],
  ['- a **b** c', 'ul > li', 'a b c'],
  ['3. a', 'ol[start="3"] > li', 'a'],
  ['> [a b](../c), d', 'blockquote > p', 'a b, d'],
  ['[x](https://docs.aws.amazon.com/)!', 'p > a[href="https://docs.aws.amazon.com/"]', 'x'],
  ['- a\n  - b', 'ul > li > ul > li', 'b'],
  ['a\n\n***', 'hr', ''],
  ['```\na\n  b\n```', 'p.code', 'a\n  b'],
  ['a\\\nb', 'p > br', ''],
  ['<div>x</div>', 'p.plain', '<div>x</div>'],
  ['<b>x</b> &amp; [y](javascript:z)', 'p', '<b>x</b> & [y](javascript:z)']
])('%j gives %s', async (text, selector, expected) => {
  const { container } = await render(StoryView, { text });
  expect(container.querySelector(`.story > ${selector}`)?.textContent).toBe(expected);
});

test.each([
  ['[tag](/glossary/#tag)', '/below/glossary/#tag'],
  ['[c](../c/)', '../c/'],
  ['[x](https://docs.aws.amazon.com/)', 'https://docs.aws.amazon.com/']
])('%j leads to %s where the site lies below', async (text, href) => {
  const context = new Map([[SITE, '/below/']]);
  const { container } = await render(StoryView, { props: { text }, context });
  expect(container.querySelector('a')?.getAttribute('href')).toBe(href);
});
