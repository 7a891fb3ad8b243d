/** What hangs on an account, OU or root, where an account stands, and where a policy hangs: parts of their sheets. */
import { attachToLevel, detachFromLevel, levelPolicyNames, type LevelType } from '../edit/attach.ts';
import { moveAccount } from '../edit/add-account.ts';
import type { Ground } from '../edit/edit.ts';
import type { Place } from '../edit/place.ts';
import { unitOf, unitsIn, type UnitPlace } from '../edit/units.ts';
import { hanging, item, left, type ThingSection } from './thing-section.ts';

/** SCPs and RCPs that hang on a root, an OU or an account. */
export function levelSections(ground: Ground, place: Place): readonly ThingSection[] {
  return (['scp', 'rcp'] as const).flatMap((type) => {
    const names = levelPolicyNames(ground, place, type);
    return names.length > 0 ? [levelSection(ground, place, type, names)] : [];
  });
}

function levelSection(ground: Ground, place: Place, type: LevelType, names: readonly string[]): ThingSection {
  const { world } = ground;
  const items = hanging(world, place.id, type).flatMap((id) => {
    const paper = world.papers.get(id);
    if (!paper) return [];
    const isFixed = paper.name === 'RCPFullAWSAccess'; // AWS lets nobody take it down (EVAL-04)
    const edit = () => detachFromLevel(ground, place, type, paper.name);
    return [item(paper.name, { opens: id, away: isFixed ? null : { word: 'Detach', edit } })];
  });
  const word = type.toUpperCase();
  return {
    key: type,
    heading: `${word}s`,
    none: 'none: nothing passes here',
    items,
    add: {
      label: `Attach an ${word}`,
      empty: word,
      choices: left(names, items),
      edit: (text) => attachToLevel(ground, place, type, text)
    }
  };
}

/** Where an account stands in its organization. None where the file has no organization. */
export function unitSection(ground: Ground, place: Place): ThingSection | null {
  const { file } = ground;
  const { account } = place;
  const units = unitsIn(file);
  if (units.length === 0 || account === null) return null;
  const home = unitOf(file, place.name);
  const nameOf = ({ id, name }: UnitPlace) => (name === 'Root' ? id : name);
  const leave = { word: 'Take out', edit: () => moveAccount(ground, account, '') };
  const items = home ? [item(nameOf(home), { hint: home.id, away: leave })] : [];
  return {
    key: 'unit',
    heading: 'Stands in',
    none: 'no organization',
    items,
    add: {
      label: 'Move to',
      empty: 'OU',
      choices: units
        .filter(({ id }) => id !== home?.id)
        .map((unit) => ({ value: nameOf(unit), hint: unit.id })),
      edit: (text) =>
        moveAccount(
          ground,
          account,
          units.find((unit) => text === unit.id || text === nameOf(unit))?.id ?? text
        )
    }
  };
}

/** Where a managed policy, SCP or RCP hangs. */
export function holderSection(ground: Ground, place: Place, say: (target: string) => string): ThingSection {
  const targets = ground.world.attachments.filter(({ policy }) => policy === place.id);
  const items = targets.map(({ target, type }) =>
    item(say(target), { hint: type === 'boundary' ? 'as boundary' : '' })
  );
  return { key: 'holders', heading: 'Hangs on', none: 'nothing', items, add: null };
}
