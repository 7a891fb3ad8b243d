// What an evaluated request leaves behind in a log.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toEvent } from '../../src/lib/engine/event.ts';
import { toCase, type Vector } from './vector-world.ts';

const NOW = Date.UTC(2026, 2, 3);

function eventOf(context: Vector['request']['context']) {
  const { world, request } = toCase({
    id: 'event',
    rule: [],
    title: '',
    because: '',
    expect: 'Allowed',
    policies: {
      identity: [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }]
    },
    request: {
      principal: { kind: 'iam-user', account: '1', arn: 'arn:aws:iam::1:user/a', userId: 'AIDA' },
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/x',
      context
    }
  });
  return toEvent(evaluate(world, request), NOW);
}

describe('an event', () => {
  test.each([
    [{}, NOW, null],
    [{ 'aws:EpochTime': '1772532000', 'aws:SourceIp': '203.0.113.7' }, 1_772_532_000_000, '203.0.113.7'],
    [{ 'aws:EpochTime': 'soon' }, NOW, null]
  ])('of a request with %j', (context, at, from) => {
    expect(eventOf(context)).toMatchObject({
      at,
      from,
      action: 's3:GetObject',
      decision: 'allowed',
      rule: 'EVAL-10'
    });
  });
});
