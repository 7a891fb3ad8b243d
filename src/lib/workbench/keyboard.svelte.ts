/**
 * The keys of a page: turns presses into commands, one key or two after each other. Whoever has the focus comes first;
 * see keys.ts. Listens to nobody itself: the page hands it its events.
 */
import { toBindings, type Bindings } from './bindings.ts';
import { entryOf, type CommandId } from './commands.ts';
import type { Commands } from './commands.svelte.ts';
import { isOwned, toChord, type KeyPress } from './keys.ts';

/** A keyboard event, as far as it is asked. */
export interface KeyEvent extends KeyPress {
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** Calls back after milliseconds. @returns takes the call back */
export type Later = (act: () => void, after: number) => () => void;

export interface KeyboardSetting {
  /** Whether something is open above the page that has the keys to itself: a dialog, a popover. */
  readonly isCovered: () => boolean;
  readonly later: Later;
}

/** How long a sequence that was begun waits for its end, milliseconds: time enough to read what may follow. */
const PATIENCE = 4000;

export class Keyboard {
  readonly #commands: Commands;
  readonly #setting: KeyboardSetting;
  #begun: string | null = $state(null);
  #bindings: Bindings = $derived.by(() => toBindings(this.#commands.own.value));
  #forget: () => void = () => {};

  constructor(commands: Commands, setting: KeyboardSetting) {
    this.#commands = commands;
    this.#setting = setting;
  }

  /** The key that a sequence was begun with; null while none is. */
  get begun(): string | null {
    return this.#begun;
  }

  /** What may follow: keys and commands that can be carried out now. */
  following: readonly { readonly key: string; readonly id: CommandId }[] = $derived.by(() =>
    (this.#bindings.begun.get(this.#begun ?? '') ?? []).filter(({ id }) => this.#commands.can(id))
  );

  /** Forgets a sequence that was begun. */
  rest(): void {
    this.#forget();
    this.#begun = null;
  }

  press(event: KeyEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = toChord(event);
    if (chord === null) return;
    if (this.#setting.isCovered()) {
      this.rest();
      return;
    }
    const first = this.#begun;
    this.rest();
    if (first === null) this.#ask(chord, event);
    else this.#goOn(first, chord, event);
  }

  /** The second key of a sequence. One that ends none is meant for itself, unless it is just another letter. */
  #goOn(first: string, chord: string, event: KeyEvent): void {
    const ids = this.#bindings.commands.get(`${first} ${chord}`) ?? [];
    const isMeant = ids.length === 0 && chord !== 'Escape' && chord.length > 1;
    if (isMeant || isOwned(chord, event.target)) {
      this.#ask(chord, event);
      return;
    }
    event.preventDefault();
    ids.some((id) => this.#commands.run(id));
  }

  #ask(chord: string, event: KeyEvent): void {
    const isTaken = isOwned(chord, event.target);
    const ids = (this.#bindings.commands.get(chord) ?? []).filter(
      (id) => (!isTaken || entryOf(id).whileTyping) && (!event.repeat || entryOf(id).repeats)
    );
    if (ids.some((id) => this.#commands.run(id))) event.preventDefault();
    else if (!isTaken && this.#bindings.begun.has(chord)) this.#begin(chord, event);
  }

  #begin(chord: string, event: KeyEvent): void {
    event.preventDefault();
    this.#begun = chord;
    this.#forget = this.#setting.later(() => {
      this.#begun = null;
    }, PATIENCE);
  }
}
