/**
 * Who carries out which command at the moment. Parts of the screen offer what they can do while they are there; keys,
 * palette and buttons ask for it by name and need not know the part.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { CommandId } from './commands.ts';

/** Does the command. Whatever it returns but false means that something was done; false leaves the key to the browser. */
export type Carry = () => unknown;

export class Commands {
  /** The last who offered stands first: a dialog before the page below it. */
  readonly #offers = new SvelteMap<CommandId, readonly Carry[]>();

  /** Offers to carry a command out. @returns takes the offer back; meant for `onMount` */
  offer(id: CommandId, carry: Carry): () => void {
    this.#offers.set(id, [carry, ...(this.#offers.get(id) ?? [])]);
    return () => {
      const left = (this.#offers.get(id) ?? []).filter((each) => each !== carry);
      if (left.length > 0) this.#offers.set(id, left);
      else this.#offers.delete(id);
    };
  }

  /** Offers several at once. */
  offerAll(offers: Readonly<Partial<Record<CommandId, Carry>>>): () => void {
    const ends = (Object.entries(offers) as [CommandId, Carry][]).map(([id, carry]) => this.offer(id, carry));
    return () => {
      for (const end of ends) end();
    };
  }

  /** Whether somebody can carry it out now. */
  can(id: CommandId): boolean {
    return this.#offers.has(id);
  }

  /** Asks for a command. @returns whether somebody did something */
  run(id: CommandId): boolean {
    const [carry] = this.#offers.get(id) ?? [];
    return carry !== undefined && carry() !== false;
  }
}
