// What is said of the limits that no policy can change: who may call STS, what stays at home, what is AWS's own.
import { expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { finding } from '../../src/lib/explain/sentence.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import {
  ABROAD,
  ALLOW_ALL,
  askFor,
  CALLERS,
  grantTo,
  TARGETS,
  unlisted,
  type CallerName
} from '../engine/truth-world.ts';
import { toCase } from '../engine/vector-world.ts';

test.each<readonly [CallerName, string, string, string]>([
  [
    'anonymous',
    'sts:AssumeRole',
    TARGETS.trust.arn(ABROAD),
    'An anonymous caller asks account 222222222222 for sts:AssumeRole on resource. Denied: sts:AssumeRole has to be signed, and an anonymous caller has no credentials to sign with, whatever the policies say.'
  ],
  [
    'provider',
    'sts:AssumeRole',
    TARGETS.trust.arn(ABROAD),
    'Identity provider idp.example.com@111111111111 asks account 222222222222 for sts:AssumeRole on resource. Denied: sts:AssumeRole has to be signed, and identity provider idp.example.com@111111111111 has no credentials to sign with, whatever the policies say.'
  ],
  [
    'user',
    'sts:AssumeRoleWithSAML',
    TARGETS.trust.arn(ABROAD),
    'ana@111111111111 asks another account, 222222222222, for sts:AssumeRoleWithSAML on resource. Denied: sts:AssumeRoleWithSAML carries the token of an identity provider and no signature, so ana@111111111111 cannot call it with credentials, whatever the policies say.'
  ],
  [
    'user',
    'sts:AssumeRoot',
    `arn:aws:iam::${ABROAD}:root`,
    'ana@111111111111 asks another account, 222222222222, for sts:AssumeRoot on resource. Denied: sts:AssumeRoot is for users and roles of the management account or of a delegated administrator for IAM, over member accounts of an organization with centralized root access, so not for ana@111111111111 here, whatever the policies say.'
  ],
  [
    'session',
    'iam:PassRole',
    TARGETS.trust.arn(ABROAD),
    'Session s1 of app@111111111111 asks another account, 222222222222, for iam:PassRole on resource. Denied: a role can be passed inside its own account only, so app@111111111111 cannot pass resource, whatever the policies say.'
  ],
  [
    'user',
    'iam:GetPolicy',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'ana@111111111111 asks AWS for iam:GetPolicy on resource. Allowed: the inline policy policy-0 lets ana@111111111111 call iam:GetPolicy on resource, and nothing forbids it.'
  ]
])('%s: %s', (who, action, resource, sentence) => {
  const policies = { identity: [ALLOW_ALL], resource: grantTo('*', '*', false), resourceAccount: ABROAD };
  const { world, request } = toCase({ ...askFor(CALLERS[who], action, resource), policies });
  const evaluation = evaluate(unlisted(world), request);
  const context = { words: toWords(world), evaluation };
  const asked = evaluation.steps.find((step) => step.id === 'asked');
  const said = `${asked ? finding(asked, context) : ''} ${finding(evaluation, context)}`;
  expect(said.replaceAll('arn:aws:iam::111111111111:user/', '')).toBe(sentence);
});
