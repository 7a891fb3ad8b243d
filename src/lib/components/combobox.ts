/** What a combobox offers and what its keys do. No DOM. Source: ARIA Authoring Practices, combobox with a list. */

export interface Choice {
  /** What is written when it is chosen. */
  readonly value: string;
  /** A quieter word beside it: what it is, where it is at home. */
  readonly hint: string;
}

/** More are no choice: one writes on until fewer are left. */
const SHOWN = 60;

/** The choices that fit what is typed: those that begin with it first, then those that have it anywhere. */
export function fitting(choices: readonly Choice[], typed: string): readonly Choice[] {
  const word = typed.trim().toLowerCase();
  if (word === '') return choices.slice(0, SHOWN);
  const begins = choices.filter(({ value }) => value.toLowerCase().startsWith(word));
  const has = choices.filter(
    (choice) => !choice.value.toLowerCase().startsWith(word) && textOf(choice).includes(word)
  );
  return [...begins, ...has].slice(0, SHOWN);
}

function textOf({ value, hint }: Choice): string {
  return `${value} ${hint}`.toLowerCase();
}

/** What a key does: write, open the list, close it, give the text back as it was, or walk to a choice. */
export type Act =
  { readonly kind: 'write' | 'open' | 'close' | 'revert' } | { readonly kind: 'walk'; readonly to: number };

export interface ListState {
  readonly isOpen: boolean;
  /** Place of the choice under the cursor, -1 while it stands in the text. */
  readonly active: number;
  readonly count: number;
  /** Whether the text is another than the one that is written. */
  readonly isChanged: boolean;
  /** Whether the list is always there, so that no key closes it. */
  readonly isInline?: boolean;
}

/** The parts of a keyboard event that count. */
interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key does in this state; null for a key that belongs to the text. */
export function actOf({ key, ctrlKey, metaKey }: Press, state: ListState): Act | null {
  if (ctrlKey || metaKey) return null;
  if (key === 'Enter') return { kind: 'write' };
  // The first Escape is the list's; the last belongs to the dialog around it.
  if (key === 'Escape') return toEscape(state);
  if (state.isOpen) return walk(key, state);
  return key === 'ArrowDown' || key === 'ArrowUp' ? { kind: 'open' } : null;
}

function toEscape({ isOpen, isInline = false, isChanged }: ListState): Act | null {
  if (isOpen && !isInline) return { kind: 'close' };
  return isChanged ? { kind: 'revert' } : null;
}

function walk(key: string, { active, count }: ListState): Act | null {
  const to = placeAfter(key, active, count);
  return to === null || count === 0 ? null : { kind: 'walk', to };
}

function placeAfter(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  if (key === 'PageDown') return Math.min(active + 8, count - 1);
  return key === 'PageUp' ? Math.max(active - 8, 0) : null;
}
