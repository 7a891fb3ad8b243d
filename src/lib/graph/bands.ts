/** The ceilings of an account as hatched bands: one per SCP level in its roof, RCP levels in its floor. */
import type { Account, PolicyId, World } from '../world/world.ts';
import type { GraphBand } from './graph.ts';
import { attachedTo } from './nodes.ts';
import type { BandSketch } from './sketch.ts';

interface Level {
  readonly id: string;
  readonly name: string;
}

/** Root, OUs and the account itself: where policies of the organization hang. Empty outside an organization. */
function levelsOf(world: World, account: Account): readonly Level[] {
  const organization = account.organization === null ? null : world.organizations.get(account.organization);
  if (!organization) return [];
  const above = account.organizationPath.map((id) => ({ id, name: organization.units.get(id)?.name ?? id }));
  return [...above, { id: account.id, name: account.alias }];
}

/** Whether a policy type of the organization binds the account; it never binds the management account. */
function isBound(world: World, account: Account, type: GraphBand['type']): boolean {
  const organization = account.organization === null ? null : world.organizations.get(account.organization);
  return organization?.policyTypes.includes(type) === true && organization.management !== account.id;
}

/** SCP levels, root first. A level without any policy is shown too: nothing gets through it. */
export function roofOf(world: World, account: Account): readonly BandSketch[] {
  if (!isBound(world, account, 'scp')) return [];
  return levelsOf(world, account).map((level) => toBand(world, level, 'scp'));
}

/** RCP levels, root first. Levels with nothing but the default are one band, which stands for the account's. */
export function floorOf(world: World, account: Account): readonly BandSketch[] {
  if (!isBound(world, account, 'rcp')) return [];
  const bands = levelsOf(world, account).map((level) => toBand(world, level, 'rcp'));
  const special = bands.filter(({ policies }) => !policies.every((id) => isDefault(world, id)));
  if (special.length === bands.length) return bands;
  const plain = bands.filter((band) => !special.includes(band));
  const policies = [...new Set(plain.flatMap((band) => band.policies))];
  const merged: BandSketch = {
    level: account.id,
    type: 'rcp',
    label: `RCP · ${namesOf(world, policies)}`,
    policies
  };
  return special.some(({ level }) => level === account.id) ? bands : [...special, merged];
}

function isDefault(world: World, policy: PolicyId): boolean {
  const paper = world.papers.get(policy);
  return paper?.origin === 'default' || paper?.name === 'RCPFullAWSAccess';
}

function toBand(world: World, level: Level, type: GraphBand['type']): BandSketch {
  const policies = attachedTo(world, level.id)
    .filter((attachment) => attachment.type === type)
    .map(({ policy }) => policy);
  return {
    level: level.id,
    type,
    label: `${type.toUpperCase()} · ${level.name} · ${namesOf(world, policies)}`,
    policies
  };
}

function namesOf(world: World, policies: readonly PolicyId[]): string {
  if (policies.length === 0) return 'none';
  return policies.map((id) => world.papers.get(id)?.name ?? id).join(', ');
}
