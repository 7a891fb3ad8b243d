/** The documents that new things begin with: as small as AWS accepts, and harmless until somebody says more. */
import { splitArn } from '../world/arn.ts';
import type { AccountId } from '../world/world.ts';
import type { Plain } from '../source/change.ts';
import type { Trusted } from './trusted.ts';

export type PlainMap = Readonly<Record<string, Plain>>;

/** A policy document of the current version. Source: IAM User Guide, "IAM JSON policy elements: Version" (GRAM-03). */
export function documentOf(...statements: readonly PlainMap[]): PlainMap {
  return { Version: '2012-10-17', Statement: statements };
}

/** An Allow of one action on one resource. */
export function allow(action: string, resource: string): PlainMap {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

/** A permissions policy to begin with. Source: STS API Reference, GetCallerIdentity, needs no permission (STS-01). */
export const FIRST_POLICY = documentOf(allow('sts:GetCallerIdentity', '*'));

/** An SCP or RCP to begin with: leaving the organization is what most forbid first. Source: Organizations, examples. */
export const FIRST_SCP = documentOf({
  Effect: 'Deny',
  Action: 'organizations:LeaveOrganization',
  Resource: '*'
});

/** An RCP to begin with: its Principal must be `*` (EVAL-03). */
export const FIRST_RCP = documentOf({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } }
});

/** The action by which each kind of principal becomes a role (SVC-01). */
export const BECOME = {
  AWS: 'sts:AssumeRole',
  Service: 'sts:AssumeRole',
  OIDC: 'sts:AssumeRoleWithWebIdentity',
  SAML: 'sts:AssumeRoleWithSAML'
} as const;

/** The statement that lets a principal become a role; an external id keeps deputies from being confused (XACC-10). */
export function trustStatement({ type, value, by }: Trusted, externalId: string | null = null): PlainMap {
  const base = { Effect: 'Allow', Principal: { [type]: value }, Action: BECOME[by] };
  return externalId === null || externalId === ''
    ? base
    : { ...base, Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
}

/** What one does first with a resource of a service, by its prefix. */
const FIRST_ACTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s3: 's3:GetObject',
    sqs: 'sqs:SendMessage',
    sns: 'sns:Publish',
    kms: 'kms:*',
    lambda: 'lambda:InvokeFunction',
    secretsmanager: 'secretsmanager:GetSecretValue',
    dynamodb: 'dynamodb:GetItem',
    ecr: 'ecr:BatchGetImage',
    ssm: 'ssm:GetParameter',
    events: 'events:PutEvents',
    kinesis: 'kinesis:GetRecords'
  })
);

/** What one does first with a resource, as an action; null for services that are not known here. */
export function firstActionOn(arn: string): string | null {
  const action = FIRST_ACTIONS.get(splitArn(arn)?.service ?? '') ?? null;
  return action?.endsWith('*') === true ? null : action;
}

/**
 * A first resource-based policy: the owner's own account may do what one does first. For a KMS key that is AWS's
 * default key policy (SVC-03).
 */
export function firstResourcePolicy(arn: string, owner: AccountId): PlainMap {
  const service = splitArn(arn)?.service ?? '';
  return documentOf({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${owner}:root` },
    Action: FIRST_ACTIONS.get(service) ?? `${service}:*`,
    Resource: resourceIn(service, arn)
  });
}

/** Objects lie in a bucket; a key policy speaks of its own key as `*`. */
function resourceIn(service: string, arn: string): string {
  if (service === 'kms') return '*';
  return service === 's3' && !arn.includes('/') ? `${arn}/*` : arn;
}
