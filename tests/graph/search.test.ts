/** Search in the graph: what is found, and in which order. */
import { describe, expect, test } from 'vitest';
import { searchGraph } from '../../src/lib/graph/search.ts';
import { tagsIn } from '../../src/lib/graph/tags.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { WorldBuilder } from './build.ts';

const [TOOLS, PROD] = ['111111111111', '222222222222'];

function world() {
  const w = new WorldBuilder();
  w.account('tools', TOOLS);
  w.account('web-prod', PROD);
  w.user(TOOLS, 'dana');
  const jenkins = w.role(TOOLS, 'jenkins', {
    Action: 'sts:AssumeRole',
    Principal: { Service: 'ec2.amazonaws.com' }
  });
  w.role(PROD, 'prod-deploy', { Action: 'sts:AssumeRole', Principal: { AWS: jenkins } });
  w.role(PROD, 'deploy', { Action: 'sts:AssumeRole', Principal: { AWS: jenkins } });
  w.role(PROD, 'web-task', { Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } });
  w.resource(PROD, 'arn:aws:s3:::web-assets', 'web-assets');
  w.allow(jenkins, 'ReadAssets', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::web-assets/*' });
  return w.build();
}

const graph = toGraph(world());
const labels = (text: string) => searchGraph(graph, text).map(({ label }) => label);

describe('what is found', () => {
  test.each([
    ['the whole name before what contains it', 'deploy', ['deploy', 'prod-deploy']],
    ['names that begin so before names in which a word does', 'web', ['web-prod', 'web-task', 'web-assets']],
    ['by ARN', 'arn:aws:s3:::web', ['web-assets']],
    ['by kind and account', 'role tools', ['jenkins']],
    ['policies', 'readassets', ['ReadAssets']],
    ['actions on lines', 's3:get', ['s3:GetObject']],
    ['without regard to case', 'DANA', ['dana']],
    ['nothing for words of which one is nowhere', 'deploy nowhere', []],
    ['nothing for nothing', '  ', []]
  ])('%s', (_, text, expected) => {
    expect(labels(text).slice(0, expected.length || 9)).toEqual(expected);
  });

  test('says what it is and where', () => {
    expect(searchGraph(graph, 'prod-deploy')[0]).toEqual({
      id: `arn:aws:iam::${PROD}:role/prod-deploy`,
      kind: 'node',
      nodeKind: 'role',
      label: 'prod-deploy',
      detail: 'role in web-prod'
    });
  });

  test('by tag, where tags are given', () => {
    const tags = new Map([['arn:aws:s3:::web-assets', ['team=storefront']]]);
    expect(searchGraph(graph, 'team=storefront')).toEqual([]);
    expect(searchGraph(graph, 'storefront', tags).map(({ label }) => label)).toEqual(['web-assets']);
  });

  test('a text of any length and any signs is searched', () => {
    expect(searchGraph(graph, '('.repeat(100_000))).toEqual([]);
    expect(searchGraph(graph, 'a '.repeat(10_000)).length).toBeGreaterThan(0);
  });
});

test('tags of a world by node', () => {
  const tagged = world();
  const [dana] = tagged.principals.values();
  if (!dana) throw new Error('nobody');
  const principals = new Map([[dana.arn, { ...dana, tags: new Map([['team', 'web']]) }]]);
  expect([...tagsIn({ ...tagged, principals })]).toEqual([[dana.arn, ['team=web']]]);
});
