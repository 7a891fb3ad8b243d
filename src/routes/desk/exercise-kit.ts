/** What an exercise adds to a scenario's page, as one piece. */
import { Attempt } from '#lib/workbench/attempt.svelte.ts';
import type { Lesson } from '#lib/workbench/lesson.ts';
import { ProgressStore } from '#lib/workbench/progress-store.svelte.ts';
import type { Session } from '#lib/workbench/session.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { offerExercise } from './exercise-commands.ts';
import { NOTHING } from './nothing.ts';

export { default as DeskTask } from './DeskTask.svelte';

/** An attempt at the exercise that lies on a desk. */
export function beginAttempt(desk: Desk, lesson: Lesson): Attempt {
  return new Attempt({
    lesson: () => lesson,
    start: () => desk.start ?? NOTHING,
    scenario: () => desk.whole ?? NOTHING,
    documents: () => desk.session?.documents ?? null,
    progress: new ProgressStore(),
    clock: () => new Date().toISOString()
  });
}

/** Begins to listen, once the page has come alive. @returns stops */
export function enter(desk: Desk, attempt: Attempt): () => void {
  attempt.load();
  return offerExercise(desk, attempt);
}

/** Gives an attempt what reads the file, once the file has come, and keeps the file to what is unlocked. */
export async function equip(attempt: Attempt, session: Session): Promise<void> {
  const { documents, services } = session;
  const reads = await import('#lib/workbench/attempt-kit.ts').catch(() => null);
  if (!reads || !documents) return;
  const source = { name: documents.name, text: documents.original };
  attempt.kit = reads.newAttemptKit(attempt.exercise, source, () => services.catalogue);
  if (attempt.kit) session.guard(attempt.kit.guard);
}
