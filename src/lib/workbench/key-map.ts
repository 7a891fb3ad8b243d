/** The commands as the map of keys lists them: by group, those alone that fit what is searched. Pure. */
import { keysOf, type OwnKeys } from './bindings.ts';
import { COMMAND_GROUPS, COMMAND_IDS, entryOf, type CommandGroup, type CommandId } from './commands.ts';
import { spokenKeys, writtenKeys } from './key-words.ts';

/** A text finds a command by its title, by other words for it, by its group and by its keys, however they are written. */
export function mapOfKeys(
  text: string,
  own: OwnKeys
): readonly { readonly group: CommandGroup; readonly ids: readonly CommandId[] }[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (id: CommandId) => {
    const { title, group, also = '' } = entryOf(id);
    const keys = keysOf(id, own).flatMap((each) => [
      each,
      writtenKeys(each, false),
      writtenKeys(each, true),
      spokenKeys(each, false)
    ]);
    const said = [title, group, ...keys].join(' ').toLowerCase();
    const others = also.toLowerCase().split(' ');
    return words.every((word) => said.includes(word) || others.some((other) => other.startsWith(word)));
  };
  return COMMAND_GROUPS.map((group) => ({
    group,
    ids: COMMAND_IDS.filter((id) => entryOf(id).group === group && fits(id))
  })).filter(({ ids }) => ids.length > 0);
}

/**
 * What a key that is pressed for a command leads to: it is the command's, it cannot be, a second is waited for, or
 * somebody is asked because others have it. `listen` is before any key.
 */
export type Pressed =
  | { readonly does: 'give'; readonly keys: string }
  | { readonly does: 'refuse'; readonly why: string }
  | { readonly does: 'wait'; readonly begun: string }
  | { readonly does: 'ask'; readonly keys: string; readonly of: readonly CommandId[] }
  | { readonly does: 'listen' | 'stop' | 'clear' };

/** @param begun  the first key, where one waits for the second */
export function pressedFor(
  id: CommandId,
  chord: string,
  begun: string | null,
  rules: {
    readonly begins: (chord: string) => boolean;
    readonly whyNot: (id: CommandId, keys: string) => string | null;
    readonly clashes: (id: CommandId, keys: string) => readonly CommandId[];
  }
): Pressed {
  if (chord === 'Escape') return { does: 'stop' };
  if (begun === null && (chord === 'Delete' || chord === 'Backspace')) return { does: 'clear' };
  const why = rules.whyNot(id, begun ?? chord);
  if (why !== null) return { does: 'refuse', why };
  if (begun === null && rules.begins(chord)) return { does: 'wait', begun: chord };
  const keys = begun === null ? chord : `${begun} ${chord}`;
  const of = rules.clashes(id, keys);
  return of.length > 0 ? { does: 'ask', keys, of } : { does: 'give', keys };
}
