/** Builds the world from what the file says. Each thing by itself: what cannot be read is left out or broken. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { TreeMap } from '../source/tree.ts';
import { find } from '../source/tree.ts';
import { asAccountId } from '../world/arn.ts';
import { duplicate, noOrganization } from './diagnostics.ts';
import { newDraft, type Draft } from './draft.ts';
import type { AccountFormat } from './format-accounts.ts';
import { hasDocument } from './format-common.ts';
import type { EndpointFormat } from './format-organizations.ts';
import type { ScenarioFormat } from './format.ts';
import type { Log } from './shape.ts';
import type { Entry } from './shape-compound.ts';
import { addIdentityCenter } from './world-identity-center.ts';
import { addOrganization, attachAccountLevel, resolveAccount } from './world-organizations.ts';
import { addPolicy, attach } from './world-policies.ts';
import { withheldBy } from './withheld.ts';
import { attachPrincipals, declarePrincipals, iamArn, type Home } from './world-principals.ts';
import { addAccessPoints } from './world-access-points.ts';
import { addResource, toPublicAccess, warnUnlistedKeys } from './world-resources.ts';

/** The clock of a scenario that sets none. */
const DEFAULT_NOW = Date.UTC(2026, 2, 3, 10);

interface Settled extends Home {
  readonly account: AccountFormat;
}

/**
 * The world and the names that requests will need. Problems go to `log`.
 *
 * @param unread errors of reading the file, see `Draft`
 */
export function buildWorld(scenario: ScenarioFormat, log: Log, unread: readonly Diagnostic[]): Draft {
  const draft = newDraft(scenario.now ?? DEFAULT_NOW, log, { unread, withheld: withheldBy(log) });
  const { accounts, organizations, network } = scenario;
  const homes = (accounts ?? []).flatMap((entry) => settle(draft, entry) ?? []);
  for (const home of homes) addCustomerPolicies(draft, home);
  for (const home of homes) declarePrincipals(draft, home, home.account);
  for (const organization of organizations ?? []) addOrganization(draft, organization);
  for (const home of homes) furnish(draft, home);
  addAccessPoints(draft, homes);
  warnKeys(draft, homes);
  addIdentityCenter(draft, scenario.identityCenter, organizations ?? []);
  for (const endpoint of network?.endpoints ?? []) addEndpoint(draft, endpoint);
  return draft;
}

function warnKeys(draft: Draft, homes: readonly Settled[]): void {
  for (const { account } of homes) warnUnlistedKeys(draft, account.resources ?? []);
}

/** What hangs on an account and on everything in it, once all are declared. */
function furnish(draft: Draft, home: Settled): void {
  attachLevels(draft, home);
  attachPrincipals(draft, home, home.account);
  for (const resource of home.account.resources ?? []) addResource(draft, home, resource);
}

/** Enters an account under its id; one without a readable id, or with a second one's, is left out. */
function settle(draft: Draft, { key: alias, keyRange, at, value }: Entry<AccountFormat>): Settled | null {
  if (value.id === null) return null; // said by the shape
  const id = asAccountId(value.id);
  const other = draft.accounts.get(id);
  if (other) {
    const place = { range: keyRange, path: at.path };
    draft.log.push(duplicate(place, 'account id', id, `account \`${other.alias}\``));
    return null;
  }
  draft.aliases.set(alias, id);
  draft.accounts.set(id, {
    id,
    alias,
    name: value.name ?? alias,
    ...(value.canonicalId === null ? {} : { canonicalId: value.canonicalId }),
    organization: null,
    organizationPath: [],
    blockPublicAccess: toPublicAccess(value.blockPublicAccess)
  });
  return { alias, id, account: value };
}

function addCustomerPolicies(draft: Draft, home: Settled): void {
  const policies = home.account.policies ?? [];
  draft.policyNames.set(
    home.alias,
    policies.map(({ key }) => key)
  );
  for (const { key, at, value } of policies) {
    const long = hasDocument(at) && 'document' in value ? value : null;
    const document = long ? long.document : at;
    if (document === null) continue;
    const sheet = {
      id: `${home.alias}:policy/${key}`,
      name: key,
      kind: 'managed',
      origin: 'customer',
      account: home.id,
      arn: iamArn(home, 'policy', long?.path ?? null, key)
    } as const;
    addPolicy(draft, sheet, document);
  }
}

function attachLevels(draft: Draft, { id, alias, account }: Settled): void {
  attachAccountLevel(draft, id, account);
  if (draft.accounts.get(id)?.organization !== null) return;
  for (const key of ['scps', 'rcps']) {
    const place = keyPlace(account.map, key);
    if (place) draft.log.push(noOrganization(place, key, alias));
  }
}

function keyPlace(map: TreeMap, key: string) {
  const entry = find(map, key);
  return entry && { range: entry.keyRange, path: entry.value.path };
}

function addEndpoint(draft: Draft, { key: id, value }: Entry<EndpointFormat>): void {
  const account = value.account === null ? null : resolveAccount(draft, value.account);
  if (account === null) return;
  const { vpc, region, services, policy } = value;
  draft.endpoints.set(id, {
    id,
    account,
    vpc: vpc ?? '',
    region: region ?? 'us-east-1',
    services: services ?? []
  });
  if (!policy) return;
  const sheet = {
    id: `${id}/policy`,
    name: 'endpoint policy',
    kind: 'endpoint',
    origin: 'endpoint',
    account,
    endpoint: value.type
  } as const;
  attach(draft, addPolicy(draft, sheet, policy), 'endpoint', id);
}
