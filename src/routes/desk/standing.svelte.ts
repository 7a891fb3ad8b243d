/** Where the page stands while somebody edits: with the same statement, whatever its id is by now. */
import { refind, type Stand } from '#lib/workbench/refind.ts';
import type { Address } from './address.ts';

export interface Stood extends Stand {
  /** Id of the frame on show. */
  readonly id: string;
  /** Whether that is only the nearest to what the address names. */
  readonly isLost: boolean;
}

export class Standing {
  /** Where the step that the address names has gone, until the address says so itself. */
  #moved: { readonly asked: string; readonly id: string } | null = $state.raw(null);
  #gone: { readonly step: string; readonly words: string } | null = $state.raw(null);
  /** How it stood before the policy became one that cannot be read, as it does while somebody types. */
  #kept: (Stood & { readonly asked: string | null }) | null = null;

  /** @param asked the step that the address names */
  step(asked: string | null): string | null {
    return this.#moved?.asked === asked ? this.#moved.id : asked;
  }

  /** What is gone, as long as one stands where that led. */
  notice(asked: string | null): string {
    const step = this.step(asked);
    return step !== null && this.#gone?.step === step ? this.#gone.words : '';
  }

  /** Finds the step again. @returns where it is now, if it is elsewhere */
  hear(now: Stood, next: Stand, { step: asked, detail }: Address): string | null {
    if (asked === null) return null;
    const before = now.isLost && this.#kept?.asked === asked ? this.#kept : now;
    const found = refind(before, next, before.id, detail);
    this.#kept = found === null ? { ...before, asked } : null;
    if (found === null || found.id === this.step(asked)) return null;
    this.#moved = { asked, id: found.id };
    if (found.gone !== null) this.#gone = { step: found.id, words: found.gone };
    return found.id;
  }
}
