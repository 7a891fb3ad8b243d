/** The caller and the context of a case, as the naive reference wants them. */
import type { Vector } from '../../engine/vector-world.ts';
import type { Person } from './principal.ts';
import type { Fact, Facts } from './text.ts';

type Caller = Vector['request']['principal'];

const KINDS = {
  'iam-user': 'user',
  'role-session': 'session',
  'federated-user': 'federated',
  root: 'root',
  service: 'service',
  'federated-idp': 'provider',
  anonymous: 'anonymous'
} as const;

/** The caller with all names a policy may give it. */
export function personOf({ request, policies }: Vector, owner: string): Person {
  const { kind, account, arn, issuerArn, service, idp } = request.principal;
  return {
    kind: KINDS[kind],
    partition: arn?.split(':')[1] ?? null,
    account: account ?? null,
    own: ownNames(request.principal),
    role: roleNames(request.principal),
    issuer: issuerArn ?? null,
    name: service ?? providerName(idp, owner),
    hasBoundary: policies.boundary !== undefined
  };
}

/** XACC-14: in another account a provider of IAM is unknown. */
function providerName(idp: string | undefined, owner: string): string | null {
  if (idp === undefined || (idp.startsWith('arn:') && idp.split(':')[4] !== owner)) return null;
  return idp;
}

function ownNames({ kind, arn, userId }: Caller): readonly string[] {
  if (kind === 'root') return []; // the root user is its account
  return [arn, kind === 'iam-user' ? userId : undefined].filter((name) => name !== undefined);
}

function roleNames({ kind, roleArn, userId }: Caller): readonly string[] {
  if (kind !== 'role-session') return [];
  return [roleArn, userId?.split(':')[0]].filter((name) => name !== undefined);
}

/** The context, its keys without case (COND-03). */
export function factsOf({ request }: Vector): Facts {
  return new Map(
    Object.entries(request.context).map(([key, value]): [string, Fact] => [
      key.toLowerCase(),
      typeof value === 'string' ? { values: [value], many: false } : { values: value, many: true }
    ])
  );
}
