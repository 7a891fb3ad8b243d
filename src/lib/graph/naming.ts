/** From the principals that policies name, and the callers that requests have, to nodes. */
import type { Caller } from '../engine/request.ts';
import type { PrincipalElement, PrincipalEntry } from '../policy/document.ts';
import { aliasOf } from '../world/alias.ts';
import { asAccountId } from '../world/arn.ts';
import type { Arn, World } from '../world/world.ts';
import type { NodeSketch } from './sketch.ts';
import {
  EVERYONE,
  accountBox,
  accountPrincipalId,
  plainNode,
  rootUserId,
  unlistedPrincipal
} from './nodes.ts';

/** Nodes of the principals an element names. A negated one names everybody else, which is drawn as everyone. */
export function namedNodes(world: World, element: PrincipalElement): readonly NodeSketch[] {
  if (element.negated) return [everyone('all but those named')];
  return element.entries.map((entry) => namedNode(world, entry));
}

function namedNode(world: World, entry: PrincipalEntry): NodeSketch {
  switch (entry.type) {
    case '*':
      return everyone();
    case 'AWS':
      return awsNode(world, entry.value);
    case 'Service':
      return serviceNode(entry.value);
    case 'Federated':
      return providerNode(world, entry.value);
    case 'CanonicalUser':
      return plainNode('user', entry.value, entry.value, { sublabel: 'canonical user' });
  }
}

/** The node of whom a KMS grant is for: an ARN, or a service principal (SVC-04). */
export function granteeNode(world: World, grantee: string): NodeSketch {
  return grantee.startsWith('arn:') ? awsNode(world, grantee) : serviceNode(grantee);
}

/** Source: IAM User Guide, "AWS JSON policy elements: Principal". */
function awsNode(world: World, value: string): NodeSketch {
  if (value === '*') return everyone();
  if (/^\d{12}$/.test(value)) return accountNode(world, value);
  const account = /^arn:[^:]*:iam::(\d{12}):root$/.exec(value)?.[1];
  if (account !== undefined) return accountNode(world, account);
  return unlistedPrincipal(world, arnOfUniqueId(world, value) ?? value);
}

function everyone(sublabel = 'any principal'): NodeSketch {
  return plainNode('anonymous', EVERYONE, 'everyone', { sublabel });
}

/** The account as a principal: whoever its administrators let. */
function accountNode(world: World, account: string): NodeSketch {
  const box = accountBox(world, account);
  const alias = aliasOf(world, asAccountId(account));
  return plainNode('account', accountPrincipalId(account), alias, { box, sublabel: ':root' });
}

function serviceNode(service: string): NodeSketch {
  return plainNode('service', service, service.replace(/\.amazonaws\.com(\.cn)?$/, ''));
}

function providerNode(world: World, provider: string): NodeSketch {
  return provider.startsWith('arn:')
    ? unlistedPrincipal(world, provider)
    : plainNode('identityProvider', provider, provider, { sublabel: 'identity provider' });
}

/** `AIDA…` and `AROA…` in a Principal element are what AWS keeps of the ARN it was given. */
function arnOfUniqueId(world: World, value: string): Arn | null {
  if (value.startsWith('arn:')) return null;
  let index = byUniqueId.get(world);
  if (!index) {
    const principals = [...world.principals.values()].reverse(); // of two of one id the first counts
    index = new Map(principals.flatMap((each) => ('uniqueId' in each ? [[each.uniqueId, each.arn]] : [])));
    byUniqueId.set(world, index);
  }
  return index.get(value) ?? null;
}

/** Made once per world. */
const byUniqueId = new WeakMap<World, ReadonlyMap<string, Arn>>();

/** The node of a request's caller itself; for a role session the session, not its role. */
export function callerNode(world: World, caller: Caller): NodeSketch {
  switch (caller.kind) {
    case 'user':
      return unlistedPrincipal(world, caller.arn);
    case 'root':
      return plainNode('root', rootUserId(caller.account), 'root user', {
        box: accountBox(world, caller.account)
      });
    case 'roleSession':
    case 'federatedUser':
      return unlistedPrincipal(world, caller.arn);
    case 'service':
      return serviceNode(caller.service);
    case 'identityProvider':
      return providerNode(world, caller.provider);
    case 'anonymous':
      return everyone();
  }
}

/** Ids of the nodes that stand for a caller: itself, and the role or user behind a session. */
export function callerIds(caller: Caller): readonly string[] {
  switch (caller.kind) {
    case 'user':
      return [caller.arn];
    case 'root':
      return [rootUserId(caller.account)];
    case 'roleSession':
      return [caller.arn, caller.role];
    case 'federatedUser':
      return [caller.arn, caller.issuer];
    case 'service':
      return [caller.service];
    case 'identityProvider':
      return [caller.provider];
    case 'anonymous':
      return [EVERYONE];
  }
}
