/**
 * The further authorizations that one call needs (ACT-07): each further resource, a role passed to a service, tags
 * and source identity set on a session. Each is a call of its own by the same caller.
 */
import type { Arn } from '../world/world.ts';
import { accountOf } from './request.ts';
import { serviceOf } from './context-call.ts';
import type { Call } from './context-call.ts';
import { one } from './context-value.ts';
import { lower } from './lower.ts';
import type { KnownValue, RequestContext } from './request.ts';

/** Services whose name for itself as the bearer of a role is beyond doubt. Source: IAM, "Pass a role to a service". */
const BEARER: ReadonlyMap<string, string> = new Map([
  ...'apigateway cloudformation codebuild codedeploy codepipeline ec2 eks glue lambda sagemaker states'
    .split(' ')
    .map((service) => [service, `${service}.amazonaws.com`] as const),
  ['ecs', 'ecs-tasks.amazonaws.com']
]);

/** Global keys that speak of the request's own resource and tags, lower-case beginnings. */
const OF_THE_ACTION = ['aws:requesttag/', 'aws:tagkeys', 'aws:resource'];

/**
 * The call as iam:PassRole on a role (XACC-16). What the request writes of the caller and the network holds here
 * too, what it writes of its own action does not. `iam:PassedToService` is as written, else the service called,
 * where it is clear under which name that service bears roles (KEY-61).
 */
export function passRole(call: Call, role: Arn): Call {
  const service = serviceOf(call.action);
  const bearer = BEARER.get(service);
  const holds = ({ key }: { readonly key: string }) => holdsForPassRole(key.toLowerCase(), service);
  return {
    ...call,
    action: 'iam:PassRole',
    resource: role,
    code: { ...call.code, value: false },
    parameters:
      bearer === undefined ? [] : [one('iam:PassedToService', bearer, { kind: 'request', path: null })],
    written: call.written.filter(holds),
    open: call.open.filter(holds)
  };
}

/**
 * Calls that create something and, when they bring tags, need a tagging action besides, by lower-case action: for EC2
 * every call (ec2:CreateTags), else the listed ones. Source: each service's "tag on create" page, such as EC2 User
 * Guide, "Grant permission to tag resources during creation".
 */
const TAGGING: ReadonlyMap<string, string> = new Map([
  ['s3:putobject', 's3:PutObjectTagging'],
  ['iam:createrole', 'iam:TagRole'],
  ['iam:createuser', 'iam:TagUser'],
  ['iam:createpolicy', 'iam:TagPolicy'],
  ['kms:createkey', 'kms:TagResource'],
  ['secretsmanager:createsecret', 'secretsmanager:TagResource'],
  ['lambda:createfunction', 'lambda:TagResource'],
  ['sqs:createqueue', 'sqs:TagQueue'],
  ['sns:createtopic', 'sns:TagResource'],
  ['dynamodb:createtable', 'dynamodb:TagResource'],
  ['ecs:createcluster', 'ecs:TagResource'],
  ['ecs:createservice', 'ecs:TagResource'],
  ['ecr:createrepository', 'ecr:TagResource']
]);

/**
 * The call as the tagging action that it needs besides (ACT-07); null without tags, and for calls that tag by
 * themselves. EC2 tells the tagging what it is part of, `ec2:CreateAction`; of the resources of RunInstances it tags
 * what it creates, the instances and volumes.
 */
export function tagOnCreate(call: Call): Call | null {
  if (!call.derive || !call.parameters.some(({ key }) => key === 'aws:TagKeys')) return null;
  if (/^ec2:runinstances$/i.test(call.action) && !/:(instance|volume)\/|^\*$/.test(call.resource))
    return null;
  const [, name = ''] = call.action.split(':');
  if (serviceOf(call.action) === 'ec2' && /^(create(?!tags)|run)/i.test(name)) {
    const part = one('ec2:CreateAction', name, { kind: 'request', path: null });
    return { ...call, creates: true, action: 'ec2:CreateTags', parameters: [...call.parameters, part] };
  }
  const action = TAGGING.get(call.action.toLowerCase());
  return action === undefined ? null : { ...call, action, creates: true };
}

/**
 * The service as it takes on the role that was passed to it: the role's trust policy must name it (XACC-16). It acts for
 * the account of the caller; for which resource, nobody has said.
 */
export function bearRole(pass: Call, service: string): Call {
  const account = accountOf(pass.by.caller);
  const from = { kind: 'request', path: null } as const;
  return {
    ...pass,
    action: 'sts:AssumeRole',
    by: {
      ...{ caller: { kind: 'service', service }, named: from, issued: null, mfa: null, tags: [] },
      ...{
        sourceIdentity: null,
        policies: null,
        claims: [],
        expires: null,
        inactiveKey: null,
        instance: null
      },
      source: account === null ? null : { arn: null, account: { value: account, from } }
    },
    via: { ...pass.via, value: [] },
    parameters: [],
    written: pass.written.filter(({ key }) => /^aws:(currenttime|epochtime|securetransport)$/i.test(key)),
    open: pass.derive ? [{ key: 'aws:SourceArn', path: pass.by.named.path ?? '' }] : []
  };
}

function holdsForPassRole(key: string, service: string): boolean {
  if (key === 'iam:passedtoservice' || key === 'iam:associatedresourcearn') return true;
  if (key.startsWith('iam:') || key.startsWith(`${service}:`)) return false;
  return !OF_THE_ACTION.some((beginning) => key.startsWith(beginning));
}

const NO_ACTIONS: readonly string[] = [];
const ASSUME_ROLE: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity'
]);

/** Whether the call asks for a session of a role. */
export function isAssumeRole({ action }: Call): boolean {
  return ASSUME_ROLE.has(lower(action));
}

/**
 * What an AssumeRole call needs besides: `sts:TagSession` when tags are passed or inherited (transitive tags are
 * passed on by STS itself), `sts:SetSourceIdentity` when one is set or travels on (XACC-13, XACC-13b).
 */
export function sessionActions(call: Call, context: RequestContext): readonly string[] {
  if (!isAssumeRole(call)) return NO_ACTIONS;
  const tagged = call.by.tags.some((tag) => tag.transitive) || has(call.parameters, context, 'aws:tagkeys');
  const identified = call.by.sourceIdentity !== null || has(call.parameters, context, 'sts:sourceidentity');
  return [...(tagged ? ['sts:TagSession'] : []), ...(identified ? ['sts:SetSourceIdentity'] : [])];
}

function has(parameters: readonly KnownValue[], context: RequestContext, key: string): boolean {
  const value = context.get(key);
  const known = value && 'values' in value && value.values.length > 0;
  return known === true || parameters.some((parameter) => parameter.key.toLowerCase() === key);
}
