/** What a scenario that is presented can be asked for: how large it is said, and where a tap leads. */
import type { TourCommand } from './tour-keys.ts';

export type PresentCommand = TourCommand | 'live' | 'redact';

/** How large a text is said, so that the longest still fits a screen. */
export function sizeOf(say: string): 'short' | 'middle' | 'long' | 'longest' {
  if (say.length <= 120) return 'short';
  if (say.length <= 220) return 'middle';
  return say.length <= 420 ? 'long' : 'longest';
}

/** Where a tap leads: the left third of the screen back, the rest on. */
export function tapped(x: number, width: number): 'next' | 'back' {
  return x < width / 3 ? 'back' : 'next';
}
