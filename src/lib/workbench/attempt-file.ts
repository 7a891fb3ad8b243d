/** Files of this device that keep an attempt at an exercise: told by the name of what they began as. */

/** Null for any other file. Exercises are called by chapter and place: `7-05-carla-from-the-directory`. */
export function attemptIn(
  base: string | null
): { readonly exercise: string; readonly number: string } | null {
  const [, chapter, place] = /^(\d+)-(\d{2})-[a-z]/.exec(base ?? '') ?? [];
  if (base === null || chapter === undefined || place === undefined) return null;
  return { exercise: base, number: `${chapter}.${Number(place)}` };
}

/** Takes all attempts off the device. @returns how many there were */
export async function removeAttempts(files: {
  readonly recent: readonly { readonly id: string; readonly base: string | null }[];
  remove(id: string): Promise<void>;
}): Promise<number> {
  const attempts = files.recent.filter(({ base }) => attemptIn(base) !== null);
  for (const { id } of attempts) await files.remove(id);
  return attempts.length;
}
