/** Boxes: the organization (and its root, which is the same box), its OUs, the accounts. */
import type { Account, Organization, World } from '../world/world.ts';
import { floorOf, roofOf } from './bands.ts';
import type { BoxSketch } from './sketch.ts';

/** All boxes, outer before inner; OUs without any account are left out. */
export function toBoxes(world: World): readonly BoxSketch[] {
  const accounts = [...world.accounts.values()];
  const inhabited = new Set(accounts.flatMap(({ organizationPath }) => organizationPath));
  const units = [...world.organizations.values()].flatMap((organization) =>
    unitBoxes(organization, inhabited)
  );
  return [...units, ...accounts.map((account) => accountBox(world, account))];
}

function unitBoxes(organization: Organization, inhabited: ReadonlySet<string>): readonly BoxSketch[] {
  const bare = { sublabel: '', roof: [], floor: [] };
  const boxes: BoxSketch[] = [
    { ...bare, id: organization.id, kind: 'organization', label: organization.name, parent: null }
  ];
  for (const { id, name, parent } of organization.units.values()) {
    if (parent === null || !inhabited.has(id)) continue;
    const outer = organization.units.get(parent)?.parent === null ? organization.id : parent;
    boxes.push({ ...bare, id, kind: 'unit', label: name, parent: outer });
  }
  return boxes;
}

function accountBox(world: World, account: Account): BoxSketch {
  const { id, alias, organization, organizationPath } = account;
  const inUnit = organizationPath.length > 1 ? organizationPath.at(-1) : undefined;
  const known = organization !== null && world.organizations.has(organization) ? organization : null;
  return {
    id,
    kind: 'account',
    label: alias,
    sublabel: id.replace(/(\d{4})(?=\d)/g, '$1 '),
    parent: inUnit ?? known,
    roof: roofOf(world, account),
    floor: floorOf(world, account)
  };
}
