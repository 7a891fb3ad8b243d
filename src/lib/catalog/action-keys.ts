/**
 * Which condition keys a request for an action can carry: those the Service Authorization Reference lists for the
 * action, its resources and their types, and AWS's global ones.
 */
import type { CatalogueAction } from './catalogue.ts';
import { resourcesOf } from './action-resources.ts';
import { GLOBAL_KEYS } from './global-keys.ts';
import type { KeyFacts, ServiceFacts } from './service.ts';
import { canMeet, fromTemplate, fromText, type Symbols } from './wild.ts';

/**
 * How a key stands to an action. `listed`: the reference names it for the action or its resources. `global`: any
 * request may carry it. `elsewhere`: the service knows it, but for other actions. `unknown`: neither the service nor
 * AWS at large has it.
 */
export type KeyStanding = 'listed' | 'global' | 'elsewhere' | 'unknown';

/** Keys listed for an action: of the action itself, of its resources in it, and of their types. Each once. */
export function listedKeysOf(action: CatalogueAction): readonly KeyFacts[] {
  const names = [
    ...action.facts.keys,
    ...resourcesOf(action).flatMap(({ type, taken }) => [...taken.keys, ...type.keys])
  ];
  return [...new Set(names.map((name) => name.toLowerCase()))].flatMap(
    (name) => action.service.keys.get(name) ?? []
  );
}

/** All keys a request for an action can carry: the listed ones, then the global ones. A key ending in `/` wants a tag. */
export function keysOf(action: CatalogueAction): readonly KeyFacts[] {
  const listed = listedKeysOf(action);
  const stems = new Set(listed.map(({ key }) => stemOf(key)));
  const global = GLOBAL_KEYS.filter(
    ({ key }) => !stems.has(key.toLowerCase()) && keyStanding(action, key) === 'global'
  );
  return [
    ...listed,
    ...global.map(({ key, type }) => ({ key, type, multivalued: LISTS.has(key.toLowerCase()) }))
  ];
}

/** Whether a request for the action can carry the key. */
export function isValidKey(action: CatalogueAction, key: string): boolean {
  const standing = keyStanding(action, key);
  return standing === 'listed' || standing === 'global';
}

/** @param key as written in a condition, e.g. `s3:ExistingObjectTag/team`; compared without case (COND-03) */
export function keyStanding(action: CatalogueAction, key: string): KeyStanding {
  const lower = key.toLowerCase();
  const facts = keyIn(action.service, lower);
  if (facts && listedKeysOf(action).includes(facts)) return 'listed';
  if (isGlobal(lower) && !isWithheld(action.id.toLowerCase(), lower)) return 'global';
  return facts || isGlobal(lower) ? 'elsewhere' : 'unknown';
}

/** A key of a service as its reference has it, `aws:RequestTag/${TagKey}` for `aws:requesttag/team`; else null. */
export function keyIn(service: ServiceFacts, key: string): KeyFacts | null {
  const lower = key.toLowerCase();
  const exact = service.keys.get(lower);
  if (exact) return exact;
  const text = fromText(lower);
  for (const [pattern, facts] of service.keys) {
    if (/[$<]/.test(pattern) && canMeet(text, symbolsOf(pattern))) return facts;
    if (lower.endsWith('/') && stemOf(pattern) === lower) return facts;
  }
  return null;
}

/** `aws:requesttag/` of `aws:RequestTag/${TagKey}`. */
function stemOf(key: string): string {
  return key.toLowerCase().replace(/(?:\$\{[^}]*\}|<[^>]*>)$/, '');
}

const patterns = new Map<string, Symbols>();

/** Made once for each key of the reference that has a parameter. */
function symbolsOf(pattern: string): Symbols {
  const known = patterns.get(pattern) ?? fromTemplate(pattern, new Set());
  patterns.set(pattern, known);
  return known;
}

/**
 * Keys of tags stand under `aws:`, but only requests and resources that have to do with tags carry them: the reference
 * lists them where they do (KEY-38, KEY-39). Source: IAM User Guide, "AWS global condition context keys".
 */
const TAGS = /^aws:(?:requesttag\/|resourcetag\/|tagkeys$)/;

/**
 * Properties of a role session: keys of other services that stand in the session and so in each of its requests.
 * Source: IAM User Guide, "AWS global condition context keys", properties of a role session.
 */
const SESSION: ReadonlySet<string> = new Set(
  [
    ...['ec2:RoleDelivery', 'ec2:SourceInstanceArn', 'glue:RoleAssumedBy', 'glue:CredentialIssuingService'],
    ...['codebuild:BuildArn', 'codebuild:ProjectArn', 'lambda:SourceFunctionArn', 'ssm:SourceInstanceArn'],
    'identitystore:UserId'
  ].map((key) => key.toLowerCase())
);

const GLOBAL: ReadonlySet<string> = new Set(
  GLOBAL_KEYS.map(({ key }) => key.toLowerCase()).filter((key) => key.startsWith('aws:') && !TAGS.test(key))
);

/** Beside AWS's own: properties of a role session, and claims, which travel with the session (KEY-30). */
function isGlobal(lower: string): boolean {
  if (TAGS.test(lower)) return false;
  const tag = lower.indexOf('/');
  return (
    GLOBAL.has(lower) ||
    (tag > 0 && lower.length > tag + 1 && GLOBAL.has(lower.slice(0, tag + 1))) ||
    SESSION.has(lower) ||
    isClaim(lower)
  );
}

/** `saml:sub`, `token.actions.githubusercontent.com:aud`: what stands before the last colon is an identity provider. */
function isClaim(lower: string): boolean {
  const issuer = lower.slice(0, Math.max(0, lower.lastIndexOf(':')));
  return issuer === 'saml' || issuer.includes('.');
}

/**
 * Actions whose requests say nothing of the resource's owner (KEY-35). events:PutEvents lacks it only for some old
 * cross-account targets, and is no part of the list.
 * Source: IAM User Guide, "AWS global condition context keys", aws:ResourceAccount.
 */
const OWNERLESS: ReadonlySet<string> = new Set(
  [
    ...['auditmanager:UpdateAssessmentFrameworkShare', 'detective:AcceptInvitation'],
    ...['ds:AcceptSharedDirectory', 'ec2:AcceptTransitGatewayPeeringAttachment'],
    ...['ec2:AcceptVpcEndpointConnections', 'ec2:AcceptVpcPeeringConnection'],
    ...[
      'ec2:CreateTransitGatewayPeeringAttachment',
      'ec2:CreateVpcEndpoint',
      'ec2:CreateVpcPeeringConnection'
    ],
    ...['guardduty:AcceptAdministratorInvitation', 'macie2:AcceptInvitation', 'es:AcceptInboundConnection'],
    ...['route53:AssociateVpcWithHostedZone', 'route53:CreateVPCAssociationAuthorization'],
    'securityhub:AcceptAdministratorInvitation'
  ].map((action) => action.toLowerCase())
);

function isWithheld(action: string, key: string): boolean {
  const isOwner = ['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths'].includes(key);
  return isOwner && (OWNERLESS.has(action) || action.startsWith('ebs:'));
}

/** Global keys that hold several values (COND-62). */
const LISTS: ReadonlySet<string> = new Set(
  [
    ...['aws:PrincipalOrgPaths', 'aws:PrincipalServiceNamesList', 'aws:ResourceOrgPaths'],
    ...['aws:SourceOrgPaths', 'aws:VpceOrgPaths', 'aws:CalledVia', 'aws:TagKeys']
  ].map((key) => key.toLowerCase())
);
