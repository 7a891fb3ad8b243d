/** The focus on a page that is drawn anew: back on its like, in its panel, or at the step. */
import { afterEach, expect, test } from 'vitest';
import { keepFocus } from '../../src/lib/components/focus-keeper.ts';

const SCREEN = `
  <header><button>Redact</button><button>Present</button></header>
  <ul data-region="ribbon"><li><button>One</button></li><li aria-current="step"><button>Two</button></li></ul>
  <div data-region="watches"><ul><li aria-current="true"><button>Deploy</button></li></ul></div>`;
const STAGE = `<main tabindex="-1"><button>Leave</button></main>`;
const WAIT = `<main><p role="status">One moment</p></main>`;

let end: (() => void) | undefined;
afterEach(() => {
  end?.();
  document.body.replaceChildren();
});

/** A page in the wrapper that SvelteKit's pages have. @returns lays another page in its place */
function lay(first: string): (html: string) => Promise<void> {
  const wrapper = document.createElement('div');
  wrapper.style.display = 'contents';
  document.body.append(wrapper);
  const put = (html: string) => {
    const screen = document.createElement('div');
    screen.innerHTML = html;
    wrapper.replaceChildren(screen);
  };
  put(first);
  end = keepFocus()(document.body) ?? undefined;
  return async (html) => {
    put(html);
    await looked();
  };
}

/** Until whoever looks at the next frame has looked. */
async function looked(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
}

function stand(words: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('button, main')];
  all.find(({ textContent }) => textContent === words)?.focus();
  expect(document.activeElement?.textContent).toBe(words);
}

const at = () => document.activeElement?.textContent;

test.each([
  ['its like', 'Redact', SCREEN, 'Redact'],
  ['the same panel, where its like is gone', 'Deploy', SCREEN.replace('Deploy', 'Launch'), 'Launch'],
  ['the step, where the panel knows no more', 'Redact', SCREEN.replace('Redact', 'Show'), 'Two']
])('a page drawn anew: one stands on %s', async (_, from, anew, to) => {
  const relay = lay(SCREEN);
  stand(from);
  await relay(anew);
  expect(at()).toBe(to);
});

test('what covered nothing but itself goes: one stands at the step, not at the first thing of the page', async () => {
  const above = `<header><a href="#home">Home</a></header><section tabindex="-1"><p>Scene 3</p></section>`;
  const relay = lay(`<div>${above}</div>${SCREEN}`);
  const scene = document.querySelector('section');
  scene?.focus();
  expect(document.activeElement).toBe(scene);
  scene?.remove();
  await looked();
  expect(at()).toBe('Two');
  await relay(SCREEN);
  expect(at()).toBe('Two');
});

test('a page that comes back: one stands where one left it, whatever one stood on in between', async () => {
  const relay = lay(SCREEN);
  stand('Present');
  await relay(STAGE);
  document.querySelector('main')?.focus();
  stand('Leave');
  await relay(SCREEN);
  expect(at()).toBe('Present');
});

test('what one stood on last counts before what was called like something long ago', async () => {
  const relay = lay(SCREEN);
  stand('Redact');
  await relay(SCREEN);
  stand('Deploy');
  await relay(SCREEN.replace('Deploy', 'Launch'));
  expect(at()).toBe('Launch');
});

test('a page that has only to wait takes nothing, and gives back what was stood on', async () => {
  const relay = lay(SCREEN);
  stand('Redact');
  await relay(WAIT);
  expect(document.activeElement).toBe(document.body);
  await relay(SCREEN);
  expect(at()).toBe('Redact');
});

test('whoever came to a page without standing anywhere leaves it for the step', async () => {
  const relay = lay(STAGE);
  document.querySelector('main')?.focus();
  await relay(SCREEN);
  expect(at()).toBe('Two');
});
