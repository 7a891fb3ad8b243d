/** What is refused, and at which field: names that are taken or none, things that are not there. */
import { describe, expect, test } from 'vitest';
import { addAccount, moveAccount } from '../../src/lib/edit/add-account.ts';
import { addResource } from '../../src/lib/edit/add-resource.ts';
import { addRole, addUser } from '../../src/lib/edit/add.ts';
import {
  attachManaged,
  attachToLevel,
  detachManaged,
  joinGroup,
  setBoundary
} from '../../src/lib/edit/attach.ts';
import type { Edit, Ground } from '../../src/lib/edit/edit.ts';
import { remove } from '../../src/lib/edit/rename.ts';
import { addRequest, duplicateRequest } from '../../src/lib/edit/request-list.ts';
import { setFact, setField, setResource } from '../../src/lib/edit/request.ts';
import { setTag } from '../../src/lib/edit/tags.ts';
import type { Checked } from '../../src/lib/source/diagnostic.ts';
import { reasons } from './ground.ts';

import { DANA, ground, place, tools } from './company.ts';

describe('refused', () => {
  test.each<[string, (on: Ground) => Checked<Edit>, string]>([
    ['a name twice', (on) => addUser(on, tools, 'dana'), 'edit/name-taken /name'],
    ['a name twice but for its case', (on) => addUser(on, tools, 'DANA'), 'edit/name-taken /name'],
    ['no name', (on) => addUser(on, tools, ''), 'edit/empty /name'],
    ['no name of IAM’s', (on) => addRole(on, tools, 'a/b'), 'edit/invalid-name /name'],
    ['trust in nobody', (on) => addRole(on, tools, 'x', 'tools:user/ada'), 'edit/unknown /who'],
    [
      'eleven digits',
      (on) => addAccount(on, { alias: 'x', id: '12345678901', unit: '' }),
      'edit/invalid-name /id'
    ],
    ['an id twice', (on) => addAccount(on, { alias: 'x', id: tools.id, unit: '' }), 'edit/id-taken /id'],
    [
      'an alias with a colon',
      (on) => addAccount(on, { alias: 'a:b', id: '333333333333', unit: '' }),
      'edit/invalid-name /name'
    ],
    [
      'a bucket twice',
      (on) => addResource(on, tools, { kind: 'bucket', name: 'data', region: 'us-east-1' }),
      'edit/name-taken /name'
    ],
    [
      'a Region that is none',
      (on) => addResource(on, tools, { kind: 'queue', name: 'q', region: 'home' }),
      'edit/invalid-name /region'
    ],
    [
      'no ARN',
      (on) => addResource(on, tools, { kind: 'arn', name: 'data', region: '' }),
      'edit/invalid-name /name'
    ],
    [
      'another account’s ARN',
      (on) =>
        addResource(on, tools, { kind: 'arn', name: 'arn:aws:sqs:us-east-1:222222222222:q', region: '' }),
      'edit/wrong-account /name'
    ],
    [
      'a policy that is none',
      (on) => attachManaged(on, place(DANA), 'aws:ReadEverything'),
      'edit/unknown /name'
    ],
    ['attaching twice', (on) => attachManaged(on, place(DANA), 'ReadAll'), 'edit/already-there /name'],
    [
      'detaching nothing',
      (on) => detachManaged(on, place(DANA), 'aws:IAMReadOnlyAccess'),
      'edit/not-there /name'
    ],
    ['a group that is none', (on) => joinGroup(on, place(DANA), 'Admins'), 'edit/unknown /name'],
    ['a boundary that is none', (on) => setBoundary(on, place(DANA), 'Wall'), 'edit/unknown /name'],
    ['an SCP that is none', (on) => attachToLevel(on, place('r-ac01'), 'scp', 'No'), 'edit/unknown /name'],
    ['removing the management account', (on) => remove(on, place(tools.id)), 'edit/in-use /name'],
    ['moving it out', (on) => moveAccount(on, tools, ''), 'edit/in-use /name'],
    ['removing an OU that is not empty', (on) => remove(on, place('ou-ac01-workload')), 'edit/in-use /name'],
    ['removing the root', (on) => remove(on, place('r-ac01')), 'edit/not-there /name'],
    ['a tag of AWS’s', () => setTag(place(DANA), 'aws:x', '1'), 'edit/invalid-name /key'],
    [
      'a principal that is none',
      (on) => setField(on, 'read', 'principal', 'tools:user/dona'),
      'scenario/unknown-reference /principal'
    ],
    ['no action', (on) => setField(on, 'read', 'action', ''), 'edit/empty /action'],
    [
      'an action that is none',
      (on) => setField(on, 'read', 'action', 'read'),
      'scenario/invalid-value /action'
    ],
    ['a time that is none', (on) => setField(on, 'read', 'at', 'noon'), 'scenario/invalid-value /at'],
    [
      'a resource that is none',
      (on) => setResource(on, 'read', ['prod:dota']),
      'scenario/unknown-reference /resource'
    ],
    ['a key that is none', (on) => setFact(on, 'read', 'ip', ['1']), 'edit/invalid-name /fact'],
    ['a request’s id twice', (on) => addRequest(on, 'read'), 'edit/name-taken /name'],
    ['a copy of nothing', (on) => duplicateRequest(on, 'none', 'x'), 'edit/not-there /name']
  ])('%s', (_, edit, reason) => {
    expect(reasons(edit(ground))).toEqual([reason]);
  });
});
