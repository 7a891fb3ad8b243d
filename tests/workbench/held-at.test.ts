// What a pattern of actions at a place of a text holds, and the words for it.
import { describe, expect, test } from 'vitest';
import { toCatalogue } from '../../src/lib/catalog/catalogue.ts';
import { heldByPattern, heldInPolicy, heldInScenario, heldWords } from '../../src/lib/workbench/held-at.ts';
import { toOffers } from '../../src/lib/workbench/request-edit.ts';
import type { Services } from '../../src/lib/workbench/services.ts';
import { newWorld } from '../../src/lib/world/new-world.ts';
import { catalogue } from '../support/catalogue.ts';

const all: Services = { catalogue, want: () => {} };

const at = (marked: string, find = heldInPolicy) => find(marked.replace('¦', ''), marked.indexOf('¦'), all);

describe('a pattern in a text', () => {
  test.each([
    ['alone', '{ "Statement": { "Action": "sqs:L¦ist*" } }', 'sqs:List*'],
    ['in a list', '{ "Statement": [{ "NotAction": ["s3:GetObject", "kms:De¦*"] }] }', 'kms:De*'],
    ['of half a document', '{ "Statement": [{ "Action": ["kms:¦De*"', 'kms:De*'],
    ['without wildcard', '{ "Statement": { "Action": "sqs:¦ListQueues" } }', null],
    ['of every service', '{ "Statement": { "Action": "¦*" } }', null],
    ['of too many services', '{ "Statement": { "Action": "a*:¦Get*" } }', null],
    ['of no service', '{ "Statement": { "Action": "nope:¦Get*" } }', null],
    ['elsewhere', '{ "Statement": { "Resource": "sqs:¦List*" } }', null],
    ['in a name', '{ "Statement": { "¦Action": "sqs:List*" } }', null]
  ])('%s', (_, marked, pattern) => {
    const found = at(marked);
    expect(found?.pattern ?? null).toBe(pattern);
    if (found) expect(marked.replace('¦', '').slice(found.from, found.to)).toBe(pattern);
  });

  test('in a file, where a policy stands in it', () => {
    const file = (action: string) =>
      `bouncer: 1\naccounts:\n  a:\n    policies:\n      P:\n        Statement:\n          - Effect: Allow\n            Action: ${action}\n`;
    expect(at(file("'sqs:¦List*'"), heldInScenario)?.held.count).toBe(4);
    expect(at('bouncer: 1\nrequests:\n  ask:\n    action: sqs:¦List*\n', heldInScenario)).toBeNull();
  });
});

test('in words', () => {
  const words = (pattern: string) => {
    const held = heldByPattern(pattern, all);
    return held && heldWords(held);
  };
  expect(words('sqs:List*')).toBe('4 of the 20 actions of Amazon SQS');
  expect(words('sqs:Zap*')).toBe('no action');
  expect(words('s3-o*:Get*')).toMatch(/^\d+ of the \d+ actions of 2 services$/);
});

test('a service that has not come is asked for, and nothing is said of it', () => {
  const asked: string[] = [];
  const early = toCatalogue({ names: new Map([['sqs', 'Amazon SQS']]) }, []);
  const services = { catalogue: early, want: (prefixes: Iterable<string>) => void asked.push(...prefixes) };
  expect(heldByPattern('sqs:List*', services)).toBeNull();
  expect(asked).toEqual(['sqs']);
});

test('the request’s action is offered from the catalogue once a service is typed', () => {
  const { actionsFor } = toOffers(newWorld(0), all);
  expect(actionsFor('sq').map(({ value }) => value)).toEqual(['sts:AssumeRole']);
  expect(actionsFor('sqs:').find(({ value }) => value === 'sqs:SendMessage')?.hint).toBe('Write');
  const own = actionsFor('STS:').filter(({ value }) => value === 'sts:AssumeRole');
  expect(own).toEqual([{ value: 'sts:AssumeRole', hint: 'Write' }]);
});
