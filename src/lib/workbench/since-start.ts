/** What of a file differs from the start: by policy and statement, counted, and each with the edit that takes it back. */
import type { Edit } from '../edit/edit.ts';
import type { Difference } from '../share/changes.ts';

/** A statement of some policy in a file, as a prefix of a pointer. */
const STATEMENT = /^.*?\/Statement(?:\/\d+)?(?=\/|$)/;

/** How many statements were changed, added or removed, each once however much of it was. */
export function statementsChanged(list: readonly Difference[]): number {
  const touched = list.flatMap(({ pointer, kind }) => {
    const at = STATEMENT.exec(pointer)?.[0];
    // What was removed is named by its place in the earlier file, which another may have by now.
    return at === undefined ? [] : [`${kind === 'removed' && at === pointer ? '-' : ''}${at}`];
  });
  return new Set(touched).size;
}

/** What differs in one policy, or in one other thing of the file. */
export interface ChangeGroup {
  /** The policy or thing in words: `prod › role deploy › trust policy`. */
  readonly title: string;
  readonly items: readonly ChangeItem[];
}

export interface ChangeItem {
  /** The place within its group: `statement Pipeline › Principal`. */
  readonly title: string;
  readonly difference: Difference;
  /** Makes this place what it was; null where it cannot be done alone. */
  readonly back: Edit | null;
}

/** In the order of the file; a policy's differences together. */
export function toGroups(list: readonly Difference[]): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeItem[]>();
  for (const difference of list) {
    const [group, title] = titlesOf(difference.title);
    const { back } = difference;
    const items = groups.get(group) ?? [];
    items.push({
      title,
      difference,
      back: back && { title: `Take back: ${difference.title}`, changes: [back] }
    });
    groups.set(group, items);
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}

/** Parted before the statement, else before the last word. */
function titlesOf(title: string): readonly [group: string, rest: string] {
  const words = title.split(' › ');
  const statement = words.findIndex((word) => word.startsWith('statement '));
  const at = statement > 0 ? statement : words.length - 1;
  return at === 0 ? ['The file', title] : [words.slice(0, at).join(' › '), words.slice(at).join(' › ')];
}

/** `2 statements changed`, and how many other places; empty where nothing differs. */
export function changedWords(list: readonly Difference[], more: number): string {
  const count = statementsChanged(list);
  const others = list.filter(({ pointer }) => !STATEMENT.test(pointer)).length + more;
  const parts = [
    count === 0 ? '' : count === 1 ? '1 statement' : `${count} statements`,
    others === 0 ? '' : others === 1 ? '1 other place' : `${others} other places`
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(' and ')} changed`;
}
