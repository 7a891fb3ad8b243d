/** What hangs on a user, group or role, section by section: their policies, ceiling, groups and members, and tags. */
import {
  attachManaged,
  detachManaged,
  groupNames,
  joinGroup,
  leaveGroup,
  managedNames,
  setBoundary
} from '../edit/attach.ts';
import { addInline } from '../edit/add.ts';
import type { Ground } from '../edit/edit.ts';
import { placeOf, type Place } from '../edit/place.ts';
import { remove } from '../edit/rename.ts';
import { removeTag, setTag } from '../edit/tags.ts';
import type { PolicyId, World } from '../world/world.ts';
import { hanging, item, left, type ThingSection } from './thing-section.ts';

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
