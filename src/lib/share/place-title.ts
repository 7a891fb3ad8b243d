/** A place of a scenario file in the words of the house: `prod › role deploy › trust policy › statement Pipeline › Principal`. */
import { split } from '../source/pointer.ts';
import { childOf, find, type Tree } from '../source/tree.ts';

/** What stands under each of these keys is called by its own name, after this word. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    users: 'user',
    groups: 'group',
    roles: 'role',
    policies: 'policy',
    inline: 'policy',
    identityProviders: 'identity provider',
    organizations: 'organization',
    units: 'unit',
    endpoints: 'endpoint',
    requests: 'request',
    scps: 'SCP',
    rcps: 'RCP',
    permissionSets: 'permission set'
  })
);

/** What stands under each of these keys has a name that says enough. */
const SELF_EVIDENT: ReadonlySet<string> = new Set(['accounts', 'resources', 'Condition', 'context']);

/** What the items of these lists are called, before their number. */
const COUNTED: ReadonlyMap<string, string> = new Map(
  Object.entries({ Statement: 'statement', walkthrough: 'scene', assume: 'hop', scps: 'SCP', rcps: 'RCP' })
);

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ trust: 'trust policy', layout: 'places in the drawing', scps: 'SCPs', rcps: 'RCPs' })
);

/**
 * @param pointer into the file; policies given as text count as what stands in them
 * @param root of the tree that the pointer leads through, for the Sids of statements
 */
export function placeTitle(pointer: string, root: Tree): string {
  const keys = split(pointer);
  const words: string[] = [];
  let tree: Tree | null = root;
  for (let at = 0; at < keys.length; at++) {
    const name: string | null = nameBelow(keys, at, tree);
    if (name !== null) words.push(name);
    else words.push(...wordAt(keys, at, tree));
    tree = tree && childOf(tree, keys[at] ?? '');
    if (name !== null) tree = tree && childOf(tree, keys[++at] ?? '');
  }
  return words.length === 0 ? 'the whole file' : words.join(' › ');
}

/** A key and the one below it in one, where that one is somebody's name: `role deploy`. */
function nameBelow(keys: readonly string[], at: number, tree: Tree | null): string | null {
  const [key = '', name] = keys.slice(at);
  if (name === undefined || tree?.kind !== 'map' || childOf(tree, key)?.kind !== 'map') return null;
  const word = NAMED.get(key);
  return word === undefined ? (SELF_EVIDENT.has(key) ? name : null) : `${word} ${name}`;
}

function wordAt(keys: readonly string[], at: number, tree: Tree | null): readonly string[] {
  const key = keys[at] ?? '';
  return tree?.kind === 'list'
    ? [itemWord(keys[at - 1] ?? '', key, childOf(tree, key))]
    : ownWord(keys, at, key);
}

/** The word of a key itself; a list says it with its items. */
function ownWord(keys: readonly string[], at: number, key: string): readonly string[] {
  const isCounted = COUNTED.has(key) && /^\d+$/.test(keys[at + 1] ?? '');
  if (isCounted) return [];
  if (key === 'policy' && keys[at - 2] === 'resources') return ['resource policy'];
  return [WORDS.get(key) ?? key];
}

function itemWord(list: string, index: string, item: Tree | null): string {
  const sid = item?.kind === 'map' ? find(item, 'Sid')?.value : null;
  const word = COUNTED.get(list) ?? 'item';
  return sid?.kind === 'text' ? `${word} ${sid.text}` : `${word} ${Number(index) + 1}`;
}
