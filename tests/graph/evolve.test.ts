/** Across edits nothing jumps: only the account that an edit touches is laid out anew, and undo brings the same picture. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Drawing } from '../../src/lib/graph/drawing.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { toGraph, toSketch } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges, type Change } from '../../src/lib/source/change.ts';
import { misplaced, overlaps } from './overlap.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

function read(text: string) {
  const { value } = parseScenario({ name: 'test.yaml', text });
  if (!value) throw new Error('does not parse');
  return { world: value.world, requests: value.cases.flatMap(({ request }) => request ?? []) };
}

function show(drawing: Drawing, text: string, pins = new Map<string, { x: number; y: number }>()): Graph {
  const { world, requests } = read(text);
  return drawing.of(toSketch(world, requests), requests, pins);
}

function edited(text: string, ...changes: readonly Change[]): string {
  const { value } = applyChanges({ name: 'test.yaml', text }, changes);
  if (value === null) throw new Error('cannot be edited');
  return value;
}

/** Places of all nodes that do not stand in this account, and of all other accounts. */
function placesBeyond({ nodes, boxes }: Graph, account: string) {
  const accounts = boxes.filter(({ kind, id }) => kind === 'account' && id !== account);
  return new Map([
    ...nodes.filter(({ box }) => box !== account).map(({ id, x, y }) => [id, `${x} ${y}`] as const),
    ...accounts.map(({ id, x, y, width, height }) => [id, `${x} ${y} ${width} ${height}`] as const)
  ]);
}

const TRUST = {
  trust: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }]
  }
};
const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }]
};

describe.each(files)('%s', (name) => {
  const before = textOf(name);
  const { world } = read(before);
  const [account] = [...world.accounts.values()].slice(-1);
  const home = `/accounts/${account?.alias ?? ''}`;
  const someone = [...world.principals.values()].find((each) => each.kind === 'user' || each.kind === 'role');
  const owner = [...world.accounts.values()].find((each) => each.id === someone?.account);
  const own = someone && 'name' in someone ? `${someone.kind}s/${someone.name}` : '';

  test.each([
    ['a role', [{ at: `${home}/roles/one-more`, set: TRUST }], account?.id],
    ['a user', [{ at: `${home}/users/one-more`, set: {} }], account?.id],
    ['a resource', [{ at: `${home}/resources/arn:aws:s3:::one-more`, set: {} }], account?.id],
    [
      'a policy',
      [
        {
          at: `/accounts/${owner?.alias ?? ''}/${own}/inline/one-more`,
          set: POLICY
        }
      ],
      owner?.id
    ],
    [
      'a request by a service',
      [
        {
          at: '/requests/one-more',
          set: {
            principal: 'service:config.amazonaws.com',
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::x'
          }
        }
      ],
      'nothing'
    ]
  ] as const)('%s moves nothing beyond its account', (_, changes, touched) => {
    const drawing = new Drawing();
    const first = show(drawing, before);
    const after = show(drawing, edited(before, ...changes));
    const [old, now] = [placesBeyond(first, touched ?? ''), placesBeyond(after, touched ?? '')];
    const jumped = [...old].filter(([id, place]) => now.get(id) !== place).map(([id]) => id);
    expect(jumped).toEqual([]);
    expect(overlaps(after)).toEqual([]);
    expect(misplaced(after)).toEqual([]);
    expect(after.nodes.length).toBeGreaterThan(first.nodes.length - 1);
    expect(show(drawing, before)).toEqual(first); // undo
    expect(show(drawing, edited(before, ...changes))).toEqual(after); // redo
  });

  test('the first picture is the one that is laid out without any history', () => {
    const { world: again, requests } = read(before);
    expect(show(new Drawing(), before)).toEqual(toGraph(again, requests));
  });

  test('one by one, many edits leave nothing overlapping', () => {
    const drawing = new Drawing();
    let text = before;
    show(drawing, text);
    for (let n = 0; n < 6; n++) {
      text = edited(
        text,
        { at: `${home}/roles/more-${n}`, set: TRUST },
        { at: `${home}/roles/more-${n}/inline/own`, set: POLICY }
      );
      const graph = show(drawing, text);
      expect(overlaps(graph)).toEqual([]);
      expect(misplaced(graph)).toEqual([]);
    }
  });
});

test('another world has a drawing of its own', () => {
  const drawing = new Drawing();
  show(drawing, textOf('read-one-bucket.yaml'));
  const { world, requests } = read(textOf('tools-to-production.yaml'));
  expect(show(drawing, textOf('tools-to-production.yaml'))).toEqual(toGraph(world, requests));
});

test('what is left of a session is left when it is used, and another hour of it moves nothing', () => {
  const drawing = new Drawing();
  const before = textOf('tools-to-production.yaml');
  const told = ({ nodes }: Graph) => nodes.find(({ label }) => label === 'build-42')?.sublabel;
  const first = show(drawing, before);
  const later = show(drawing, edited(before, { at: '/requests/deploy/at', set: '2026-03-03T11:00:00Z' }));
  expect([told(first), told(later)]).toEqual(['60 min left', '60 min left']);
  const session = { name: 'build-42', issuedAt: '2026-03-03T09:10:00Z' };
  const less = show(drawing, edited(before, { at: '/requests/deploy/session', set: session }));
  expect(told(less)).toBe('10 min left');
  expect(placesBeyond(less, '')).toEqual(placesBeyond(first, ''));
});

test('an account that comes and goes moves nothing', () => {
  const drawing = new Drawing();
  const before = textOf('tools-to-production.yaml');
  const first = show(drawing, before);
  const more = show(
    drawing,
    edited(before, { at: '/accounts/extra', set: { id: '987654321098', users: { eve: {} } } })
  );
  expect(overlaps(more)).toEqual([]);
  expect(misplaced(more)).toEqual([]);
  const now = placesBeyond(more, '987654321098');
  expect([...placesBeyond(first, '')].filter(([id, place]) => now.get(id) !== place)).toEqual([]);
});

test('the same things in the same places are the same graph; places of the file come on top and go again', () => {
  const drawing = new Drawing();
  const text = textOf('tools-to-production.yaml');
  const first = show(drawing, text);
  expect(show(drawing, text)).toBe(first);
  const dana = first.nodes.find(({ label }) => label === 'dana');
  const moved = show(drawing, text, new Map([[dana?.id ?? '', { x: 60, y: 300 }]]));
  expect(moved).not.toEqual(first);
  expect(show(drawing, text)).toEqual(first);
});
