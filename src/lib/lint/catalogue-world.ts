/** Findings that take a whole file: what each says, why, and where it shows. */
import type { FindingName } from './codes.ts';
import { marked, type Example, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

/** A file with a role in account 111122223333 and whatever else it takes. */
function trust(principal: string, condition = '', rest = ''): Example {
  return file(`    roles:
      deploy:
        trust:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: ${principal}
              Action: ${principal.includes('oidc') ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole'}
${condition}${rest}`);
}

function file(inside: string, rest = ''): Example {
  const text = `bouncer: 1
title: Reports
summary: Who reads the reports
now: "2026-03-01T00:00:00Z"
accounts:
  shop:
    id: "111122223333"
${inside}${rest}`;
  return { kind: 'file', text };
}

function queue(principal: string, rest = ''): Example {
  return file(`    resources:
      arn:aws:sqs:eu-west-1:111122223333:orders:
        policy:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: { AWS: "${principal}" }
              Action: sqs:SendMessage
              Resource: "*"
${rest}`);
}

function key(actions: string): Example {
  return file(`    resources:
      arn:aws:kms:eu-west-1:111122223333:key/1:
        policy:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: { AWS: "444455556666" }
              Action: ${actions}
              Resource: "*"
  other:
    id: "444455556666"
`);
}

function users(policies: string): string {
  return `    users:
      ana:
        inline:
          own:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
${policies}`;
}

function scps(attached: string, effect: string): Example {
  return file(
    '  pay:\n    id: "555566667777"\n',
    `organizations:
  example:
    id: o-a1b2c3d4e5
    management: pay
    scps:
      only:
        Version: "2012-10-17"
        Statement:
          - Effect: ${effect}
            Action: s3:*
            Resource: "*"
    root:
      id: r-ab12
      scps: [${attached}]
      accounts: [pay, shop]
`
  );
}

const READ = `                Action: s3:GetObject
                Resource: arn:aws:s3:::example-reports/*
`;
const OIDC = (account: string) => `{ Federated: "arn:aws:iam::${account}:oidc-provider/idp.example.com" }`;
const CLAIMS = `              Condition:
                StringEquals:
                  idp.example.com:aud: sts.amazonaws.com
                  idp.example.com:sub: shop
`;
const TRUST_AT = '/accounts/shop/roles/deploy/trust/Statement/0';
const SCP_AT = '/organizations/example/scps/only/Statement/0/Action';

export const WORLD_FINDINGS = {
  'unlisted-account': {
    severity: 'suggestion',
    kind: 'security',
    title: 'An account that the file does not list',
    reason:
      'The policy lets in an account of which nothing is known here. Whoever manages it decides who uses the permission.',
    source: PAGES.principal,
    rules: ['PRIN-02', 'PRIN-16', 'XACC-03'],
    raises: marked(
      queue('444455556666'),
      '/accounts/shop/resources/arn:aws:sqs:eu-west-1:111122223333:orders/policy/Statement/0/Principal/AWS',
      '"444455556666"'
    ),
    silent: queue('444455556666', '  other:\n    id: "444455556666"\n')
  },
  'trust-without-external-id': {
    severity: 'suggestion',
    kind: 'security',
    title: 'Trust in a stranger without an external id',
    reason:
      'Whoever serves many customers can be talked into using the role of one for another. An external id of your own, which they choose and send only when they come for you, prevents that. It is no secret.',
    source: PAGES.thirdParty,
    rules: ['KEY-50', 'XACC-10'],
    raises: marked(trust('{ AWS: "444455556666" }'), `${TRUST_AT}/Principal/AWS`, '"444455556666"'),
    silent: trust(
      '{ AWS: "444455556666" }',
      '              Condition: { StringEquals: { sts:ExternalId: "shop-7f3a" } }\n'
    )
  },
  'trust-nobody-can-use': {
    severity: 'suggestion',
    kind: 'reach',
    title: 'A trusted account in which nobody may assume the role',
    reason:
      'Naming an account leaves it to that account’s own policies. None of them allows `sts:AssumeRole` on this role, so nobody gets in.',
    source: PAGES.principal,
    rules: ['EVAL-21', 'PRIN-16'],
    raises: marked(
      trust('{ AWS: "111122223333" }', '', users(READ)),
      `${TRUST_AT}/Principal/AWS`,
      '"111122223333"'
    ),
    silent: trust(
      '{ AWS: "111122223333" }',
      '',
      users(
        '                Action: sts:AssumeRole\n                Resource: arn:aws:iam::111122223333:role/deploy\n'
      )
    )
  },
  'provider-from-other-account': {
    severity: 'warning',
    kind: 'reach',
    title: 'An identity provider of another account',
    reason:
      'Tokens and assertions are checked by the provider in the account of the role. One in another account lets nobody in.',
    source: PAGES.oidc,
    rules: ['PRIN-04f'],
    raises: marked(
      trust(OIDC('444455556666'), CLAIMS),
      `${TRUST_AT}/Principal/Federated`,
      '"arn:aws:iam::444455556666:oidc-provider/idp.example.com"'
    ),
    silent: trust(OIDC('111122223333'), CLAIMS)
  },
  'key-everything-abroad': {
    severity: 'warning',
    kind: 'security',
    title: 'Everything with a key for another account',
    reason:
      'Some operations of KMS work across accounts, and making grants is one of them: with it the other account hands the key on. What is needed is mostly to decrypt.',
    source: PAGES.kms,
    rules: ['SVC-03', 'XACC-15'],
    raises: marked(
      key('kms:*'),
      '/accounts/shop/resources/arn:aws:kms:eu-west-1:111122223333:key~11/policy/Statement/0/Principal/AWS',
      '"444455556666"'
    ),
    silent: key('kms:Decrypt')
  },
  'scp-level-without-allow': {
    severity: 'warning',
    kind: 'reach',
    title: 'A level of SCPs that allows nothing',
    reason:
      'At every level some SCP must allow the action. With `FullAWSAccess` gone and only a Deny left, everything below is denied.',
    source: PAGES.scp,
    rules: ['EVAL-04'],
    raises: marked(scps('only', 'Deny'), SCP_AT, 's3:*'),
    silent: scps('FullAWSAccess, only', 'Deny')
  },
  'scp-allow-without-effect': {
    severity: 'suggestion',
    kind: 'logic',
    title: 'An SCP that allows what is allowed anyway',
    reason:
      'The SCPs of one level are joined by or, and SCPs never grant anything. Beside `FullAWSAccess` an Allow changes nothing.',
    source: PAGES.scp,
    rules: ['EVAL-04', 'EVAL-04b'],
    raises: marked(scps('FullAWSAccess, only', 'Allow'), SCP_AT, 's3:*'),
    silent: scps('only', 'Allow')
  },
  'statement-expired': {
    severity: 'warning',
    kind: 'reach',
    title: 'A statement that has run out',
    reason:
      'The condition asks for a time before one that has passed. The statement stays in the policy and never matches again.',
    source: PAGES.keys,
    rules: ['KEY-43', 'COND-28'],
    raises: marked(
      file(
        users(
          `${READ}                Condition: { DateLessThan: { aws:CurrentTime: "2026-01-01T00:00:00Z" } }\n`
        )
      ),
      '/accounts/shop/users/ana/inline/own/Statement/0/Condition/DateLessThan/aws:CurrentTime',
      'aws:CurrentTime'
    ),
    silent: file(
      users(
        `${READ}                Condition: { DateLessThan: { aws:CurrentTime: "2027-01-01T00:00:00Z" } }\n`
      )
    )
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
