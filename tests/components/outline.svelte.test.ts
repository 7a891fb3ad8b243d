/** The outline is a tree one can walk with the keyboard alone, and keeps its keys to itself. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import OutlineView from '../../src/lib/components/OutlineView.svelte';
import type { NodeKind } from '../../src/lib/graph/graph.ts';
import type { OutlineItem } from '../../src/lib/graph/outline.ts';

const item = (loose: Pick<OutlineItem, 'id' | 'kind' | 'label'> & Partial<OutlineItem>): OutlineItem => ({
  sublabel: '',
  nodeKind: null,
  selectable: false,
  children: [],
  ...loose
});
const node = (label: string, nodeKind: NodeKind, relations: readonly string[] = []) =>
  item({
    id: label,
    kind: 'node',
    label,
    nodeKind,
    selectable: true,
    children: relations.map((text) => item({ id: text, kind: 'relation', label: text, selectable: true }))
  });
const heading = (id: string, children: readonly OutlineItem[]) =>
  item({ id, kind: 'heading', label: id, children });

const ITEMS: readonly OutlineItem[] = [
  item({
    id: '111111111111',
    kind: 'account',
    label: 'tools',
    sublabel: '1111 1111 1111',
    selectable: true,
    children: [
      heading('Users', [node('dana', 'user', ['member of Developers'])]),
      heading('Roles', [node('jenkins', 'role', ['may be assumed by dana', 'may pass web-task'])]),
      heading('Resources', [node('/ecs/web', 'resource')]),
      heading('Organization policies', [item({ id: 'scp', kind: 'band', label: 'SCP · root' })])
    ]
  }),
  item({ id: 'outside', kind: 'outside', label: 'Outside every account', children: [node('ecs', 'service')] })
];

const CLOSED = [
  'tools',
  'dana',
  'jenkins',
  '/ecs/web',
  'Organization policies',
  'Outside every account',
  'ecs'
];

let leaked: string[] = [];
const leak = ({ key }: KeyboardEvent) => leaked.push(key);
beforeEach(() => {
  leaked = [];
  window.addEventListener('keydown', leak);
});
afterEach(() => window.removeEventListener('keydown', leak));

async function open(selected: string | null = null, lit: readonly string[] = []) {
  const onselect = vi.fn<(id: string) => void>();
  const screen = await render(OutlineView, { items: ITEMS, selected, lit: new Set(lit), onselect });
  const rows = () => [...screen.container.querySelectorAll('[role=treeitem]')];
  return { screen, onselect, rows, labels: () => rows().map(labelOf) };
}

const labelOf = (row: Element | null) =>
  [...(row?.querySelector('.label')?.childNodes ?? [])]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
const rowOf = (label: string, rows: readonly Element[]) => rows.find((row) => labelOf(row) === label)!;
const focused = () => labelOf(document.activeElement);

test('accounts stand open, their kinds flat below them, relations closed', async () => {
  const { rows, labels } = await open();
  expect(labels()).toEqual(CLOSED);
  const told = rows().map((row) =>
    ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded', 'aria-label'].map((name) =>
      row.getAttribute(name)
    )
  );
  expect(told.slice(0, 4)).toEqual([
    ['1', '1', '2', 'true', 'tools 1111 1111 1111'],
    ['2', '1', '4', 'false', 'dana, user'],
    ['2', '2', '4', 'false', 'jenkins, role'],
    ['2', '3', '4', null, '/ecs/web, resource']
  ]);
});

test('Tab stops once, at the first row or at the selected one', async () => {
  const { screen, rows } = await open();
  const stops = () => rows().filter((row) => row.getAttribute('tabindex') === '0');
  expect(stops().map(labelOf)).toEqual(['tools']);
  await userEvent.keyboard('{Tab}');
  expect(focused()).toBe('tools');
  await userEvent.keyboard('{ArrowDown}');
  expect(stops().map(labelOf)).toEqual(['dana']);
  await screen.rerender({ selected: 'ecs' });
  expect(stops().map(labelOf)).toEqual(['ecs']);
});

test.each([
  ['{ArrowDown}{ArrowDown}{ArrowUp}', 'dana'],
  ['{ArrowUp}', 'tools'],
  ['{End}{ArrowDown}', 'ecs'],
  ['{End}{Home}', 'tools'],
  ['{ArrowRight}', 'dana'],
  ['{ArrowRight}{ArrowRight}', 'dana'],
  ['{ArrowRight}{ArrowRight}{ArrowRight}', 'member of Developers'],
  ['{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}', 'dana'],
  ['{ArrowRight}{ArrowLeft}', 'tools'],
  ['j', 'jenkins'],
  ['e', '/ecs/web'],
  ['ee', 'ecs'],
  ['eee', '/ecs/web'],
  ['J', 'jenkins'],
  ['z', 'tools']
])('from the first row, %s leads to %s and no key leaves the tree', async (keys, expected) => {
  await open();
  await userEvent.keyboard('{Tab}');
  leaked = [];
  await userEvent.keyboard(keys);
  expect(focused()).toBe(expected);
  expect(leaked).toEqual([]);
});

test('keys of the page still reach it', async () => {
  await open();
  await userEvent.keyboard('{Tab}');
  leaked = [];
  await userEvent.keyboard('?1{Escape}{Shift>}{ArrowRight}{/Shift}{Control>}{k}{/Control}');
  expect(leaked).toEqual(['?', '1', 'Escape', 'Shift', 'ArrowRight', 'Control', 'k']);
  expect(focused()).toBe('tools');
});

test('→ opens and ← closes', async () => {
  const { labels } = await open();
  await userEvent.keyboard('{Tab}j{ArrowRight}');
  expect(labels()).toEqual(CLOSED.toSpliced(3, 0, 'may be assumed by dana', 'may pass web-task'));
  await userEvent.keyboard('{ArrowLeft}');
  expect(labels()).toEqual(CLOSED);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(labels()).toEqual(['tools', 'Outside every account', 'ecs']);
});

test.each(['{Enter}', ' '])('%j selects; on a heading it opens', async (key) => {
  const { onselect, labels } = await open();
  await userEvent.keyboard(`{Tab}j${key}`);
  expect(onselect.mock.calls).toEqual([['jenkins']]);
  await userEvent.keyboard(`{ArrowDown}{ArrowDown}${key}`);
  expect(onselect).toHaveBeenCalledTimes(1);
  expect(labels()).toEqual(CLOSED.toSpliced(5, 0, 'SCP · root'));
});

test('what is selected outside stands open, and is the only one selected', async () => {
  const { screen, rows, labels } = await open('may pass web-task');
  const selected = () => rows().filter((row) => row.getAttribute('aria-selected') === 'true');
  expect(selected().map(labelOf)).toEqual(['may pass web-task']);
  await screen.rerender({ selected: 'ecs' });
  expect(selected().map(labelOf)).toEqual(['ecs']);
  expect(labels()).toEqual(CLOSED);
});

test('a click selects, a click on the mark only opens', async () => {
  const { onselect, rows, labels } = await open();
  await userEvent.click(rowOf('jenkins', rows()).querySelector('.mark')!);
  expect(labels()).toHaveLength(CLOSED.length + 2);
  expect(onselect).not.toHaveBeenCalled();
  await userEvent.click(rowOf('may pass web-task', rows()));
  expect(onselect.mock.calls).toEqual([['may pass web-task']]);
});

test('what is lit is bolder', async () => {
  const { rows } = await open(null, ['jenkins']);
  const stroke = (label: string) => getComputedStyle(rowOf(label, rows())).webkitTextStrokeWidth;
  expect([stroke('jenkins'), stroke('dana')]).toEqual(['0.4px', '0px']);
});

test('in a narrow column nothing is cut, numbers stay whole, and no row changes its size when it is lit', async () => {
  const long = 'arn:aws:iam::111111111111:role/ci/AWSReservedSSO_PowerUserAccess_f4d79f816d7e8369';
  const items = [
    item({
      id: 'a',
      kind: 'account',
      label: 'security-tooling-and-audit',
      sublabel: '1111 2222 3333',
      children: [node(long, 'role', [`may be assumed by ${long}`])]
    })
  ];
  const { screen, rows } = await open();
  screen.container.style.width = '11rem';
  await screen.rerender({ items, selected: `may be assumed by ${long}` });
  const sizes = () => rows().map((row) => row.getBoundingClientRect().height);
  const before = sizes();
  expect(before.length).toBe(3);
  for (const row of rows()) expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth);
  expect(rows()[0]?.querySelector('small')?.getClientRects().length).toBe(1);
  expect(rows()[1]?.querySelectorAll('wbr').length).toBeGreaterThan(5);
  expect(before[1]).toBeGreaterThan(2 * 24);
  await screen.rerender({ lit: new Set(['a', long, `may be assumed by ${long}`]) });
  expect(sizes()).toEqual(before);
});

test('of very many siblings the first are shown; the last row brings more, by a key or a click', async () => {
  const users = Array.from({ length: 450 }, (_, i) => node(`user-${i}`, 'user'));
  const { screen, onselect, rows } = await open();
  await screen.rerender({ items: [item({ id: 'a', kind: 'account', label: 'a', children: users })] });
  expect(rows()).toHaveLength(202);
  await userEvent.keyboard('{Tab}{End}{Enter}');
  expect(rows()).toHaveLength(402);
  await userEvent.click(rowOf('50 more', rows()));
  expect(rows()).toHaveLength(451);
  expect(onselect).not.toHaveBeenCalled();
});
