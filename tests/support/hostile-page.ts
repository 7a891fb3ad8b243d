/** What must hold of a page that shows hostile texts, whatever it shows; asked after every step of a test. */
import { expect, type Page } from '@playwright/test';
import { RAN } from './hostile-texts.ts';

/** Watches a page from before its first script: what would be shown or run, and what the policy of the page forbids. */
export async function watch(page: Page): Promise<void> {
  page.on('dialog', (dialog) => {
    void dialog.dismiss();
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  await page.addInitScript((ran) => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.set(globalThis, ran, `${violatedDirective}: ${blockedURI}`);
    });
  }, RAN);
}

/** Parts of the screen that keep their size, with the most they may take, in pixels; the first two on every screen. */
const HEIGHTS = {
  header: 60,
  'dialog[open] header': 180,
  '.watch': 34,
  '.ask .head': 60,
  '.ribbon': 480,
  '.sentence': 240
};
const ON_NARROW: readonly string[] = ['header', 'dialog[open] header'];

/** Nothing ran, nothing sticks out, everything keeps its size, and no text of ours reads backwards. */
export async function holds(page: Page, after: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const seen = await page.evaluate(look, { ran: RAN, heights: HEIGHTS });
  expect(seen.ran, `${after}: nothing ran`).toBeNull();
  expect(seen.width, `${after}: nothing sticks out`).toBeLessThanOrEqual(width);
  expect(seen.backwards, `${after}: nothing reads backwards`).toEqual([]);
  expect(seen.foreign, `${after}: no markup of theirs`).toEqual([]);
  if (width >= 900 && seen.isDesk)
    expect(seen.height, `${after}: the screen is as high`).toBeLessThanOrEqual(height);
  for (const { part, high, most } of seen.parts) {
    if (width >= 900 || ON_NARROW.includes(part)) expect(high, `${after}: ${part}`).toBeLessThanOrEqual(most);
  }
}

interface Asked {
  readonly ran: string;
  readonly heights: Readonly<Record<string, number>>;
}

/** Runs in the page. */
function look({ ran, heights }: Asked) {
  const root = document.scrollingElement ?? document.documentElement;
  const { scrollWidth: width, scrollHeight: height } = root;
  const parts = Object.entries(heights).flatMap(([part, most]) => {
    const element = document.querySelector(part);
    return element ? [{ part, high: Math.round(element.getBoundingClientRect().height), most }] : [];
  });
  // What only their markup would make, and addresses that would lead away.
  const foreign = [...document.querySelectorAll('iframe, img, [onerror], [onload], a[href]')]
    .filter((each) => !/^(?:https:|[?#/.]|$)/.test(each.getAttribute('href') ?? ''))
    .map((each) => each.outerHTML.slice(0, 200));
  /** Whether the third letter of the text at an offset stands left of the first, in one line. */
  const range = document.createRange();
  const isBackwards = (node: Node, at: number) => {
    const [first, third] = [at, at + 2].map((from) => {
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      return range.getBoundingClientRect();
    });
    return first && third && first.width > 0 && first.top === third.top && third.left < first.left;
  };
  const backwards: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < 4000 && walker.nextNode(); count++) {
    const { currentNode: node } = walker;
    const text = node.textContent ?? '';
    const start = /^[\s -~]*$/.test(text) ? text.search(/\S{3}/) : -1;
    if (start < 0 || node.parentElement?.closest('script, style, option, .cm-editor')) continue;
    if (isBackwards(node, start)) backwards.push(text.slice(start, start + 80));
  }
  const found: unknown = Reflect.get(globalThis, ran);
  return {
    ran: found === undefined ? null : JSON.stringify(found),
    width,
    height,
    parts,
    foreign,
    backwards,
    isDesk: document.querySelector('.app') !== null
  };
}
