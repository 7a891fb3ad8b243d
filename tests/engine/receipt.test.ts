// One call, several checks: keys behind resources, copies, tags, names of calls that are no actions. Rows name their rule.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { may, readDanas } from '../support/dana.ts';

const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/k';
const OTHER = 'arn:aws:kms:eu-west-1:111111111111:key/other';
const EC2 = 'arn:aws:ec2:eu-west-1:111111111111';

function read(request: string, allowed = '"s3:*", "secretsmanager:*", "sqs:*", "sns:*", "ec2:*", "kms:*"') {
  const { value, diagnostics } = readDanas({
    statements: [may(allowed)],
    resources: [
      `"arn:aws:s3:::safe": { encryptedWith: "${KEY}", objects: { tagged: { tags: { a: b } }, plain: {} } }`,
      '"arn:aws:s3:::open": {}',
      '"arn:aws:s3:::foreign": { encryptedWith: "arn:aws:kms:eu-west-1:111111111111:key/nobody-lists" }',
      `"arn:aws:secretsmanager:eu-west-1:111111111111:secret:s-AbCdEf": { encryptedWith: "${KEY}" }`,
      `"arn:aws:sqs:eu-west-1:111111111111:q": { encryptedWith: "${KEY}" }`,
      `"arn:aws:sns:eu-west-1:111111111111:t": { encryptedWith: "${KEY}" }`,
      `"${KEY}": {}`,
      `"${OTHER}": {}`
    ],
    request: `{ principal: app:user/dana, ${request} }`
  });
  const [found] = value?.cases ?? [];
  return { found, world: value?.world, codes: diagnostics.map(({ code }) => code) };
}

/** `action resource` of the call and of each of its checks. */
function receipt(request: string): readonly string[] {
  const { found, codes } = read(request);
  if (!found?.request) throw new Error(codes.join());
  return [found.request, ...found.request.checks].map(({ action, resource }) => `${action} ${resource}`);
}

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:s-AbCdEf';

describe('what is asked besides', () => {
  test.each([
    // SVC-17
    [
      'an encrypted object is read',
      'action: "s3:GetObject", resource: "arn:aws:s3:::safe/a"',
      ['s3:GetObject arn:aws:s3:::safe/a', `kms:Decrypt ${KEY}`]
    ],
    [
      'an encrypted object is written',
      'action: "s3:PutObject", resource: "arn:aws:s3:::safe/a"',
      ['s3:PutObject arn:aws:s3:::safe/a', `kms:GenerateDataKey ${KEY}`]
    ],
    [
      'the request names the key',
      `action: "s3:PutObject", resource: "arn:aws:s3:::open/a", context: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "${OTHER}" }`,
      ['s3:PutObject arn:aws:s3:::open/a', `kms:GenerateDataKey ${OTHER}`]
    ],
    [
      'listing needs no key',
      'action: "s3:ListBucket", resource: "arn:aws:s3:::safe"',
      ['s3:ListBucket arn:aws:s3:::safe']
    ],
    [
      'nothing is encrypted',
      'action: "s3:GetObject", resource: "arn:aws:s3:::open/a"',
      ['s3:GetObject arn:aws:s3:::open/a']
    ],
    [
      'a key that nobody lists is not asked',
      'action: "s3:GetObject", resource: "arn:aws:s3:::foreign/a"',
      ['s3:GetObject arn:aws:s3:::foreign/a']
    ],
    [
      'derive: false',
      'action: "s3:GetObject", resource: "arn:aws:s3:::safe/a", derive: false',
      ['s3:GetObject arn:aws:s3:::safe/a']
    ],
    // SVC-23
    [
      'a secret',
      `action: "secretsmanager:GetSecretValue", resource: "${SECRET}"`,
      [`secretsmanager:GetSecretValue ${SECRET}`, `kms:Decrypt ${KEY}`]
    ],
    [
      'a queue is written',
      'action: "sqs:SendMessage", resource: "arn:aws:sqs:eu-west-1:111111111111:q"',
      [
        'sqs:SendMessage arn:aws:sqs:eu-west-1:111111111111:q',
        `kms:GenerateDataKey ${KEY}`,
        `kms:Decrypt ${KEY}`
      ]
    ],
    [
      'a topic',
      'action: "sns:Publish", resource: "arn:aws:sns:eu-west-1:111111111111:t"',
      ['sns:Publish arn:aws:sns:eu-west-1:111111111111:t', `kms:GenerateDataKey ${KEY}`, `kms:Decrypt ${KEY}`]
    ],
    // ACT-07, "CopyObject"
    [
      'a copy',
      'action: "s3:CopyObject", copyFrom: "arn:aws:s3:::open/from", resource: "arn:aws:s3:::open/to"',
      ['s3:PutObject arn:aws:s3:::open/to', 's3:GetObject arn:aws:s3:::open/from']
    ],
    [
      'a copy of what is tagged and encrypted, to what is encrypted',
      'action: "s3:PutObject", copyFrom: "arn:aws:s3:::safe/tagged", resource: "arn:aws:s3:::safe/to"',
      [
        's3:PutObject arn:aws:s3:::safe/to',
        's3:GetObject arn:aws:s3:::safe/tagged',
        's3:GetObjectTagging arn:aws:s3:::safe/tagged',
        's3:PutObjectTagging arn:aws:s3:::safe/to',
        `kms:GenerateDataKey ${KEY}`,
        `kms:Decrypt ${KEY}`
      ]
    ],
    // ACT-07
    [
      'an object with tags',
      'action: "s3:PutObject", resource: "arn:aws:s3:::open/a", requestTags: { a: b }',
      ['s3:PutObject arn:aws:s3:::open/a', 's3:PutObjectTagging arn:aws:s3:::open/a']
    ],
    [
      'a queue with tags',
      'action: "sqs:CreateQueue", resource: "arn:aws:sqs:eu-west-1:111111111111:new", requestTags: { a: b }',
      [
        'sqs:CreateQueue arn:aws:sqs:eu-west-1:111111111111:new',
        'sqs:TagQueue arn:aws:sqs:eu-west-1:111111111111:new'
      ]
    ],
    // RES-11
    [
      'instances with tags: each resource, and tags on what is created',
      `action: "ec2:RunInstances", resource: ["${EC2}:instance/*", "${EC2}:subnet/s"], requestTags: { a: b }`,
      [
        `ec2:RunInstances ${EC2}:instance/*`,
        `ec2:RunInstances ${EC2}:subnet/s`,
        `ec2:CreateTags ${EC2}:instance/*`
      ]
    ],
    // ACT-08
    [
      'an operation of another name',
      'action: "s3:HeadObject", resource: "arn:aws:s3:::safe/a"',
      ['s3:GetObject arn:aws:s3:::safe/a', `kms:Decrypt ${KEY}`]
    ],
    [
      'a part of an upload reads what it wrote',
      'action: "s3:UploadPart", resource: "arn:aws:s3:::safe/a"',
      ['s3:PutObject arn:aws:s3:::safe/a', `kms:GenerateDataKey ${KEY}`, `kms:Decrypt ${KEY}`]
    ],
    [
      're-encryption with one key',
      `action: "kms:ReEncrypt", resource: "${KEY}"`,
      [`kms:ReEncryptFrom ${KEY}`, `kms:ReEncryptTo ${KEY}`]
    ],
    [
      're-encryption from one key to another',
      `action: "kms:ReEncrypt", resource: ["${KEY}", "${OTHER}"]`,
      [`kms:ReEncryptFrom ${KEY}`, `kms:ReEncryptTo ${OTHER}`]
    ]
  ])('%s', (_, request, lines) => {
    expect(receipt(request)).toEqual(lines);
  });
});

test('the key is asked in a forward access session, with its encryption context (KEY-40, KEY-41)', () => {
  const { found } = read(
    'action: "s3:GetObject", resource: "arn:aws:s3:::safe/a", context: { "aws:SourceIp": 203.0.113.7, "s3:prefix": x }'
  );
  const context = found?.request?.checks[0]?.context;
  const values = (key: string) => {
    const value = context?.get(key.toLowerCase());
    return value && 'values' in value ? value.values : null;
  };
  expect(values('kms:ViaService')).toEqual(['s3.eu-west-1.amazonaws.com']);
  expect(values('aws:CalledVia')).toEqual(['s3.amazonaws.com']);
  expect(values('aws:ViaAWSService')).toEqual(['true']);
  expect(values('kms:EncryptionContext:aws:s3:arn')).toEqual(['arn:aws:s3:::safe/a']);
  expect(values('aws:SourceIp')).toEqual(['203.0.113.7']);
  expect(values('s3:prefix')).toBeNull();
});

describe('the decision is that of all checks', () => {
  const GET = 'action: "s3:GetObject", resource: "arn:aws:s3:::safe/a"';
  test.each([
    ['with the key', '"s3:*", "kms:Decrypt"', 'allowed', 'allowed'],
    ['without the key', '"s3:*"', 'implicitDeny', 'blocked'],
    ['with the key alone', '"kms:*"', 'implicitDeny', 'noAllow']
  ])('%s', (_, allowed, outcome, decidedBy) => {
    const { found, world } = read(GET, allowed);
    const evaluation = world && found?.request ? evaluate(world, found.request) : null;
    expect(evaluation?.outcome).toBe(outcome);
    expect(evaluation?.decidedBy.kind).toBe(decidedBy);
  });
});

test('a key that nobody lists is told at the resource', () => {
  expect(read('action: "s3:GetObject", resource: "arn:aws:s3:::open/a"').codes).toEqual([
    'world/unlisted-key'
  ]);
});

describe('what the file is told', () => {
  test.each([
    ['an operation', 'action: "s3:HeadObject", resource: "arn:aws:s3:::open/a"', ['request/operation']],
    [
      'a copy of nothing',
      'action: "s3:CopyObject", resource: "arn:aws:s3:::open/a"',
      ['request/copy-without-source']
    ],
    [
      'a source without a copy',
      'action: "s3:GetObject", resource: "arn:aws:s3:::open/a", copyFrom: "arn:aws:s3:::open/b"',
      ['request/source-without-copy']
    ],
    [
      'a copy',
      'action: "s3:CopyObject", resource: "arn:aws:s3:::open/a", copyFrom: "arn:aws:s3:::open/b"',
      []
    ],
    [
      'instances without the rest',
      `action: "ec2:RunInstances", resource: "${EC2}:instance/*"`,
      ['request/further-resources']
    ],
    ['an action by its own name', 'action: "s3:GetObject", resource: "arn:aws:s3:::open/a"', []]
  ])('%s', (_, request, codes) => {
    expect(read(request).codes.filter((code) => code.startsWith('request/'))).toEqual(codes);
  });
});
