/** What a scenario's page itself carries out: the moves through the film, and the way back through its changes. */
import type { Desk } from './desk.svelte.ts';

const MOVES = ['next', 'back', 'nextLayer', 'backLayer', 'first', 'last', 'deeper', 'shallower'] as const;

/** Offers it. @returns takes all of it back */
export function offerDesk(desk: Desk): () => void {
  const { commands } = desk;
  const hasScenario = () => desk.scenario !== null;
  const documents = () => desk.session?.documents ?? null;
  const ends = [
    ...MOVES.map((id) => commands.offer(id, () => hasScenario() && desk.move(id), hasScenario)),
    commands.offer(
      'undo',
      () => documents()?.undo(),
      () => documents()?.canUndo ?? false
    ),
    commands.offer(
      'redo',
      () => documents()?.redo(),
      () => documents()?.canRedo ?? false
    )
  ];
  return () => {
    for (const end of ends) end();
  };
}
