/** Organizations: their policies, the tree of OUs and accounts, and what hangs at each level. */
import type { SourceRange } from '../source/text.ts';
import type { TreeText } from '../source/tree.ts';
import { asAccountId, asPolicyId } from '../world/arn.ts';
import type { AccountId, OrganizationalUnit, PolicyId } from '../world/world.ts';
import { duplicate, notPlaced, placedTwice, unknownReference } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { OrganizationFormat, UnitFormat } from './format-organizations.ts';
import type { Entry } from './shape-compound.ts';
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
  const { id, management } = value;
  if (id === null || management === null) return; // said by the shape
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
  if (value.root?.id)
    addUnit(building, { ...value.root, id: value.root.id }, 'Root', [], value.root.map.range);
  addManagement(building, management);
}

function policyTypesOf(organization: OrganizationFormat): readonly ('scp' | 'rcp')[] {
  if (organization.features === 'consolidatedBilling') return [];
  const written = organization.policyTypes;
  if (written === null) return ['scp', 'rcp'];
  return written.map((type) => (type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp'));
}

function addManagement(building: Building, management: TreeText): void {
  const { draft, id, name, policyTypes, units } = building;
  const account = resolveAccount(draft, management);
  if (account === null) return;
  draft.organizations.set(id, { id, name, management: account, policyTypes, units });
  if (draft.accounts.get(account)?.organization !== id) {
    draft.log.push(notPlaced(management, management.text, name));
  }
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
  unit: UnitFormat & { readonly id: string },
  name: string,
  above: readonly string[],
  range: SourceRange
): void {
  const { draft, units } = building;
  const taken = units.has(unit.id) || [...draft.organizations.values()].some((one) => one.units.has(unit.id));
  if (taken) {
    draft.log.push(duplicate({ range, path: '' }, 'unit id', unit.id, 'another unit'));
    return;
  }
  units.set(unit.id, { id: unit.id, name, parent: above.at(-1) ?? null });
  attachLevel(building, unit.id, unit.scps, unit.rcps);
  const path = [...above, unit.id];
  for (const at of unit.accounts ?? []) placeAccount(building, at, path);
  for (const { key, keyRange, value } of unit.units ?? []) {
    if (value.id !== null) addUnit(building, { ...value, id: value.id }, key, path, keyRange);
  }
}

function placeAccount(building: Building, at: TreeText, path: readonly string[]): void {
  const { draft, id } = building;
  const account = draft.accounts.get(resolveAccount(draft, at) ?? asAccountId(''));
  if (!account) return;
  if (account.organization !== null) draft.log.push(placedTwice(at, at.text));
  else draft.accounts.set(account.id, { ...account, organization: id, organizationPath: path });
}

/** Hangs the policies of one level. @param target id of a root, OU or account */
function attachLevel(
  building: Pick<Building, 'draft' | 'name' | 'policyTypes'>,
  target: string,
  scps: readonly TreeText[] | null,
  rcps: readonly TreeText[] | null
): void {
  const { draft, name, policyTypes } = building;
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
export function attachAccountLevel(
  draft: Draft,
  account: AccountId,
  scps: readonly TreeText[] | null,
  rcps: readonly TreeText[] | null
): void {
  const organization = draft.organizations.get(draft.accounts.get(account)?.organization ?? '');
  if (organization) attachLevel({ draft, ...organization }, account, scps, rcps);
}
