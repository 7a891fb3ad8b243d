/** What can be asked of an exercise by name and key. */
import { tick } from 'svelte';
import type { Attempt } from '#lib/workbench/attempt.svelte.ts';
import { toPlaceOf } from '#lib/workbench/moves.ts';
import type { Desk } from './desk.svelte.ts';

/** @returns takes it all back */
export function offerExercise(desk: Desk, attempt: Attempt): () => void {
  return desk.commands.offerAll({
    predict: () => (attempt.asked === null ? false : void stand(desk, '.ex-predict input')),
    hint: () => {
      if (attempt.hints.length === attempt.exercise.hints.length) return false;
      attempt.hint(attempt.hints.length + 1);
      return void stand(desk, null);
    },
    toStop: () => {
      const { stop } = attempt;
      if (stop === null) return false;
      desk.goToStop(stop);
      return true;
    },
    goTask: () => void stand(desk, '.ex-task button'),
    nextRequest: () => turn(desk, attempt, 1),
    backRequest: () => turn(desk, attempt, -1)
  });
}

/** Shows the task, on a narrow screen too, and puts the focus into it. */
async function stand(desk: Desk, place: string | null): Promise<void> {
  desk.panel = 'ask';
  await tick();
  if (place !== null) document.querySelector<HTMLElement>(place)?.focus();
}

/** @returns false where there is no other one */
function turn(desk: Desk, { goals, probes, isRevealed }: Attempt, by: 1 | -1): boolean {
  const requests = [...goals, ...(isRevealed ? probes : [])].flatMap(({ request }) => request ?? []);
  const chosen = desk.bench.chosen?.id ?? '';
  const next = requests[toPlaceOf(requests.indexOf(chosen), by, requests.length)];
  if (next === undefined || next === chosen) return false;
  desk.begin(next);
  return true;
}
