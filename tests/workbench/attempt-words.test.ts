// What the foot of an exercise says, and what is unlocked in words.
import { expect, test } from 'vitest';
import type { Grade } from '../../src/lib/exercise/grade.ts';
import type { GoalRow } from '../../src/lib/workbench/attempt-rows.ts';
import type { Stop } from '../../src/lib/workbench/attempt-stop.ts';
import {
  placeWords,
  toFeedback,
  unlockedPlaces,
  type Standing
} from '../../src/lib/workbench/attempt-words.ts';
import { parsed, task } from '../exercise/task.ts';

const { exercise } = parsed(task());
const row: GoalRow = {
  key: 'see',
  title: 'Ana sees it',
  request: 'see',
  isMet: false,
  decision: 'implicitDeny',
  wants: 'must be allowed'
};
const stop: Stop = {
  opened: null,
  request: 'see',
  step: 'identity',
  reason: 'nothing allows it',
  decision: 'implicitDeny'
};
const mark = (isMet: boolean): Grade['goals'][number] => ({
  goal: { kind: 'request', request: 'see' },
  isMet,
  found: { kind: 'decision', decision: 'implicitDeny', by: [] }
});

function graded(goals: readonly boolean[], probes: readonly boolean[]): Grade {
  const meetsGoals = goals.every(Boolean);
  return {
    passes: meetsGoals && probes.every(Boolean),
    meetsGoals,
    goals: goals.map(mark),
    probes: probes.map(mark),
    broken: []
  };
}

const BASE: Standing = {
  exercise,
  grade: graded([false], [true]),
  isChanged: true,
  locked: [],
  decoy: null,
  broken: [],
  asked: null,
  failing: row,
  stop,
  score: '1 statement'
};
const decoy = { name: 'star', says: 'Too wide.', changes: [], path: '' };

test.each<[string, Partial<Standing>, string, string, boolean]>([
  [
    'the start',
    { isChanged: false },
    'start',
    '“Ana sees it” must be allowed. Step to the gate that decides it.',
    true
  ],
  [
    'the start that asks',
    { isChanged: false, asked: 'Ana looks' },
    'start',
    'Before you step: how does “Ana looks” end?',
    true
  ],
  [
    'a start with nothing to step to',
    { isChanged: false, failing: null, stop: null },
    'start',
    'Step through the requests, then edit what is unlocked.',
    false
  ],
  ['one goal', {}, 'goals', '0 of 1 goal holds. “Ana sees it” must be allowed: nothing allows it.', true],
  [
    'several goals',
    { grade: graded([true, false], []) },
    'goals',
    '1 of 2 goals hold. “Ana sees it” must be allowed: nothing allows it.',
    true
  ],
  [
    'a goal without a request',
    { stop: null, failing: { ...row, wants: '' } },
    'goals',
    '0 of 1 goal holds. “Ana sees it” must hold.',
    false
  ],
  [
    'one probe',
    { grade: graded([true], [false, true]) },
    'probes',
    'The goal holds, but one probe does not. “Ana sees it” must be allowed.',
    true
  ],
  [
    'probes',
    { grade: graded([true, true], [false, false]) },
    'probes',
    'All 2 goals hold, but 2 probes do not. “Ana sees it” must be allowed.',
    true
  ],
  ['a decoy', { decoy }, 'decoy', 'Too wide.', true],
  [
    'a decoy that says nothing',
    { decoy: { ...decoy, says: '' } },
    'goals',
    '0 of 1 goal holds. “Ana sees it” must be allowed: nothing allows it.',
    true
  ],
  ['what passes', { grade: graded([true], [true]), stop: null }, 'solved', 'Solved, in 1 statement.', false],
  [
    'what passes as it was',
    { grade: graded([true], [true]), isChanged: false, score: '', stop: null },
    'solved',
    'Solved.',
    false
  ],
  [
    'a broken policy',
    { broken: ['Read'] },
    'broken',
    'Read is no policy that AWS would store. Mend it first.',
    false
  ],
  [
    'what is locked, before all else',
    {
      grade: graded([true], [true]),
      locked: [{ at: '/accounts/a/users/bob/inline/X', only: null }],
      broken: ['Read']
    },
    'locked',
    'This exercise does not unlock bob · X. Undo that, and the rest counts.',
    false
  ],
  [
    'what is unlocked for something else',
    { locked: [{ at: '/accounts/a/roles/app/trust', only: 'remove' }] },
    'locked',
    'This exercise lets app · trust policy only be taken from. Undo that, and the rest counts.',
    false
  ]
])('%s', (_, standing, kind, text, hasStop) => {
  const found = toFeedback({ ...BASE, ...standing });
  expect(found).toMatchObject({ kind, text });
  expect(found.stop !== null).toBe(hasStop);
});

test.each([
  ['', 'the file'],
  ['/accounts/main', 'account main'],
  ['/accounts/main/users/dana', 'dana'],
  ['/accounts/main/users/dana/inline', 'dana · inline policies'],
  ['/accounts/main/users/dana/inline/Figures', 'dana · Figures'],
  ['/accounts/main/users/dana/inline/Figures/Statement/0', 'dana · Figures'],
  ['/accounts/main/users/dana/groups', 'dana · groups'],
  ['/accounts/main/users/dana/policies', 'dana · managed policies'],
  ['/accounts/main/users/dana/boundary', 'dana · permissions boundary'],
  ['/accounts/main/roles/web/trust', 'web · trust policy'],
  ['/accounts/main/policies/Glass', 'policy Glass'],
  ['/accounts/main/groups/Admins', 'Admins'],
  ['/accounts/main/resources/arn:aws:s3:::logs/policy', 'logs · policy'],
  ['/accounts/main/resources/arn:aws:kms:eu-west-1:111111111111:key~11/policy', 'key/1 · policy'],
  ['/accounts/main/resources/arn:aws:s3:::logs/blockPublicAccess', 'logs · Block Public Access'],
  ['/accounts/prod/scps', 'prod · SCPs'],
  ['/accounts/prod/rcps', 'prod · RCPs'],
  ['/organizations/acme/scps', 'acme · SCPs'],
  ['/organizations/acme/scps/FilesOnly', 'SCP FilesOnly'],
  ['/organizations/acme/rcps/HouseRules', 'RCP HouseRules'],
  ['/organizations/acme/root/scps', 'root · SCPs'],
  ['/organizations/acme/root/units/Prod/scps', 'Prod · SCPs'],
  ['/organizations/acme/root/units/Prod/units/Web/rcps', 'Web · RCPs'],
  ['/identityCenter/assignments', 'Identity Center · assignments'],
  ['/requests/deploy/session', 'the request deploy · session policy'],
  ['/requests/deploy/resource', 'the request deploy · what it asks'],
  ['/now', 'now']
])('%s is %s', (pointer, words) => {
  expect(placeWords(pointer)).toBe(words);
});

test('what may be done there alone is said', () => {
  const at = '/accounts/a/users/ana/policies';
  expect(
    unlockedPlaces([
      { at, only: 'remove' },
      { at: `${at}/0`, only: null }
    ]).map(({ words }) => words)
  ).toEqual(['ana · managed policies: remove only', 'ana · managed policies']);
});

test('a resource goes by the name it has in the file', () => {
  const key = 'arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555';
  const at = `/accounts/a/resources/${key.replaceAll('/', '~1')}/policy`;
  const named = unlockedPlaces([{ at, only: null }], new Map([[key, { name: 'reports-key' }]]));
  expect(named.map(({ words }) => words)).toEqual(['reports-key · policy']);
});
