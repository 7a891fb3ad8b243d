/** One history: typing joins word by word, what follows from a deed goes with it, and every way back leads home. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TypedTexts } from '../../src/lib/scenario/live.ts';
import { patchBetween } from '../../src/lib/source/patch.ts';
import {
  NO_HISTORY,
  enter,
  isGoingOn,
  redo,
  undo,
  type Deed,
  type Draft,
  type History
} from '../../src/lib/workbench/history.ts';

const draft = (text: string, typed: TypedTexts = new Map()): Draft => ({ text, typed });
const edit = (title: string): Deed => ({ title, document: null, goesOn: false, isSequel: false });
const typing = (goesOn: boolean): Deed => ({ title: 'Type', document: '', goesOn, isSequel: false });

test('a deed is taken back and done again', () => {
  const history = enter(NO_HISTORY, draft('a'), draft('ab'), edit('Add b'));
  const back = undo(history, draft('ab'));
  expect(back).toMatchObject({ draft: { text: 'a' }, title: 'Add b' });
  expect(redo(back!.history, back!.draft)).toMatchObject({ draft: { text: 'ab' }, title: 'Add b' });
  expect(undo(back!.history, back!.draft)).toBeNull();
});

test('what changes nothing is not entered', () => {
  expect(enter(NO_HISTORY, draft('a'), draft('a'), edit('Nothing'))).toEqual(NO_HISTORY);
});

test('typing that goes on is one deed, and a new deed forgets what was taken back', () => {
  let history = enter(NO_HISTORY, draft(''), draft('a'), typing(false));
  history = enter(history, draft('a'), draft('ab'), typing(true));
  expect(history.past).toHaveLength(1);
  const back = undo(history, draft('ab'))!;
  expect(back.draft.text).toBe('');
  expect(enter(back.history, back.draft, draft('x'), edit('Other')).future).toEqual([]);
});

test('typing that returns to where it began leaves nothing to take back', () => {
  let history = enter(NO_HISTORY, draft(''), draft('a'), typing(false));
  history = enter(history, draft('a'), draft(''), typing(true));
  expect(history.past).toEqual([]);
});

test('a sequel goes with the deed before it, both ways', () => {
  const typed: TypedTexts = new Map([['/p', { text: '{}', over: 'old' }]]);
  let history = enter(NO_HISTORY, draft('old'), draft('old', typed), typing(false));
  history = enter(history, draft('old', typed), draft('{}'), { ...edit('Write'), isSequel: true });
  const back = undo(history, draft('{}'))!;
  expect(back).toMatchObject({ draft: draft('old'), title: 'Type' });
  expect(redo(back.history, back.draft)).toMatchObject({ draft: draft('{}'), title: 'Type' });
});

test.each([
  // text, next, next but one, whether the second stroke goes on
  ['', 'a', 'ab', true],
  ['', 'a', 'a ', false],
  ['a', 'a ', 'a b', false],
  ['', 'b', 'ab', false],
  ['', 'a', 'axyz', false],
  ['', 'xyz', 'xyza', false],
  ['one two', 'one x', 'one xy', true],
  ['abc', 'ab', 'a', true],
  ['abc', 'bc', 'c', true],
  ['abc', 'ab', 'abd', false]
])('%j, %j, %j: goes on %j', (first, second, third, expected) => {
  expect(isGoingOn(patchBetween(first, second), patchBetween(second, third))).toBe(expected);
});

test('any deeds taken back one by one lead to the first text, and done again to the last', () => {
  const deed = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 20 }), isSequel: fc.boolean() });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
      let history: History = NO_HISTORY;
      let at = draft('begin');
      for (const { text, isSequel } of deeds) {
        const next = draft(text, text.length % 2 ? new Map([['/p', { text, over: null }]]) : new Map());
        history = enter(history, at, next, { ...edit('Deed'), isSequel });
        at = next;
      }
      const end = at;
      for (let turn = undo(history, at); turn; turn = undo(history, at)) ({ history, draft: at } = turn);
      expect(at).toEqual(draft('begin'));
      for (let turn = redo(history, at); turn; turn = redo(history, at)) ({ history, draft: at } = turn);
      expect(at).toEqual(end);
    })
  );
});
