/** Where the parts of the screen stand at each width, that they stay there while one steps, and how one sizes them. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { Commands } from '../../src/lib/workbench/commands.svelte.ts';
import Desk from './Desk.svelte';
import { twoAccounts } from './two-accounts.ts';

const scenario = twoAccounts();
beforeEach(() => localStorage.clear());

const PARTS = ['ask', 'outline', 'graph', 'paper', 'ribbon', 'watch', 'open', 'foot'] as const;
type Part = (typeof PARTS)[number];

const part = (name: Part) => document.querySelector<HTMLElement>(`.stage > .${name}`)!;
const rect = (name: Part) => {
  const { left, top, width, height } = part(name).getBoundingClientRect();
  return { left, top, width, height };
};
/** What opens graph and outline stands in the row of the ribbon's head, hence takes no height of its own. */
const isShown = (name: Part) =>
  name === 'open' ? part(name).querySelector('button')?.checkVisibility() === true : rect(name).height > 1;
const shown = () => PARTS.filter(isShown);
const edge = (name: string) => page.getByRole('separator', { name });

async function open(width: number, height: number, more: object = {}) {
  await page.viewport(width, height);
  const commands = new Commands();
  const screen = await render(Desk, { scenario, request: 'knock', step: 'scp', commands, ...more });
  return { screen, commands };
}

describe('a wide screen', () => {
  test('has the outline, the graph and the paper side by side, the road and the watches below', async () => {
    await open(1440, 900);
    expect(shown()).toEqual(['ask', 'outline', 'graph', 'paper', 'ribbon', 'watch']);
    const [outline, graph, paper, ribbon] = [rect('outline'), rect('graph'), rect('paper'), rect('ribbon')];
    expect([outline.width, paper.width]).toEqual([208, 460]);
    expect(graph.left).toBeGreaterThanOrEqual(outline.left + outline.width);
    expect(paper.left).toBeGreaterThanOrEqual(graph.left + graph.width);
    expect(ribbon.top).toBeGreaterThanOrEqual(graph.top + graph.height);
    expect(ribbon.width).toBe(1440);
  });

  test.each(['layers', 'statements', 'elements'] as const)(
    'nothing moves while one steps (%s)',
    async (detail) => {
      const { screen } = await open(1440, 900, { detail });
      const request = scenario.cases.find(({ id }) => id === 'knock')!.request!;
      const places = new Set<string>();
      for (const { id } of toFrames(evaluate(scenario.world, request), detail)) {
        await screen.rerender({ step: id, detail });
        places.add(JSON.stringify((['ask', 'outline', 'graph', 'paper', 'watch'] as const).map(rect)));
      }
      expect([...places]).toHaveLength(1);
    }
  );

  test.each([
    ['graphMain', 'graph', ['ask', 'graph', 'ribbon', 'watch']],
    ['paperMain', 'paper', ['ask', 'graph', 'paper', 'ribbon', 'watch']],
    ['ribbonMain', 'ribbon', ['ask', 'outline', 'graph', 'paper', 'ribbon', 'watch']]
  ] as const)('%s makes one panel large, and as before again', async (command, name, left) => {
    const { commands } = await open(1440, 900);
    const before = rect(name);
    commands.run(command);
    await expect.poll(shown).toEqual(left);
    expect(rect(name).width * rect(name).height).toBeGreaterThan(before.width * before.height * 1.3);
    commands.run(command);
    await expect.poll(() => rect(name)).toEqual(before);
  });

  test.each([
    ['Width of the outline', 'outline', 'width', '{ArrowRight}', 16, 140, 420],
    ['Width of the paper', 'paper', 'width', '{ArrowLeft}', 16, 320, 806.4],
    ['Height of the ribbon', 'ribbon', 'height', '{PageUp}', 64, null, null]
  ] as const)('%s: keys, ends, double click, and kept', async (name, panel, side, key, by, least, most) => {
    const { screen } = await open(1440, 900);
    const size = () => rect(panel)[side];
    const usual = size();
    edge(name).element().focus();
    await userEvent.keyboard(key.repeat(panel === 'ribbon' ? 2 : 1));
    await expect.poll(size).toBeGreaterThan(usual);
    if (panel !== 'ribbon') expect(size()).toBe(usual + by);
    const chosen = size();
    screen.unmount();
    await open(1440, 900);
    await expect.poll(size).toBe(chosen);
    edge(name).element().focus();
    await userEvent.keyboard('{Home}');
    if (least !== null) await expect.poll(size).toBe(least);
    await userEvent.keyboard('{End}');
    if (most !== null) await expect.poll(size).toBeCloseTo(most, 0);
    await userEvent.dblClick(edge(name));
    await expect.poll(size).toBe(usual);
    expect(localStorage.length).toBe(0);
  });

  test('an arrow on an edge is no step', async () => {
    await open(1440, 900);
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    window.addEventListener('keydown', hear);
    edge('Width of the paper').element().focus();
    await userEvent.keyboard('{ArrowLeft}{Home}q');
    window.removeEventListener('keydown', hear);
    expect(heard).toEqual(['q']);
  });
});

test.each([
  [1024, 768],
  [1199, 900],
  [900, 700]
])('at %i × %i graph and paper are usable, the outline is a drawer over the graph', async (width, height) => {
  await open(width, height);
  expect(rect('graph').height).toBeGreaterThanOrEqual(300);
  expect(rect('graph').width).toBeGreaterThanOrEqual(400);
  expect(rect('paper').height).toBeGreaterThanOrEqual(300);
  const before = rect('graph');
  const drawer = page.getByRole('region', { name: 'Outline' }).getByRole('button', { name: 'Outline' });
  await drawer.click();
  await expect.element(page.getByRole('tree', { name: 'Outline' })).toBeVisible();
  expect(rect('graph')).toEqual(before);
  await drawer.click();
  await page
    .getByRole('region', { name: 'Paper' })
    .getByRole('button', { name: 'Paper', exact: true })
    .click();
  await expect.poll(() => rect('graph').width).toBeGreaterThan(before.width + 200);
});

describe('a phone', () => {
  const tab = (name: string) => page.getByRole('group', { name: 'Panels' }).getByRole('button', { name });

  test.each([
    ['Path', ['ask', 'ribbon', 'open', 'foot']],
    ['Paper', ['ask', 'paper', 'foot']],
    ['Ask', ['ask', 'watch', 'foot']]
  ] as const)('has a tab %s', async (name, parts) => {
    await open(390, 844);
    await tab(name).click();
    await expect.poll(shown).toEqual(parts);
    await expect.element(tab(name)).toHaveAttribute('aria-pressed', 'true');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    const { top, height } = rect('foot');
    expect(Math.round(top + height)).toBe(844);
  });

  test.each(['Graph', 'Outline'])('opens %s over the path, and gives the focus back', async (name) => {
    await open(390, 844);
    const opener = page.elementLocator(part('open')).getByRole('button', { name });
    await opener.click();
    const close = page.getByRole('button', { name: 'Close', exact: true });
    await expect.element(close).toHaveFocus();
    await expect.element(tab('Path')).toHaveAttribute('aria-pressed', 'true');
    expect(shown()).toEqual([name.toLowerCase(), 'open', 'foot']);
    await close.click();
    await expect.element(opener).toHaveFocus();
    expect(shown()).toEqual(['ask', 'ribbon', 'open', 'foot']);
  });

  test('reflows at 320 px with the largest text', async () => {
    document.documentElement.dataset['text'] = '130';
    try {
      await open(320, 640);
      for (const name of ['Paper', 'Ask', 'Path']) {
        await tab(name).click();
        expect(document.documentElement.scrollWidth, name).toBeLessThanOrEqual(320);
      }
    } finally {
      delete document.documentElement.dataset['text'];
    }
  });
});

test('a tablet shows the graph above the path', async () => {
  await open(768, 1024);
  expect(shown()).toEqual(['ask', 'graph', 'ribbon', 'open', 'foot']);
  expect(rect('graph').top).toBeLessThan(rect('ribbon').top);
});

test('one goes through the parts in the order in which one sees them', async () => {
  for (const [width, order] of [
    [1440, ['ask', 'outline', 'graph', 'paper', 'ribbon', 'watch']],
    [390, ['ask', 'open', 'ribbon', 'foot']]
  ] as const) {
    const { screen } = await open(width, 844);
    const stops = [
      ...document.querySelectorAll<HTMLElement>('.stage a, .stage button, .stage [tabindex="0"]')
    ];
    const seen = stops.filter((each) => each.checkVisibility({ visibilityProperty: true }));
    const parts = seen.map((each) => PARTS.find((name) => part(name).contains(each))).filter(Boolean);
    expect(parts.filter((name, i) => name !== parts[i - 1])).toEqual(order);
    screen.unmount();
  }
});

test('axe finds nothing in the edges', async () => {
  await open(1440, 900);
  const { violations } = await axe.run({ include: ['.edge'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
