/** What the caller signed with, fact by fact: whose it is, of what kind, since and until when, with MFA, with which tags. */
import type { Caller, ContextValue, Request } from '../engine/request.ts';
import type { World } from '../world/world.ts';
import type { Words } from './words.ts';

export interface CredentialFact {
  readonly name: string;
  /** Plain text, or several of them: one tag each. */
  readonly values: readonly string[];
  /** Whether it is said that there is none, or that nobody knows. */
  readonly isMissing: boolean;
}

/** In reading order. Source: IAM User Guide, "AWS global condition context keys", properties of a role session. */
export function credentialFacts(request: Request, world: World, words: Words): readonly CredentialFact[] {
  const { caller } = request;
  return [
    fact('who', words.caller(caller)),
    fact('credential', kindOf(caller, words)),
    ...(isSigned(caller) ? [issued(request), expires(caller, world), mfa(request), tags(request)] : []),
    ...sourceIdentity(request)
  ];
}

function fact(name: string, ...values: readonly string[]): CredentialFact {
  return { name, values, isMissing: false };
}

function missing(name: string, why: string): CredentialFact {
  return { name, values: [why], isMissing: true };
}

/** Services, identity providers and strangers bring no keys of their own. */
function isSigned({ kind }: Caller): boolean {
  return kind !== 'service' && kind !== 'identityProvider' && kind !== 'anonymous';
}

const OF_USER = {
  accessKey: 'the user’s own access key, long-term',
  console: 'a sign-in at the console',
  sessionToken: 'a GetSessionToken credential of the user, temporary'
} as const;

function kindOf(caller: Caller, words: Words): string {
  switch (caller.kind) {
    case 'user':
      return OF_USER[caller.credential];
    case 'root':
      return caller.assumed ? 'an AssumeRoot session, temporary' : 'the root user’s own, long-term';
    case 'roleSession':
      return `a role session, temporary${caller.issued === null ? '' : `, by ${ISSUED[caller.issued]}`}`;
    case 'federatedUser':
      return `a GetFederationToken session of ${words.principal(caller.issuer)}, temporary`;
    case 'service':
      return 'an AWS service’s own';
    case 'identityProvider':
      return 'none: a token of the identity provider';
    case 'anonymous':
      return 'none: the call is not signed';
  }
}

const ISSUED = {
  AssumeRole: 'AssumeRole',
  AssumeRoleWithWebIdentity: 'AssumeRoleWithWebIdentity',
  AssumeRoleWithSAML: 'AssumeRoleWithSAML',
  service: 'an AWS service'
} as const;

/** KEY-21: only temporary credentials carry it. */
function issued(request: Request): CredentialFact {
  const found = valueOf(request, 'aws:TokenIssueTime');
  if (found) return told('issued', found);
  const isLongTerm = request.caller.kind === 'user' && request.caller.credential === 'accessKey';
  return missing('issued', isLongTerm ? 'long-term: it carries no time' : 'it carries no time');
}

/** EVAL-24 */
function expires(caller: Caller, world: World): CredentialFact {
  const session = 'arn' in caller ? world.principals.get(caller.arn) : undefined;
  if (session?.kind === 'session')
    return fact('expires', new Date(session.expires).toISOString().replace('.000Z', 'Z'));
  const isLongTerm = caller.kind === 'user' && caller.credential === 'accessKey';
  return missing('expires', isLongTerm ? 'not by itself' : 'not said');
}

/** KEY-20: long-term keys carry no MFA fact at all, which is not the same as `false`. */
function mfa(request: Request): CredentialFact {
  const found = valueOf(request, 'aws:MultiFactorAuthPresent');
  if (!found) return missing('MFA', 'no MFA fact: these credentials carry none');
  if ('unknown' in found) return told('MFA', found);
  if (found.values[0] !== 'true') return fact('MFA', 'not given');
  const age = valueOf(request, 'aws:MultiFactorAuthAge');
  const seconds = age && !('unknown' in age) ? age.values[0] : undefined;
  return fact('MFA', seconds === undefined ? 'given' : `given ${seconds} s before the call`);
}

/** KEY-30: tags passed with the session count as the principal's. */
function tags({ context }: Request): CredentialFact {
  const found = [...context.values()].filter(
    ({ key, from }) => /^aws:principaltag\//i.test(key) && (from.kind === 'session' || from.kind === 'hop')
  );
  if (found.length === 0) return missing('session tags', 'none');
  return fact(
    'session tags',
    ...found.map((tag) => `${tag.key.slice(tag.key.indexOf('/') + 1)} = ${shown(tag)}`)
  );
}

function sourceIdentity(request: Request): readonly CredentialFact[] {
  const found = valueOf(request, 'aws:SourceIdentity');
  return found ? [told('source identity', found)] : [];
}

function valueOf({ context }: Request, key: string): ContextValue | null {
  return [...context.values()].find((each) => each.key.toLowerCase() === key.toLowerCase()) ?? null;
}

function told(name: string, value: ContextValue): CredentialFact {
  return 'unknown' in value ? missing(name, 'left open') : fact(name, shown(value));
}

function shown(value: ContextValue): string {
  return 'unknown' in value ? 'left open' : value.values.join(', ');
}
