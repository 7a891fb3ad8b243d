/** An edge to a bucket means that something of the statement can act on it, or on an object in it. */
import { expect, test } from 'vitest';
import { toSketch } from '../../src/lib/graph/to-graph.ts';
import { WorldBuilder } from './build.ts';

const BUCKET = 'arn:aws:s3:::assets';
const HOME = '111111111111';

function kindsOf(world: WorldBuilder): readonly string[] {
  return toSketch(world.build())
    .edges.filter(({ to }) => to === BUCKET)
    .map(({ kind }) => kind);
}

test.each([
  ['s3:GetObject', BUCKET, false],
  ['s3:GetObject', `${BUCKET}/*`, true],
  ['s3:GetObject', `${BUCKET}*`, true],
  ['s3:GetObject', 'arn:aws:s3:::*', true],
  ['s3:GetObject', '*', true],
  ['s3:PutObject*', BUCKET, false],
  ['s3:ListBucket', BUCKET, true],
  ['s3:ListBucket', `${BUCKET}/*`, false],
  ['s3:Get*', BUCKET, true],
  ['s3:*', `${BUCKET}/reports/*`, true],
  ['*', BUCKET, true],
  ['s3:OfTomorrow', BUCKET, true]
])('an Allow of %s on %s: %s', (Action, Resource, isDrawn) => {
  const w = new WorldBuilder();
  w.account('main', HOME);
  w.resource(HOME, BUCKET, 'assets');
  w.allow(w.user(HOME, 'dana'), 'own', { Action, Resource });
  expect(kindsOf(w)).toEqual(isDrawn ? ['permission'] : []);
});

test.each([
  ['s3:GetObject', BUCKET, false],
  ['s3:GetObject', `${BUCKET}/*`, true],
  ['s3:ListBucket', `${BUCKET}/*`, false]
])('a grant of %s on %s: %s', (Action, Resource, isDrawn) => {
  const w = new WorldBuilder();
  w.account('main', HOME);
  const dana = w.user(HOME, 'dana');
  w.resource(HOME, BUCKET, 'assets', { Principal: { AWS: dana }, Action, Resource });
  expect(kindsOf(w)).toEqual(isDrawn ? ['grant'] : []);
});

test('of two actions only the one that can act is told', () => {
  const w = new WorldBuilder();
  w.account('main', HOME);
  w.resource(HOME, BUCKET, 'assets');
  w.allow(w.user(HOME, 'dana'), 'own', { Action: ['s3:GetObject', 's3:ListBucket'], Resource: BUCKET });
  const edges = toSketch(w.build()).edges.filter(({ to }) => to === BUCKET);
  expect(edges.map(({ label }) => label)).toEqual(['s3:ListBucket']);
});

test('what is no bucket is as it was', () => {
  const w = new WorldBuilder();
  const table = 'arn:aws:dynamodb:us-east-1:111111111111:table/orders';
  w.account('main', HOME);
  w.resource(HOME, table, 'orders');
  w.allow(w.user(HOME, 'dana'), 'own', { Action: 'dynamodb:Query', Resource: table });
  expect(toSketch(w.build()).edges.map(({ kind }) => kind)).toContain('permission');
});
