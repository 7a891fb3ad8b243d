/** What an exercise unlocks: which places may be edited and how, and whether a change keeps to it. */
import { lookAt } from '../edit/look.ts';
import type { Change } from '../source/change.ts';
import { isWithin } from '../source/pointer.ts';
import type { Tree } from '../source/tree.ts';
import type { Unlocked } from './exercise.ts';
import { differences, partsOf, type Difference } from './places.ts';

/** A difference that the exercise does not allow. */
export interface Locked {
  readonly kind: Difference['kind'];
  /** Where, as {@link Difference.at}. */
  readonly at: string;
  /** The only kind of edit allowed there; null where nothing is. */
  readonly only: Unlocked['only'];
}

/**
 * Whether one may get from one state of the file, or of what stands at a place of it, to the other.
 *
 * @param place JSON Pointer at which both stand; empty for whole files
 * @returns what is locked of the way; empty where all of it is allowed. Where the drawing's nodes lie is nobody's
 *   business.
 */
export function vetEdit(
  unlocked: readonly Unlocked[],
  before: Tree | null,
  after: Tree | null,
  place = ''
): readonly Locked[] {
  return differences(before, after, place)
    .filter(({ at }) => !isWithin(at, '/layout'))
    .flatMap((difference) => lockedOf(unlocked, difference));
}

function lockedOf(unlocked: readonly Unlocked[], difference: Difference): readonly Locked[] {
  const { kind, at } = difference;
  // What is added takes a place that nothing had: a list that is unlocked as a whole takes more.
  const here = unlocked.filter((each) => isWithin(kind === 'added' ? placeOf(difference) : at, each.at));
  if (here.some(({ only }) => only === null || only === WORDS[kind])) return [];
  const only = here[0]?.only ?? null;
  if (only === null && kind !== 'changed' && unlocked.some((each) => isWithin(each.at, at))) {
    const parts = partsOf(difference);
    const isOne = parts.length === 1 && parts[0]?.at === at;
    const isGone = kind === 'removed' && THING.test(at);
    // An empty map around an unlocked place may come and go with it; somebody or something may not.
    return isOne || isGone ? [{ kind, at, only }] : parts.flatMap((part) => lockedOf(unlocked, part));
  }
  return [{ kind, at, only }];
}

/** An item of a list is where its list is: its number says nothing of the state before. */
function placeOf({ at, around, before, after }: Difference): string {
  const isItem = before === null && after !== null && /\/(?:\d+|-)$/.test(at);
  return isItem ? around : at;
}

/** A user, group, role, resource or policy of an account, by its place. */
const THING = /^\/accounts\/[^/]+\/[^/]+\/[^/]+$/;

/** What `only` calls each kind of difference. */
const WORDS = { added: 'add', removed: 'remove', changed: 'change' } as const;

/**
 * Whether changes may be made, as far as their places tell without making them: what is refused is locked for certain,
 * what is not may still be found locked by {@link vetEdit}.
 */
export function mayChange(unlocked: readonly Unlocked[], file: Tree, changes: readonly Change[]): boolean {
  return changes.every((change) => {
    const { at } = change;
    if (isWithin(at, '/layout')) return true;
    const here = unlocked.filter((each) => isWithin(at, each.at));
    if (here.some(({ only }) => only === null || only === verbOf(file, change))) return true;
    if (here.length > 0 || !unlocked.some((each) => isWithin(each.at, at))) return false;
    // Around an unlocked place: what would go with it is known, what would come is not.
    const gone = { kind: 'removed', at, around: at, before: lookAt(file, at), after: null } as const;
    return !('remove' in change) || lockedOf(unlocked, gone).length === 0;
  });
}

function verbOf(file: Tree, change: Change): Unlocked['only'] {
  if ('remove' in change) return 'remove';
  return lookAt(file, change.at) === null ? 'add' : 'change';
}

/** What may be done at a place: null for nothing. A place inside an unlocked one is as free as that. */
export function unlockedAt(unlocked: readonly Unlocked[], at: string): Unlocked | null {
  const here = unlocked.filter((each) => isWithin(at, each.at));
  return here.find(({ only }) => only === null) ?? here[0] ?? null;
}

/** Whether something may be edited inside a place, or the place itself: what a view opens. */
export function isOpen(unlocked: readonly Unlocked[], at: string): boolean {
  return unlocked.some((each) => isWithin(at, each.at) || isWithin(each.at, at));
}
