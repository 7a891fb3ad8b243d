/** What one can ask for while a walkthrough is shown, and which scene that leads to. */

export type TourCommand = 'next' | 'back' | 'first' | 'last' | 'leave' | 'note';

/** The scene a command leads to; null where there is none: at the ends, and for commands that stay. */
export function sceneAfter(command: TourCommand, index: number, count: number): number | null {
  const to = { next: index + 1, back: index - 1, first: 0, last: count - 1, leave: index, note: index }[
    command
  ];
  return to === index || to < 0 || to >= count ? null : to;
}
