/** Cells counted by asking only where an edit can touch equal those counted by asking everywhere. */
import { describe, expect, test } from 'vitest';
import { ask, circumstances } from '../../src/lib/counterfactual/cells.ts';
import { whatWouldFlip } from '../../src/lib/counterfactual/flip.ts';
import { universeOf } from '../../src/lib/counterfactual/universe.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { SourceText } from '../../src/lib/source/text.ts';
import { toCatalogue } from '../../src/lib/catalog/catalogue.ts';
import type { Catalogue } from '../../src/lib/catalog/service.ts';
import { service } from '../support/catalogue.ts';
import { ABROAD, HOME } from './worlds.ts';

/** A few actions of each kind: every cell is decided for every edit, twice. */
const FEW = new Set(
  'getobject putobject deleteobject listbucket getbucketpolicy listallmybuckets sendmessage receivemessage setqueueattributes listqueues assumerole getcalleridentity'.split(
    ' '
  )
);
const catalogue: Catalogue = toCatalogue(
  { names: new Map(['s3', 'sqs', 'sts'].map((prefix) => [prefix, prefix])) },
  ['s3', 'sqs', 'sts'].map(service).map((facts) => ({
    ...facts,
    actions: new Map([...facts.actions].filter(([name]) => FEW.has(name)))
  }))
);

/** By the traces of every cell of both worlds. */
function everywhere(file: SourceText, text: string, id: string) {
  const before = parseScenario(file).value!;
  const after = parseScenario({ ...file, text }).value!;
  const requests = before.cases.flatMap(({ request }) => request ?? []);
  const { askers, pairs } = universeOf(before.world, requests, catalogue);
  const context = circumstances(requests.find((request) => request.id === id)!);
  let [allowed, denied] = [0, 0];
  for (const pair of pairs) {
    for (const asker of askers) {
      const [was, is] = [before.world, after.world].map(
        (world) => evaluate(world, ask(world, asker, pair, context)).outcome === 'allowed'
      );
      if (is && !was) allowed++;
      if (was && !is) denied++;
    }
  }
  return { allowed, denied };
}

describe.each([
  ['home', HOME, ['read', 'delete', 'worker-reads', 'read-closed']],
  ['abroad', ABROAD, ['send', 'kim-sends', 'from-paris']]
] as const)('%s', (_, file, ids) => {
  test.each(ids)('%s', (id) => {
    const { edits } = whatWouldFlip(file, id, { catalogue, limit: 100 });
    expect(edits.length).toBeGreaterThan(0);
    for (const { cells, text, lines } of edits) {
      expect
        .soft({ lines, ...everywhere(file, text, id) })
        .toEqual({ lines, allowed: cells.allowed, denied: cells.denied });
    }
    expect(edits.every(({ cells }) => !cells.isCapped)).toBe(true);
  });
});

test('a cell is principal × action of a named service × listed resource, one object for each bucket', () => {
  const { world, cases } = parseScenario(HOME).value!;
  const { askers, pairs } = universeOf(
    world,
    cases.flatMap(({ request }) => request ?? []),
    catalogue
  );
  expect(askers.map(({ arn }) => arn.replace(/.*:/, ''))).toEqual([
    'root',
    'user/dana',
    'user/omar',
    'role/worker'
  ]);
  const on = (action: string) =>
    pairs.filter((pair) => pair.action === action).map(({ resource }) => resource);
  expect(on('s3:GetObject')).toEqual(['arn:aws:s3:::open/a.txt', 'arn:aws:s3:::closed/a.txt']);
  expect(on('s3:ListBucket')).toEqual(['arn:aws:s3:::open', 'arn:aws:s3:::closed']);
  expect(on('s3:ListAllMyBuckets')).toEqual(['*']);
  expect(on('sts:AssumeRole')).toContain('arn:aws:iam::111111111111:role/worker');
  expect(pairs.some(({ action }) => action.startsWith('sqs:'))).toBe(false);
});
