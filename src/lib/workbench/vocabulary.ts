/** The words of a world: what a policy or a scenario about it is likely to name. Made once for each world. */
import type { PolicyDocument } from '../policy/document.ts';
import { aliasOf, shortNameOf } from '../world/alias.ts';
import { resourceType, rootArn, splitArn } from '../world/arn.ts';
import { organizationPath } from '../world/organization.ts';
import type { AccountId, World } from '../world/world.ts';

export interface Word {
  readonly text: string;
  /** What it is: a few words. */
  readonly about: string;
}

export interface Vocabulary {
  /** ARNs of users, roles and accounts' roots, as a Principal element names them. */
  readonly principals: readonly Word[];
  readonly roles: readonly Word[];
  /** Identity providers, as `Federated` names them. */
  readonly providers: readonly Word[];
  /** Service principals that policies here name. */
  readonly services: readonly Word[];
  /** ARNs of resources; of a bucket also that of everything in it. */
  readonly resources: readonly Word[];
  readonly managedPolicies: readonly Word[];
  readonly accountIds: readonly Word[];
  readonly organizationIds: readonly Word[];
  readonly organizationPaths: readonly Word[];
  readonly endpoints: readonly Word[];
  /** Values seen, by the key of the tag. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly conditionKeys: readonly Word[];
  readonly actions: readonly Word[];
  readonly short: ShortNames;
}

/** How a scenario file names things. */
export interface ShortNames {
  readonly aliases: readonly Word[];
  /** `alias:user/NAME`, `alias:role/NAME`, `alias:root`. */
  readonly principals: readonly Word[];
  readonly roles: readonly Word[];
  /** `alias:NAME` of a listed resource. */
  readonly resources: readonly Word[];
  readonly providers: readonly Word[];
  /** By alias of the account. */
  readonly groups: ReadonlyMap<string, readonly Word[]>;
  /** Customer managed policies, by alias of the account. */
  readonly policies: ReadonlyMap<string, readonly Word[]>;
  readonly scps: readonly Word[];
  readonly rcps: readonly Word[];
}

export function toVocabulary(world: World): Vocabulary {
  const seen = wordsOfPolicies(world.policies.values());
  const accounts = [...world.accounts.values()];
  return {
    principals: [...roots(world), ...principalArns(world, ['user', 'role'])],
    roles: principalArns(world, ['role']),
    providers: [...world.identityProviders.values()].map(({ arn, oidc, account }) => ({
      text: arn,
      about: `${oidc === null ? 'SAML' : 'OIDC'} provider in ${aliasOf(world, account)}`
    })),
    services: sorted(seen.services, 'service'),
    resources: resourceArns(world),
    managedPolicies: [...world.papers.values()].flatMap(({ arn, name }) =>
      arn === null || splitArn(arn)?.service !== 'iam' ? [] : [{ text: arn, about: name }]
    ),
    accountIds: accounts.map(({ id, alias }) => ({ text: id, about: `account ${alias}` })),
    organizationIds: [...world.organizations.values()].map(({ id, name }) => ({
      text: id,
      about: `organization ${name}`
    })),
    organizationPaths: accounts.flatMap(({ id, alias }) => {
      const path = organizationPath(world, id);
      return path ? [{ text: path.text, about: `where ${alias} lies` }] : [];
    }),
    endpoints: [...world.endpoints.values()].map(({ id, account }) => ({
      text: id,
      about: `VPC endpoint in ${aliasOf(world, account)}`
    })),
    tags: tagsOf(world),
    conditionKeys: sorted(seen.keys, 'used here'),
    actions: sorted(seen.actions, 'used here'),
    short: shortNames(world)
  };
}

function roots({ accounts }: World): readonly Word[] {
  return [...accounts.values()].map(({ id, alias }) => ({
    text: rootArn(id),
    about: `everyone in ${alias}, if its own policies agree`
  }));
}

function principalArns(world: World, kinds: readonly string[]): readonly Word[] {
  return [...world.principals.values()]
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ arn, kind, account }) => ({ text: arn, about: `${kind} in ${aliasOf(world, account)}` }));
}

function resourceArns(world: World): readonly Word[] {
  return [...world.resources.values()].flatMap(({ arn, account }) => {
    const service = splitArn(arn)?.service ?? '';
    const home = aliasOf(world, account);
    const isBucket = service === 's3' && resourceType(arn) !== 'accesspoint';
    const inside = isBucket ? [{ text: `${arn}/*`, about: `all objects of the bucket in ${home}` }] : [];
    return [{ text: arn, about: `${isBucket ? 'bucket' : service} in ${home}` }, ...inside];
  });
}

function tagsOf(world: World): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, Set<string>>();
  const resources = [...world.resources.values()];
  const tagged = [
    ...[...world.principals.values(), ...resources].map((each) => each.tags),
    ...resources.flatMap(({ objects }) => [...objects.values()])
  ];
  for (const each of tagged)
    for (const [key, value] of each) tags.set(key, (tags.get(key) ?? new Set()).add(value));
  return new Map([...tags].map(([key, values]) => [key, [...values]]));
}

interface Seen {
  readonly actions: Set<string>;
  readonly keys: Set<string>;
  readonly services: Set<string>;
}

function wordsOfPolicies(policies: Iterable<PolicyDocument>): Seen {
  const seen: Seen = { actions: new Set(), keys: new Set(), services: new Set() };
  for (const { statements } of policies)
    for (const { action, conditions, principal } of statements) {
      for (const { text } of action.patterns) seen.actions.add(text);
      for (const { key } of conditions) seen.keys.add(key);
      for (const { type, value } of principal?.entries ?? [])
        if (type === 'Service') seen.services.add(value);
    }
  seen.actions.delete('*');
  return seen;
}

function sorted(texts: ReadonlySet<string>, about: string): readonly Word[] {
  return [...texts].sort().map((text) => ({ text, about }));
}

function shortNames(world: World): ShortNames {
  const named = [...world.principals.values()].flatMap((principal) => {
    if (principal.kind === 'session') return [];
    const alias = aliasOf(world, principal.account);
    if (principal.kind === 'root') return [{ text: `${alias}:root`, about: `root user of ${alias}` }];
    return [{ text: shortNameOf(world, principal), about: `${principal.kind} in ${alias}` }];
  });
  return {
    aliases: [...world.accounts.values()].map(({ alias, name }) => ({ text: alias, about: name })),
    principals: named,
    roles: named.filter(({ text }) => text.includes(':role/')),
    resources: [...world.resources.values()].map(({ arn, account, name }) => ({
      text: `${aliasOf(world, account)}:${name}`,
      about: arn
    })),
    providers: [...world.identityProviders.values()].map(({ oidc, account, name, arn }) => ({
      text: `${oidc === null ? 'saml' : 'oidc'}:${aliasOf(world, account)}/${name}`,
      about: arn
    })),
    groups: byAlias(
      world,
      [...world.groups.values()].map(({ account, name }) => ({ account, name, about: 'group' }))
    ),
    policies: byAlias(
      world,
      [...world.papers.values()].flatMap(({ account, name, origin }) =>
        origin === 'customer' && account !== null ? [{ account, name, about: 'customer managed policy' }] : []
      )
    ),
    scps: organizationPolicies(world, 'scp'),
    rcps: organizationPolicies(world, 'rcp')
  };
}

function organizationPolicies({ papers }: World, origin: 'scp' | 'rcp'): readonly Word[] {
  const supplied = origin === 'scp' ? 'FullAWSAccess' : 'RCPFullAWSAccess';
  const names = [...papers.values()].filter((paper) => paper.origin === origin).map(({ name }) => name);
  return [...new Set([supplied, ...names])].map((text) => ({
    text,
    about: origin === 'scp' ? 'service control policy' : 'resource control policy'
  }));
}

function byAlias(
  world: World,
  things: readonly { readonly account: AccountId; readonly name: string; readonly about: string }[]
): ReadonlyMap<string, readonly Word[]> {
  const found = new Map<string, Word[]>();
  for (const { account, name, about } of things) {
    const alias = aliasOf(world, account);
    const words = found.get(alias);
    if (words) words.push({ text: name, about });
    else found.set(alias, [{ text: name, about }]);
  }
  return found;
}
