/** Renaming in a file with an exercise: whatever the exercise points at has its new name there as well. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeOf } from '../../src/lib/edit/place.ts';
import { rename } from '../../src/lib/edit/rename.ts';
import { renameRequest } from '../../src/lib/edit/request-list.ts';
import { lookAt, textsIn } from '../../src/lib/edit/look.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { isWithin } from '../../src/lib/source/pointer.ts';
import { after, errorsOf, groundOf } from './ground.ts';

const POINTER = /^\/exercise\/.*\/(at|state)$/;

const WITH_ALL = `bouncer: 1
title: t
summary: s
accounts:
  prod:
    id: "111111111111"
    roles:
      reader: { trust: { Version: "2012-10-17", Statement: [] }, inline: { look: { Version: "2012-10-17", Statement: [] } } }
      reader-two: { trust: { Version: "2012-10-17", Statement: [] } }
requests:
  read: { title: r, principal: "prod:role/reader", action: "s3:ListAllMyBuckets", context: { aws:SecureTransport: "true" } }
exercise:
  brief: b
  edit:
    - { at: /accounts/prod/roles/reader/inline/look }
    - { at: /accounts/prod/roles/reader-two }
    - { at: /requests/read/context }
  goals: [read, { state: /accounts/prod/roles/reader/inline/look/Version, equals: "2012-10-17" }]
  solution: [{ at: /accounts/prod/roles/reader/inline/look/Statement, remove: true }]
  alternatives: [{ name: a, edits: [{ at: /accounts/prod/roles/reader, remove: true }] }]
  decoys: [{ name: d, edits: [{ at: /requests/read/context, remove: true }] }]
`;

function pointersIn(text: string): readonly string[] {
  return [...textsIn(groundOf(text).file)].filter(({ path }) => POINTER.test(path)).map((each) => each.text);
}

test('pointers follow a role, and leave one alone whose name begins alike', () => {
  const ground = groundOf(WITH_ALL);
  const place = placeOf(ground, 'arn:aws:iam::111111111111:role/reader');
  if (place === null) throw new Error('no role');
  expect(pointersIn(after(ground, rename(ground, place, 'viewer')).text)).toEqual([
    '/accounts/prod/roles/viewer/inline/look',
    '/accounts/prod/roles/reader-two',
    '/requests/read/context',
    '/accounts/prod/roles/viewer/inline/look/Version',
    '/accounts/prod/roles/viewer/inline/look/Statement',
    '/accounts/prod/roles/viewer',
    '/requests/read/context'
  ]);
});

test('pointers follow a request', () => {
  const ground = groundOf(WITH_ALL);
  const { text } = after(ground, renameRequest(ground, 'read', 'look'));
  expect(pointersIn(text).filter((each) => each.startsWith('/requests'))).toEqual([
    '/requests/look/context',
    '/requests/look/context'
  ]);
});

const folder = new URL('../../scenarios/exercises/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

test.each(files)('%s: what is renamed is found again', (name) => {
  const ground = groundOf(readFileSync(new URL(name, folder), 'utf8'), name);
  const before = new Set(errorsOf(parseScenario(ground.source).diagnostics));
  const pointers = pointersIn(ground.source.text);
  const { accounts, principals, resources, papers } = ground.world;
  const ids: readonly string[] = [accounts, principals, resources, papers].flatMap((map) => [...map.keys()]);
  const places = ids
    .flatMap((id) => placeOf(ground, id) ?? [])
    .filter(({ at, kind }) => kind !== 'resource' && pointers.some((pointer) => isWithin(pointer, at)));
  for (const place of places.slice(0, 4)) {
    const edit = rename(ground, place, 'Renamed');
    if (edit.value === null) continue;
    const { text, errors } = after(ground, edit);
    expect([edit.value.title, errors.filter((each) => !before.has(each))]).toEqual([edit.value.title, []]);
    const { file } = groundOf(text, name);
    const led = (tree: typeof file, all: readonly string[]) => all.map((each) => lookAt(tree, each) !== null);
    expect(led(file, pointersIn(text))).toEqual(led(ground.file, pointers));
  }
});
