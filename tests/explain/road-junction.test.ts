// How lanes join, as a lesson: the sign, the question and its rules, who spoke, and the one by-pass.
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/lib/catalog/rules.ts';
import { toRoad } from '../../src/lib/explain/road.ts';
import { ruleSource } from '../../src/lib/explain/sources.ts';
import { EVALUATIONS, evaluationOf } from './requests.ts';

test.each([
  ['pipeline-assumes', 'AND', 'both say yes', 'XACC-01'],
  ['pipeline-deploys', 'OR', 'its own papers say yes', 'EVAL-10'],
  ['intern-assumes', 'AND', 'only the caller’s side says yes', 'XACC-01'],
  ['pipeline-decrypts', 'DOOR', 'it hands the question over', 'EVAL-22'],
  ['service-assumes', 'ALONE', 'the door says yes', 'EVAL-18'],
  ['root-at-home', 'ROOT', '', 'EVAL-17']
])('%s: %s, %s', (name, word, outcome, rule) => {
  const { junction } = toRoad(evaluationOf(name));
  expect([junction.word, junction.outcome, junction.lesson.rules[0]]).toEqual([word, outcome, rule]);
  expect(junction.isHandedOver).toBe(name === 'pipeline-decrypts');
});

test.each(EVALUATIONS)('%s: the lesson asks, answers, and every rule of it has a page', (_, evaluation) => {
  const { lesson } = toRoad(evaluation).junction;
  expect(lesson.question).toMatch(/\?$/);
  expect(lesson.answer.every((part) => part.endsWith('.'))).toBe(true);
  const ids = new Set(RULES.map(({ id }) => id));
  for (const rule of lesson.rules) {
    expect(ids).toContain(rule);
    expect(ruleSource(rule)?.title).toBeTruthy();
  }
});

describe('the by-pass', () => {
  test('where the door lets everyone in, past the caller’s own policies', () => {
    const { bypass } = toRoad(evaluationOf('intern-reads-public'));
    expect(bypass?.from).toBe('resource');
    expect(bypass?.past[0]).toBe('identity');
    expect(bypass?.isUsed).toBe(true);
  });

  test.each(['pipeline-assumes', 'pipeline-deploys', 'pipeline-decrypts', 'root-at-home'])(
    'not for %s',
    (name) => {
      expect(toRoad(evaluationOf(name)).bypass).toBeNull();
    }
  );
});

test('layers without a say are ticks; the door is always a gate, and what exempts in person stands open', () => {
  const gates = EVALUATIONS.flatMap(([, evaluation]) => {
    const { approach, upper, lower } = toRoad(evaluation);
    return [...approach, ...upper.gates, ...lower.gates];
  });
  expect(gates.some(({ isFolded }) => isFolded)).toBe(true);
  for (const gate of gates) {
    if (gate.isFolded) expect(gate.outcome).toBe('notApplicable');
    if (/policy$/.test(gate.name)) expect(gate.isFolded).toBe(false);
    if (/^not for root$|management account$|service-linked roles$/.test(gate.detail))
      expect(gate.isFolded).toBe(false);
  }
});
