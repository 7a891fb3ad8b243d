/** Organizations: their policies, the tree of OUs and accounts, and what hangs at each level. */
import type { SourceRange } from '../source/text.ts';
import type { TreeText } from '../source/tree.ts';
import { asAccountId, asPolicyId } from '../world/arn.ts';
import type { AccountId, OrganizationalUnit, PolicyId } from '../world/world.ts';
import {
  duplicate,
  notAMember,
  notPlaced,
  placedTwice,
  unknownReference,
  type Place
} from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { OrganizationFormat, UnitFormat } from './format-organizations.ts';
import type { Entry } from './shape-compound.ts';
import { attachWithheld } from './withheld.ts';
import {
  addMissing,
  addPolicy,
  attach,
  fullAwsAccess,
  rcpFullAwsAccess,
  type Sheet
} from './world-policies.ts';

interface Building {
  readonly draft: Draft;
  readonly id: string;
  readonly name: string;
  readonly policyTypes: readonly ('scp' | 'rcp')[];
  readonly units: Map<string, OrganizationalUnit>;
}

export function addOrganization(draft: Draft, entry: Entry<OrganizationFormat>): void {
  const { key: name, keyRange, value } = entry;
  const id = value.id ?? name; // the shape has said what is wrong with it
  const place = { range: keyRange, path: entry.at.path };
  const other = draft.organizations.get(id);
  if (other) {
    draft.log.push(duplicate(place, 'organization id', id, `\`${other.name}\``));
    return;
  }
  const policyTypes = policyTypesOf(value);
  const building: Building = { draft, id, name, policyTypes, units: new Map() };
  for (const type of ['scp', 'rcp'] as const) {
    for (const policy of value[`${type}s`] ?? []) {
      const sheet: Sheet = {
        id: `${name}:${type}/${policy.key}`,
        name: policy.key,
        kind: type,
        origin: type,
        account: null
      };
      addPolicy(draft, sheet, policy.at);
    }
  }
  if (value.root) addUnit(building, value.root, 'Root', [], value.root.map.range);
  finish(building, value);
}

function policyTypesOf(organization: OrganizationFormat): readonly ('scp' | 'rcp')[] {
  if (organization.features === 'consolidatedBilling') return [];
  const written = organization.policyTypes;
  if (written === null) return ['scp', 'rcp'];
  return written.map((type) => (type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp'));
}

/** Enters the organization. One whose management account is not known binds all its accounts. */
function finish(building: Building, organization: OrganizationFormat): void {
  const { draft, id, name, policyTypes, units } = building;
  const { management } = organization;
  const account = management === null ? null : resolveAccount(draft, management);
  draft.organizations.set(id, {
    ...{ id, name, management: account ?? asAccountId(''), policyTypes, units },
    delegatedAdministrators: delegates(building, organization.delegatedAdministrators),
    centralRootAccess: organization.rootAccess === 'centralized'
  });
  if (management && account !== null && draft.accounts.get(account)?.organization !== id) {
    draft.log.push(notPlaced(management, management.text, name));
  }
}

/** Delegated administrators: the services by account. Each must be a member of the organization. */
function delegates(
  { draft, id, name }: Building,
  written: OrganizationFormat['delegatedAdministrators']
): ReadonlyMap<AccountId, readonly string[]> {
  const found = new Map<AccountId, readonly string[]>();
  for (const { key, keyRange, at, value } of written ?? []) {
    const place: TreeText = { kind: 'text', text: key, quoted: false, range: keyRange, path: at.path };
    const account = resolveAccount(draft, place);
    if (account === null) continue;
    if (draft.accounts.get(account)?.organization !== id) draft.log.push(notAMember(place, key, name));
    else found.set(account, value);
  }
  return found;
}

/** An alias, or the twelve digits. */
export function resolveAccount(draft: Draft, at: TreeText): AccountId | null {
  const id = draft.aliases.get(at.text) ?? [...draft.accounts.keys()].find((known) => known === at.text);
  if (id === undefined) draft.log.push(unknownReference(at, 'an account', [...draft.aliases.keys()]));
  return id ?? null;
}

/** A root or an OU with all below. @param above ids from the root down to the parent */
function addUnit(
  building: Building,
  unit: UnitFormat,
  name: string,
  above: readonly string[],
  range: SourceRange
): void {
  const id = freeUnitId(building, unit.id ?? name, { range, path: unit.map.path });
  building.units.set(id, { id, name, parent: above.at(-1) ?? null });
  attachLevel(building, id, unit);
  const path = [...above, id];
  for (const at of unit.accounts ?? []) placeAccount(building, at, path);
  for (const { key, keyRange, value } of unit.units ?? []) addUnit(building, value, key, path, keyRange);
}

/** The id, unless another unit has it; then one by which the unit still counts as a level. */
function freeUnitId({ draft, units }: Building, id: string, place: Place): string {
  const isTaken = units.has(id) || [...draft.organizations.values()].some((one) => one.units.has(id));
  if (!isTaken) return id;
  draft.log.push(duplicate(place, 'unit id', id, 'another unit'));
  let free = id;
  for (let n = Math.max(2, units.size); units.has(free) || free === id; n++) free = `${id}~${String(n)}`;
  return free;
}

function placeAccount(building: Building, at: TreeText, path: readonly string[]): void {
  const { draft, id } = building;
  const account = draft.accounts.get(resolveAccount(draft, at) ?? asAccountId(''));
  if (!account) return;
  if (account.organization !== null) draft.log.push(placedTwice(at, at.text));
  else draft.accounts.set(account.id, { ...account, organization: id, organizationPath: path });
}

/** What hangs at one level, as the file has it. */
type Level = Pick<UnitFormat, 'scps' | 'rcps' | 'map'>;

/** Hangs the policies of one level. @param target id of a root, OU or account */
function attachLevel(
  { draft, name, policyTypes }: Pick<Building, 'draft' | 'name' | 'policyTypes'>,
  target: string,
  { scps, rcps, map }: Level
): void {
  for (const type of ['scp', 'rcp'] as const) {
    const unreadable = { id: `${name}:${type}@${target}`, origin: type, account: null };
    attachWithheld(draft, map.path, unreadable, type, target);
  }
  if (scps === null) attach(draft, fullAwsAccess(draft), 'scp', target);
  for (const at of scps ?? []) attach(draft, resolveControl(draft, name, 'scp', at), 'scp', target);
  if (policyTypes.includes('rcp')) attach(draft, rcpFullAwsAccess(draft), 'rcp', target);
  for (const at of rcps ?? []) attach(draft, resolveControl(draft, name, 'rcp', at), 'rcp', target);
}

function resolveControl(draft: Draft, organization: string, type: 'scp' | 'rcp', at: TreeText): PolicyId {
  if (type === 'scp' && /^(aws:)?FullAWSAccess$/.test(at.text)) return fullAwsAccess(draft);
  if (type === 'rcp' && /^(aws:)?RCPFullAWSAccess$/.test(at.text)) return rcpFullAwsAccess(draft);
  const prefix = `${organization}:${type}/`;
  const id = asPolicyId(prefix + at.text);
  if (draft.trees.has(id)) return id;
  const known = [...draft.trees.keys()].filter((one) => one.startsWith(prefix));
  const names = known.map((one) => one.slice(prefix.length));
  const kind = type === 'scp' ? 'an SCP' : 'an RCP';
  const supplied = type === 'scp' ? 'FullAWSAccess' : 'RCPFullAWSAccess';
  const sheet: Sheet = { id, name: at.text, kind: type, origin: type, account: null };
  return addMissing(draft, sheet, at, unknownReference(at, kind, [...names, supplied]));
}

/** What hangs on the account itself. @param account of an organization */
export function attachAccountLevel(draft: Draft, account: AccountId, level: Level): void {
  const organization = draft.organizations.get(draft.accounts.get(account)?.organization ?? '');
  if (organization) attachLevel({ draft, ...organization }, account, level);
}
