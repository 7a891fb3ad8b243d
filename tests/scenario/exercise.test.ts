// What reading an exercise finds wrong with it: the code and the text it underlines.
import { describe, expect, test } from 'vitest';
import { problems } from './sample.ts';

const WORLD = `bouncer: 1
title: t
summary: s
accounts:
  a:
    id: '111111111111'
    users: { dana: { inline: { p: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }' } } }
requests:
  r: { principal: a:user/dana, action: iam:ListUsers, expect: allowed }
  q: { principal: a:user/dana, action: iam:ListRoles }
`;

interface Parts {
  readonly head?: string;
  readonly edit?: string;
  readonly goals?: string;
  readonly probes?: string;
  readonly solution?: string;
  readonly decoys?: string;
}

function found(parts: Parts): readonly string[] {
  const { head = '', edit = '/accounts/a/users/dana/inline', goals = '[r]', probes = '[]' } = parts;
  const { solution = '[]', decoys = '[]' } = parts;
  return problems(`${WORLD}exercise:
  brief: b
${head}
  edit: [{ at: ${edit} }]
  goals: ${goals}
  probes: ${probes}
  solution: ${solution}
  decoys: ${decoys}
`);
}

test('a sound one has none', () => {
  expect(found({})).toEqual([]);
});

describe('goals and probes', () => {
  test.each<[string, Parts, readonly string[]]>([
    ['none at all', { goals: '[]' }, ['exercise/no-goals []']],
    ['without expectation', { goals: '[q]' }, ['exercise/goal-without-expect q']],
    ['a probe without expectation', { probes: '[q]' }, ['exercise/goal-without-expect q']],
    ['twice', { goals: '[r, r]' }, ['exercise/duplicate-goal r']],
    ['goal and probe', { probes: '[r]' }, ['exercise/goal-and-probe r']],
    ['no request', { goals: '[x]' }, ['scenario/unknown-reference x']],
    [
      'nobody to reach',
      { goals: '[{ unreachable: [a:user/dana, a:role/x] }]' },
      ['scenario/unknown-reference a:role/x']
    ],
    [
      'half a pair',
      { goals: '[{ unreachable: [a:user/dana] }]' },
      ['exercise/unclear-goal { unreachable: [a:user/dana] }']
    ],
    [
      'a state of nothing',
      { goals: '[{ state: /accounts }]' },
      ['exercise/unclear-goal { state: /accounts }']
    ],
    [
      'root users and ARNs',
      { goals: '[{ unreachable: [a:root, "arn:aws:iam::111111111111:user/dana"] }]' },
      []
    ]
  ])('%s', (_what, parts, expected) => {
    expect(found(parts)).toEqual(expected);
  });
});

describe('what may be edited', () => {
  test.each([
    ['/accounts/a/users/dana/tags', []],
    ['/accounts/a/users/dana/inline/p/Statement/0', []],
    ['/accounts/a/users/dana/inline/new', []],
    ['/accounts/a/users/bob/inline', ['exercise/leads-nowhere /accounts/a/users/bob/inline']],
    ['/accounts/b', []],
    ['/accounts/b/users', ['exercise/leads-nowhere /accounts/b/users']],
    ['/title/x', ['exercise/leads-nowhere /title/x']]
  ])('%s', (edit, expected) => {
    expect(found({ edit })).toEqual(expected);
  });
});

describe('hints, names, edits', () => {
  test.each<[string, Parts, readonly string[]]>([
    ['no hints in one without a number', {}, []],
    ['two in one with a number', { head: '  number: 1.1\n  hints: [a, b]' }, ['exercise/hints [a, b]']],
    ['three', { head: '  number: 1.1\n  hints: [a, b, c]' }, []],
    ['an empty one', { head: "  hints: [a, '']" }, ["exercise/hints ''"]],
    ['a number that is none', { head: '  number: one' }, ['scenario/invalid-value one']],
    [
      'two decoys of one name',
      { decoys: '[{ name: x, says: s, edits: [] }, { name: x, says: s, edits: [] }]' },
      ['exercise/duplicate-name x']
    ],
    [
      'a decoy that says nothing',
      { decoys: '[{ name: x, edits: [] }]' },
      ['exercise/decoy-says-nothing { name: x, edits: [] }']
    ],
    [
      'an edit that does nothing',
      { solution: '[{ at: /accounts }]' },
      ['exercise/unclear-edit { at: /accounts }']
    ],
    [
      'an edit that does two things',
      { solution: '[{ at: /accounts, set: 1, remove: true }]' },
      ['exercise/unclear-edit { at: /accounts, set: 1, remove: true }']
    ]
  ])('%s', (_what, parts, expected) => {
    expect(found(parts)).toEqual(expected);
  });
});
