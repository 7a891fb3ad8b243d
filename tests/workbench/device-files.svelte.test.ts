/** Files on the device, in a real browser's store: kept, undone, fought over by two tabs, and done without. */
import { afterEach, expect, test } from 'vitest';
import { DeviceFiles } from '../../src/lib/workbench/device-files.svelte.ts';
import {
  openDeviceStore,
  type Change,
  type DeviceFile,
  type DeviceStore
} from '../../src/lib/workbench/device-store.ts';

const FILE = {
  name: 'mine',
  title: 'My world',
  base: 'read-one-bucket',
  isJson: false,
  text: 'bouncer: 1\n',
  drafts: new Map([['/accounts/a/roles/b/trust', '{ "Vers']])
};

let count = 0;
let clock = 0;
const opened: DeviceFiles[] = [];
afterEach(() => {
  for (const files of opened.splice(0)) files.close();
});

/** As many tabs as are asked for, over one store that no other test knows. */
function tabs(number: number, store?: DeviceStore): readonly DeviceFiles[] {
  const name = `test-${String(++count)}`;
  clock = 1000;
  const all = Array.from({ length: number }, () => {
    return new DeviceFiles({ store: store ?? openDeviceStore(name), now: () => ++clock, channel: name });
  });
  opened.push(...all);
  return all;
}

const titles = (files: DeviceFiles | undefined) => files?.recent.map(({ title }) => title);

test('what is created is there in another tab, with its drafts', async () => {
  const [one, two] = tabs(2);
  const made = await one!.create(FILE);
  expect(made).toEqual({ ...FILE, id: made.id, saved: 1001, revision: 1 });
  expect(made.id).toMatch(/^[a-z2-9]{10}$/);
  expect(await two!.open(made.id)).toEqual(made);
  expect(await two!.open('nobody')).toBeNull();
  await two!.load();
  const { text: _, drafts: __, ...recent } = made;
  expect(two!.recent).toEqual([recent]);
  expect(two!.problem).toBeNull();
});

test('the newest stands first, also after a save', async () => {
  const [files] = tabs(1);
  const first = await files!.create({ ...FILE, title: 'first' });
  await files!.create({ ...FILE, title: 'second' });
  expect(titles(files)).toEqual(['second', 'first']);
  await files!.save({ ...first, title: 'first, changed' });
  expect(titles(files)).toEqual(['first, changed', 'second']);
  await files!.load();
  expect(titles(files)).toEqual(['first, changed', 'second']);
});

test('of two tabs that save the same file the later one is told, and nothing of the first is lost', async () => {
  const [one, two] = tabs(2);
  const made = await one!.create(FILE);
  const theirs = await two!.open(made.id);
  const first = await one!.save({ ...made, text: 'one' });
  expect(first).toMatchObject({ saved: { text: 'one', revision: 2 } });
  const second = await two!.save({ ...theirs!, text: 'two' });
  expect(second).toMatchObject({ conflict: { text: 'one', revision: 2 } });
  expect(await two!.open(made.id)).toMatchObject({ text: 'one' });
  expect('conflict' in second && (await two!.save({ ...second.conflict, text: 'two' }))).toMatchObject({
    saved: { text: 'two', revision: 3 }
  });
});

test('of many saves at once exactly one wins', async () => {
  const all = tabs(4);
  const made = await all[0]!.create(FILE);
  const results = await Promise.all(all.map((files, at) => files.save({ ...made, text: String(at) })));
  expect(results.filter((result) => 'saved' in result)).toHaveLength(1);
  expect(await all[0]!.open(made.id)).toMatchObject({ revision: 2 });
});

test('a removed file can be brought back, and does not take the place of a newer one', async () => {
  const [one, two] = tabs(2);
  const made = await one!.create(FILE);
  await one!.remove(made.id);
  expect(one!.recent).toEqual([]);
  expect(await two!.open(made.id)).toBeNull();
  expect(one!.removed).toEqual(made);
  await one!.restore(made);
  expect(one!.removed).toBeNull();
  expect(await two!.open(made.id)).toEqual(made);
  expect(titles(one)).toEqual(['My world']);
  await two!.save({ ...made, text: 'newer' });
  await one!.restore(made);
  expect(await one!.open(made.id)).toMatchObject({ text: 'newer' });
});

test('saving what another tab removed brings it back', async () => {
  const [one, two] = tabs(2);
  const made = await one!.create(FILE);
  await two!.remove(made.id);
  expect(await one!.save({ ...made, text: 'kept' })).toMatchObject({ saved: { text: 'kept' } });
  expect(await two!.open(made.id)).toMatchObject({ text: 'kept' });
});

test('other tabs hear what happens, with the list up to date; one does not hear oneself', async () => {
  const [one, two] = tabs(2);
  const heard: string[] = [];
  one!.onchange(() => heard.push('one'));
  const stop = two!.onchange((id) => heard.push(`two ${id} ${String(titles(two))}`));
  const made = await one!.create(FILE);
  await expect.poll(() => heard).toEqual([`two ${made.id} My world`]);
  await one!.remove(made.id);
  await expect.poll(() => heard.at(-1)).toBe(`two ${made.id} `);
  stop();
  await one!.create(FILE);
  await expect.poll(() => titles(two)).toEqual(['My world']);
  expect(heard).toHaveLength(2);
});

/** A store that refuses to write, to read, or both, for a reason. */
function refusing(what: 'all' | 'write', reason: unknown): DeviceStore & { isOpen: boolean } {
  const inner = openDeviceStore(`refusing-${String(++count)}`);
  const store = {
    isOpen: false,
    all: () => guard(what === 'all', () => inner.all()),
    get: (id: string) => guard(what === 'all', () => inner.get(id)),
    update: (id: string, change: Change) => guard(true, () => inner.update(id, change)),
    remove: (id: string) => guard(what === 'all', () => inner.remove(id))
  };
  function guard<T>(isRefused: boolean, ask: () => Promise<T>): Promise<T> {
    return isRefused && !store.isOpen ? Promise.reject(reason as Error) : ask();
  }
  return store;
}

test.each([
  ['all', new Error('private'), /keeps nothing/],
  ['write', new DOMException('full', 'QuotaExceededError'), /no room left/]
] as const)(
  'where the store refuses (%s) everything works until the page closes',
  async (what, reason, says) => {
    const [files] = tabs(1, refusing(what, reason));
    await files!.load();
    const made = await files!.create(FILE);
    expect(files!.problem).toMatch(says);
    expect(await files!.open(made.id)).toEqual(made);
    expect(await files!.save({ ...made, text: 'changed' })).toMatchObject({ saved: { revision: 2 } });
    expect(await files!.save({ ...made, text: 'late' })).toMatchObject({ conflict: { text: 'changed' } });
    await files!.load();
    expect(titles(files)).toEqual(['My world']);
    await files!.remove(made.id);
    expect(files!.recent).toEqual([]);
    await files!.restore(made);
    expect(await files!.open(made.id)).toEqual(made);
  }
);

test('once there is room again the file is kept and the warning goes', async () => {
  const store = refusing('write', new DOMException('full', 'QuotaExceededError'));
  const [files] = tabs(1, store);
  const made = await files!.create(FILE);
  const draft = await files!.save({ ...made, text: 'unkept' });
  store.isOpen = true;
  expect(await files!.save({ ...made, text: 'late' })).toMatchObject({ conflict: { text: 'unkept' } });
  expect(await files!.open(made.id)).toMatchObject({ text: 'unkept' });
  await files!.save('saved' in draft ? { ...draft.saved, text: 'kept' } : made);
  expect(await store.get(made.id)).toMatchObject({ text: 'kept', revision: 3 });
  await files!.load();
  expect(files!.problem).toBeNull();
});

test('what is no file of ours is overlooked', async () => {
  const store = openDeviceStore(`odd-${String(++count)}`);
  await store.update('x', () => ({ id: 'x' }) as unknown as DeviceFile);
  expect(await store.all()).toEqual([]);
  expect(await store.get('x')).toBeNull();
});
