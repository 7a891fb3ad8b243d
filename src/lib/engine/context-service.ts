/**
 * The keys about services calling services: on behalf of a resource, or on with a caller's own identity. Source:
 * IAM User Guide, "AWS global condition context keys" (KEY-40, KEY-41, KEY-45).
 */
import { ownerOf } from '../world/resource.ts';
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { inAccount } from './context-place.ts';
import { organizationKeys } from './context-principal.ts';
import { flag, many, one } from './context-value.ts';
import type { KnownValue } from './request.ts';

/**
 * What policies against confused deputies ask for (XACC-20, KEY-46, SVC-21): aws:Source… for a service principal's direct
 * call, aws:CalledVia… for a forward access session, in which the caller's own identity calls on (XACC-21); never both.
 */
export function serviceKeys(world: World, call: Call): readonly KnownValue[] {
  return call.by.caller.kind === 'service' ? sourceKeys(world, call) : calledViaKeys(call);
}

function sourceKeys(world: World, { by, via }: Call): readonly KnownValue[] {
  const { arn = null, account: written = null } = by.source ?? {};
  const owner = arn && ownerOf(world, arn.value, null);
  const account = written ?? (owner ? { value: owner, from: inAccount(world, owner, 'id') } : null);
  return [
    ...(arn ? [one('aws:SourceArn', arn.value, arn.from)] : []),
    ...(account ? [one('aws:SourceAccount', account.value, account.from)] : []),
    ...organizationKeys(world, account?.value ?? null, 'Source'),
    flag('aws:ViaAWSService', false, via.from)
  ];
}

function calledViaKeys({ via: { value: services, from } }: Call): readonly KnownValue[] {
  const first = services[0];
  const last = services.at(-1);
  if (first === undefined || last === undefined) return [flag('aws:ViaAWSService', false, from)];
  return [
    flag('aws:ViaAWSService', true, from),
    many('aws:CalledVia', services, from),
    one('aws:CalledViaFirst', first, from),
    one('aws:CalledViaLast', last, from)
  ];
}
