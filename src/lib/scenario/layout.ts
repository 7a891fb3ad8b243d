/**
 * The section `layout`: names of the file to ids of the drawing, and back. What is named as requests name it goes by
 * that name, everything else by its id.
 */
import { aliasOf, shortNameOf } from '../world/alias.ts';
import { asAccountId, asPolicyId, rootArn } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import { nowhere } from './diagnostics-layout.ts';
import type { Draft } from './draft.ts';
import type { LayoutFormat } from './format-layout.ts';
import type { Layout, SavedPlace } from './scenario.ts';
import type { Log } from './shape.ts';

/** The id that the drawing has for everybody; requests call it `anonymous`. */
const EVERYONE = '*';

/** Never an error: a drawing decides nothing. A name that leads nowhere is told; of two for one thing the first counts. */
export function toLayout(draft: Draft, format: LayoutFormat | null, log: Log): Layout {
  const ids = idsOf(draft);
  const layout = new Map<string, SavedPlace>();
  for (const { key, keyRange, at, value } of format ?? []) {
    const id = ids.get(key) ?? idIn(key, draft);
    if (id === null) {
      log.push(nowhere(key, { range: keyRange, path: at.path }, [...ids.keys()]));
    } else if (!layout.has(id)) {
      const { x, y, folded } = value;
      layout.set(id, { name: key, at: x === null || y === null ? null : { x, y }, folded });
    }
  }
  return layout;
}

function idsOf(draft: Draft): ReadonlyMap<string, string> {
  const { aliases, principalNames, groupNames, resourceNames, providerNames, papers } = draft;
  const names = [resourceNames, providerNames, groupNames, principalNames, aliases];
  return new Map<string, string>([
    ...[...papers.keys()].map((id) => [id, id] as const),
    ...names.flatMap((each): [string, string][] => [...each]),
    ['anonymous', EVERYONE]
  ]);
}

/** Services, and ids as they are: policies name principals that no account lists, and those are drawn too. */
function idIn(key: string, { papers, accounts }: Draft): string | null {
  if (key.startsWith('service:')) return key.slice('service:'.length);
  const [policy = '', account] = key.split('@');
  const isPolicy = account !== undefined && papers.has(asPolicyId(policy));
  const isAccount = accounts.has(asAccountId(key.replace(/^root@/, '')));
  return key.startsWith('arn:') || isPolicy || isAccount ? key : null;
}

/** What the file calls a node or an account by in its `layout`. */
export function placeName(world: World, id: string): string {
  for (const account of world.accounts.values()) {
    if (account.id === id) return account.alias;
    if (rootArn(account.id) === id) return `${account.alias}:root`;
  }
  return id === EVERYONE ? 'anonymous' : (listedName(world, id) ?? (isService(id) ? `service:${id}` : id));
}

function isService(id: string): boolean {
  return /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(id);
}

function listedName(world: World, id: string): string | null {
  for (const each of world.principals.values()) {
    if (each.arn === id && (each.kind === 'user' || each.kind === 'role')) return shortNameOf(world, each);
  }
  for (const { arn, account, name } of world.groups.values()) {
    if (arn === id) return `${aliasOf(world, account)}:group/${name}`;
  }
  return providerName(world, id) ?? resourceName(world, id);
}

function providerName(world: World, id: string): string | null {
  for (const { arn, account, name, oidc } of world.identityProviders.values()) {
    if (arn === id) return `${oidc === null ? 'saml' : 'oidc'}:${aliasOf(world, account)}/${name}`;
  }
  return null;
}

function resourceName(world: World, id: string): string | null {
  for (const { arn, account, name } of world.resources.values()) {
    if (arn === id && name !== '') return `${aliasOf(world, account)}:${name}`;
  }
  return null;
}
