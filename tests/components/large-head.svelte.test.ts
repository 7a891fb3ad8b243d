/** The line above a large graph and the list of a bundle: levels, filters, the reason why, each trust and what is beside it. */
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import BundleList from '../../src/lib/components/BundleList.svelte';
import LargeHead from '../../src/lib/components/LargeHead.svelte';
import PillSelect from '../../src/lib/components/PillSelect.svelte';
import { tagsIn } from '../../src/lib/graph/tags.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toOrganization } from '../../src/lib/share/organization.ts';
import { Large } from '../../src/lib/workbench/large.svelte.ts';

const parsed = parseScenario(toOrganization({ accounts: 9, each: 12, seed: 3 })).value;
if (!parsed) throw new Error('the organization does not parse');
const { world, cases, layout } = parsed;
const requests = cases.flatMap(({ request }) => request ?? []);
const whole = toGraph(world, requests);
const tags = tagsIn(world);

beforeEach(() => page.viewport(1200, 800));

function largeOf(): Large {
  return new Large({
    graph: () => whole,
    request: () => requests[0] ?? null,
    requestsEnding: () => [],
    tags: () => tags,
    light: () => null,
    selected: () => null,
    documentOf: (policy) => world.policies.get(policy),
    layout: () => layout,
    keep: () => null
  });
}

const problemsOf = async (where: Element) =>
  (await axe.run(where, { rules: { region: { enabled: false } } })).violations.map(({ id }) => id);

test('another level is another drawing, and why it is folded is said', async () => {
  const large = largeOf();
  const { container } = await render(LargeHead, { large, tags });
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('Folded: everything off the request’s path');
  await page.getByRole('button', { name: /org$/ }).click();
  expect(large.level).toBe('org');
  await expect.element(page.getByRole('status')).toHaveTextContent('Folded: every account');
  await expect.element(page.getByRole('button', { name: /org$/ })).toHaveAttribute('aria-pressed', 'true');
  expect(await problemsOf(container)).toEqual([]);
});

test('a filter narrows the graph, and one button takes all of them away', async () => {
  const large = largeOf();
  await render(LargeHead, { large, tags });
  await page.getByRole('combobox', { name: 'OU' }).selectOptions('Security');
  expect(large.graph.nodes.length).toBeLessThan(whole.nodes.length);
  await page.getByRole('button', { name: 'Show all' }).click();
  expect(large.graph).toBe(whole);
  await expect.element(page.getByRole('button', { name: 'Show all' })).not.toBeInTheDocument();
});

test('where the line is narrow the filters stand behind one button, which Escape closes', async () => {
  await page.viewport(640, 800);
  const large = largeOf();
  const { container } = await render(LargeHead, { large, tags });
  await expect.element(page.getByRole('combobox', { name: 'OU' })).not.toBeInTheDocument();
  await page.getByText('Filter', { exact: true }).click();
  await page.getByRole('combobox', { name: 'OU' }).selectOptions('Security');
  await expect.element(page.getByText('Filter · 1')).toBeVisible();
  expect(await problemsOf(container)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('combobox', { name: 'OU' })).not.toBeInTheDocument();
  expect(document.activeElement?.textContent).toBe('Filter · 1');
});

test('a pill says its name until something is chosen, and how to take it away', async () => {
  const onset = vi.fn<(value: string) => void>();
  const choices = [{ value: 'a', label: 'First' }];
  const screen = await render(PillSelect, { label: 'Kind', value: null, choices, onset });
  await expect.element(page.getByRole('combobox', { name: 'Kind' })).toHaveDisplayValue('Kind');
  await page.getByRole('combobox', { name: 'Kind' }).selectOptions('First');
  expect(onset).toHaveBeenLastCalledWith('a');
  await screen.rerender({ value: 'a' });
  await page.getByRole('combobox', { name: 'Kind' }).selectOptions('Any kind');
  expect(onset).toHaveBeenLastCalledWith('');
});

test('a bundle tells each of its lines, the one of the request first, and closes by Escape', async () => {
  const large = largeOf();
  large.level = 'org';
  const bundle = large.drawing.bundles?.find(({ kind, isOnPath }) => kind === 'trust' && isOnPath);
  if (!bundle) throw new Error('no bundle on the path');
  const [onselect, onclose] = [vi.fn<(id: string) => void>(), vi.fn()];
  const { container } = await render(BundleList, { bundle, large, selected: null, onselect, onclose });
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveFocus();
  const lines = [...container.querySelectorAll('ul button')];
  expect(lines[0]?.textContent).toContain('On the request’s path.');
  await userEvent.click(lines[0] ?? container);
  expect(onselect).toHaveBeenCalledWith(
    bundle.edges.find(({ id }) => id === onselect.mock.calls[0]?.[0])?.id
  );
  expect(await problemsOf(container)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalledOnce();
});
