/** Which keys ask for which command: the table's, and over them those that somebody chose. Pure. */
import { COMMAND_IDS, entryOf, type CommandId } from './commands.ts';
import { isPlain } from './keys.ts';

/** What somebody chose, as far as it differs from the table. */
export interface OwnKeys {
  /** An empty list: the command has no key. */
  readonly keys: Readonly<Partial<Record<CommandId, readonly string[]>>>;
  /** Whether letters, digits and signs by themselves ask for nothing (WCAG 2.1.4). */
  readonly isPlainOff: boolean;
}

export const AS_SHIPPED: OwnKeys = { keys: {}, isPlainOff: false };

/** The keys of a command, whether they count now or not. */
export function keysOf(id: CommandId, own: OwnKeys): readonly string[] {
  return own.keys[id] ?? entryOf(id).keys;
}

/** Whether keys count while letters by themselves are off: a sequence begins with one of its keys. */
function counts(keys: string, own: OwnKeys): boolean {
  return !own.isPlainOff || !isPlain(keys.split(' ')[0] ?? '');
}

/** The keys by which a command can be asked for now. */
export function activeKeys(id: CommandId, own: OwnKeys): readonly string[] {
  return keysOf(id, own).filter((keys) => counts(keys, own));
}

export interface Bindings {
  /** By their keys; where several have the same, in the order of the table after those that come first. */
  readonly commands: ReadonlyMap<string, readonly CommandId[]>;
  /** Keys with which a sequence begins, and how it may go on. */
  readonly begun: ReadonlyMap<string, readonly { readonly key: string; readonly id: CommandId }[]>;
}

export function toBindings(own: OwnKeys): Bindings {
  const commands = new Map<string, CommandId[]>();
  const begun = new Map<string, { key: string; id: CommandId }[]>();
  for (const id of [...COMMAND_IDS].sort((a, b) => rank(a) - rank(b))) {
    for (const keys of activeKeys(id, own)) {
      commands.set(keys, [...(commands.get(keys) ?? []), id]);
      const [first = '', second] = keys.split(' ');
      if (second !== undefined) begun.set(first, [...(begun.get(first) ?? []), { key: second, id }]);
    }
  }
  return { commands, begun };
}

function rank(id: CommandId): number {
  return entryOf(id).isFirst ? 0 : 1;
}

/** Commands that would be in the way if this one had these keys: the same keys, or one begins where the other ends. */
export function clashes(id: CommandId, keys: string, own: OwnKeys): readonly CommandId[] {
  const isSame = (other: string) =>
    other === keys || other.startsWith(`${keys} `) || keys.startsWith(`${other} `);
  return COMMAND_IDS.filter(
    (other) => other !== id && rank(other) === rank(id) && keysOf(other, own).some(isSame)
  );
}

/** Gives a command keys; whoever had them has them no more. */
export function withKeys(id: CommandId, keys: string, own: OwnKeys): OwnKeys {
  const inTheWay = new Set(clashes(id, keys, own));
  const isFree = (other: string) =>
    other !== keys && !other.startsWith(`${keys} `) && !keys.startsWith(`${other} `);
  const changed = COMMAND_IDS.map((each): readonly [CommandId, readonly string[]] => {
    if (each === id) return [each, [keys]];
    const had = keysOf(each, own);
    return [each, inTheWay.has(each) ? had.filter(isFree) : had];
  });
  return { ...own, keys: onlyChanged(changed) };
}

/** A command without any key. */
export function withoutKeys(id: CommandId, own: OwnKeys): OwnKeys {
  return { ...own, keys: onlyChanged([...known(own.keys).filter(([other]) => other !== id), [id, []]]) };
}

/** A command with its keys of the table again. Null where another command has one of them now. */
export function withReset(id: CommandId, own: OwnKeys): OwnKeys | null {
  const isTaken = entryOf(id).keys.some((keys) => clashes(id, keys, own).some((other) => other in own.keys));
  if (isTaken) return null;
  return { ...own, keys: onlyChanged(known(own.keys).filter(([other]) => other !== id)) };
}

function onlyChanged(entries: readonly (readonly [CommandId, readonly string[]])[]): OwnKeys['keys'] {
  const isOwn = ([id, keys]: readonly [CommandId, readonly string[]]) =>
    keys.join('\n') !== entryOf(id).keys.join('\n');
  return Object.fromEntries(entries.filter(isOwn));
}

/** Those of commands that there are. */
function known(
  own: Readonly<Record<string, readonly string[]>>
): readonly (readonly [CommandId, readonly string[]])[] {
  return COMMAND_IDS.flatMap((id) => {
    const keys = Object.hasOwn(own, id) ? own[id] : undefined;
    return keys ? [[id, keys] as const] : [];
  });
}

/** The browser's and the screen's own; taken away, nobody could find back. */
const KEPT: Readonly<Record<string, string>> = {
  Tab: 'Tab walks through the page.',
  'Shift+Tab': 'Tab walks through the page.',
  Escape: 'Escape always goes back.',
  ...Object.fromEntries(
    ['a', 'c', 'f', 'l', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x'].map((key) => [
      `Mod+${key}`,
      'The browser needs these keys itself.'
    ])
  ),
  ...Object.fromEntries(['F1', 'F5', 'F11', 'F12'].map((key) => [key, 'The browser needs this key itself.']))
};

/** Why a command cannot have these keys, as a sentence; null where it can. */
export function whyNot(id: CommandId, keys: string): string | null {
  const kept = KEPT[keys];
  if (kept !== undefined && !entryOf(id).keys.includes(keys)) return kept;
  const isLetter = isPlain(keys.split(' ')[0] ?? '');
  if (entryOf(id).whileTyping && isLetter)
    return 'It is asked for while one types, too: hold Ctrl or Alt with it.';
  return null;
}

/** What the device kept; as shipped where it kept nothing that can be read. Unknown commands are left out. */
export function readOwnKeys(text: string | null): OwnKeys {
  let found: unknown;
  try {
    found = JSON.parse(text ?? '');
  } catch {
    return AS_SHIPPED;
  }
  if (typeof found !== 'object' || found === null || !('keys' in found)) return AS_SHIPPED;
  const { keys } = found;
  const entries = typeof keys === 'object' && keys !== null ? Object.entries(keys) : [];
  const lists = entries.filter((entry): entry is [string, string[]] => isTexts(entry[1]));
  return {
    keys: onlyChanged(known(Object.fromEntries(lists))),
    isPlainOff: 'isPlainOff' in found && found.isPlainOff === true
  };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && each.length < 40);
}

export function writeOwnKeys(own: OwnKeys): string {
  return JSON.stringify(own);
}
