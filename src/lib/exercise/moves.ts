/**
 * Structural edits between two states of a file: memberships, attachments, tags, settings, things made and taken
 * away. What stands inside policy documents is counted as statements instead, apart from the document's Version.
 */
import type { ParsedScenario } from '../scenario/scenario.ts';
import { isWithin } from '../source/pointer.ts';
import { find, type Tree } from '../source/tree.ts';
import type { PolicyId, World } from '../world/world.ts';
import { differences, partsOf, type Difference } from './places.ts';

export interface Move {
  readonly kind: Difference['kind'];
  /** Place in the file; of what is added in the state after. */
  readonly at: string;
}

/** The sections that say what the world is; all else is told about it. */
const SECTIONS = ['now', 'accounts', 'organizations', 'network', 'identityCenter', 'requests'];

/** Places where a key is a thing of its own, which counts besides what it has. */
const THINGS =
  /^\/(?:accounts\/[^/]+(?:\/(?:users|groups|roles|identityProviders|resources)\/[^/]+)?|organizations\/[^/]+(?:\/.*\/units\/[^/]+)?|network\/endpoints\/[^/]+|identityCenter\/(?:users|permissionSets)\/[^/]+|requests\/[^/]+)$/;

type State = Pick<ParsedScenario, 'world' | 'root'>;

export function movesBetween(before: State, after: State): readonly Move[] {
  const policies = [...pointersOf(before.world), ...pointersOf(after.world)];
  const inPolicy = (at: string) => policies.some((pointer) => isWithin(at, pointer));
  const found = SECTIONS.flatMap((key) =>
    differences(sectionOf(before.root, key), sectionOf(after.root, key), `/${key}`)
  );
  return [...found.flatMap((each) => movesOf(each, inPolicy)), ...versions(before.world, after.world)];
}

function sectionOf(root: Tree, key: string): Tree | null {
  return root.kind === 'map' ? (find(root, key)?.value ?? null) : null;
}

function pointersOf({ papers }: World): readonly string[] {
  return [...papers.values()].flatMap(({ pointer }) => pointer ?? []);
}

function movesOf(difference: Difference, inPolicy: (at: string) => boolean): readonly Move[] {
  const { kind, at } = difference;
  if (inPolicy(at)) return [];
  const tree = difference.after ?? difference.before;
  const isSimple = kind === 'changed' || tree === null || tree.kind === 'text';
  const itself = isSimple || THINGS.test(at) ? [{ kind, at }] : [];
  if (isSimple) return itself;
  return [...itself, ...partsOf(difference).flatMap((part) => movesOf(part, inPolicy))];
}

/** A document that is read by another edition of the language. */
function versions(before: World, after: World): readonly Move[] {
  return [...after.policies].flatMap(([id, document]): readonly Move[] => {
    const was = before.policies.get(id);
    const isOther = was !== undefined && was.version !== document.version;
    return isOther ? [{ kind: 'changed', at: `${pointerOf(after, id)}/Version` }] : [];
  });
}

function pointerOf({ papers }: World, id: PolicyId): string {
  return papers.get(id)?.pointer ?? '';
}
