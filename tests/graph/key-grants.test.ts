// KMS grants in the graph: an edge that no statement makes, lit where the grant decides (SVC-04).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { litBy } from '../../src/lib/graph/light.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const file = new URL('../engine/rules-beside.yaml', import.meta.url);
const { value: scenario } = parseScenario({ name: 'rules-beside.yaml', text: readFileSync(file, 'utf8') });
if (scenario === null) throw new Error('no scenario');
const request = scenario.cases.find(({ id }) => id === 'SVC-04.user')?.request;
if (!request) throw new Error('no request');

const KEY = 'arn:aws:kms:us-east-1:111111111111:key/k';

test('a grant is an edge from its grantee to the key, dashed for its encryption context', () => {
  const graph = toGraph(scenario.world, [request]);
  const edges = graph.edges.filter(
    ({ kind, to, madeBy }) => kind === 'grant' && to === KEY && madeBy.length === 0
  );
  expect(edges.map(({ from, conditions }) => [from, conditions])).toContainEqual([
    'arn:aws:iam::111111111111:role/app',
    ['kms:EncryptionContext:dept']
  ]);
  const mine = edges.find(({ from }) => from === 'arn:aws:iam::111111111111:user/mute');
  const evaluation = evaluate(scenario.world, request);
  expect(litBy(evaluation, evaluation, graph).edges.has(mine?.id ?? '')).toBe(true);
});
