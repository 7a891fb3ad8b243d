/** Whom a role may trust, from what people write: another principal, an account, a service, a provider, anybody. */
import type { Checked } from '../source/diagnostic.ts';
import { aliasOf, shortNameOf } from '../world/alias.ts';
import { isAccountId, rootArn, splitArn } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import { unknownThing } from './diagnostics.ts';

export interface Trusted {
  readonly type: 'AWS' | 'Service' | 'Federated';
  /** As it stands in a Principal element. */
  readonly value: string;
  /** By which of STS's calls it becomes the role. */
  readonly by: 'AWS' | 'Service' | 'OIDC' | 'SAML';
}

/** A name that a trust policy may be given, as a person writes it. */
export interface TrustName {
  readonly name: string;
  readonly trusted: Trusted;
}

/** Everybody of the world whom a role may trust, by short name: users, roles, accounts, providers. */
export function trustNames(world: World): readonly TrustName[] {
  const principals = [...world.principals.values()].flatMap((each) => {
    if (each.kind !== 'user' && each.kind !== 'role') return [];
    return [aws(shortNameOf(world, each), each.arn)];
  });
  const accounts = [...world.accounts.values()].map(({ id, alias }) => aws(`${alias}:root`, rootArn(id)));
  const providers = [...world.identityProviders.values()].map(({ arn, account, name, oidc }) => {
    const by = oidc === null ? 'SAML' : 'OIDC';
    const label = `${by.toLowerCase()}:${aliasOf(world, account)}/${name}`;
    return { name: label, trusted: { type: 'Federated', value: arn, by } } as const;
  });
  return [...principals, ...accounts, ...providers];
}

function aws(name: string, value: string): TrustName {
  return { name, trusted: { type: 'AWS', value, by: 'AWS' } };
}

/** Services that roles are most often made for. */
export const TRUST_SERVICES: readonly string[] = [
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'codebuild.amazonaws.com',
  'cloudformation.amazonaws.com',
  'states.amazonaws.com',
  'events.amazonaws.com'
];

/** Who a name means: a short name, an ARN, an account id, `service:NAME` or the name of a service, `*`. */
export function toTrusted(world: World, typed: string): Checked<Trusted> {
  const known = trustNames(world);
  const found =
    known.find(({ name }) => name === typed)?.trusted ??
    known.find(({ trusted }) => trusted.value === typed)?.trusted ??
    outsider(typed);
  if (found) return { value: found, diagnostics: [] };
  const names = known.map(({ name }) => name);
  return { value: null, diagnostics: [unknownThing(typed, 'a principal', names, 'who')] };
}

/** Source: IAM User Guide, "IAM JSON policy elements: Principal" (PRIN-04). */
function outsider(typed: string): Trusted | null {
  const service = typed.replace(/^service:/, '');
  if (/^[a-z0-9][a-z0-9.-]*\.amazonaws\.com(\.cn)?$/.test(service)) {
    const isProvider = service === 'cognito-identity.amazonaws.com';
    return isProvider
      ? { type: 'Federated', value: service, by: 'OIDC' }
      : { type: 'Service', value: service, by: 'Service' };
  }
  if (typed === '*') return { type: 'AWS', value: '*', by: 'AWS' };
  if (isAccountId(typed)) return { type: 'AWS', value: `arn:aws:iam::${typed}:root`, by: 'AWS' };
  const parts = splitArn(typed);
  if (parts?.service !== 'iam' || !isAccountId(parts.account)) return null;
  return /^(root$|user\/|role\/)/.test(parts.resource) ? { type: 'AWS', value: typed, by: 'AWS' } : null;
}
