/** Playing: at the pace of the sentences, up to a breakpoint or the end, and no further than somebody lets it. */
import { expect, test } from 'vitest';
import { paceOf, Player } from '../../src/lib/workbench/player.svelte.ts';

/** A film of five frames, and a clock that is moved by hand. */
function ground(start: string, stops: readonly string[] = []) {
  const frames = ['a', 'b', 'c', 'd', 'e'];
  const waits: { readonly wait: number; readonly call: () => void }[] = [];
  const state = { here: start, gone: new Array<string>() };
  const go = (id: string) => {
    state.here = id;
    state.gone.push(id);
  };
  const player = new Player(
    {
      here: () => state.here,
      next: () => frames[frames.indexOf(state.here) + 1] ?? null,
      sentence: () => 'one two three four five six seven eight',
      stopsHere: () => stops.includes(state.here),
      go,
      rewind: () => 'a'
    },
    (wait, call) => {
      const entry = { wait, call };
      waits.push(entry);
      return () => waits.splice(waits.indexOf(entry), 1);
    }
  );
  const tick = () => waits.shift()?.call();
  const run = () => {
    for (let i = 0; i < 50 && waits.length > 0; i++) tick();
  };
  return { player, state, waits, tick, run };
}

test.each([
  ['', 1400],
  ['one', 1400],
  ['one two three four', 1900],
  ['word '.repeat(20), 5900],
  ['word '.repeat(500), 12_000]
])('a longer sentence stands longer: %#', (sentence, wait) => {
  expect(paceOf(sentence)).toBe(wait);
});

test('plays to the end and stops there', () => {
  const { player, state, run, waits } = ground('a');
  player.toggle();
  expect([player.isPlaying, state.gone]).toEqual([true, ['b']]);
  run();
  expect(state.gone).toEqual(['b', 'c', 'd', 'e']);
  expect([player.isPlaying, waits.length]).toEqual([false, 0]);
});

test('waits as long as the sentence takes', () => {
  const { player, waits, tick } = ground('a');
  player.toggle();
  tick(); // the page has got there
  expect(waits.map(({ wait }) => wait)).toEqual([paceOf('one two three four five six seven eight')]);
});

test('from the end it plays from the start', () => {
  const { player, state } = ground('e');
  player.toggle();
  expect(state.gone).toEqual(['a']);
});

test('stops where a breakpoint is, and goes on from there', () => {
  const { player, state, run } = ground('a', ['c']);
  player.toggle();
  run();
  expect([state.here, player.isPlaying]).toEqual(['c', false]);
  player.toggle();
  run();
  expect(state.here).toBe('e');
});

test('whoever steps by hand has taken over', () => {
  const { player, state, tick, run } = ground('a');
  player.toggle();
  tick();
  state.here = 'd';
  run();
  expect([state.here, player.isPlaying]).toEqual(['d', false]);
});

test('a second press pauses, and nothing is left to happen', () => {
  const { player, state, waits } = ground('a');
  player.toggle();
  player.toggle();
  expect([player.isPlaying, waits.length, state.here]).toEqual([false, 0, 'b']);
});
