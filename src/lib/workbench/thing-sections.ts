/** What hangs on a thing, section by section, each entry with what taking it away or adding to it would change. */
import {
  attachManaged,
  attachToLevel,
  detachFromLevel,
  detachManaged,
  groupNames,
  joinGroup,
  leaveGroup,
  levelPolicyNames,
  managedNames,
  setBoundary,
  type LevelType
} from '../edit/attach.ts';
import { moveAccount } from '../edit/add-account.ts';
import { addInline } from '../edit/add.ts';
import type { Edit, Ground } from '../edit/edit.ts';
import { placeOf, type Place } from '../edit/place.ts';
import { remove } from '../edit/rename.ts';
import { removeTag, setTag } from '../edit/tags.ts';
import { unitOf, unitsIn, type UnitPlace } from '../edit/units.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { Attachment, PolicyId, World } from '../world/world.ts';
import type { Offer } from './request-edit.ts';

export interface ThingSection {
  /** Unique on the sheet; problems of the section go by it. */
  readonly key: string;
  readonly heading: string;
  /** Said where nothing is listed. */
  readonly none: string;
  readonly items: readonly ThingItem[];
  readonly add: ThingAdd | null;
  /** Whether an exercise keeps it as it is. */
  readonly isLocked?: boolean;
}

export interface ThingItem {
  readonly name: string;
  readonly hint: string;
  /** The document behind it. */
  readonly opens: PolicyId | null;
  /** `detach`, `leave`, `remove`; null for what cannot go. */
  readonly away: { readonly word: string; readonly edit: () => Checked<Edit> } | null;
  /** A text that belongs to it, such as the value of a tag. */
  readonly text: {
    readonly label: string;
    readonly value: string;
    readonly edit: (to: string) => Checked<Edit>;
  } | null;
}

export interface ThingAdd {
  readonly label: string;
  readonly empty: string;
  readonly choices: readonly Offer[];
  readonly edit: (text: string) => Checked<Edit>;
}

const offer = (value: string): Offer => ({
  value,
  hint: value.startsWith('aws:') || value === 'FullAWSAccess' ? 'AWS’s own' : ''
});

function item(name: string, rest: Partial<ThingItem> = {}): ThingItem {
  return { name, hint: '', opens: null, away: null, text: null, ...rest };
}

/** The choices that are not made yet. */
function left(names: readonly string[], items: readonly ThingItem[]): readonly Offer[] {
  const there = new Set(items.map(({ name }) => name));
  return names.filter((name) => !there.has(name)).map(offer);
}

function hanging(world: World, target: string, type: Attachment['type']): readonly PolicyId[] {
  return world.attachments.flatMap((each) =>
    each.target === target && each.type === type ? [each.policy] : []
  );
}

/** Managed and inline policies of a user, group or role. */
export function policySections(ground: Ground, place: Place): readonly ThingSection[] {
  const { world } = ground;
  const papers = hanging(world, place.id, 'identity').flatMap((id) => world.papers.get(id) ?? []);
  const managed = papers
    .filter(({ origin }) => origin !== 'inline')
    .map(({ id, name, origin }) => {
      const reference = origin === 'aws' ? `aws:${name}` : name;
      const edit = () => detachManaged(ground, place, reference);
      return item(reference, { opens: id, hint: flaw(world, id), away: { word: 'Detach', edit } });
    });
  const inline = papers
    .filter(({ origin }) => origin === 'inline')
    .map(({ id, name }) => {
      const own = placeOf(ground, id);
      const away = own ? { word: 'Remove', edit: () => remove(ground, own) } : null;
      return item(name, { opens: id, hint: flaw(world, id), away });
    });
  return [
    {
      key: 'policies',
      heading: 'Managed policies',
      none: 'none attached',
      items: managed,
      add: {
        label: 'Attach a policy',
        empty: 'name, or aws:NAME',
        choices: left(managedNames(ground, place), managed),
        edit: (text) => attachManaged(ground, place, text)
      }
    },
    {
      key: 'inline',
      heading: 'Inline policies',
      none: 'none kept inside',
      items: inline,
      add: {
        label: 'Write an inline policy',
        empty: 'its name',
        choices: [],
        edit: (text) => addInline(ground, place, text)
      }
    }
  ];
}

function flaw(world: World, id: PolicyId): string {
  return world.broken.has(id) ? 'has an error' : '';
}

/** The ceiling over a user or role. */
export function boundarySection(ground: Ground, place: Place): ThingSection {
  const items = hanging(ground.world, place.id, 'boundary').map((id) => {
    const name = ground.world.papers.get(id)?.name ?? id;
    return item(name, {
      opens: id,
      away: { word: 'Clear', edit: () => setBoundary(ground, place, '') }
    });
  });
  return {
    key: 'boundary',
    heading: 'Permissions boundary',
    none: 'no ceiling of its own',
    items,
    add: {
      label: items.length > 0 ? 'Another boundary' : 'Set a boundary',
      empty: 'name, or aws:NAME',
      choices: left(managedNames(ground, place), items),
      edit: (text) => setBoundary(ground, place, text)
    }
  };
}

/** The groups a user is in. */
export function groupSection(ground: Ground, place: Place): ThingSection {
  const user = [...ground.world.principals.values()].find(({ arn }) => arn === place.id);
  const arns = user?.kind === 'user' ? user.groups : [];
  const items = arns.map((arn) => {
    const name = ground.world.groups.get(arn)?.name ?? arn;
    return item(name, { away: { word: 'Leave', edit: () => leaveGroup(ground, place, name) } });
  });
  return {
    key: 'groups',
    heading: 'Groups',
    none: 'in no group',
    items,
    add: {
      label: 'Join a group',
      empty: 'group',
      choices: left(groupNames(ground, place), items),
      edit: (text) => joinGroup(ground, place, text)
    }
  };
}

/** Who is in a group. */
export function memberSection(ground: Ground, place: Place): ThingSection {
  const users = [...ground.world.principals.values()].flatMap((each) => (each.kind === 'user' ? [each] : []));
  const own = users.filter(({ account }) => account === place.account?.id);
  const byName = (name: string) => placeOf(ground, own.find((user) => user.name === name)?.arn ?? '');
  const items = own
    .filter(({ groups }) => groups.some((arn) => arn === place.id))
    .map(({ name, arn }) => {
      const user = placeOf(ground, arn);
      const away = user ? { word: 'Take out', edit: () => leaveGroup(ground, user, place.name) } : null;
      return item(name, { away });
    });
  return {
    key: 'members',
    heading: 'Members',
    none: 'nobody is in it',
    items,
    add: {
      label: 'Put somebody in',
      empty: 'user',
      choices: left(
        own.map(({ name }) => name),
        items
      ),
      edit: (text) => joinGroup(ground, byName(text) ?? { ...place, kind: 'user', name: text }, place.name)
    }
  };
}

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

/** Tags with their values; a new one is written `key=value`. */
export function tagSection(ground: Ground, place: Place, tags: ReadonlyMap<string, string>): ThingSection {
  const items = [...tags].map(([key, value]) =>
    item(key, {
      away: { word: 'Remove', edit: () => removeTag(ground, place, key) },
      text: { label: 'Value', value, edit: (to) => setTag(place, key, to) }
    })
  );
  return {
    key: 'tags',
    heading: 'Tags',
    none: 'no tags',
    items,
    add: {
      label: 'New tag',
      empty: 'key=value',
      choices: [],
      edit: (text) => {
        const [key = '', ...value] = text.split('=');
        return setTag(place, key.trim(), value.join('=').trim());
      }
    }
  };
}
