/** What a worker sends of a reading is enough to have all of it again: the same documents, the same decisions. */
import { expect, test } from 'vitest';
import { toOrganization } from '../../src/lib/share/organization.ts';
import { Reader, type Read } from '../../src/lib/workbench/reading.ts';
import { pack, unpack } from '../../src/lib/workbench/reading-parcel.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';

const source = toOrganization({ accounts: 8, each: 6, seed: 3 });

function sent(read: Read): Read {
  const answer = unpack(structuredClone(pack({ kind: 'read', read })));
  if (answer.kind !== 'read') throw new Error('another answer');
  return answer.read;
}

test('every policy is there again, in the same order and with the same places', () => {
  const read = new Reader().read(source, new Map());
  const [here, there] = [read, sent(read)].map(({ reading }) => reading!.scenario.world.policies);
  expect([...there!.keys()]).toEqual([...here!.keys()]);
  expect([...there!]).toEqual([...here!]);
});

test('only what the file has no text of is copied as a document', () => {
  const answer = pack({ kind: 'read', read: new Reader().read(source, new Map()) });
  const reading = answer.kind === 'read' ? answer.read.reading : null;
  const names = [...reading!.scenario.world.policies.keys()];
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((id) => reading!.texts.has(id))).toEqual([]);
});

test('requests end as they did', () => {
  const read = new Reader().read(source, new Map());
  expect(toWatches(sent(read).reading!.scenario)).toEqual(read.reading!.watches);
});

test('a policy with an error is broken there too', () => {
  const text = source.text.replace('"Effect": "Deny"', '"Effect": "Never"');
  const read = new Reader().read({ ...source, text }, new Map());
  const { broken, policies } = sent(read).reading!.scenario.world;
  expect(broken.size).toBe(1);
  for (const id of broken.keys()) expect(policies.has(id)).toBe(false);
});
