// Every denied request of every shipped scenario has the text AWS would return, and no other request has one.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { refusalOf } from '../../src/lib/explain/refusal.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { may, readDanas, trusting } from '../support/dana.ts';
import { evaluationOf, EVALUATIONS } from './requests.ts';
import { WORLD } from './world.ts';

const folder = new URL('../../scenarios/', import.meta.url);

const shipped = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => {
    const { value } = parseScenario({ name: file, text: readFileSync(new URL(file, folder), 'utf8') });
    return (value?.cases ?? []).flatMap(({ id, request }) =>
      value && request ? [[`${file}/${id}`, value.world, request] as const] : []
    );
  });

test('there are scenarios to look at', () => {
  expect(shipped.length).toBeGreaterThan(30);
});

test.each(shipped)('%s', (_, world, request) => {
  const evaluation = evaluate(world, request);
  const refusal = refusalOf(evaluation, toWords(world));
  if (evaluation.outcome !== 'implicitDeny' && evaluation.outcome !== 'explicitDeny') {
    expect(refusal).toBeNull();
    return;
  }
  expect(refusal?.message).toMatch(
    /^(User: \S+ is not authorized to perform: |Access Denied$|Not authorized|Roles may not|You are not authorized)/
  );
  expect(refusal?.code).toMatch(/^\w+$/);
  expect(refusal?.line).toContain(refusal?.message);
});

test.each(EVALUATIONS)('%s has a refusal exactly when it is denied', (_, evaluation) => {
  const isDenied = evaluation.outcome === 'implicitDeny' || evaluation.outcome === 'explicitDeny';
  expect(refusalOf(evaluation, toWords(WORLD)) !== null).toBe(isDenied);
});

/** What AWS answers dana, who may work with queues and nothing else. */
function answer(request: string): ReturnType<typeof refusalOf> {
  const { value, diagnostics } = readDanas({
    statements: [
      '{ Sid: No, Effect: Deny, Action: "*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }',
      may('"sqs:*"')
    ],
    roles: [trusting('worker', 'ec2.amazonaws.com')],
    resources: ['"arn:aws:s3:::box": {}'],
    other: ['"arn:aws:s3:::theirs": {}'],
    request
  });
  const asked = value?.cases[0]?.request;
  if (!value || !asked) throw new Error(diagnostics.map(({ message }) => message).join());
  return refusalOf(evaluate(value.world, asked), toWords(value.world));
}

const DANA = 'User: arn:aws:iam::111111111111:user/dana is not authorized to perform:';

describe('codes, operations and texts', () => {
  test.each([
    // S3 quotes the ARN; ListBucket is called as ListObjectsV2 (S3 User Guide, "403 errors"; ACT-08).
    [
      '{ principal: app:user/dana, action: "s3:ListBucket", resource: app:box }',
      'AccessDenied',
      'ListObjectsV2',
      `${DANA} s3:ListBucket on resource: "arn:aws:s3:::box" because no identity-based policy allows the s3:ListBucket action`
    ],
    // To callers beyond account and organization S3 says no more than this.
    [
      '{ principal: app:user/dana, action: "s3:GetObject", resource: "arn:aws:s3:::theirs/a" }',
      'AccessDenied',
      'GetObject',
      'Access Denied'
    ],
    // EC2 (MSG-10): with a resource the reason comes encoded.
    [
      '{ principal: app:user/dana, action: "ec2:StopInstances", resource: "arn:aws:ec2:us-east-1:111111111111:instance/i-1" }',
      'UnauthorizedOperation',
      'StopInstances',
      `You are not authorized to perform this operation. ${DANA} ec2:StopInstances on resource: arn:aws:ec2:us-east-1:111111111111:instance/i-1 because no identity-based policy allows the ec2:StopInstances action. Encoded authorization failure message: …`
    ],
    [
      '{ principal: app:user/dana, action: "ec2:DescribeInstances" }',
      'UnauthorizedOperation',
      'DescribeInstances',
      `You are not authorized to perform this operation. ${DANA} ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action`
    ],
    // MSG-09: a JSON service, SNS.
    [
      '{ principal: app:user/dana, action: "dynamodb:GetItem", resource: "arn:aws:dynamodb:us-east-1:111111111111:table/t" }',
      'AccessDeniedException',
      'GetItem',
      `${DANA} dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:111111111111:table/t because no identity-based policy allows the dynamodb:GetItem action`
    ],
    [
      '{ principal: app:user/dana, action: "sns:Publish", resource: "arn:aws:sns:us-east-1:111111111111:t" }',
      'AuthorizationError',
      'Publish',
      `${DANA} sns:Publish on resource: arn:aws:sns:us-east-1:111111111111:t because no identity-based policy allows the sns:Publish action`
    ],
    // MSG-06, MSG-11: without a signature.
    [
      '{ principal: anonymous, action: "s3:GetObject", resource: app:box/a }',
      'AccessDenied',
      'GetObject',
      'Access Denied'
    ],
    [
      '{ principal: anonymous, action: "dynamodb:ListTables" }',
      'MissingAuthenticationTokenException',
      'ListTables',
      'Missing Authentication Token'
    ],
    // XACC-19: nobody knows these keys in another partition.
    [
      '{ principal: app:user/dana, action: "dynamodb:GetItem", resource: "arn:aws-cn:dynamodb:cn-north-1:111111111111:table/t" }',
      'UnrecognizedClientException',
      'GetItem',
      'The security token included in the request is invalid.'
    ],
    // A hop that is refused answers for itself (MSG-12).
    [
      '{ principal: app:user/dana, assume: [{ role: app:role/worker }], action: "s3:GetObject", resource: app:box/a }',
      'AccessDenied',
      'AssumeRole',
      `${DANA} sts:AssumeRole on resource: arn:aws:iam::111111111111:role/worker because no role trust policy allows the sts:AssumeRole action`
    ],
    // A check that is refused speaks of itself, under the code and operation of the call (XACC-16).
    [
      '{ principal: app:user/dana, action: "sqs:CreateQueue", resource: "arn:aws:sqs:us-east-1:111111111111:q", passes: app:role/worker }',
      'AccessDenied',
      'CreateQueue',
      `${DANA} iam:PassRole on resource: arn:aws:iam::111111111111:role/worker because no identity-based policy allows the iam:PassRole action`
    ]
  ])('%s', (request, code, operation, message) => {
    const refusal = answer(request);
    expect(refusal).toMatchObject({ code, operation, message });
    expect(refusal?.line).toBe(
      `An error occurred (${code}) when calling the ${operation} operation: ${message}`
    );
  });

  test('iam:PassRole is no operation: no command line prints it', () => {
    const refusal = answer('{ principal: app:user/dana, action: "iam:PassRole", resource: app:role/worker }');
    expect(refusal?.operation).toBeNull();
    expect(refusal?.line).toBe(refusal?.message);
  });

  test('EC2’s encoded part is shown decoded, with the Deny that matched', () => {
    const refusal = answer(
      '{ principal: app:user/dana, action: "ec2:StopInstances", resource: "arn:aws:ec2:us-east-1:111111111111:instance/i-1", context: { "aws:SecureTransport": "false" } }'
    );
    expect(JSON.parse(refusal?.decoded ?? '')).toMatchObject({
      allowed: false,
      explicitDeny: true,
      matchedStatements: {
        items: [{ statementId: 'No', effect: 'DENY', actions: { items: [{ value: '*' }] } }]
      },
      context: {
        principal: { name: 'dana', arn: 'arn:aws:iam::111111111111:user/dana' },
        action: 'ec2:StopInstances'
      }
    });
  });

  test('what is our choice is said', () => {
    const notes = answer('{ principal: app:user/dana, action: "s3:ListBucket", resource: app:box }')?.notes;
    expect(notes).toEqual([]);
    expect(evaluationOf('root-assumes').outcome).toBe('implicitDeny');
    const odd = answer('{ principal: app:user/dana, action: "frobnicate:Do" }')?.notes;
    expect(odd?.join()).toContain('what this service calls it may differ');
  });
});
