// The further authorizations that one call needs.
import { describe, expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import { factsOf, role, valueOf } from '../support/facts.ts';
import type { SaidRequest } from '../support/facts.ts';
import { AUDIT, BUCKET, DEPLOY, JENKINS, world } from './context-world.ts';

const ask = (said: SaidRequest) => toRequest(world, factsOf({ principal: role(JENKINS), ...said }));

// ACT-07, RES-11, XACC-16
describe('further checks of one call', () => {
  test('each further resource, with its own resource keys', () => {
    const resource = ['arn:aws:sqs:eu-west-1:333333333333:q', `${BUCKET}/reports/q1.csv`];
    const { checks } = ask({ resource });
    expect(checks).toHaveLength(1);
    expect(checks[0]).toMatchObject({ id: 'r/check/0', action: 's3:GetObject', resource: resource[1] });
    expect(valueOf(checks[0], 'aws:ResourceAccount')).toBe('222222222222');
    expect(valueOf(checks[0], 's3:ExistingObjectTag/class')).toBe('public');
  });

  test('a passed role, by the last caller', () => {
    const request = ask({
      assume: [{ role: DEPLOY }],
      action: 'ecs:RunTask',
      passes: AUDIT,
      endpoint: 'vpce-1',
      requestTags: { a: 'b' },
      context: { 'ecs:cluster': 'c', 'aws:SourceIp': '203.0.113.7' }
    });
    const [check] = request.checks;
    expect(check).toMatchObject({ id: 'r/check/0', action: 'iam:PassRole', resource: AUDIT, endpoint: null });
    expect(check?.caller).toBe(request.caller);
    expect(valueOf(check, 'iam:PassedToService')).toBe('ecs-tasks.amazonaws.com');
    expect(valueOf(check, 'aws:SourceIp')).toBe('203.0.113.7');
    expect(valueOf(check, 'ecs:cluster')).toBeUndefined();
    expect(valueOf(check, 'aws:RequestTag/a')).toBeUndefined();
    expect(valueOf(check, 'aws:ResourceAccount')).toBe('333333333333');
  });

  test.each([
    ['as written', 'ec2:RunInstances', { 'iam:PassedToService': 'x.amazonaws.com' }, 'x.amazonaws.com'],
    ['the service called', 'lambda:CreateFunction', {}, 'lambda.amazonaws.com'],
    ['unsaid where its name is not clear', 'rds:CreateDBInstance', {}, undefined]
  ])('iam:PassedToService is %s (KEY-61)', (_, action, context, service) => {
    expect(valueOf(ask({ action, passes: AUDIT, context }).checks[0], 'iam:PassedToService')).toBe(service);
  });

  test('AssumeRole asked directly, with tags and a source identity', () => {
    const said = { action: 'sts:AssumeRole', resource: DEPLOY, requestTags: { a: 'b' } };
    const { checks } = ask({ ...said, context: { 'sts:SourceIdentity': 'dana' } });
    expect(checks.map((check) => check.action)).toEqual(['sts:TagSession', 'sts:SetSourceIdentity']);
    expect(ask({ action: 'sts:AssumeRole', resource: DEPLOY }).checks).toEqual([]);
    expect(ask({ requestTags: { a: 'b' } }).checks).toEqual([]);
  });
});
