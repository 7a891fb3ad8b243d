/** What AWS answers when it refuses a document, rule by rule: the text of each MAL rule, and a sound document beside. */
import { describe, expect, test } from 'vitest';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { settingOf, type Setting } from '../../src/lib/policy/setting.ts';
import { readPolicy } from './read.ts';

const one = (rest: string) => `{Version: "2012-10-17", Statement: [{Effect: Allow, ${rest}}]}`;
const two = (first: string, second: string) =>
  `{Version: "2012-10-17", Statement: [{${first}, Effect: Allow, Action: "s3:*", Resource: "*"}, {${second}, Effect: Allow, Action: "s3:*", Resource: "*"}]}`;
const acts = (action: string) => one(`Action: ${action}, Resource: "*"`);
const on = (resource: string) => one(`Action: "*", Resource: ${resource}`);
const trusts = (rest: string) => one(`Action: "sts:AssumeRole", ${rest}`);
const BUCKET: Setting = { ...settingOf('resource'), resource: 'arn:aws:s3:::b' };
const opens = (principal: string, action: string, resource: string) =>
  one(`Principal: ${principal}, Action: "${action}", Resource: "${resource}"`);
const PATHS =
  'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.';

/** The rule; where the document hangs; one that is refused and with which words; one that differs in that alone. */
type Row = readonly [
  rule: string,
  where: PolicyKind | Setting,
  refused: string,
  text: string | null,
  sound: string
];

const ROWS: readonly Row[] = [
  ['MAL-01', 'identity', '[]', 'Syntax errors in policy.', acts('"s3:*"')],
  [
    'MAL-01',
    'identity',
    one('Action: "*", NotAction: "s3:*", Resource: "*"'),
    'Syntax errors in policy.',
    acts('"*"')
  ],
  [
    'MAL-02',
    'managed',
    '{Statement: {Effect: Allow, Action: "*", Resource: "*"}}',
    'Policy document must be version 2012-10-17 or greater.',
    acts('"*"')
  ],
  [
    'MAL-04',
    'identity',
    two('Sid: A', 'Sid: A'),
    'Statement IDs (SID) in a single policy must be unique.',
    two('Sid: A', 'Sid: B')
  ],
  [
    'MAL-05',
    'identity',
    two('Sid: "a b"', 'Sid: B'),
    'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    two('Sid: ab', 'Sid: B')
  ],
  ['MAL-06', 'identity', one('Resource: "*"'), 'Policy statement must contain actions.', acts('"*"')],
  ['MAL-07', 'identity', one('Action: "*"'), 'Policy statement must contain resources.', acts('"*"')],
  [
    'MAL-08',
    'identity',
    acts('GetObject'),
    'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    acts('"s3:GetObject"')
  ],
  [
    'MAL-09',
    'identity',
    acts('"s3:Get:Object"'),
    'Actions/Condition can contain only one colon.',
    acts('"s3:GetObject"')
  ],
  ['MAL-10', 'identity', acts('"s_3:Get"'), 'Vendor s_3 is not valid', acts('"s3:Get"')],
  ['MAL-11', 'identity', on('bucket'), 'Resource bucket must be in ARN format or "*".', on('"*"')],
  [
    'MAL-12',
    'identity',
    on('"arn:aw:s3:::b"'),
    'Partition "aw" is not valid for resource "arn:aw:s3:::b".',
    on('"arn:aws:s3:::b"')
  ],
  [
    'MAL-13',
    'identity',
    on('"arn:aws:s*:::b"'),
    'Resource vendor must be fully qualified and cannot contain regexes.',
    on('"arn:aws:s3:::b"')
  ],
  [
    'MAL-14',
    'identity',
    on('"arn:aws:iam::111122223333:ana"'),
    PATHS,
    on('"arn:aws:iam::111122223333:user/ana"')
  ],
  [
    'MAL-15',
    'identity',
    on('"arn:aws:iam:eu-west-1:111122223333:user/ana"'),
    'IAM resource arn:aws:iam:eu-west-1:111122223333:user/ana cannot contain region information.',
    on('"arn:aws:iam::111122223333:user/ana"')
  ],
  [
    'MAL-15',
    'identity',
    on('"arn:aws:s3:eu-west-1::b"'),
    'Resource arn:aws:s3:eu-west-1::b can not contain region information.',
    on('"arn:aws:s3:::b"')
  ],
  [
    'MAL-16',
    'identity',
    one('Principal: "*", Action: "*", Resource: "*"'),
    'Policy document should not specify a principal.',
    acts('"*"')
  ],
  [
    'MAL-17',
    'trust',
    trusts('Principal: "*", Resource: "*"'),
    'Has prohibited field Resource',
    trusts('Principal: "*"')
  ],
  [
    'MAL-18',
    'trust',
    one('Action: "sts:AssumeRole"'),
    'Missing required field Principal',
    trusts('Principal: "*"')
  ],
  [
    'MAL-19',
    'trust',
    trusts('Principal: {AWS: "arn:aws:iam::111122223333:group/g"}'),
    'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:group/g"',
    trusts('Principal: {AWS: "arn:aws:iam::111122223333:user/g"}')
  ],
  [
    'MAL-21',
    BUCKET,
    opens('{AWS: "arn:aws:iam::111122223333:group/g"}', 's3:GetObject', 'arn:aws:s3:::b/*'),
    'Invalid principal in policy',
    opens('{AWS: "111122223333"}', 's3:GetObject', 'arn:aws:s3:::b/*')
  ],
  [
    'MAL-21',
    BUCKET,
    opens('{AWS: "111122223333"}', 's3:GetObject', 'arn:aws:s3:::c/*'),
    'Policy has invalid resource',
    opens('{AWS: "111122223333"}', 's3:GetObject', 'arn:aws:s3:::b/*')
  ],
  [
    'MAL-21',
    BUCKET,
    opens('{AWS: "111122223333"}', 's3:GetObject', 'arn:aws:s3:::b'),
    'Action does not apply to any resource(s) in statement',
    opens('{AWS: "111122223333"}', 's3:GetObject', 'arn:aws:s3:::b/*')
  ],
  // GRAM-18: the pattern of CreatePolicy; what the service then says is the validation of the API, not known in words.
  ['GRAM-18', 'identity', on('"arn:aws:s3:::łódź"'), null, on('"arn:aws:s3:::ÿ"')],
  // PRIN-11: groups and instance profiles.
  [
    'PRIN-11',
    'trust',
    trusts('Principal: {AWS: "arn:aws:iam::111122223333:instance-profile/p"}'),
    'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:instance-profile/p"',
    trusts('Principal: {AWS: "arn:aws:iam::111122223333:role/p"}')
  ]
];

describe('the words of a refusal', () => {
  test.each(ROWS)('%s %o %s: %j', (_rule, where, refused, text, sound) => {
    const answers = readPolicy(refused, where).diagnostics.filter(({ severity }) => severity === 'error');
    expect(answers.map(({ aws }) => aws?.message)).toEqual([text]);
    expect(readPolicy(sound, where).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('each has the code of who refuses', () => {
    const codes = ROWS.map(([, where, refused]) => readPolicy(refused, where).diagnostics[0]?.aws?.code);
    expect(new Set(codes)).toEqual(
      new Set(['MalformedPolicyDocument', 'MalformedPolicy', 'ValidationError'])
    );
  });
});
