/** What is drawn over the graph stands in the outline too: every mark of a moment has words at a thing that is listed. */
import { expect, test } from 'vitest';
import { outlineOf, type OutlineItem } from '../../src/lib/graph/outline.ts';
import { toldBy } from '../../src/lib/graph/told.ts';
import { nameOf as rowName } from '../../src/lib/components/outline-rows.ts';
import { at, flagship } from './flagship.ts';

const items = new Map([...flat(outlineOf(flagship.graph))].map((item) => [item.id, item]));

function* flat(list: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of list) {
    yield item;
    yield* flat(item.children);
  }
}

function rowsAt(request: string, frame: string): readonly string[] {
  const told = toldBy(at(request, frame).marks);
  return [...told].map(([id, words]) => {
    const item = items.get(id);
    return item ? rowName(item, words) : `nowhere: ${id}`;
  });
}

test.each([
  ['enter', 'signed', 'build-42, session, 60 min left, signs with temporary credentials'],
  ['enter', 'asked', 'prod-deploy, role, is asked for; sts:AssumeRole is wanted here'],
  ['enter', 'identity', 'may-assume, policy, being read'],
  [
    'pass-task-role',
    'verdict',
    'may pass web-task, when iam:PassedToService fits: key iam:PassedToService: fits'
  ],
  ['wrong-region', 'verdict', 'SCP · Root · FullAWSAccess: lets this request through'],
  ['enter', 'verdict', 'prod-deploy, role, stamped allowed']
] as const)('%s at %s', (request, frame, row) => {
  expect(rowsAt(request, frame)).toContain(row);
});

test('no mark is told of what the outline has not', () => {
  const rows = flagship.requests.flatMap(({ id }) =>
    ['signed', 'papers', 'verdict'].flatMap((frame) => rowsAt(id, frame))
  );
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => row.startsWith('nowhere'))).toEqual([]);
});

test('nothing is told where nothing is marked', () => {
  expect(toldBy(null).size).toBe(0);
});
