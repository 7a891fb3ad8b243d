/** What is chosen, as a sheet: which sections each kind of thing has, what may be added, what each way out changes. */
import { expect, test } from 'vitest';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { toThing } from '../../src/lib/workbench/thing.ts';
import { ADD_KINDS, firstForm, homesFor, planOf } from '../../src/lib/workbench/thing-add.ts';
import { DANA, DEPLOY, DEVELOPERS, ground, prod, tools } from '../edit/company.ts';
import { after } from '../edit/ground.ts';

const graph = toGraph(ground.world, []);
const thing = (id: string) => {
  const found = toThing(ground, graph, id);
  if (!found) throw new Error(`${id} is nothing`);
  return found;
};

test.each([
  [DANA, 'user', 'dana', 'tools', ['groups', 'policies', 'inline', 'boundary', 'tags']],
  [DEVELOPERS, 'group', 'Developers', 'tools', ['members', 'policies', 'inline']],
  [DEPLOY, 'role', 'deploy', 'prod', ['trust', 'policies', 'inline', 'boundary', 'tags']],
  ['arn:aws:s3:::data', 'bucket', 'data', 'prod', ['door', 'publicAccess', 'tags']],
  ['tools:policy/ReadAll', 'policy', 'ReadAll', 'tools', ['holders']],
  [prod.id, 'account', 'prod', 'prod', ['unit', 'scp']],
  [`root@${prod.id}`, 'account', 'prod', 'prod', ['unit', 'scp']],
  ['ou-ac01-workload', 'OU', 'Work', '', ['scp']],
  ['r-ac01', 'root of the organization', 'Root', '', ['scp']]
])('%s is %s %s in %s with %j', (id, word, name, home, sections) => {
  const found = thing(id);
  expect([found.word, found.name, found.home]).toEqual([word, name, home]);
  expect(found.sections.map(({ key }) => key)).toEqual(sections);
});

test.each([
  [DANA, 'groups', ['Developers'], []],
  [DANA, 'policies', ['ReadAll'], null],
  [DEVELOPERS, 'members', ['dana'], ['intern']],
  [DEPLOY, 'trust', ['tools:role/jenkins'], null],
  [prod.id, 'unit', ['Work'], ['r-ac01', 'Spare']],
  [prod.id, 'scp', ['NoLeaving'], ['FullAWSAccess']],
  ['tools:policy/ReadAll', 'holders', ['group Developers@tools', 'dana@tools', 'dana@tools'], null]
])('on %s, %s has %j and offers %j', (id, key, items, choices) => {
  const section = thing(id).sections.find((each) => each.key === key);
  expect(section?.items.map(({ name }) => name)).toEqual(items);
  if (choices) expect(section?.add?.choices.map(({ value }) => value)).toEqual(choices);
});

test.each([DANA, DEVELOPERS, DEPLOY, prod.id])('every way out on %s can be gone', (id) => {
  for (const { items } of thing(id).sections) {
    for (const { away } of items)
      if (away) expect(after(ground, away.edit()).text).not.toBe(ground.source.text);
  }
});

test('the root has no other name and stays; what nobody knows is nothing', () => {
  expect(thing('r-ac01')).toMatchObject({ rename: null, remove: null });
  expect(toThing(ground, graph, 'arn:aws:iam::111111111111:user/nobody')).toBeNull();
});

test('a bucket with a policy is offered none', () => {
  expect(thing('arn:aws:s3:::data').write).toBeNull();
});

test.each(ADD_KINDS.map(({ id }) => id))('a form for %s begins where it can be added', (kind) => {
  const form = { ...firstForm(ground, tools.id), kind, name: '' };
  const homes = homesFor(ground, kind);
  expect(homes.length > 0).toBe(kind !== 'account');
  expect(planOf(ground, form).diagnostics[0]?.code).toMatch(/^edit\/(empty|invalid-name)$/);
});
