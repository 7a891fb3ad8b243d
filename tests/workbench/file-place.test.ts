/** From a place in the file to the part of a policy that stands there, however the file keeps the policy. */
import { expect, test } from 'vitest';
import { Reader } from '../../src/lib/workbench/reading.ts';
import { placeInFile } from '../../src/lib/workbench/file-place.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const TEXT = `bouncer: 1
title: Two ways to keep a policy
accounts:
  home:
    id: '111111111111'
    users:
      ana:
        inline:
          mapped:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: 's3:GetObject', Resource: '*' }
          pasted: |
            {
              "Version": "2012-10-17",
              "Statement": [{ "Effect": "Deny", "Action": ["s3:PutObject", "s3:DeleteObject"], "Resource": "*" }]
            }
requests: {}
`;
const file = { name: 'x.yaml', text: TEXT, isPending: false };
const { reading } = new Reader().read(file, new Map());

/** The place of a character: of the first one of `word`, which stands once in the file. */
function at(word: string, documents: Partial<Parameters<typeof placeInFile>[0]> = {}) {
  return placeInFile({ ...file, reading, ...documents }, TEXT.indexOf(word));
}

test.each([
  ["'s3:GetObject'", 'mapped', '/Statement/0/Action'],
  ['Allow', 'mapped', '/Statement/0/Effect'],
  ['s3:DeleteObject', 'pasted', '/Statement/0/Action/1'],
  ['"Deny"', 'pasted', '/Statement/0/Effect'],
  ['"Effect"', 'pasted', '/Statement/0/Effect'],
  ['mapped', 'mapped', ''],
  ['pasted', 'pasted', '']
])('%s is of the policy %s, at %j', (word, name, path) => {
  expect(at(word)).toEqual({ policy: asPolicyId(`home:user/ana/${name}`), path });
});

test('outside of all policies there is none', () => {
  expect([at('title'), at('ana'), at('requests')]).toEqual([null, null, null]);
});

test('none is given where the text on show is not the one that was read', () => {
  expect(at('Allow', { isPending: true })).toBeNull();
  expect(at('Allow', { reading: null })).toBeNull();
  expect(at('Allow', { text: '{{' })).toBeNull();
  const typed = new Map([['/accounts/home/users/ana/inline/mapped', { text: '{}', over: null }] as const]);
  expect(at('Allow', { reading: new Reader().read(file, typed).reading })).toBeNull();
});
