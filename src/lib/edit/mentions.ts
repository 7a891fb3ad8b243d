/** Where a file speaks of a thing: by ARN, by short name, by plain name. For renaming and removing it. */
import type { Change } from '../source/change.ts';
import { isWithin, join, parent, split } from '../source/pointer.ts';
import type { Tree, TreeText } from '../source/tree.ts';
import { lastName } from '../world/arn.ts';
import type { Ground } from './edit.ts';
import { removedLayout } from './layout-names.ts';
import { keysAt, textAt, textsIn, without } from './look.ts';
import { accountAt, shortName, type Place } from './place.ts';
import { organizationAt, unitsIn } from './units.ts';

/** What a text reads after a renaming; null for a text that speaks of something else. */
type Renaming = (text: TreeText) => string | null;

/** Every text of the file that speaks of a thing, with what it reads when that has another name. */
export function renamedTexts(ground: Ground, place: Place, to: string): readonly Change[] {
  const { file } = ground;
  const mention = RENAMINGS[place.kind](place, to, ground);
  const pointer = renamedPointer(place.at, to);
  const renaming: Renaming = (text) => pointer(text) ?? mention(text);
  const changes: Change[] = [];
  for (const text of textsIn(file)) {
    const set = isProse(text.path) ? null : renaming(text);
    if (set !== null && set !== text.text) changes.push({ at: text.path, set });
  }
  return changes;
}

/** Texts for people name things as they like. */
function isProse(path: string): boolean {
  return /^\/(title|summary|story|chapter|requests\/[^/]+\/title|walkthrough\/\d+\/(title|say|note))$/.test(
    path
  );
}

/** Where an exercise points into its own file. */
const POINTER_PLACES =
  /^\/exercise\/((edit|solution)\/\d+\/at|(alternatives|decoys)\/\d+\/edits\/\d+\/at|goals\/\d+\/state)$/;

/** JSON Pointers to what has a key, or to something inside of it, once the key is another one. */
export function renamedPointer(at: string, to: string): Renaming {
  const renamed = join(parent(at), to);
  return ({ text, path }) =>
    POINTER_PLACES.test(path) && isWithin(text, at) ? renamed + text.slice(at.length) : null;
}

const RENAMINGS: Readonly<Record<Place['kind'], (place: Place, to: string, ground: Ground) => Renaming>> = {
  account: renamedAccount,
  unit: ({ name }, to) => inLevel(name, to),
  user: renamedIdentity,
  group: renamedIdentity,
  role: renamedIdentity,
  resource: renamedResource,
  policy: renamedPolicy,
  inline: (place, to) => inBy(place.name, to),
  scp: renamedLevelPolicy,
  rcp: renamedLevelPolicy,
  identityProvider: renamedProvider
};

/** A resource without a short name of its own goes by the end of its ARN. */
function renamedResource({ id, at, account }: Place, to: string, { file, world }: Ground): Renaming {
  const inside = within(id, to);
  const short = [...world.resources.values()].find(({ arn }) => arn === id)?.name;
  if (short === undefined || textAt(file, `${at}/name`) !== null) return inside;
  const home = `${account?.alias ?? ''}:`;
  const named = within(home + short, home + lastName(to.replace(/[:/]\*$/, '')));
  return (text) => (NAME_PLACES.test(text.path) ? named(text) : null) ?? inside(text);
}

/** An ARN by itself, or with something of it behind: an object of a bucket, a stream of a log group. */
function within(arn: string, to: string): Renaming {
  return ({ text }) => {
    if (text === arn) return to;
    const isInside = text.startsWith(`${arn}/`) || text.startsWith(`${arn}:`);
    return isInside ? to + text.slice(arn.length) : null;
  };
}

/** Where requests, walkthrough and network name an account by its alias alone. */
const ALIAS_PLACES =
  /^\/(organizations\/[^/]+\/(management|root(\/units\/[^/]+)*\/accounts\/\d+)|network\/endpoints\/[^/]+\/account|identityCenter\/assignments\/\d+\/account|requests\/[^/]+\/sourceAccount|walkthrough\/\d+\/focus\/\d+)$/;
/** Where things are named as `alias:NAME`. */
const NAME_PLACES =
  /^\/(requests\/[^/]+\/(principal|passes|onBehalfOf|resource(\/\d+)?|assume\/\d+\/role)|events\/\d+\/(principal|resource(\/\d+)?)|walkthrough\/\d+\/focus\/\d+|exercise\/.*)$/;

function renamedAccount({ name }: Place, to: string): Renaming {
  return (at) => {
    const { text, path } = at;
    if (ALIAS_PLACES.test(path) && text === name) return to;
    if (STEP_PLACES.test(path)) return inLevel(name, to)(at);
    if (!NAME_PLACES.test(path)) return null;
    const named =
      new RegExp(`^((?:oidc|saml):)?${escaped(name)}([:/].*)$`, 's').exec(text) ??
      new RegExp(`^(sso:[^@]*@)${escaped(name)}()$`, 's').exec(text);
    return named ? `${named[1] ?? ''}${to}${named[2] ?? ''}` : null;
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function renamedIdentity(place: Place, to: string): Renaming {
  const { id, name, account, kind } = place;
  const renamed = renamedId(place, to);
  const short = shortName(place);
  const shortTo = shortName({ ...place, name: to });
  const session = `arn:aws:sts::${account?.id ?? ''}:assumed-role/${name}`;
  const sessionTo = `arn:aws:sts::${account?.id ?? ''}:assumed-role/${to}`;
  const groups = join(accountAt(account ?? { alias: '' }), 'users');
  return (text) => {
    if (STEP_PLACES.test(text.path)) return inLevel(name, to)(text);
    if (text.text === id) return renamed;
    if (text.text === short) return shortTo;
    if (kind === 'role') return within(session, sessionTo)(text);
    const isMembership = kind === 'group' && isIn(text.path, groups, 'groups');
    return isMembership && text.text === name ? to : null;
  };
}

/** Whether a text is an entry of somebody's list: `/accounts/tools/users/dana/groups/0`. */
function isIn(path: string, folder: string, list: string): boolean {
  const [key] = split(path).slice(split(folder).length + 1);
  return path.startsWith(`${folder}/`) && key === list;
}

/** Where a session is given policies by their names. */
const SESSION_PLACES = /^\/requests\/[^/]+\/.*policies(\/\d+)?$/;

function renamedPolicy({ name, account, id }: Place, to: string, { world }: Ground): Renaming {
  const home = accountAt(account ?? { alias: '' });
  // Of two with one name, which is meant hangs on who asks: then the session says what it said.
  const isOne = [...world.papers.values()].filter((paper) => paper.name === name).length < 2;
  const by = inBy(name, to);
  const arn = new RegExp(`^(arn:[^:]*:iam::${account?.id ?? id}:policy/(?:.*/)?)${escaped(name)}$`);
  return (text) => {
    const key = split(text.path)[4];
    const isReference = text.path.startsWith(`${home}/`) && (key === 'policies' || key === 'boundary');
    const isSession = isOne && SESSION_PLACES.test(text.path);
    if ((isReference || isSession) && text.text === name) return to;
    const named = arn.exec(text.text);
    return named ? `${named[1] ?? ''}${to}` : by(text);
  };
}

function renamedLevelPolicy({ kind, name, at }: Place, to: string): Renaming {
  const list = new RegExp(`^/(organizations|accounts)/.*/${kind}s(/\\d+)?$`);
  const by = inBy(name, to);
  const definitions = `${organizationAt(at) ?? ''}/${kind}s/`;
  return (text) => {
    if (list.test(text.path) && !text.path.startsWith(definitions)) return text.text === name ? to : null;
    return by(text);
  };
}

/** Where a step of a trace is named, or what a request says must have decided: `TYPE@LEVEL/POLICY#Sid`. */
const STEP_PLACES = /^\/(requests\/[^/]+\/by|walkthrough\/\d+\/step)$/;

function inBy(name: string, to: string): Renaming {
  const policy = new RegExp(`^([^#]*?[A-Za-z](?:@[^/#]+)?/)${escaped(name)}(?=[#:]|$)`);
  return inSteps((text) => text.replace(policy, (_, before: string) => before + to));
}

function inLevel(name: string, to: string): Renaming {
  const level = new RegExp(`@${escaped(name)}(?=[/#:]|$)`);
  return inSteps((text) => text.replace(level, () => `@${to}`));
}

function inSteps(respell: (text: string) => string): Renaming {
  return ({ text, path }) => (STEP_PLACES.test(path) ? respell(text) : null);
}

function renamedProvider({ id, name, account }: Place, to: string): Renaming {
  const alias = account?.alias ?? '';
  const isSaml = id.endsWith(`:saml-provider/${name}`);
  const short = `${isSaml ? 'saml' : 'oidc'}:${alias}/`;
  return ({ text }) => {
    if (text === short + name) return short + to;
    return isSaml && text === id ? id.slice(0, id.length - name.length) + to : null;
  };
}

/** What has to go with a thing: memberships, attachments, its place in the organization and in the drawing. */
export function removedWith(ground: Ground, place: Place): readonly Change[] {
  return [...referencesTo(ground.file, place), ...removedLayout(ground, place)];
}

function referencesTo(file: Tree, place: Place): readonly Change[] {
  const { kind, name, account } = place;
  const isName = (text: string) => text === name || text === place.id;
  if (kind === 'account') return unitsIn(file).flatMap(({ at }) => without(file, `${at}/accounts`, isName));
  if (kind === 'group') {
    return holders(file, account?.alias ?? '', ['users']).flatMap((at) =>
      without(file, `${at}/groups`, isName)
    );
  }
  if (kind === 'policy') return managedReferences(file, place);
  return kind === 'scp' || kind === 'rcp' ? levelReferences(file, place) : [];
}

function managedReferences(file: Tree, { name, account }: Place): readonly Change[] {
  const arn = new RegExp(`^arn:[^:]*:iam::${account?.id ?? ''}:policy/(.*/)?${escaped(name)}$`);
  const isPolicy = (text: string) => text === name || arn.test(text);
  return holders(file, account?.alias ?? '', ['users', 'groups', 'roles']).flatMap((at) => [
    ...without(file, `${at}/policies`, isPolicy),
    ...without(file, `${at}/boundary`, isPolicy)
  ]);
}

function levelReferences(file: Tree, { kind, name }: Place): readonly Change[] {
  const accounts = keysAt(file, '/accounts').map((alias) => accountAt({ alias }));
  const levels = [...unitsIn(file).map(({ at }) => at), ...accounts];
  return levels.flatMap((at) => without(file, `${at}/${kind}s`, (text) => text === name, kind === 'scp'));
}

/** Everybody of an account in these sections, by pointer. */
function holders(file: Tree, alias: string, sections: readonly string[]): readonly string[] {
  const home = accountAt({ alias });
  return sections.flatMap((section) =>
    keysAt(file, `${home}/${section}`).map((name) => join(`${home}/${section}`, name))
  );
}

/** The id of a thing under its new name. Accounts and OUs keep theirs. */
export function renamedId({ kind, id, name }: Place, to: string): string {
  if (kind === 'resource') return to;
  const isNamed = kind !== 'account' && kind !== 'unit' && id.endsWith(name);
  return isNamed ? id.slice(0, id.length - name.length) + to : id;
}
