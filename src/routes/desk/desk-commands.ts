/** What a scenario's page itself carries out: the moves through the film, and the way back through its changes. */
import type { Desk } from './desk.svelte.ts';

const MOVES = ['next', 'back', 'nextLayer', 'backLayer', 'first', 'last', 'deeper', 'shallower'] as const;

/** Offers it. @returns takes all of it back */
export function offerDesk(desk: Desk): () => void {
  const { commands } = desk;
  const hasScenario = () => desk.scenario !== null;
  const documents = () => (desk.stage.isRedacted ? null : (desk.session?.documents ?? null));
  const isStaged = () => hasScenario() && desk.stage.isReady;
  // While names are being hidden, and where they cannot be, nothing is on show: there is still the way back.
  const canTurn = () => desk.stage.isReady && (hasScenario() || desk.stage.isRedacted);
  const ends = [
    ...MOVES.map((id) => commands.offer(id, () => hasScenario() && desk.move(id), hasScenario)),
    commands.offer('present', () => isStaged() && desk.stage.present(), isStaged),
    commands.offer(
      'record',
      () => isStaged() && !desk.stage.isRedacted && desk.stage.record(),
      () => isStaged() && !desk.stage.isRedacted
    ),
    commands.offer('redact', () => canTurn() && void desk.stage.redact(), canTurn),
    commands.offer('leave', () => desk.stage.live !== null && desk.stage.present()),
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
