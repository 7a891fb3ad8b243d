/** Requests that show what each fix does to decisions, and a way to ask them of a single policy. */
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { FindingName } from '../../src/lib/lint/codes.ts';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { toCase, type Vector } from '../engine/vector-world.ts';

type Decided = 'allowed' | 'implicitDeny' | 'explicitDeny';

export interface Probe {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** With the document as the example has it, and as the fix leaves it. */
  readonly before: Decided;
  readonly after: Decided;
  /** Anything but a user of account 111122223333. */
  readonly principal?: Vector['request']['principal'];
}

const USER = {
  kind: 'iam-user',
  account: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/ana',
  userId: 'AIDAEXAMPLEEXAMPLEEX'
} as const;

const ALLOW_ALL = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }]
};

/** What becomes of a request when this policy applies and, where it only limits, everything else allows. */
export function decide(text: string, kind: PolicyKind, probe: Probe): string | null {
  const document: unknown = JSON.parse(text);
  const { world, request } = toCase({
    id: 'probe',
    rule: [],
    title: '',
    expect: 'Allowed',
    because: '',
    policies: policiesWith(document, kind),
    request: {
      principal: probe.principal ?? USER,
      action: probe.action,
      resource: probe.resource,
      context: probe.context
    }
  });
  return evaluate(world, request).outcome;
}

function policiesWith(document: unknown, kind: PolicyKind): Vector['policies'] {
  const isDeny = JSON.stringify(document).includes('"Deny"');
  switch (kind) {
    case 'trust':
      return { identity: [ALLOW_ALL], resource: document, resourceAccount: '111122223333' };
    case 'resource':
      return {
        resource: document,
        resourceAccount: '111122223333',
        ...(isDeny ? { identity: [ALLOW_ALL] } : {})
      };
    case 'scp':
      return { identity: [ALLOW_ALL], scps: [[ALLOW_ALL, document]] };
    case 'rcp':
      return { identity: [ALLOW_ALL], rcps: [[ALLOW_ALL, document]] };
    case 'boundary':
      return { identity: [ALLOW_ALL], boundary: document };
    default:
      return { identity: isDeny ? [ALLOW_ALL, document] : [document] };
  }
}

const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::example-reports/a' } as const;
const TAG = { action: 'sqs:TagQueue', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' } as const;

function read(context: Probe['context'], before: Decided, after: Decided): Probe {
  return { ...GET, context, before, after };
}

function tag(context: Probe['context'], before: Decided, after: Decided): Probe {
  return { ...TAG, context, before, after };
}

const NO = 'implicitDeny';
const YES = 'allowed';

export const PROBES: Readonly<Partial<Record<FindingName, readonly Probe[]>>> = {
  'cidr-under-string': [
    read({ 'aws:SourceIp': '203.0.113.7' }, NO, YES),
    read({ 'aws:SourceIp': '198.51.100.7' }, NO, NO)
  ],
  'operator-type-mismatch': [read({ 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, NO, YES), read({}, NO, NO)],
  'wildcard-under-equals': [
    read({ 'aws:PrincipalTag/team': 'data-eu' }, NO, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO)
  ],
  'arn-wildcard-under-equals': [
    read({ 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/data-eu' }, NO, YES)
  ],
  'like-without-wildcard': [
    read({ 'aws:PrincipalTag/team': 'data' }, YES, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO),
    read({}, NO, NO)
  ],
  'all-values-on-single-key': [read({ 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, YES, YES), read({}, YES, NO)],
  'any-value-on-single-key': [
    read({ 'aws:PrincipalTag/team': 'data' }, YES, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO),
    read({}, NO, NO)
  ],
  'all-values-without-guard': [
    tag({ 'aws:TagKeys': ['team'] }, YES, YES),
    tag({ 'aws:TagKeys': ['other'] }, NO, NO),
    tag({}, YES, NO)
  ],
  'plain-operator-on-list': [
    read({ 'aws:CalledVia': ['athena.amazonaws.com', 'glue.amazonaws.com'] }, NO, YES)
  ],
  'null-with-set-operator': [tag({ 'aws:TagKeys': ['team'] }, YES, YES), tag({}, YES, NO)],
  'null-with-both': [tag({ 'aws:TagKeys': ['team'] }, YES, YES), tag({}, YES, YES)],
  'redundant-null': [
    read({ 'aws:PrincipalTag/team': 'data' }, YES, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO),
    read({}, NO, NO)
  ],
  'if-exists-on-negated': [
    read({ 'aws:ResourceAccount': '111122223333' }, YES, YES),
    read({ 'aws:ResourceAccount': '444455556666' }, 'explicitDeny', 'explicitDeny'),
    read({}, 'explicitDeny', 'explicitDeny')
  ]
};
