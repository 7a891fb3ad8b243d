/** A part of a thing's sheet: what hangs on it, and what can be taken away or added; and the pieces that such parts are made of. */
import type { Edit } from '../edit/edit.ts';
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

/** An entry of which nothing else is said than its name and `rest`. */
export function item(name: string, rest: Partial<ThingItem> = {}): ThingItem {
  return { name, hint: '', opens: null, away: null, text: null, ...rest };
}

/** The choices that are not made yet. */
export function left(names: readonly string[], items: readonly ThingItem[]): readonly Offer[] {
  const there = new Set(items.map(({ name }) => name));
  return names.filter((name) => !there.has(name)).map(offer);
}

/** The policies of a type that hang on somebody or something. */
export function hanging(world: World, target: string, type: Attachment['type']): readonly PolicyId[] {
  return world.attachments.flatMap((each) =>
    each.target === target && each.type === type ? [each.policy] : []
  );
}
