// What is drawn of a principal that a policy knows by its unique id alone (PRIN-09).
import { expect, test } from 'vitest';
import { unlistedPrincipal } from '../../src/lib/graph/nodes.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const { value } = parseScenario({
  name: 'one.yaml',
  text: "bouncer: 1\ntitle: One\nsummary: One account\naccounts: { prod: { id: '222222222222' } }\n"
});

test.each([
  ['AROAEXAMPLEOLDJENKINS', 'role', 'deleted role'],
  ['AIDAEXAMPLEOLDDANA001', 'user', 'deleted user']
])('%s was a %s', (id, kind, sublabel) => {
  if (!value) throw new Error('the scenario does not load');
  expect(unlistedPrincipal(value.world, id)).toMatchObject({ kind, sublabel, label: id });
});
