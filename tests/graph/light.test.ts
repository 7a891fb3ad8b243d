/** What each step lights. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Request } from '../../src/lib/engine/request.ts';
import type { Evaluation, Step } from '../../src/lib/engine/trace.ts';
import { targetOf } from '../../src/lib/graph/lamp.ts';
import { litBy } from '../../src/lib/graph/light.ts';
import { outlineOf } from '../../src/lib/graph/outline.ts';
import type { OutlineItem } from '../../src/lib/graph/outline.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { accountId, arn } from './build.ts';
import { flagship } from './two-accounts.ts';

const TOOLS = '111111111111';
const PROD = '222222222222';
const world = flagship();
const graph = toGraph(world);
const blank = { context: new Map(), endpoint: null, sessionPolicies: null, hops: [], checks: [] };

/** The pipeline knocks at the door of production. */
const assume: Request = {
  ...blank,
  id: 'assume',
  caller: {
    kind: 'roleSession',
    arn: arn(`arn:aws:sts::${TOOLS}:assumed-role/jenkins/build-42`),
    account: accountId(TOOLS),
    role: arn(`arn:aws:iam::${TOOLS}:role/jenkins`),
    roleId: 'AROAJENKINS',
    session: 'build-42',
    serviceLinked: false,
    issued: null
  },
  action: 'sts:AssumeRole',
  resource: arn(`arn:aws:iam::${PROD}:role/prod-deploy`)
};

/** Dana, of a group and behind a boundary, reads an object of another account. */
const read: Request = {
  ...blank,
  id: 'read',
  caller: {
    kind: 'user',
    arn: arn(`arn:aws:iam::${TOOLS}:user/dana`),
    account: accountId(TOOLS),
    uniqueId: 'AIDADANA',
    credential: 'accessKey',
    mfa: false
  },
  action: 's3:GetObject',
  resource: arn('arn:aws:s3:::customer-data/a.csv')
};

/** A task of production reads what its own policy allows, and an SCP of production denies. */
const fetch: Request = {
  ...blank,
  id: 'fetch',
  caller: {
    kind: 'roleSession',
    arn: arn(`arn:aws:sts::${PROD}:assumed-role/web-task/one`),
    account: accountId(PROD),
    role: arn(`arn:aws:iam::${PROD}:role/web-task`),
    roleId: 'AROAWEB-TASK',
    session: 'one',
    serviceLinked: false,
    issued: null
  },
  action: 's3:GetObject',
  resource: arn('arn:aws:s3:::customer-data/a.csv')
};

function* stepsOf(step: Step): Generator<Step> {
  yield step;
  for (const part of step.steps) yield* stepsOf(part);
}

/** What lights, by label: nodes, `~` edges by kind, bands, `()` rings. */
function lit(step: Step, evaluation: Evaluation): string {
  const light = litBy(step, evaluation, graph);
  const label = (id: string) => graph.nodes.find((node) => node.id === id)?.label ?? id;
  const kind = (id: string) => `~${graph.edges.find((edge) => edge.id === id)?.kind ?? '?'}`;
  const parts = [
    ...[...light.nodes].map(label),
    ...[...light.edges].map(kind),
    ...[...light.bands],
    ...[...light.rings].map((id) => `(${label(id)})`)
  ];
  return parts.sort().join(' ');
}

function stepOf(evaluation: Evaluation, wanted: (step: Step) => boolean): Step {
  for (const step of stepsOf(evaluation)) if (wanted(step)) return step;
  throw new Error('no such step');
}

describe('what a step lights', () => {
  const assuming = evaluate(world, assume);
  const reading = evaluate(world, read);
  const denied = evaluate(world, fetch);
  const blocked = evaluate(world, { ...assume, hops: [read] });
  const verdict = (step: Step) => step.kind === 'evaluation';
  const gate = (name: string) => (step: Step) => step.kind === 'gate' && step.gate === name;
  const layer = (type: string) => (step: Step) => step.kind === 'policyType' && step.type === type;
  const statement = (type: string) => (step: Step) => step.kind === 'statement' && step.type === type;

  test.each<[string, Evaluation, (step: Step) => boolean, string]>([
    ['signed: the session and its role', assuming, gate('signed'), 'build-42 jenkins ~session'],
    [
      'asked: also the target, and no arrow yet',
      assuming,
      gate('asked'),
      'build-42 jenkins prod-deploy ~session'
    ],
    [
      'SCPs: every band of the caller',
      assuming,
      layer('scp'),
      'scp@111111111111@111111111111 scp@ou-Infrastructure@111111111111 scp@r-root@111111111111'
    ],
    [
      'one level',
      assuming,
      (step) => step.kind === 'target' && step.target === 'r-root' && step.type === 'scp',
      'scp@r-root@111111111111'
    ],
    [
      'RCPs: levels drawn as one band',
      assuming,
      (step) => step.kind === 'target' && step.type === 'rcp',
      'rcp@222222222222@222222222222'
    ],
    [
      'the papers: SCPs over the caller alone, RCPs over the target',
      assuming,
      gate('papers'),
      'build-42 jenkins may-assume prod-deploy rcp@222222222222@222222222222 scp@111111111111@111111111111 scp@ou-Infrastructure@111111111111 scp@r-root@111111111111 ~attachment ~session ~trust'
    ],
    ['the door', assuming, layer('resource'), 'jenkins prod-deploy ~trust'],
    ['its statement', assuming, statement('resource'), 'jenkins prod-deploy ~trust'],
    [
      'its Principal',
      assuming,
      (step) => step.kind === 'element' && step.element === 'Principal' && step.at.policy.endsWith('/trust'),
      'jenkins prod-deploy ~trust'
    ],
    ['identity', assuming, layer('identity'), 'build-42 jenkins may-assume ~attachment ~session'],
    [
      'an identity statement',
      assuming,
      statement('identity'),
      'build-42 jenkins may-assume prod-deploy ~attachment ~session ~trust'
    ],
    ['the verdict', assuming, verdict, 'build-42 jenkins may-assume prod-deploy ~attachment ~session ~trust'],
    ['a verdict for want of an Allow: no arrow', reading, verdict, 'customer-data dana'],
    [
      'a denied verdict: its band, no arrow',
      denied,
      verdict,
      'customer-data scp@ou-Workloads@222222222222 web-task'
    ],
    [
      'the Deny sweep likewise',
      denied,
      gate('denySweep'),
      'customer-data scp@ou-Workloads@222222222222 web-task'
    ],
    ['a Deny sweep that finds none: no arrow', reading, gate('denySweep'), 'customer-data dana'],
    [
      'a verdict that a hop settles',
      blocked,
      verdict,
      'build-42 customer-data dana jenkins prod-deploy ~session'
    ],
    ['a layer with no say: caller and target', reading, layer('session'), 'customer-data dana'],
    ['groups', reading, layer('identity'), 'Developers ReadOnlyAccess dana ~attachment ~membership'],
    ['the boundary', reading, layer('boundary'), '(dana) dana']
  ])('%s', (_, evaluation, wanted, expected) => {
    expect(lit(stepOf(evaluation, wanted), evaluation)).toBe(expected);
  });

  test('every step of both lights something, and only what is drawn', () => {
    const known = new Set([...graph.nodes, ...graph.edges, ...graph.boxes].map(({ id }) => id));
    for (const evaluation of [assuming, reading]) {
      for (const step of stepsOf(evaluation)) {
        const { nodes, edges, boxes, bands, rings } = litBy(step, evaluation, graph);
        expect(nodes.size + bands.size, step.id).toBeGreaterThan(0);
        for (const id of [...nodes, ...edges, ...boxes, ...rings]) expect(known).toContain(id);
      }
    }
  });

  test('an object lights its bucket; the longest name wins', () => {
    expect(targetOf(graph, 'arn:aws:s3:::customer-data/a/b')).toBe('arn:aws:s3:::customer-data');
    expect(targetOf(graph, 'arn:aws:s3:::customer-data-2/a')).toBeNull();
    expect(targetOf(graph, '*')).toBeNull();
  });
});

describe('the outline', () => {
  function* itemsOf(items: readonly OutlineItem[]): Generator<OutlineItem> {
    for (const item of items) {
      yield item;
      yield* itemsOf(item.children);
    }
  }
  const items = [...itemsOf(outlineOf(graph))];

  test('its relations are the drawn edges, its nodes the drawn nodes, each once', () => {
    const idsOf = (kind: OutlineItem['kind']) =>
      items.filter((item) => item.kind === kind).map(({ id }) => id);
    expect(idsOf('relation').sort()).toEqual(graph.edges.map(({ id }) => id).sort());
    expect(idsOf('node').sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test('it reads', () => {
    expect(items.filter(({ kind }) => kind === 'relation').map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'may be assumed by jenkins in tools',
        'in session build-42',
        'member of Developers',
        'has policy deploy-web',
        'may pass web-task, when iam:PassedToService fits',
        'is allowed logs:FilterLogEvents on /ecs/web'
      ])
    );
  });
});
