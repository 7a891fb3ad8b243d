/** The doorway of the VPC endpoint a request came through: at the steps of the endpoint's policy, and nowhere else. */
import { expect, test } from 'vitest';
import { placeDoorway } from '../../src/lib/graph/doorway.ts';
import { toldBy } from '../../src/lib/graph/told.ts';
import { at, read } from './flagship.ts';

const onEc2 = read('instance-role-on-ec2');
const ENDPOINT = 'vpce-0a1b2c3d4e5f60718';

test.each([
  ['machine-config', 'endpoint', ENDPOINT],
  ['machine-config', 'identity', undefined],
  ['machine-config', 'verdict', undefined]
] as const)('%s at %s', (request, frame, endpoint) => {
  expect(at(request, frame, 'layers', onEc2).marks.doorway?.endpoint).toBe(endpoint);
});

test('it is in the wall of the account that has the endpoint, and in the outline', () => {
  const { marks } = at('machine-config', 'endpoint', 'layers', onEc2);
  if (!marks.doorway) throw new Error('no doorway');
  const { account } = marks.doorway;
  expect(account).toBe(onEc2.world.endpoints.get(ENDPOINT)?.account);
  const box = onEc2.graph.boxes.find(({ id }) => id === account);
  expect(placeDoorway(onEc2.graph, marks.doorway)?.y).toBe((box?.y ?? 0) + (box?.height ?? 0));
  expect(toldBy(marks).get(account)).toBe(`the request came in through ${ENDPOINT}`);
  expect(placeDoorway({ boxes: [] }, marks.doorway)).toBeNull();
});
