/**
 * What somebody types between asking for a field and its coming: it is meant for the field, not for the page's keys and
 * not for whatever has the focus until then.
 */
import { toChord, type KeyPress } from './keys.ts';

/** A keyboard event, as far as it is asked. */
export interface AheadEvent extends KeyPress {
  readonly isComposing: boolean;
  preventDefault(): void;
  stopPropagation(): void;
}

export class TypeAhead {
  readonly #leave: () => void;
  #text = '';

  /** @param leave somebody thinks better of it, by Escape */
  constructor(leave: () => void) {
    this.#leave = leave;
  }

  /** What was typed so far, for the field to begin with; it is given once. */
  give(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** Takes a key press from everybody else. What goes with Ctrl or ⌘ stays the browser's and the page's. */
  take(event: AheadEvent): void {
    const chord = toChord(event);
    if (chord === null || event.isComposing || chord.startsWith('Mod+')) return;
    event.preventDefault();
    event.stopPropagation();
    if (isCharacter(event.key)) this.#text += event.key;
    else if (event.key === 'Backspace') this.#text = this.#text.replace(/.$/su, '');
    else if (event.key === 'Escape') {
      this.#text = '';
      this.#leave();
    }
  }
}

/** Whether a key writes one character, as against `Enter` or `F2`. */
export function isCharacter(key: string): boolean {
  return /^.$/su.test(key);
}
