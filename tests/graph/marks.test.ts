/** What is drawn over the graph at each step. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { edgeHelp } from '../../src/lib/graph/edge-help.ts';
import { NO_FILTER, hiddenKinds, shown, toggled } from '../../src/lib/graph/filter.ts';
import { shortKey } from '../../src/lib/graph/keys.ts';
import { legendOf } from '../../src/lib/graph/legend.ts';
import { stateOf } from '../../src/lib/graph/elements.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { at, flagship, nameOf, read } from './flagship.ts';

const TEAMS = readFileSync(new URL('../../scenarios/team-tags.yaml', import.meta.url), 'utf8');

const { world, graph } = flagship;
const pass = graph.edges.find(({ kind }) => kind === 'pass')?.id ?? '';
const keyState = (request: string, frame: string, detail?: 'layers' | 'elements') =>
  at(request, frame, detail)
    .marks.keys.get(pass)
    ?.map(({ key, state }) => `${key} ${state}`);

describe('a key chip', () => {
  test.each([
    ['is hollow before its condition is read', 'pass-task-role', 'scp', 'unread'],
    ['is filled once it has been read and fits', 'pass-task-role', 'verdict', 'met'],
    ['stays hollow for a request that never asks it', 'deploy', 'verdict', 'unread']
  ] as const)('%s', (_, request, frame, state) => {
    expect(keyState(request, frame)).toEqual([`iam:PassedToService ${state}`]);
  });

  test('is filled also where only layers are stepped through', () => {
    expect(keyState('pass-task-role', 'identity', 'layers')).toEqual(['iam:PassedToService met']);
  });

  test('is crossed for a value that does not fit, hollow for a key that is missing', () => {
    const { world: w, requests, graph: g } = flagship;
    const [request] = requests.filter(({ id }) => id === 'pass-task-role');
    if (!request) throw new Error('no request');
    const withKey = (value: readonly string[] | null) => {
      const context = new Map(request.context);
      if (value === null) context.delete('iam:passedtoservice');
      else {
        const before = request.context.get('iam:passedtoservice');
        if (!before) throw new Error('no key');
        context.set('iam:passedtoservice', { ...before, values: value });
      }
      const changed = [{ ...request, context }];
      return at('pass-task-role', 'verdict', 'elements', { world: w, requests: changed, graph: g })
        .marks.keys.get(pass)
        ?.map(({ state }) => state);
    };
    expect(withKey(['ec2.amazonaws.com'])).toEqual(['failed']);
    expect(withKey(null)).toEqual(['missing']);
  });

  test('says of one request nothing on the edges of another target', () => {
    const { value } = parseScenario({ name: 'team-tags.yaml', text: TEAMS });
    const cases = value?.cases.flatMap(({ request }) => request ?? []) ?? [];
    const [first] = cases;
    if (!value || !first) throw new Error('no request');
    const drawn = toGraph(value.world, cases);
    const { marks } = at(first.id, 'verdict', 'elements', {
      world: value.world,
      requests: cases,
      graph: drawn
    });
    const said = drawn.edges
      .filter(({ conditions }) => conditions.length > 0)
      .map(({ id, to }) => [to === first.resource, marks.keys.get(id)?.[0]?.state]);
    expect(said.filter(([isAsked]) => isAsked)).toEqual([[true, 'met']]);
    expect(new Set(said.filter(([isAsked]) => !isAsked).map(([, state]) => state))).toEqual(
      new Set(['unread'])
    );
  });

  test.each([
    ['iam:PassedToService', 'PassedToService'],
    ['aws:PrincipalTag/team', 'PrincipalTag/team'],
    ['token.actions.githubusercontent.com:sub', 'sub'],
    ['odd:', 'odd:']
  ])('%s is called %s', (key, name) => {
    expect(shortKey(key)).toBe(name);
  });
});

describe('marks', () => {
  test('who signed is ringed and shows what with; then the target too, with the way wanted', () => {
    const signed = at('enter', 'signed').marks;
    expect(signed.rings.map(nameOf)).toEqual(['build-42']);
    expect(signed.credential?.kind).toBe('visa');
    const asked = at('enter', 'asked').marks;
    expect(asked.rings.map(nameOf)).toEqual(['build-42', 'prod-deploy']);
    expect(asked.credential).toBeNull();
    expect(asked.way).toMatchObject({ kind: 'desire', label: 'sts:AssumeRole' });
    expect(at('intern-enters', 'signed').marks.credential?.kind).toBe('booklet');
  });

  test('the documents are counted, and the rest of the canvas is faint', () => {
    const { marks, light } = at('enter', 'papers');
    expect([...marks.blinks].map(nameOf).sort()).toEqual([
      'may-assume',
      'prod-deploy',
      'rcp@222222222222@222222222222',
      'scp@111111111111@111111111111',
      'scp@ou-ac01-infra001@111111111111',
      'scp@r-ac01@111111111111'
    ]);
    const other = graph.nodes.find(({ label }) => label === 'web')?.id ?? '';
    expect(stateOf(other, { ...light, marks }, null)).toBe('dim faint');
  });

  test('levels say what they said floor by floor, no level before it has been read', () => {
    const says = (frame: string) => Object.fromEntries(at('wrong-region', frame).marks.levels);
    const [root, unit, own] = ['r-ac01', 'ou-ac01-workload', '222222222222'].map(
      (level) => `scp@${level}@222222222222`
    );
    expect(says('scp?')).toEqual({});
    expect(says('scp')).toEqual({ [root ?? '']: 'yes', [unit ?? '']: 'denied', [own ?? '']: 'yes' });
  });

  test.each([
    ['nobody says yes', 'pass-admin', 'ghost', 'implicitDeny', 'admin'],
    ['it is allowed', 'deploy', null, 'allowed', 'web'],
    [
      'what is denied is not drawn: stamped on the caller',
      'wrong-region',
      null,
      'explicitDeny',
      'prod-deploy'
    ]
  ] as const)('at the verdict: %s', (_, request, way, decision, node) => {
    const { marks } = at(request, 'verdict');
    expect(marks.way?.kind ?? null).toBe(way);
    expect(marks.stamp?.decision).toBe(decision);
    expect(nameOf(marks.stamp?.node)).toBe(node);
  });

  test('the one policy on the table is inverted; where several light, none', () => {
    expect(nameOf(at('enter', 'identity').marks.reading)).toBe('may-assume');
    expect(at('enter', 'papers').marks.reading).toBeNull();
  });

  test('a fence says whether it lets the request through', () => {
    const bounded = read('boundary-is-a-ceiling');
    const fences = bounded.requests.map(
      ({ id }) => at(id, 'boundary', 'layers', bounded).marks.fence?.isClosed
    );
    expect(new Set(fences.filter((isClosed) => isClosed !== undefined))).toEqual(new Set([true, false]));
  });
});

describe('the legend', () => {
  const entries = legendOf(graph);

  test('has an entry for every kind that occurs, each with one of this world', () => {
    const kinds = new Set<string>(graph.edges.map(({ kind }) => kind));
    const listed = new Set<string>(entries.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !listed.has(kind))).toEqual([]);
    expect([...listed].filter((kind) => !kinds.has(kind)).sort()).toEqual([
      'boundary',
      'conditional',
      'rcp',
      'scp'
    ]);
    expect(entries.map(({ example }) => example?.words ?? '')).not.toContain('');
    expect(entries.find(({ kind }) => kind === 'trust')?.example?.words).toBe(
      'jenkins@tools may become prod-deploy@prod'
    );
  });

  test.each(entries.map(({ kind, count }) => [kind, count] as const))(
    'hides all of %s and nothing else moves',
    (kind) => {
      const filter = toggled(NO_FILTER, kind);
      const rest = shown(graph, filter);
      expect(legendOf(rest).some((entry) => entry.kind === kind)).toBe(false);
      expect(hiddenKinds(filter)).toBe(1);
      for (const node of rest.nodes) {
        const before = graph.nodes.find(({ id }) => id === node.id);
        expect([node.x, node.y]).toEqual([before?.x, before?.y]);
      }
      expect(shown(graph, toggled(filter, kind))).toBe(graph);
    }
  );

  test('takes the policies with their attachments', () => {
    const rest = shown(graph, toggled(NO_FILTER, 'attachment'));
    expect(rest.nodes.some(({ kind }) => kind === 'policy')).toBe(false);
  });

  test('a hidden kind of node takes its edges along', () => {
    const rest = shown(graph, { ...NO_FILTER, nodes: new Set(['service']) });
    expect(rest.edges.length).toBe(graph.edges.filter(({ from }) => from.startsWith('arn:')).length);
  });
});

describe('the help of an edge', () => {
  test.each(graph.edges.map(({ id }) => id))('%s has words for everything', (id) => {
    const help = edgeHelp(world, graph, id);
    expect(help?.title).not.toContain('undefined');
    expect([help?.means, help?.not, ...(help?.fails ?? []), ...(help?.commands ?? [])]).not.toContain('');
    for (const { at: place } of help?.texts ?? []) expect(world.policies.has(place.policy)).toBe(true);
  });

  test('of a trust: its statement, the other half, and the command with its own ARN', () => {
    const help = edgeHelp(
      world,
      graph,
      'trust:arn:aws:iam::111111111111:role/jenkins>arn:aws:iam::222222222222:role/prod-deploy'
    );
    expect(help?.texts[0]?.name).toBe('Statement PipelineMayEnter of trust policy');
    expect(help?.texts[0]?.text).toContain('"AWS": "arn:aws:iam::111111111111:role/jenkins"');
    expect(help?.fails[0]).toBe(
      'No policy of jenkins allows sts:AssumeRole on arn:aws:iam::222222222222:role/prod-deploy.'
    );
    expect(help?.commands).toContain(
      'aws sts assume-role --role-arn arn:aws:iam::222222222222:role/prod-deploy --role-session-name try'
    );
  });

  test('of a pass: the key that must fit, and the simulator asked with it', () => {
    const help = edgeHelp(world, graph, pass);
    expect(help?.fails[0]).toBe(
      'StringEquals iam:PassedToService ecs-tasks.amazonaws.com does not hold, or the request has no such key.'
    );
    expect(help?.commands[0]).toContain('ContextKeyValues=ecs-tasks.amazonaws.com');
  });

  test('there is none for what is no edge', () => {
    expect(edgeHelp(world, graph, 'nothing')).toBeNull();
  });
});
