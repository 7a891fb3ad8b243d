// What an exercise unlocks, and which ways from one state of the file to another keep to it.
import { describe, expect, test } from 'vitest';
import { isOpen, unlockedAt, vetEdit } from '../../src/lib/exercise/editable.ts';
import { allow, parsed, policy, task, type Parts } from './task.ts';

const ANA = '/accounts/a/users/ana';
const SEE = allow('s3:GetObject', 'arn:aws:s3:::pictures/*');
const inline = (...statements: readonly string[]) => `{ inline: { Read: ${policy(...statements)} } }`;
const block = (text: string) => `{ inline: { Read: ${JSON.stringify(text)} } }`;
const LIST = SEE.replace('"s3:GetObject"', '["s3:GetObject", "s3:PutObject"]');

describe('what is locked', () => {
  test.each<[string, string, Parts, Parts, readonly string[]]>([
    ['nothing changed', '[]', {}, {}, []],
    ['inside', `[{ at: ${ANA}/inline }]`, { ana: inline(SEE) }, { ana: inline(LIST) }, []],
    ['made there', `[{ at: ${ANA}/inline }]`, {}, { ana: inline(SEE) }, []],
    ['made below it', `[{ at: ${ANA}/inline/Read }]`, {}, { ana: inline(SEE) }, []],
    [
      'made beside it',
      `[{ at: ${ANA}/inline/Other }]`,
      {},
      { ana: inline(SEE) },
      ['added /accounts/a/users/ana/inline/Read']
    ],
    [
      'elsewhere',
      `[{ at: ${ANA}/inline }]`,
      {},
      { ana: '{ tags: { a: b } }' },
      ['added /accounts/a/users/ana/tags']
    ],
    [
      'a request',
      `[{ at: ${ANA}/inline }]`,
      {},
      { requests: '  more: { principal: a:user/ana, action: s3:GetObject, expect: denied }' },
      ['added /requests/more']
    ],
    ['the task itself', `[{ at: ${ANA}/inline }]`, {}, { goals: '[spy]' }, ['changed /exercise/goals/0']],
    [
      'somebody, with all there is of them',
      `[{ at: ${ANA}/inline }, { at: /accounts/a/users/eve/inline }]`,
      { users: `, eve: ${inline(SEE)}` },
      {},
      ['removed /accounts/a/users/eve']
    ],
    ['where nodes lie', '[]', {}, { more: 'layout: { "a:user/ana": { x: 1, y: 2 } }' }, []],
    ['a block of JSON, written anew', '[]', { ana: block(policy(SEE)) }, { ana: inline(SEE) }, []],
    [
      'inside a block of JSON',
      '[]',
      { ana: block(policy(SEE)) },
      { ana: block(policy(LIST)) },
      ['added /accounts/a/users/ana/inline/Read/Statement/0/Action/1']
    ],
    [
      'one statement',
      `[{ at: ${ANA}/inline/Read/Statement/0 }]`,
      { ana: inline(SEE) },
      { ana: inline(LIST) },
      []
    ],
    [
      'the other statement',
      `[{ at: ${ANA}/inline/Read/Statement/1 }]`,
      { ana: inline(SEE) },
      { ana: inline(LIST) },
      ['added /accounts/a/users/ana/inline/Read/Statement/0/Action/1']
    ],
    [
      'a statement more than the one',
      `[{ at: ${ANA}/inline/Read/Statement/0 }]`,
      { ana: inline(SEE) },
      { ana: inline(SEE, allow('ec2:*', '*')) },
      ['added /accounts/a/users/ana/inline/Read/Statement/1']
    ],
    [
      'only remove: an entry less',
      `[{ at: ${ANA}/inline, only: remove }]`,
      { ana: inline(LIST) },
      { ana: inline(SEE) },
      []
    ],
    [
      'only remove: an entry more',
      `[{ at: ${ANA}/inline, only: remove }]`,
      { ana: inline(SEE) },
      { ana: inline(LIST) },
      ['added /accounts/a/users/ana/inline/Read/Statement/0/Action/1 remove']
    ],
    [
      'only remove: an entry otherwise',
      `[{ at: ${ANA}/inline, only: remove }]`,
      { ana: inline(SEE) },
      { ana: inline(SEE.replace('GetObject', '*')) },
      ['changed /accounts/a/users/ana/inline/Read/Statement/0/Action remove']
    ],
    [
      'only add: an entry more',
      `[{ at: ${ANA}/inline, only: add }]`,
      { ana: inline(SEE) },
      { ana: inline(LIST) },
      []
    ],
    [
      'only add: an entry less',
      `[{ at: ${ANA}/inline, only: add }]`,
      { ana: inline(LIST) },
      { ana: inline(SEE) },
      ['removed /accounts/a/users/ana/inline/Read/Statement/0/Action/1 add']
    ],
    [
      'only change: an entry otherwise',
      `[{ at: ${ANA}/inline, only: change }]`,
      { ana: inline(SEE) },
      { ana: inline(SEE.replace('GetObject', '*')) },
      []
    ]
  ])('%s', (_what, edit, before, after, locked) => {
    const [a, b] = [before, after].map((parts) => parsed(task({ edit, ...parts })));
    const found = vetEdit(a!.exercise.edit, a!.scenario.root, b!.scenario.root);
    expect(found.map(({ kind, at, only }) => `${kind} ${at}${only === null ? '' : ` ${only}`}`)).toEqual(
      locked
    );
  });
});

test('a place is as free as what is around it', () => {
  const { exercise } = parsed(
    task({ edit: `[{ at: ${ANA}/inline, only: add }, { at: ${ANA}/inline/Read }]` })
  );
  expect(unlockedAt(exercise.edit, `${ANA}/inline/Read/Statement/0`)?.only).toBeNull();
  expect(unlockedAt(exercise.edit, `${ANA}/inline/Other`)?.only).toBe('add');
  expect(unlockedAt(exercise.edit, `${ANA}/tags`)).toBeNull();
  expect(isOpen(exercise.edit, ANA)).toBe(true);
  expect(isOpen(exercise.edit, '/accounts/a/users/ben')).toBe(false);
});
