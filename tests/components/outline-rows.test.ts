/** Rows of a large outline: the first of many, a row that asks for more, and whatever is on the way to the selected. */
import { expect, test } from 'vitest';
import { PAGE, nameOf, opensAtFirst, pathTo, rowsOf } from '../../src/lib/components/outline-rows.ts';
import type { OutlineItem } from '../../src/lib/graph/outline.ts';

const item = (id: string, children: readonly OutlineItem[] = []): OutlineItem => ({
  id,
  kind: children.length > 0 ? 'account' : 'node',
  selectable: true,
  nodeKind: null,
  label: id,
  sublabel: '',
  children
});
const account = (id: string, count: number) =>
  item(
    id,
    Array.from({ length: count }, (_, i) => item(`${id}.${i}`))
  );
const ids = (
  items: readonly OutlineItem[],
  selected: string | null,
  shown: ReadonlyMap<string, number> = new Map()
) => rowsOf(items, { isOpen: () => true, path: pathTo(items, selected), shown }).map((row) => row.item.id);

test('of many siblings the first are shown, and how many more there are', () => {
  const rows = rowsOf([account('a', 2000)], { isOpen: () => true, path: new Set(), shown: new Map() });
  expect(rows).toHaveLength(1 + PAGE + 1);
  expect(rows.at(-1)).toMatchObject({
    item: { id: 'more:a', kind: 'more', label: '1,800 more' },
    parent: 0,
    level: 2
  });
  expect(rows[1]).toMatchObject({ position: 1, size: 2000 });
});

test('asking for more shows more of that account alone', () => {
  const items = [account('a', 500), account('b', 500)];
  const rows = ids(items, null, new Map([['more:a', 2 * PAGE]]));
  expect(rows.filter((id) => id.startsWith('a.'))).toHaveLength(400);
  expect(rows.filter((id) => id.startsWith('b.'))).toHaveLength(200);
});

test('the selected is shown however far down it stands', () => {
  expect(ids([account('a', 2000)], 'a.1999').slice(-2)).toEqual(['a.1999', 'more:a']);
});

test('as many as fit need no row that asks for more', () => {
  expect(ids([account('a', PAGE)], null).at(-1)).toBe(`a.${PAGE - 1}`);
});

test('accounts are closed at first when they would make too many rows, and one alone is open', () => {
  expect(opensAtFirst([account('a', 2000)])).toBe(true);
  expect(opensAtFirst([account('a', 200), account('b', 200)])).toBe(true);
  expect(opensAtFirst([account('a', 200), account('b', 201)])).toBe(false);
});

test('a role that is called by its permission set is read with its whole name', () => {
  const role = { ...item('r'), label: 'Power', nodeKind: 'role', sublabel: 'permission set' } as const;
  expect(nameOf({ ...role, whole: 'AWSReservedSSO_Power_0' }, 'asks')).toBe(
    'Power, role, permission set, AWSReservedSSO_Power_0, asks'
  );
});
