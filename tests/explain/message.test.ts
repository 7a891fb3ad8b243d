// Rows are the access-denied texts of "Troubleshoot access denied error messages" (IAM User Guide).
import { describe, expect, test } from 'vitest';
import { accessDenied, message, type Denial } from '../../src/lib/explain/message.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { evaluationOf, EVALUATIONS } from './requests.ts';
import { WORLD } from './world.ts';
import vectors from './message-vectors.json' with { type: 'json' };

const words = toWords(WORLD);

const TYPES: Readonly<Record<string, Denial['by']>> = {
  scp: 'scp',
  rcp: 'rcp',
  vpce: 'endpoint',
  boundary: 'boundary',
  session: 'session',
  resource: 'resource',
  trust: 'trust',
  identity: 'identity'
};

test.each(vectors.vectors.map((vector) => [vector.id, vector.title, vector] as const))(
  '%s %s',
  (_, __, { input, expected }) => {
    const by = TYPES[input.policyType];
    expect(by).toBeDefined();
    expect(
      accessDenied({
        callerArn: input.callerArn,
        action: input.action,
        resource: input.resource ?? null,
        by: by ?? null,
        kind: input.kind === 'explicit' ? 'explicit' : 'implicit',
        policyArn: input.policyArn ?? null
      })
    ).toBe(expected);
  }
);

describe('the text of a whole evaluation', () => {
  const pipeline =
    'User: arn:aws:sts::222222222222:assumed-role/prod-deploy/build-42 is not authorized to perform:';
  test.each([
    ['pipeline-deploys', null],
    ['torn-paper', null],
    ['dana-reads-from-somewhere', null],
    [
      'pipeline-deploys-abroad',
      `${pipeline} ecs:UpdateService on resource: arn:aws:ecs:us-east-1:222222222222:service/prod/web with an explicit deny in a service control policy`
    ],
    [
      'pipeline-passes-nothing',
      `${pipeline} iam:PassRole on resource: arn:aws:iam::222222222222:role/web-task because no identity-based policy allows the iam:PassRole action`
    ],
    [
      'intern-deploys',
      'User: arn:aws:iam::111111111111:user/intern is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/prod-deploy because no role trust policy allows the sts:AssumeRole action'
    ],
    ['root-assumes', 'Roles may not be assumed by root accounts.'],
    ['anyone-reads-report', 'Access Denied'],
    ['provider-of-another-account', 'Not authorized to perform sts:AssumeRoleWithWebIdentity']
  ])('%s', (name, text) => {
    expect(message(evaluationOf(name), words)).toBe(text);
  });
});

test.each(EVALUATIONS)('%s has a text exactly when it is denied', (_, evaluation) => {
  const isDenied = evaluation.outcome === 'implicitDeny' || evaluation.outcome === 'explicitDeny';
  expect(message(evaluation, words) !== null).toBe(isDenied);
});
