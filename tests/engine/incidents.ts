/**
 * Policies behind public incidents and well-known traps, written from memory: what was stored, what was asked, and
 * what AWS answers. The first half let in whom they should not, the second kept out whom they should not.
 */
import type { Vector } from './vector-world.ts';

export interface Incident {
  readonly title: string;
  /** Rules that decide it. */
  readonly rule: string;
  readonly policies: Vector['policies'];
  readonly principal: Vector['request']['principal'];
  readonly action: string;
  readonly resource: string;
  readonly context?: Vector['request']['context'];
  readonly expect: Vector['expect'];
}

export const HOME = '111111111111';
export const FAR = '222222222222';

/** A document of the current version. */
export function says(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

export const allow = (Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more
});
export const deny = (Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more
});
/** A statement of a trust policy. */
export const trust = (Principal: unknown, Action: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...more
});

export const user = (name: string, account = HOME): Incident['principal'] => ({
  kind: 'iam-user',
  account,
  arn: `arn:aws:iam::${account}:user/${name}`,
  userId: `AIDA${name.toUpperCase()}`
});
export const session = (role: string, name: string, account = HOME): Incident['principal'] => ({
  kind: 'role-session',
  account,
  arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
  roleArn: `arn:aws:iam::${account}:role/${role}`,
  userId: `AROA${role.toUpperCase()}:${name}`
});
export const root = (account = HOME): Incident['principal'] => ({
  kind: 'root',
  account,
  arn: `arn:aws:iam::${account}:root`
});
export const service = (name: string): Incident['principal'] => ({ kind: 'service', service: name });
export const provider = (idp: string): Incident['principal'] => ({ kind: 'federated-idp', idp });
export const ANONYMOUS: Incident['principal'] = { kind: 'anonymous' };
export const EVERYTHING = says(allow('*', '*'));
