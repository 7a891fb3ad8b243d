// The sheet of a thing in an exercise: what is locked is not offered and says so, what is open is offered as ever.
import { expect, test } from 'vitest';
import { toGround } from '../../src/lib/edit/edit.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { Guard } from '../../src/lib/workbench/guard.ts';
import { toThing } from '../../src/lib/workbench/thing.ts';
import { withLocks } from '../../src/lib/workbench/thing-locks.ts';
import { shippedTask } from './shipped-task.ts';

/** What of a thing of a shipped exercise is offered: `policies -1 +`, one way out and a field; `!` where locked. */
function offered(number: string, id: string): string[] {
  const { start, exercise } = shippedTask(number);
  const { source } = start.root.range;
  const ground = toGround(source, start.world);
  const thing = ground && toThing(ground, toGraph(start.world, []), id);
  if (!thing) throw new Error(`${id} is nothing`);
  const found = withLocks(thing, ground, new Guard(exercise.edit, source, start.root));
  const sections = found.sections.map(({ key, items, add, isLocked = false }) => {
    const ways = items.filter(({ away, text }) => away !== null || text !== null).length;
    return `${key}${isLocked ? ' !' : ''}${ways > 0 ? ` -${ways}` : ''}${add ? ' +' : ''}`;
  });
  const whole = (['rename', 'remove', 'write'] as const).filter((way) => found[way] !== null);
  return [...sections, ...whole, ...(found.isLocked === true ? ['all locked'] : [])];
}

test.each([
  [
    '2-01',
    'arn:aws:iam::111111111111:user/dana',
    ['groups +', 'policies !', 'inline !', 'boundary !', 'tags !']
  ],
  [
    '2-03',
    'arn:aws:iam::111111111111:user/dana',
    ['groups !', 'policies -2', 'inline !', 'boundary !', 'tags !']
  ],
  [
    '4-01',
    'arn:aws:iam::111111111111:role/web-role',
    ['trust -1 +', 'policies !', 'inline -1 +', 'boundary !', 'tags !']
  ]
])('%s: on %s %j', (number, id, expected) => {
  expect(offered(number, id)).toEqual(expected);
});
