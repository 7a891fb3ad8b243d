/**
 * Who carries out which command at the moment. Parts of the screen offer what they can do while they are there; keys,
 * palette and buttons ask for it by name and need not know the part.
 */
import { SvelteMap } from 'svelte/reactivity';
import { activeKeys, AS_SHIPPED, readOwnKeys, writeOwnKeys } from './bindings.ts';
import { COMMAND_IDS, type CommandId } from './commands.ts';
import { writtenKeys } from './key-words.ts';
import { PersistedValue } from './persisted.svelte.ts';

/**
 * Does the command. Whatever it returns but false means that something was done; false leaves it to the next who
 * offers, and in the end the key to the browser.
 */
export type Carry = () => unknown;

interface Offer {
  readonly carry: Carry;
  /** Whether there is something to do now; asked for what lists and buttons say. */
  readonly can: () => boolean;
}

export class Commands {
  /** The last who offered stands first: a dialog before the page below it. */
  readonly #offers = new SvelteMap<CommandId, readonly Offer[]>();
  /** The keys that somebody chose, kept on the device. */
  readonly own = new PersistedValue('bouncer.keys', {
    empty: AS_SHIPPED,
    read: readOwnKeys,
    write: writeOwnKeys
  });
  /** Whether keys are told as on a Mac. False until `load`, as the prerendered page has it. */
  isMac = $state(false);

  /** Reads what the device has. Call after hydration. */
  load(): void {
    this.own.load();
    this.isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  }

  /**
   * Offers to carry a command out. For `leave`, offer while there may be something to close, and return false when
   * there is not: then the next is asked.
   *
   * @param can  whether there is something to do now; usually, whenever it is offered
   * @returns takes the offer back; meant for `onMount`
   */
  offer(id: CommandId, carry: Carry, can: () => boolean = () => true): () => void {
    const offer = { carry, can };
    this.#offers.set(id, [offer, ...(this.#offers.get(id) ?? [])]);
    return () => {
      const left = (this.#offers.get(id) ?? []).filter((each) => each !== offer);
      if (left.length > 0) this.#offers.set(id, left);
      else this.#offers.delete(id);
    };
  }

  /** Offers several at once. */
  offerAll(offers: Readonly<Partial<Record<CommandId, Carry>>>): () => void {
    const ends = COMMAND_IDS.flatMap((id) => {
      const carry = offers[id];
      return carry ? [this.offer(id, carry)] : [];
    });
    return () => {
      for (const end of ends) end();
    };
  }

  /** Whether somebody can carry it out now. */
  can(id: CommandId): boolean {
    return (this.#offers.get(id) ?? []).some(({ can }) => can());
  }

  /** Asks for a command. @returns whether somebody did something */
  run(id: CommandId): boolean {
    return (this.#offers.get(id) ?? []).some(({ carry }) => carry() !== false);
  }

  /** The keys of a command that count now, the first of them the one to show. */
  keys(id: CommandId): readonly string[] {
    return activeKeys(id, this.own.value);
  }

  /** The first of them as it is written: `Ctrl K`, on a Mac `⌘ K`; empty for none. For titles. */
  written(id: CommandId): string {
    const [first] = this.keys(id);
    return first === undefined ? '' : writtenKeys(first, this.isMac);
  }
}
