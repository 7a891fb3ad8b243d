/**
 * A small world from a few words, for tests that need no scenario file: everything not said is empty or the
 * usual default. Not a parser: texts are taken as they are.
 */
import { asAccountId, asArn, asPolicyId, lastName } from '../../src/lib/world/arn.ts';
import type {
  Account,
  AccountId,
  Arn,
  Attachment,
  Endpoint,
  IdentityProvider,
  Organization,
  Paper,
  PolicyId,
  Principal,
  PublicAccessBlock,
  Resource,
  Role,
  User,
  World
} from '../../src/lib/world/world.ts';

export const NOW = Date.UTC(2026, 2, 3, 10);

const OPEN: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false
};

type Tags = Readonly<Record<string, string>>;
type Written<T, Skip extends keyof T> = Partial<Omit<T, Skip | 'tags'>> & { readonly tags?: Tags };

/** What a test says of its world. Accounts by alias, organizations by name, the rest by ARN or id. */
export interface WorldFacts {
  readonly accounts?: Readonly<Record<string, { readonly id: string } & Partial<Omit<Account, 'id'>>>>;
  readonly organizations?: Readonly<Record<string, { readonly id: string; readonly management: string }>>;
  readonly users?: Readonly<Record<string, Written<User, 'kind' | 'arn'>>>;
  readonly roles?: Readonly<Record<string, Written<Role, 'kind' | 'arn'>>>;
  readonly roots?: Readonly<Record<string, { readonly mfa: boolean }>>;
  readonly resources?: Readonly<
    Record<
      string,
      Written<Resource, 'arn' | 'objects'> & { readonly objects?: Readonly<Record<string, Tags>> }
    >
  >;
  readonly identityProviders?: Readonly<Record<string, Partial<IdentityProvider>>>;
  readonly endpoints?: Readonly<Record<string, Partial<Endpoint>>>;
  readonly papers?: Readonly<Record<string, Partial<Paper>>>;
  readonly attachments?: readonly Attachment[];
  readonly policies?: World['policies'];
  readonly now?: number;
}

/** The world of these facts. */
export function worldOf(facts: WorldFacts): World {
  return {
    now: facts.now ?? NOW,
    accounts: new Map(
      Object.entries(facts.accounts ?? {}).map(([alias, said]) => [
        asAccountId(said.id),
        toAccount(alias, said)
      ])
    ),
    organizations: new Map(
      Object.entries(facts.organizations ?? {}).map(([name, said]) => [
        said.id,
        toOrganization(facts, name, said)
      ])
    ),
    principals: toPrincipals(facts),
    groups: new Map(),
    identityProviders: byArn(facts.identityProviders, (arn, said) => ({
      arn,
      account: accountOf(arn),
      name: lastName(arn),
      oidc: null,
      audiences: [],
      ...said
    })),
    resources: byArn(facts.resources, (arn, said) => ({
      arn,
      account: accountOf(arn),
      name: lastName(arn),
      blockPublicAccess: null,
      objectOwnership: null,
      encryptedWith: null,
      ...said,
      tags: toTags(said.tags),
      objects: new Map(Object.entries(said.objects ?? {}).map(([key, tags]) => [key, toTags(tags)]))
    })),
    endpoints: new Map(
      Object.entries(facts.endpoints ?? {}).map(([id, said]) => [
        id,
        { id, account: asAccountId(''), vpc: 'vpc-1', region: 'us-east-1', services: [], ...said }
      ])
    ),
    policies: facts.policies ?? new Map(),
    broken: new Map(),
    papers: toPapers(facts),
    attachments: facts.attachments ?? []
  };
}

function toAccount(alias: string, said: { readonly id: string } & Partial<Omit<Account, 'id'>>): Account {
  return {
    alias,
    name: alias,
    organization: null,
    organizationPath: [],
    blockPublicAccess: OPEN,
    ...said,
    id: asAccountId(said.id)
  };
}

/** Units are gathered from the paths of the accounts. */
function toOrganization(
  facts: WorldFacts,
  name: string,
  said: { readonly id: string; readonly management: string }
): Organization {
  const units = Object.values(facts.accounts ?? {})
    .filter((account) => account.organization === said.id)
    .flatMap(({ organizationPath = [] }) =>
      organizationPath.map((id, i) => ({ id, name: id, parent: organizationPath[i - 1] ?? null }))
    );
  return {
    id: said.id,
    name,
    management: asAccountId(said.management),
    policyTypes: ['scp', 'rcp'],
    units: new Map(units.map((unit) => [unit.id, unit]))
  };
}

function toPrincipals(facts: WorldFacts): ReadonlyMap<Arn, Principal> {
  const principals = new Map<Arn, Principal>();
  for (const [text, said] of Object.entries(facts.users ?? {})) {
    const arn = asArn(text);
    const usual = {
      name: lastName(arn),
      uniqueId: `AIDA${lastName(arn)}`,
      groups: [],
      human: true,
      mfa: false
    };
    const tags = toTags(said.tags);
    principals.set(arn, { ...usual, account: accountOf(arn), ...said, kind: 'user', arn, tags });
  }
  for (const [text, said] of Object.entries(facts.roles ?? {})) {
    const arn = asArn(text);
    const usual = { name: lastName(arn), uniqueId: `AROA${lastName(arn)}`, maxSessionDuration: 3600 };
    const tags = toTags(said.tags);
    principals.set(arn, {
      ...usual,
      serviceLinked: false,
      account: accountOf(arn),
      ...said,
      kind: 'role',
      arn,
      tags
    });
  }
  for (const [text, { mfa }] of Object.entries(facts.roots ?? {})) {
    const arn = asArn(text);
    principals.set(arn, { kind: 'root', arn, account: accountOf(arn), tags: new Map(), mfa });
  }
  return principals;
}

function toPapers(facts: WorldFacts): ReadonlyMap<PolicyId, Paper> {
  const usual = { origin: 'customer', arn: null, account: null, pointer: null, edition: null } as const;
  return new Map(
    Object.entries(facts.papers ?? {}).map(([text, said]) => {
      const id = asPolicyId(text);
      return [id, { ...usual, name: text, ...said, id }];
    })
  );
}

function byArn<Said, T>(
  said: Readonly<Record<string, Said>> | undefined,
  make: (arn: Arn, said: Said) => T
): ReadonlyMap<Arn, T> {
  return new Map(Object.entries(said ?? {}).map(([arn, facts]) => [asArn(arn), make(asArn(arn), facts)]));
}

function toTags(tags: Tags | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(tags ?? {}));
}

function accountOf(arn: Arn): AccountId {
  return asAccountId(arn.split(':')[4] ?? '');
}
