/** Statements on papers: what each line says, how large a paper gets, which are in view and lit, and what opens. */
import { describe, expect, test } from 'vitest';
import { toCell } from '../../src/lib/graph/cell.ts';
import { fold, type FoldPlan } from '../../src/lib/graph/fold.ts';
import { linesOf } from '../../src/lib/graph/fold-statements.ts';
import { opensOf } from '../../src/lib/graph/opens.ts';
import { papersIn, placedLines, statementsLit } from '../../src/lib/graph/paper-lines.ts';
import { statementId, statementIn } from '../../src/lib/graph/paper-size.ts';
import { NO_PATH } from '../../src/lib/graph/path.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { parseJson } from '../../src/lib/source/json.ts';
import { manyAccounts } from './big-worlds.ts';
import { misplaced, overlaps } from './overlap.ts';

function linesIn(...statements: readonly object[]) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const tree = parseJson({ name: 'p', text }).value;
  const document = tree && parsePolicy(tree).value;
  if (!document) throw new Error('does not parse');
  return linesOf(document);
}

describe('a line', () => {
  test.each([
    [{ Action: 's3:GetObject', Resource: '*' }, 's3:GetObject on *'],
    [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }, 's3:GetObject on a/*'],
    [{ Action: ['s3:a', 's3:b'], Resource: 'arn:aws:iam::1:role/x' }, '2 actions on role/x'],
    [{ NotAction: 'iam:*', Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] }, 'all but iam:* on 2 resources'],
    [{ NotAction: ['iam:*', 's3:*'], NotResource: '*' }, 'all but 2 actions on all but *'],
    [{ Action: 'sts:AssumeRole', Principal: '*' }, 'sts:AssumeRole']
  ])('%o', (part, expected) => {
    const [line, ...rest] = linesIn({ Effect: 'Allow', ...part });
    expect(line).toMatchObject({ path: '/Statement/0', effect: 'Allow', whole: expected });
    expect(rest).toEqual([]);
  });

  test('says its effect and whether it has conditions', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    const lines = linesIn(
      { Effect: 'Deny', Action: '*', Resource: '*', Condition },
      { Effect: 'Allow', Action: '*', Resource: '*' }
    );
    expect(lines.map(({ effect, isConditional }) => [effect, isConditional])).toEqual([
      ['Deny', true],
      ['Allow', false]
    ]);
  });

  test('is shortened to its paper, and whole beside', () => {
    const Resource = `arn:aws:s3:::${'long-'.repeat(20)}/*`;
    const [line] = linesIn({ Effect: 'Allow', Action: 's3:GetObject', Resource });
    expect(line?.text.length).toBeLessThan(line?.whole.length ?? 0);
    expect(line?.whole).toContain('long-long-long-');
  });

  test('of very many statements the last one counts', () => {
    const lines = linesIn(
      ...Array.from({ length: 9 }, () => ({ Effect: 'Allow', Action: '*', Resource: '*' }))
    );
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toMatchObject({ path: '', effect: null, text: '5 more statements' });
  });
});

const PLAN: FoldPlan = {
  level: 'statement',
  path: NO_PATH,
  byHand: new Map([['100000000001', true]]),
  whole: new Set(),
  selected: null
};
const world = manyAccounts(5, 100);
const graph = toGraph(world);
const documentOf: FoldPlan['documentOf'] = (policy) => world.policies.get(policy);
const near = fold(graph, { ...PLAN, documentOf });
const papers = near.nodes.filter(({ kind }) => kind === 'policy');
const ALL = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

describe('a drawing of statements', () => {
  test('has a line for each on its paper, inside of it, and nothing overlaps', () => {
    expect(papers.length).toBeGreaterThan(0);
    for (const paper of papers) {
      const [line] = placedLines(paper);
      expect(line?.whole).toMatch(/^s3:GetObject on bucket/);
      expect(line?.x).toBe(paper.x - paper.width / 2);
      expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(paper.y + paper.height / 2);
      expect(toCell(paper).shape).toEqual([paper.width, paper.height]);
    }
    expect(overlaps(near)).toEqual([]);
    expect(misplaced(near)).toEqual([]);
  });

  test('draws fewer identities, and says so', () => {
    expect(near.boxes.find(({ id }) => id === '100000000001')?.note).toMatch(/^10 of \d+ shown/);
  });

  test('other levels have none, nor does a broken policy', () => {
    const other = fold(graph, { ...PLAN, level: 'identity', documentOf });
    const broken = fold(graph, { ...PLAN, documentOf: () => undefined });
    expect([other, broken].flatMap(({ nodes }) => nodes.filter(({ lines }) => lines))).toEqual([]);
  });

  test('shows only what is in view', () => {
    expect(papersIn(near, ALL)).toHaveLength(papers.length);
    expect(papersIn(near, { left: -900, top: -900, right: -800, bottom: -800 })).toEqual([]);
  });

  test('marks the statements of which a lit line is made', () => {
    const near = fold(graph, { ...PLAN, documentOf, whole: new Set(['100000000001']) });
    const edge = near.edges.find(({ kind }) => kind === 'permission');
    const empty = {
      nodes: new Set<string>(),
      boxes: new Set<string>(),
      bands: new Set<string>(),
      rings: new Set<string>()
    };
    const lit = statementsLit(near, { ...empty, edges: new Set([edge?.id ?? '']) });
    expect([...lit]).toEqual(edge?.madeBy.map(({ policy, path }) => statementId(policy, path)));
    expect(papersIn(near, ALL).some(({ id }) => lit.has(id))).toBe(true);
    expect(statementsLit(near, null).size).toBe(0);
  });

  test('a line opens its statement', () => {
    const id = statementId('a:role/b/c#d', '/Statement/3');
    expect(statementIn(id)).toEqual({ policy: 'a:role/b/c#d', path: '/Statement/3' });
    expect(opensOf(near, id)).toEqual({ policy: 'a:role/b/c#d', path: '/Statement/3' });
    expect(statementIn('a:role/b')).toBeNull();
  });
});
