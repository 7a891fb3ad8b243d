/** Where a key or button leads in the live example. Apart from its films, which are made at build time. */
import type { Command } from './keys.ts';

/** Where a command leads in a film of so many frames; null for one that means nothing here. */
export function toExamplePlace(command: Command | null, index: number, count: number): number | null {
  switch (command) {
    case 'next':
      return Math.min(index + 1, count - 1);
    case 'back':
      return Math.max(index - 1, 0);
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    default:
      return null;
  }
}
