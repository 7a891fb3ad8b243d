/** Moving things in the drawing: what is written into the file, what it means when it is read, and names that follow. */
import { describe, expect, test } from 'vitest';
import { isMoved, moveTo, setFolded, tidyUp } from '../../src/lib/edit/move.ts';
import { remove, rename } from '../../src/lib/edit/rename.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges, type Change } from '../../src/lib/source/change.ts';
import { asAccountId } from '../../src/lib/world/arn.ts';
import { at, groundOf } from './ground.ts';

const BASE = `bouncer: 1
title: A company
summary: To move in
accounts:
  tools:
    id: '111111111111'
    users:
      dana: { inline: { Own: { Version: '2012-10-17', Statement: { Effect: Allow, Action: 's3:*', Resource: '*' } } } }
    resources:
      arn:aws:s3:::data: {}
    identityProviders: { corp: { saml: true } }
`;
const LAYOUT = `${BASE}layout:
  tools: { x: 1, y: 2, folded: true }
  tools:user/dana: { x: 3, y: 4 } # by the window
  tools:user/dana/Own: { x: 5, y: 6 }
  tools:data: { x: 7, y: 8 }
  saml:tools/corp: { x: 9, y: 9 }
`;
const DANA = 'arn:aws:iam::111111111111:user/dana';

function read(text: string) {
  const { value, diagnostics } = parseScenario({ name: 'a.yaml', text });
  if (!value) throw new Error('does not parse');
  return { scenario: value, diagnostics };
}

function changed(text: string, changes: readonly Change[]): string {
  return applyChanges({ name: 'a.yaml', text }, changes).value ?? 'cannot be changed';
}

/** The lines of the layout. */
function layoutOf(text: string): readonly string[] {
  const [, layout = ''] = text.split('layout:\n');
  return layout.split('\n').flatMap((line) => (line === '' ? [] : [line.trim()]));
}

describe('a move', () => {
  test.each([
    ['of a node', BASE, DANA, ['tools:user/dana:', 'x: 40', 'y: -8']],
    ['of an account', BASE, '111111111111', ['tools:', 'x: 40', 'y: -8']]
  ])('%s is a line or two of the file', (_, text, id, lines) => {
    const edit = moveTo(read(text).scenario, id, 'dana', { x: 39.6, y: -8.2 });
    expect(edit.title).toBe('Move dana');
    const after = changed(text, edit.changes);
    expect(layoutOf(after)).toEqual(lines);
    expect(after.startsWith(BASE)).toBe(true);
    const { scenario, diagnostics } = read(after);
    expect(diagnostics).toEqual([]);
    expect(scenario.layout.get(id)?.at).toEqual({ x: 40, y: -8 });
  });

  test('once more changes the same entry, keeps the rest and what is folded', () => {
    const { scenario } = read(LAYOUT);
    const after = changed(LAYOUT, [
      ...moveTo(scenario, DANA, 'dana', { x: 30, y: 40 }).changes,
      ...moveTo(scenario, '111111111111', 'tools', { x: 10, y: 20 }).changes
    ]);
    const { layout } = read(after).scenario;
    expect(layout.get(DANA)?.at).toEqual({ x: 30, y: 40 });
    expect(layout.get('111111111111')).toMatchObject({ at: { x: 10, y: 20 }, folded: true });
    expect(layout.size).toBe(5);
    expect(after).toContain('# by the window');
  });
});

describe('tidying up', () => {
  test('takes all places away and nothing else', () => {
    const { scenario } = read(LAYOUT.replace(', folded: true', ''));
    expect(isMoved(scenario.layout)).toBe(true);
    expect(changed(LAYOUT, tidyUp(scenario.layout).changes)).toBe(BASE);
  });

  test('what is folded stays folded', () => {
    const { layout } = read(changed(LAYOUT, tidyUp(read(LAYOUT).scenario.layout).changes)).scenario;
    expect([...layout]).toEqual([['111111111111', { name: 'tools', at: null, folded: true }]]);
    expect(isMoved(layout)).toBe(false);
  });
});

test.each([
  [BASE, true, { at: null, folded: true }],
  [LAYOUT, true, { at: { x: 1, y: 2 }, folded: true }],
  [BASE, false, { at: null, folded: false }],
  [LAYOUT, false, { at: { x: 1, y: 2 }, folded: false }],
  [LAYOUT, null, { at: { x: 1, y: 2 }, folded: null }]
])('folding keeps the place', (text, isFolded, expected) => {
  const { changes } = setFolded(read(text).scenario, '111111111111', 'tools', isFolded);
  expect(read(changed(text, changes)).scenario.layout.get('111111111111')).toMatchObject(expected);
});

test('what the drawing does by itself the file need not say', () => {
  const { scenario } = read(`${BASE}layout:\n  tools: { folded: true }\n`);
  const { title, changes } = setFolded(scenario, '111111111111', 'tools', null);
  expect(title).toBe('Unfold tools');
  expect(read(changed(`${BASE}layout:\n  tools: { folded: true }\n`, changes)).scenario.layout.size).toBe(0);
});

describe('places follow their thing', () => {
  const ground = groundOf(LAYOUT);
  const place = (id: string) => at(ground, id);
  const names = (changes: readonly Change[]) =>
    [...read(changed(LAYOUT, changes)).scenario.layout.values()].map(({ name }) => name);

  test.each([
    [
      'a user',
      DANA,
      'ana',
      ['tools', 'tools:user/ana', 'tools:user/ana/Own', 'tools:data', 'saml:tools/corp']
    ],
    [
      'an account',
      '111111111111',
      'ops',
      ['ops', 'ops:user/dana', 'ops:user/dana/Own', 'ops:data', 'saml:ops/corp']
    ],
    [
      'a resource',
      'arn:aws:s3:::data',
      'arn:aws:s3:::papers',
      ['tools', 'tools:user/dana', 'tools:user/dana/Own', 'tools:papers', 'saml:tools/corp']
    ],
    [
      'an inline policy',
      'tools:user/dana/Own',
      'Mine',
      ['tools', 'tools:user/dana', 'tools:user/dana/Mine', 'tools:data', 'saml:tools/corp']
    ]
  ])('under another name: %s', (_, id, to, expected) => {
    const edit = rename(ground, place(id), to).value;
    expect(names(edit?.changes ?? [])).toEqual(expected);
  });

  test('and go with it', () => {
    expect(names(remove(ground, place(DANA)).value?.changes ?? [])).toEqual([
      'tools',
      'tools:data',
      'saml:tools/corp'
    ]);
    const changes = remove(ground, place(asAccountId('111111111111'))).value?.changes ?? [];
    expect(changes.filter(({ at: where }) => where.startsWith('/layout')).length).toBe(5);
  });
});
