/** Names of a long file are hidden in the worker: what it sends is whole, nothing is told before, nothing stopped is told. */
import { expect, test } from 'vitest';
import { hiding, showing } from '../../src/lib/share/redact.ts';
import { toOrganization } from '../../src/lib/share/organization.ts';
import { NamesHider } from '../../src/lib/workbench/names-hider.svelte.ts';
import { Reader, type Reading } from '../../src/lib/workbench/reading.ts';

const LONG = toOrganization({ accounts: 16, each: 10, seed: 3 });
const SMALL = toOrganization({ accounts: 2, each: 3, seed: 3 });

function read(source: typeof LONG): Reading {
  const { reading } = new Reader().read(source, new Map());
  if (reading === null) throw new Error('no reading');
  return reading;
}

const long = read(LONG);
const small = read(SMALL);

test('the names of a long file are hidden in the worker, with all that the page shows of it', async () => {
  const names = new NamesHider();
  const asked = names.ask(LONG, long);
  expect(names.of(LONG, long)).toBeUndefined();
  const hidden = await asked;
  expect(names.of(LONG, long)).toBe(hidden);
  if (!hidden) throw new Error('not hidden');
  const { reading } = hidden;
  expect(reading.watches.map(({ outcome }) => outcome)).toEqual(long.watches.map(({ outcome }) => outcome));
  expect(reading.graph.nodes.map(({ x, y }) => [x, y])).toEqual(long.graph.nodes.map(({ x, y }) => [x, y]));
  expect([...reading.scenario.world.policies].length).toBe(long.scenario.world.policies.size);
  const [hide, show] = [hiding(hidden.names), showing(hidden.names)];
  for (const { id } of long.graph.nodes.slice(0, 200)) expect(show(hide(id))).toBe(id);
  const accounts = [...long.scenario.world.accounts.keys()];
  const told = JSON.stringify([reading.graph, hidden.source.text, [...reading.scenario.world.policies]]);
  expect(accounts.filter((id) => told.includes(id))).toEqual([]);
  names.stop();
});

test('a small file is answered at once, and asked only once', () => {
  const names = new NamesHider();
  const first = names.ask(SMALL, small);
  expect(names.of(SMALL, small)?.source.text).not.toBe(SMALL.text);
  expect(names.ask(SMALL, small)).toBe(first);
});

test('an answer counts for the text and the reading that were asked about, and for no others', async () => {
  const names = new NamesHider();
  await names.ask(SMALL, small);
  expect(names.of({ ...SMALL, text: `${SMALL.text}\n` }, small)).toBeUndefined();
  expect(names.of(SMALL, read(SMALL))).toBeUndefined();
});

test('what is overtaken or stopped is never told; asked again, it is answered', async () => {
  const names = new NamesHider();
  void names.ask(LONG, long);
  await names.ask(SMALL, small);
  expect(names.of(LONG, long)).toBeUndefined();
  void names.ask(LONG, long);
  names.stop();
  expect(names.of(LONG, long)).toBeUndefined();
  await names.ask(LONG, long);
  expect(names.of(LONG, long)).not.toBeUndefined();
  names.stop();
});
