/** References that go and follow, lists that are complete: what each edit changes, in tables. */
import { describe, expect, test } from 'vitest';
import { moveAccount } from '../../src/lib/edit/add-account.ts';
import { addInline, addUser } from '../../src/lib/edit/add.ts';
import {
  attachManaged,
  attachToLevel,
  detachFromLevel,
  detachManaged,
  leaveGroup
} from '../../src/lib/edit/attach.ts';
import type { Edit, Ground } from '../../src/lib/edit/edit.ts';
import { remove, rename } from '../../src/lib/edit/rename.ts';
import { removeRequest, renameRequest } from '../../src/lib/edit/request-list.ts';
import { expectNow, setFact, setHop } from '../../src/lib/edit/request.ts';
import type { Checked } from '../../src/lib/source/diagnostic.ts';
import { after } from './ground.ts';

import { DANA, DEPLOY, DEVELOPERS, ground, place, prod, tools } from './company.ts';

const HOME = '/accounts/tools';

describe('changed', () => {
  test.each<[string, (on: Ground) => Checked<Edit>, readonly unknown[]]>([
    [
      'a user in a group',
      (on) => addUser(on, tools, 'ana', 'Developers'),
      [{ at: `${HOME}/users/ana`, set: { groups: ['Developers'] } }]
    ],
    [
      'one policy becomes a list of two',
      (on) => attachManaged(on, place(DANA), 'aws:IAMReadOnlyAccess'),
      [{ at: `${HOME}/users/dana/policies`, set: ['ReadAll', 'aws:IAMReadOnlyAccess'] }]
    ],
    [
      'one more on a list',
      (on) => attachManaged(on, place(DEVELOPERS), 'aws:PowerUserAccess'),
      [{ at: `${HOME}/groups/Developers/policies/-`, set: 'aws:PowerUserAccess' }]
    ],
    [
      'one less',
      (on) => detachManaged(on, place(DEVELOPERS), 'ReadAll'),
      [{ at: `${HOME}/groups/Developers/policies/0`, remove: true }]
    ],
    [
      'the last one takes the list away',
      (on) => leaveGroup(on, place(DANA), 'Developers'),
      [{ at: `${HOME}/users/dana/groups`, remove: true }]
    ],
    [
      'an SCP beside the one that is not written',
      (on) => attachToLevel(on, place('r-ac01'), 'scp', 'NoLeaving'),
      [{ at: '/organizations/acme/root/scps', set: ['FullAWSAccess', 'NoLeaving'] }]
    ],
    [
      'without the one that is not written',
      (on) => detachFromLevel(on, place('r-ac01'), 'scp', 'FullAWSAccess'),
      [{ at: '/organizations/acme/root/scps', set: [] }]
    ],
    [
      'the last SCP leaves an empty list',
      (on) => detachFromLevel(on, place(prod.id), 'scp', 'NoLeaving'),
      [{ at: '/accounts/prod/scps', set: [] }]
    ],
    [
      'out of the organization without SCPs',
      (on) => moveAccount(on, prod, ''),
      [
        { at: '/organizations/acme/root/units/Work/accounts', remove: true },
        { at: '/accounts/prod/scps', remove: true }
      ]
    ],
    [
      'another OU',
      (on) => moveAccount(on, prod, 'ou-ac01-spare0001'),
      [
        { at: '/organizations/acme/root/units/Work/accounts', remove: true },
        { at: '/organizations/acme/root/units/Spare/accounts', set: ['prod'] }
      ]
    ],
    [
      'a group goes with its memberships',
      (on) => remove(on, place(DEVELOPERS)),
      [
        { at: `${HOME}/users/dana/groups`, remove: true },
        { at: `${HOME}/groups/Developers`, remove: true }
      ]
    ],
    [
      'a user goes with its place',
      (on) => remove(on, place(DANA)),
      [
        { at: `/layout/${DANA.replace('/', '~1')}`, remove: true },
        { at: `${HOME}/users/dana`, remove: true }
      ]
    ],
    [
      'a fact without a value',
      (on) => setFact(on, 'read', 'AWS:sourceip', 'absent'),
      [{ at: '/requests/read/context/aws:SourceIp', set: null }]
    ],
    [
      'a list of one',
      (on) => setFact(on, 'read', 'aws:TagKeys', ['team']),
      [{ at: '/requests/read/context/aws:TagKeys', set: ['team'] }]
    ],
    [
      'a hop without its session',
      (on) => setHop(on, 'deep', { index: 0, field: 'session', text: '' }),
      [{ at: '/requests/deep/assume/0/session', remove: true }]
    ],
    [
      'a hop without its role',
      (on) => setHop(on, 'deep', { index: 0, field: 'role', text: '' }),
      [{ at: '/requests/deep/assume', remove: true }]
    ],
    [
      'another outcome, decided by something else',
      (on) => expectNow(on, 'read', 'implicitDeny'),
      [
        { at: '/requests/read/expect', set: 'implicitDeny' },
        { at: '/requests/read/by', remove: true }
      ]
    ],
    [
      'a request goes, its scene stays',
      (on) => removeRequest(on, 'read'),
      [
        { at: '/walkthrough/0/request', remove: true },
        { at: '/requests/read', remove: true }
      ]
    ],
    [
      'a request’s id, in its scene too',
      (on) => renameRequest(on, 'read', 'look'),
      [
        { at: '/walkthrough/0/request', set: 'look' },
        { at: '/requests/read', rename: 'look' }
      ]
    ]
  ])('%s', (_, edit, changes) => {
    const made = edit(ground);
    expect(made.value?.changes).toEqual(changes);
    expect(
      after(ground, made).errors.filter((each) => !each.startsWith('scenario/unknown-reference'))
    ).toEqual([]);
  });
});

test.each([
  [DANA, 'dora', [DANA, 'user/dana', '@dana']],
  [DEVELOPERS, 'Builders', ['Developers']],
  [DEPLOY, 'ship', ['role/deploy']],
  ['arn:aws:s3:::data', 'arn:aws:s3:::vault', ['arn:aws:s3:::data']],
  ['tools:policy/ReadAll', 'SeeAll', ['ReadAll']],
  ['222222222222', 'live', ['prod:', 'prod]', 'prod ']],
  ['acme:scp/NoLeaving', 'Stay', ['NoLeaving']]
])('after renaming %s to %s nothing speaks of %j', (id, to, gone) => {
  const found = [...ground.world.papers.values()].find(({ name }) => id.endsWith(`/${name}`))?.id ?? id;
  const { text, errors } = after(ground, rename(ground, place(found), to));
  expect(errors).toEqual([]);
  expect(gone.filter((word) => text.includes(word))).toEqual([]);
  expect(text).toContain(to);
  expect(text).toContain('# the first one');
});

test('an inline policy is kept inside', () => {
  const { scenario } = after(ground, addInline(ground, place(DEPLOY), 'first'));
  expect([...scenario.world.policies.keys()]).toContain('prod:role/deploy/first');
});
