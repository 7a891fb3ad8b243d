/** What a gate opens into: nothing at the level of gates, its parts below, and nothing told before its time. */
import { expect, test } from 'vitest';
import { toFrames } from '../../src/lib/explain/frames.ts';
import type { Detail } from '../../src/lib/explain/frame.ts';
import { toPassed } from '../../src/lib/workbench/moves.ts';
import { toParts } from '../../src/lib/workbench/road-parts.ts';
import { EVALUATIONS, evaluationOf } from '../explain/requests.ts';

function partsAt(name: string, detail: Detail, id: string) {
  const frames = toFrames(evaluationOf(name), detail);
  const index = frames.findIndex((frame) => frame.id === id);
  const frame = frames[index];
  if (!frame) throw new Error(`no frame ${id}`);
  return toParts(frame, frames, toPassed(frames, index));
}

test('at the level of gates a gate has no parts', () => {
  expect(partsAt('pipeline-assumes', 'layers', 'scp')).toEqual({ marks: [], chips: [] });
});

test('an SCP layer opens into its levels, the one on show into its statements', () => {
  const asked = partsAt('pipeline-assumes', 'statements', 'scp?');
  expect(new Set(asked.marks.map(({ kind }) => kind))).toEqual(new Set(['level']));
  expect(asked.marks.every(({ mark }) => mark === 'waiting')).toBe(true);
  const read = partsAt('pipeline-assumes', 'statements', 'scp');
  expect(read.marks.map(({ mark }) => mark)).toEqual(['pass', 'pass']);
});

test('at the deepest level the statement on show has its P, A, R, C', () => {
  const frames = toFrames(evaluationOf('pipeline-assumes'), 'elements');
  const principal = frames.find(({ step }) => step.kind === 'element' && step.element === 'Principal');
  const { chips } = partsAt('pipeline-assumes', 'elements', principal?.id ?? '');
  expect(chips.map(({ letter }) => letter).join('')).toBe('PARC');
  expect(chips[0]).toMatchObject({ mark: 'pass', isCurrent: true });
  expect(chips[1]?.mark).toBe('waiting');
});

test.each(EVALUATIONS)(
  '%s: every part leads to a frame, and waits until it has been shown',
  (_, evaluation) => {
    const frames = toFrames(evaluation, 'elements');
    const ids = new Set(frames.map(({ id }) => id));
    for (const [index, frame] of frames.entries()) {
      const passed = toPassed(frames, index);
      const { marks, chips } = toParts(frame, frames, passed);
      for (const { id, mark } of marks) {
        expect(ids).toContain(id);
        expect(mark === 'waiting').toBe(!passed.has(id));
      }
      for (const { id } of chips) expect(id === null || ids.has(id)).toBe(true);
    }
  }
);
