/** An exercise's file being edited: what is locked stays as it began, however somebody goes about it, and says so. */
import { expect, test } from 'vitest';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { Documents } from '../../src/lib/workbench/documents.svelte.ts';
import { Guard } from '../../src/lib/workbench/guard.ts';
import { Readers } from '../../src/lib/workbench/readers.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';
import { allow, policy, task } from '../exercise/task.ts';

const ANA = '/accounts/a/users/ana';
const INLINE = `${ANA}/inline`;
const READ = asPolicyId('a:user/ana/Read');
const SEE = allow('s3:GetObject', 'arn:aws:s3:::pictures/*');
const KEEP = SEE.replace('Read', 'Keep');

interface Opened {
  readonly documents: Documents;
  readonly refused: string[];
}

function open(edit: string, statements = [SEE, KEEP]): Opened {
  const text = task({ edit, ana: `{ inline: { Read: ${policy(...statements)} }, groups: [] }` });
  const source = { name: 'task.yaml', text };
  const start = parseScenario(source).value!;
  const documents = new Documents(
    { ...source, original: text, drafts: new Map(), graph: null },
    new Readers(),
    () => {}
  );
  documents.guard = new Guard(toExercise(start)!.edit, source, start.root);
  const refused: string[] = [];
  documents.onrefuse = (problems) => refused.push(...problems.map(({ message }) => message));
  return { documents, refused };
}

const messages = (problems: readonly { readonly message: string }[]) =>
  problems.map(({ message }) => message);

test('an edit of a locked place is refused with the place, and changes nothing', async () => {
  const { documents } = open(`[{ at: ${INLINE} }]`);
  const before = documents.text;
  const problems = await documents.edit('Tag', [{ at: `${ANA}/tags/a`, set: 'b' }]);
  expect(problems).toMatchObject([
    {
      code: 'exercise/locked',
      message: '`ana · tags` is locked in this exercise',
      help: expect.stringContaining('the task lists')
    }
  ]);
  expect([documents.text, documents.canUndo]).toEqual([before, false]);
});

test('an edit of an unlocked place is made, undone and done again', async () => {
  const { documents } = open(`[{ at: ${INLINE} }]`);
  const before = documents.text;
  expect(await documents.edit('Remove', [{ at: `${INLINE}/Read/Statement/1`, remove: true }])).toEqual([]);
  const after = documents.text;
  expect(after).not.toBe(before);
  documents.undo();
  expect(documents.text).toBe(before);
  documents.redo();
  expect(documents.text).toBe(after);
});

test('one of several changes is locked: none is made', async () => {
  const { documents } = open(`[{ at: ${INLINE} }]`);
  const before = documents.text;
  const changes = [
    { at: `${INLINE}/Read/Statement/1`, remove: true },
    { at: `${ANA}/tags`, set: { a: 'b' } }
  ] as const;
  expect(messages(await documents.edit('Both', changes))).toEqual([
    '`ana · tags` is locked in this exercise'
  ]);
  expect(documents.text).toBe(before);
});

test('a locked policy takes no typing, nor does the file; an open one does', async () => {
  const { documents, refused } = open(`[{ at: ${ANA}/groups }]`);
  documents.typePolicy(READ, '{}');
  expect(documents.shown(READ)!.isTyped).toBe(false);
  documents.typeFile(documents.text.replace('title: t', 'title: u'));
  documents.typeFile('[');
  expect(documents.text).toContain('title: t');
  expect(refused).toEqual([
    '`ana · Read` is locked in this exercise',
    '`title` is locked in this exercise',
    '`the file` is locked in this exercise'
  ]);
  const other = open(`[{ at: ${INLINE} }]`);
  other.documents.typePolicy(READ, '{ "Version": ');
  expect(other.documents.shown(READ)!.text).toBe('{ "Version": ');
  expect(other.refused).toEqual([]);
});

test('where only removing is allowed, what is typed stays, is told, and is written once it keeps to that', async () => {
  const { documents } = open(`[{ at: ${INLINE}, only: remove }]`);
  const before = documents.text;
  const wider = policy(SEE.replace('GetObject', '*'), KEEP);
  documents.typePolicy(READ, wider);
  expect(messages(documents.held)).toEqual(['`ana · Read` may only be taken from in this exercise']);
  expect(documents.shown(READ)!.diagnostics.at(-1)).toMatchObject({
    code: 'exercise/only',
    range: { from: wider.indexOf('"s3:*"'), to: wider.indexOf('"s3:*"') + 6 }
  });
  await documents.settle();
  expect([documents.text, documents.shown(READ)!.text]).toEqual([before, wider]);
  documents.typePolicy(READ, policy(SEE));
  expect(documents.held).toEqual([]);
  await documents.settle();
  expect(documents.text).not.toBe(before);
  expect(documents.shown(READ)!.isTyped).toBe(false);
});

test('a file that had locked changes long ago can still be mended, and takes no more of them', async () => {
  const { documents } = open(`[{ at: ${INLINE} }]`);
  const { guard } = documents;
  documents.guard = null;
  await documents.edit('Tag', [{ at: `${ANA}/tags/a`, set: 'b' }]);
  documents.guard = guard;
  expect(await documents.edit('Remove', [{ at: `${INLINE}/Read`, remove: true }])).toEqual([]);
  expect(messages(await documents.edit('Bound', [{ at: `${ANA}/boundary`, set: 'X' }]))).toEqual([
    '`ana · permissions boundary` is locked in this exercise'
  ]);
  expect(await documents.edit('Untag', [{ at: `${ANA}/tags`, remove: true }])).toEqual([]);
});

test('where nodes lie is nobody’s lock', async () => {
  const { documents } = open('[]');
  expect(await documents.edit('Move', [{ at: '/layout/a:user~1ana', set: { x: 1, y: 2 } }])).toEqual([]);
});

test('the way out of a problem of a locked policy is refused, and says so', async () => {
  const { documents, refused } = open(`[{ at: ${ANA}/groups }]`);
  const range = { source: { name: READ, text: documents.shown(READ)!.text }, from: 0, to: 1 };
  const fix = { title: 'Mend', changes: [{ at: '/Statement/1', remove: true }], behaviour: 'kept' } as const;
  await documents.mend({ code: 'x/y', severity: 'warning', message: '', path: '', range, fix });
  expect(documents.isChanged).toBe(false);
  expect(refused).toEqual(['`ana · Read` is locked in this exercise']);
});
