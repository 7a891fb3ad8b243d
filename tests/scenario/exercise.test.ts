// What reading an exercise finds wrong with it: the code and the text it underlines.
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { textAt } from '../../src/lib/source/text.ts';
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
  return problems(textOf(parts));
}

function textOf(parts: Parts): string {
  const { head = '', edit = '/accounts/a/users/dana/inline', goals = '[r]', probes = '[]' } = parts;
  const { solution = '[]', decoys = '[]' } = parts;
  return `${WORLD}exercise:
  brief: b
${head}
  edit: [{ at: ${edit} }]
  goals: ${goals}
  probes: ${probes}
  solution: ${solution}
  decoys: ${decoys}
`;
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
    ['four in one without a number', { head: '  hints: [a, b, c, d]' }, ['exercise/hints [a, b, c, d]']],
    [
      'hints that are no list are not counted too',
      { head: '  number: 1.1\n  hints: Look at the gate.' },
      ['scenario/wrong-kind Look at the gate.']
    ],
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

describe('what is written in another shape: place, problem, way out', () => {
  const LIST = 'a list has `- ` before each of its items, even before a single one';
  test.each<[string, Parts, string, string, string]>([
    [
      'an id as prediction',
      { head: '  predict: [r]' },
      'r',
      'expected a map, found `r`',
      'write `request: r`'
    ],
    [
      'a list as prediction',
      { head: '  predict: [[r]]' },
      '[r]',
      'expected a map, found a list',
      'its keys are `request`'
    ],
    [
      'a pointer as place of an edit',
      { solution: '[/accounts/a]' },
      '/accounts/a',
      'expected a map, found `/accounts/a`',
      'write `at: /accounts/a`'
    ],
    ['one goal', { goals: 'r' }, 'r', 'expected a list, found `r`', LIST],
    ['hints as text', { head: '  hints: Look.' }, 'Look.', 'expected a list, found `Look.`', LIST],
    [
      'a pointer that begins with a key',
      { edit: 'accounts/a/users' },
      'accounts/a/users',
      '`accounts/a/users` is not a JSON Pointer into the file',
      'write `/accounts/a/users`'
    ],
    [
      'a pointer as in a URL',
      { edit: '"#/accounts/a"' },
      '"#/accounts/a"',
      '`#/accounts/a` is not a JSON Pointer into the file',
      'write `/accounts/a`'
    ],
    [
      'a path with dots',
      { goals: '[r, { state: accounts.a.root, equals: x }]' },
      'accounts.a.root',
      '`accounts.a.root` is not a JSON Pointer into the file',
      'a pointer has `/` before each key, as in `/accounts/main/users`'
    ],
    ['a par below zero', { head: '  par: -1' }, '-1', '`-1` is out of range', '0 is the least'],
    [
      'one hint of three',
      { head: '  number: 1.1\n  hints: [a]' },
      '[a]',
      'there is 1 hint',
      'an exercise with a number has three: where to look, what it is about, what to write'
    ],
    [
      'a fourth hint',
      { head: '  hints: [a, b, c, d]' },
      '[a, b, c, d]',
      'there are 4 hints',
      'an exercise has three at most: where to look, what it is about, what to write'
    ]
  ])('%s', (_what, parts, place, message, help) => {
    const [first] = parseScenario({ name: 'x.yaml', text: textOf(parts) }).diagnostics;
    expect(first && { place: textAt(first.range), message: first.message, help: first.help }).toEqual({
      place,
      message,
      help
    });
  });
});
