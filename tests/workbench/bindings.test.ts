/** Which keys ask for what: the table's own, and those somebody chose. */
import { expect, test } from 'vitest';
import {
  AS_SHIPPED,
  activeKeys,
  clashes,
  keysOf,
  readOwnKeys,
  toBindings,
  whyNot,
  withKeys,
  withReset,
  withoutKeys,
  writeOwnKeys
} from '../../src/lib/workbench/bindings.ts';
import { COMMAND_IDS, entryOf, type CommandId } from '../../src/lib/workbench/commands.ts';
import { isPlain } from '../../src/lib/workbench/keys.ts';

test('no two commands of the table have the same keys, and none begins where another ends', () => {
  const found = COMMAND_IDS.flatMap((id) =>
    entryOf(id).keys.flatMap((keys) => clashes(id, keys, AS_SHIPPED).map((other) => [id, keys, other]))
  );
  expect(found).toEqual([]);
});

test('while a walkthrough offers its commands, they come before those with the same keys', () => {
  const { commands } = toBindings(AS_SHIPPED);
  expect(commands.get('ArrowRight')).toEqual(['nextScene', 'next']);
  expect(commands.get('n')).toEqual(['note', 'nextRequest']);
  // One key for both is no clash: they never count at once.
  expect(keysOf('nextScene', withKeys('next', 'PageDown', AS_SHIPPED))).toContain('PageDown');
});

test('the table writes keys as they are pressed, and says what each command does', () => {
  for (const id of COMMAND_IDS) {
    const { keys, title } = entryOf(id);
    expect(title).toMatch(/^[A-Z]/);
    for (const chord of keys.flatMap((each) => each.split(' ')))
      expect(chord).toMatch(/^(Mod\+)?(Alt\+)?(Shift\+)?([a-z]|[^A-Za-z\s]|[A-Z][A-Za-z0-9]+)$/);
  }
});

test('what is asked for while one types has no letter by itself', () => {
  for (const id of COMMAND_IDS.filter((each) => entryOf(each).whileTyping))
    for (const keys of entryOf(id).keys) expect([id, isPlain(keys)]).toEqual([id, false]);
});

test.each<[CommandId, string, readonly CommandId[]]>([
  ['lens', 'b', ['breakpoint']],
  ['lens', 'f', []], // its own
  ['lens', 'g', ['goRequest', 'goOutline', 'goGraph', 'goPaper', 'goRibbon', 'goWatches', 'goTask']],
  ['lens', 'f f', []],
  ['fit', 'f f', ['lens']],
  ['lens', 'g w', ['goWatches']],
  ['lens', 'Alt+l', []]
])('%s wants %s, which is of %j', (id, keys, of) => {
  expect(clashes(id, keys, AS_SHIPPED)).toEqual(of);
});

test('whoever had the keys has them no more, and keeps the others', () => {
  const own = withKeys('lens', 'g p', AS_SHIPPED);
  expect(keysOf('lens', own)).toEqual(['g p']);
  expect(keysOf('goPaper', own)).toEqual(['Enter']);
  expect(toBindings(own).commands.get('g p')).toEqual(['lens']);
  expect(toBindings(own).commands.has('f')).toBe(false);
});

test('keys that the table gives anyway are no choice', () => {
  const own = withKeys('lens', 'l', AS_SHIPPED);
  expect(Object.keys(own.keys)).toEqual(['lens']);
  expect(withKeys('lens', 'f', own)).toEqual(AS_SHIPPED);
});

test('a command goes back to its keys unless another has them by now', () => {
  const moved = withKeys('breakpoint', 'f', AS_SHIPPED);
  expect(keysOf('lens', moved)).toEqual([]);
  expect(withReset('lens', moved)).toBeNull();
  expect(withReset('breakpoint', moved)?.keys).toEqual({ lens: [] });
  expect(withReset('lens', withoutKeys('lens', AS_SHIPPED))).toEqual(AS_SHIPPED);
});

test('without letters by themselves only held and named keys are left', () => {
  const own = { ...AS_SHIPPED, isPlainOff: true };
  const { commands, begun } = toBindings(own);
  expect([...commands.keys()].filter((keys) => isPlain(keys.split(' ')[0] ?? ''))).toEqual([]);
  expect([...begun.keys()]).toEqual([]);
  expect(activeKeys('goPaper', own)).toEqual(['Enter']);
  expect(activeKeys('palette', own)).toEqual(['Mod+k']);
});

test('a sequence that was begun says how it may go on', () => {
  expect(toBindings(AS_SHIPPED).begun.get('g')).toContainEqual({ key: 'r', id: 'goRequest' });
});

test.each<[CommandId, string, boolean]>([
  ['lens', 'Tab', false],
  ['lens', 'Mod+c', false],
  ['lens', 'Escape', false],
  ['leave', 'Escape', true],
  ['lens', 'Mod+j', true],
  ['palette', 'p', false], // one types there
  ['palette', 'Alt+p', true]
])('%s may have %s: %s', (id, keys, may) => {
  expect(whyNot(id, keys) === null).toBe(may);
});

test.each([
  null,
  '',
  'nonsense',
  '[]',
  'null',
  '{"keys":null}',
  '{"keys":{"lens":"x"}}',
  '{"keys":{"nobody":["x"],"constructor":["x"]}}',
  `{"keys":{"lens":["${'x'.repeat(99)}"]}}`
])('%s on the device is read as if it were not there', (text) => {
  expect(readOwnKeys(text)).toEqual(AS_SHIPPED);
});

test('what is written is read again', () => {
  const own = { ...withKeys('lens', 'Alt+l', AS_SHIPPED), isPlainOff: true };
  expect(readOwnKeys(writeOwnKeys(own))).toEqual(own);
});
