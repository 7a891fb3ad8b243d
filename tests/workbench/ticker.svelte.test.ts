/** The ticker: what each edit did to the requests, counted, told, and taken back alone. */
import { expect, test } from 'vitest';
import flagship from '../../scenarios/tools-to-production.yaml?raw';
import { Documents } from '../../src/lib/workbench/documents.svelte.ts';
import { Readers } from '../../src/lib/workbench/readers.ts';
import {
  flipWords,
  flipsBetween,
  tally,
  tallyWords,
  toTicks,
  type Deal,
  type Verdict
} from '../../src/lib/workbench/ticker.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const stand = (outcomes: Readonly<Record<string, Verdict['outcome']>>): readonly Verdict[] =>
  Object.entries(outcomes).map(([id, outcome]) => ({ id, title: `Title of ${id}`, outcome }));

const A = stand({ a: 'allowed', b: 'implicitDeny' });
const B = stand({ a: 'allowed', b: 'allowed' });
const C = stand({ a: 'explicitDeny', b: 'allowed' });

const deal = (title: string, verdicts: Deal['verdicts'], more: Partial<Deal> = {}): Deal => ({
  title,
  document: null,
  isSequel: false,
  verdicts,
  ...more
});

test('a request that is new, or gone, has not flipped', () => {
  expect(flipsBetween(A, stand({ b: 'allowed', c: 'allowed' }))).toEqual([
    { id: 'b', title: 'Title of b', before: 'implicitDeny', after: 'allowed' }
  ]);
});

test('each edit has its own flips, the last first', () => {
  expect(
    toTicks([deal('One', A), deal('Two', B)], C).map(({ titles, flips }) => [
      titles,
      flips.map(({ id }) => id)
    ])
  ).toEqual([
    [['Two'], ['a']],
    [['One'], ['b']]
  ]);
});

test.each<[string, readonly Deal[], readonly (readonly [number, number])[]]>([
  ['typing in one document', [deal('T', A, { document: '/p' }), deal('T', B, { document: '/p' })], [[0, 2]]],
  [
    'typing in two documents',
    [deal('T', A, { document: '/p' }), deal('U', B, { document: '/q' })],
    [
      [1, 2],
      [0, 1]
    ]
  ],
  ['a sequel', [deal('T', A, { document: '/p' }), deal('Write', B, { isSequel: true })], [[0, 2]]],
  [
    'typing on after a sequel',
    [
      deal('T', A, { document: '/p' }),
      deal('Write', A, { isSequel: true }),
      deal('T', A, { document: '/p' })
    ],
    [[0, 3]]
  ],
  ['an edit before the last one was worked out', [deal('One', A), deal('Two', null)], [[0, 2]]],
  [
    'two forms',
    [deal('One', A), deal('Two', A)],
    [
      [1, 2],
      [0, 1]
    ]
  ]
])('%s', (_, past, spans) => {
  expect(toTicks(past, B).map(({ from, to }) => [from, to])).toEqual(spans);
});

test('counted and told', () => {
  const flips = flipsBetween(
    stand({ a: 'allowed', b: 'implicitDeny', c: 'implicitDeny' }),
    stand({ a: null, b: 'allowed', c: 'explicitDeny' })
  );
  expect(tally(flips)).toEqual({ up: 1, down: 1, other: 1 });
  expect(tallyWords(tally(flips))).toBe('+1 −1 ~1');
  expect(tallyWords(tally([]))).toBe('+0 −0');
  expect(flipWords(flips)).toBe(
    '1 request became allowed, 1 request stopped being allowed, 1 request changed otherwise: Title of a; Title of b; Title of c.'
  );
  expect(flipWords([])).toBe('');
});

function open(): Documents {
  const beginning = {
    name: 'flagship.yaml',
    text: flagship,
    original: flagship,
    drafts: new Map(),
    graph: null
  };
  return new Documents(beginning, new Readers(), () => {});
}

const said = (documents: Documents) =>
  documents.ticks.map(({ titles, flips }) => [titles.join('; '), flips.map(({ id }) => id)]);

test('an edit is taken back alone though others came later', async () => {
  const documents = open();
  await documents.edit('Ask elsewhere', [{ at: '/requests/deploy/action', set: 'ecs:StopTask' }]);
  await documents.edit('Note', [{ at: '/requests/dana-reads/title', set: 'Dana' }]);
  await documents.edit('Let jenkins out', [
    { at: '/accounts/tools/roles/jenkins/inline/may-assume', remove: true }
  ]);
  const [last, , first] = documents.ticks;
  expect(first?.flips.map(({ id }) => id)).toEqual(['deploy']);
  expect(last?.flips.map(({ id }) => id)).toContain('enter');
  documents.takeBack('Ask elsewhere', first!);
  expect(documents.text).toContain('action: ecs:UpdateService');
  expect(documents.text).toContain('title: Dana\n');
  expect(documents.text).not.toContain('may-assume: |');
  expect(documents.deal).toEqual({ kind: 'done', title: 'Take back: Ask elsewhere' });
  documents.undo();
  expect(documents.text).toContain('action: ecs:StopTask');
});

test('what was written over since cannot be taken back alone', async () => {
  const documents = open();
  await documents.edit('One', [{ at: '/requests/deploy/action', set: 'ecs:StopTask' }]);
  await documents.edit('Two', [{ at: '/requests/deploy/action', set: 'ecs:RunTask' }]);
  const [two, one] = documents.ticks;
  expect([documents.canTakeBack(two!), documents.canTakeBack(one!)]).toEqual([true, false]);
  const before = documents.text;
  documents.takeBack('One', one!);
  expect(documents.text).toBe(before);
  documents.takeBack('Two', two!);
  expect(documents.text).toContain('action: ecs:StopTask');
  expect(documents.canRedo).toBe(true);
});

test('all that was typed in a policy is one edit, and goes back as one', async () => {
  const documents = open();
  const policy = asPolicyId('prod:role/prod-deploy/deploy-web');
  const { text } = documents.shown(policy)!;
  for (const word of ['ecs:Stop', 'ecs:StopTask', 'ecs:StopTask2']) {
    documents.typePolicy(policy, text.replace('ecs:UpdateService', word));
  }
  await documents.settle();
  expect(said(documents)).toEqual([['Type in deploy-web', ['deploy']]]);
  documents.takeBack('Type in deploy-web', documents.ticks[0]!);
  expect(documents.text).toBe(flagship);
  expect(documents.ticks).toEqual([]);
});
