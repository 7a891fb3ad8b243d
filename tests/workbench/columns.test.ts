/** The tabs over the right column: what is left out, what waits, and that a task's answer has none. */
import { expect, test } from 'vitest';
import { tabOf, toColumnTabs, type ColumnState } from '../../src/lib/workbench/columns.ts';

const STATE: ColumnState = {
  column: 'policy',
  hasThing: true,
  isChanged: true,
  isTask: false,
  isEditable: true,
  errors: 0
};

/** The names of the tabs; in brackets what is disabled, crossed out what cannot be seen. */
function tabs(change: Partial<ColumnState>): string {
  return toColumnTabs({ ...STATE, ...change })
    .map(({ name, isDisabled, isHidden }) => (isHidden ? '–' : isDisabled ? `(${name})` : name))
    .join(' | ');
}

test.each<[string, Partial<ColumnState>, string]>([
  ['all of them', {}, 'Policy | Who or what | What if | Changes | File'],
  ['nothing chosen', { hasThing: false }, 'Policy | (Who or what) | What if | Changes | File'],
  ['nothing changed', { isChanged: false }, 'Policy | Who or what | What if | File'],
  [
    'all changes taken back',
    { isChanged: false, column: 'changes' },
    'Policy | Who or what | What if | Changes | File'
  ],
  ['a task', { isTask: true }, 'Story | Policy | Who or what | Changes'],
  ['nothing can be changed yet', { isEditable: false, isChanged: false }, 'Policy | – | – | –']
])('%s', (_, change, expected) => expect(tabs(change)).toBe(expected));

test('errors are counted on the file alone', () => {
  const counts = toColumnTabs({ ...STATE, errors: 3 }).map(({ id, errors }) => [id, errors]);
  expect(counts.filter(([, errors]) => errors !== 0)).toEqual([['file', 3]]);
});

test.each([
  ['path', 'path'],
  ['graph', 'path'],
  ['outline', 'path'],
  ['paper', 'paper'],
  ['ask', 'ask']
] as const)('the panel %s belongs to the tab %s', (panel, tab) => expect(tabOf(panel)).toBe(tab));
