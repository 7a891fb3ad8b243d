/** Breakpoints: which frame hits which, what `b` sets, and that anything may stand in the store. */
import { expect, test } from 'vitest';
import type { Detail } from '../../src/lib/explain/frame.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import {
  breakpointAt,
  hitBy,
  readBreakpoints,
  toggled,
  toLine,
  writeBreakpoints,
  type Breakpoint
} from '../../src/lib/workbench/breakpoints.ts';
import { evaluationOf } from '../explain/requests.ts';

/** Ids of the frames of a request that hit a breakpoint. */
function hits(point: Breakpoint, name: string, detail: Detail = 'layers', request = 'r'): readonly string[] {
  const frames = toFrames(evaluationOf(name), detail);
  return frames.filter((frame) => hitBy([point], { request, frame, frames }).length > 0).map(({ id }) => id);
}

const ANY: Breakpoint = { kind: 'deny', type: 'any' };
const SCP: Breakpoint = { kind: 'deny', type: 'scp' };
const RCP: Breakpoint = { kind: 'deny', type: 'rcp' };
const STEP: Breakpoint = { kind: 'step', request: 'r', step: 'scp', name: 'SCP' };

test.each<[string, Breakpoint, string, Detail, readonly string[]]>([
  ['an SCP denies', SCP, 'pipeline-deploys-abroad', 'layers', ['scp']],
  ['any layer denies', ANY, 'pipeline-deploys-abroad', 'elements', ['scp']],
  ['another kind does not', RCP, 'pipeline-deploys-abroad', 'layers', []],
  ['silence is no deny', ANY, 'dana-lists', 'layers', []],
  ['a step, where it answers', STEP, 'pipeline-assumes', 'layers', ['scp']],
  ['a step with parts, where it asks, once', STEP, 'pipeline-assumes', 'elements', ['scp?']],
  [
    'a verdict that is another',
    { kind: 'verdict', request: 'r', from: 'implicitDeny' },
    'pipeline-assumes',
    'layers',
    ['verdict']
  ],
  [
    'a verdict that is the same',
    { kind: 'verdict', request: 'r', from: 'allowed' },
    'pipeline-assumes',
    'layers',
    []
  ]
])('%s', (_, point, name, detail, ids) => {
  expect(hits(point, name, detail)).toEqual(ids);
});

test('a step of one request does not stop another', () => {
  expect(hits(STEP, 'pipeline-assumes', 'layers', 'other')).toEqual([]);
});

test('inside a statement `b` sets a breakpoint on it, which every request that reads it hits once', () => {
  const frames = toFrames(evaluationOf('pipeline-assumes'), 'elements');
  const inside = frames.find(({ step }) => step.kind === 'element' && step.id.startsWith('identity'));
  if (!inside) throw new Error('no element');
  const point = breakpointAt({ request: 'r', frame: inside }, 'the statement');
  expect(point.kind).toBe('statement');
  expect(hits(point, 'pipeline-assumes', 'elements', 'other')).toHaveLength(1);
});

test('elsewhere it sets one on the step; twice takes it away', () => {
  const [first] = toFrames(evaluationOf('pipeline-assumes'), 'layers');
  if (!first) throw new Error('no frame');
  const point = breakpointAt({ request: 'r', frame: first }, 'Signed');
  expect(point).toEqual({ kind: 'step', request: 'r', step: 'signed', name: 'Signed' });
  expect(toggled([SCP], point)).toEqual([SCP, point]);
  expect(toggled([SCP, point], { ...point })).toEqual([SCP]);
});

test.each<[Breakpoint, string]>([
  [ANY, 'Any explicit deny'],
  [SCP, 'An SCP denies'],
  [{ kind: 'deny', type: 'boundary' }, 'A permissions boundary denies'],
  [{ kind: 'verdict', request: 'r', from: 'undecided' }, 'The verdict is not “undecided” any more']
])('%j: %s', (point, line) => {
  expect(toLine(point)).toBe(line);
});

test('what is kept is read back', () => {
  const points: readonly Breakpoint[] = [
    STEP,
    ANY,
    { kind: 'statement', policy: 'p', path: '/Statement/0', name: 'it' },
    { kind: 'verdict', request: 'r', from: 'allowed' }
  ];
  expect(readBreakpoints(writeBreakpoints(points))).toEqual(points);
});

test.each([
  null,
  '',
  '{',
  '7',
  '{}',
  '[null, 3, {"kind":"deny","type":"all"}, {"kind":"step"}, {"kind":"x"}]'
])('nonsense in the store is no breakpoint: %s', (text) => {
  expect(readBreakpoints(text)).toEqual([]);
});
