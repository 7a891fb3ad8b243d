// The ways through the shipped exercises, asked of what guards their files: what is offered, and what is let through.
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/lib/exercise/apply.ts';
import { Guard } from '../../src/lib/workbench/guard.ts';
import { EXERCISES, shippedTask } from './shipped-task.ts';

const NOTHING = new Map();

test.each(EXERCISES)('%s', (name) => {
  const { start, exercise } = shippedTask(name);
  const { source } = start.root.range;
  const guard = new Guard(exercise.edit, source, start.root);
  const vet = (before: string, after: string) =>
    guard.vet({ text: before, typed: NOTHING }, { text: after, typed: NOTHING });
  for (const way of [exercise.solution, ...exercise.alternatives, ...exercise.decoys]) {
    for (const change of way.changes) {
      expect(guard.may(start.root, [change]), `${way.name} ${change.at}`).toBe(true);
    }
    const { source: after } = applyEdits(source, way.changes);
    expect(vet(source.text, after.text), way.name).toEqual([]);
    // Taken back by hand, without the history.
    expect(vet(after.text, source.text), way.name).toEqual([]);
  }
  for (const title of ['the brief', 'a tag']) {
    const at = title === 'a tag' ? '/accounts/nobody/tags/a' : '/exercise/brief';
    expect(guard.may(start.root, [{ at, set: 'b' }])).toBe(false);
    const { source: after } = applyEdits(source, [{ at, set: 'b' }]);
    expect(vet(source.text, after.text), title).not.toEqual([]);
  }
});
