// Foretelling: what there is to choose from always holds what is right, and every way to be right or wrong is told.
import { expect, test } from 'vitest';
import { isRight, layerChoices, outcomeWords, type Answer } from '../../src/lib/workbench/prediction.ts';
import { answerOf } from '../../src/lib/workbench/answer.ts';
import { GUESSES, type Guess } from '../../src/lib/workbench/progress.ts';
import { EXERCISES, shippedTask } from './shipped-task.ts';

test.each(EXERCISES)('all that %s asks can be answered rightly', (name) => {
  const { start, exercise } = shippedTask(name);
  for (const request of exercise.predict) {
    const answer = answerOf(start, request);
    if (!answer) throw new Error(`${request} is no request`);
    expect(GUESSES).toContain(answer.decision);
    const types = layerChoices(answer).map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const layer of answer.layers) {
      expect(types).toContain(layer);
      const right = isRight(answer, answer.decision as Guess, layer);
      expect(right).toEqual({ isRight: true, isLayerRight: true });
      expect(outcomeWords(answer, right)).toMatch(
        /^Right: it is (allowed|implicitly denied|explicitly denied), decided by /
      );
    }
  }
});

const SILENCE: Answer = { decision: 'implicitDeny', layers: ['identity'], reason: '' };
const BOTH: Answer = { decision: 'allowed', layers: ['identity', 'resource'], reason: '' };

test.each<[string, Answer, Guess, string | null, boolean, boolean | null, string]>([
  [
    'right',
    SILENCE,
    'implicitDeny',
    'identity',
    true,
    true,
    'Right: it is implicitly denied, decided by identity-based policies.'
  ],
  [
    'right, no layer named',
    SILENCE,
    'implicitDeny',
    null,
    true,
    null,
    'Right: it is implicitly denied, decided by identity-based policies.'
  ],
  [
    'one of two that decide',
    BOTH,
    'allowed',
    'resource',
    true,
    true,
    'Right: it is allowed, decided by the resource’s own policy and identity-based policies.'
  ],
  [
    'right, at another layer',
    SILENCE,
    'implicitDeny',
    'scp',
    true,
    false,
    'Right about the verdict; the gate is another: it is implicitly denied, decided by identity-based policies.'
  ],
  [
    'wrong',
    SILENCE,
    'allowed',
    null,
    false,
    null,
    'Not so: it is implicitly denied, decided by identity-based policies. Step through it and see where it turns.'
  ],
  [
    'wrong, and so the layer counts for nothing',
    SILENCE,
    'explicitDeny',
    'identity',
    false,
    false,
    'Not so: it is implicitly denied, decided by identity-based policies. Step through it and see where it turns.'
  ],
  [
    'nothing decides',
    { ...SILENCE, layers: [] },
    'implicitDeny',
    null,
    true,
    null,
    'Right: it is implicitly denied.'
  ]
])('%s', (_, answer, guess, layer, right, layerRight, words) => {
  const found = isRight(answer, guess, layer);
  expect(found).toEqual({ isRight: right, isLayerRight: layerRight });
  expect(outcomeWords(answer, found)).toBe(words);
});

test.each([
  ['acl', 'an ACL'],
  ['grant', 'a grant of the key'],
  ['whatever', 'whatever']
])('a layer beside the usual ones is offered where it decides: %s', (type, name) => {
  expect(layerChoices({ ...SILENCE, layers: [type] }).at(-1)).toEqual({ type, name });
  expect(layerChoices(SILENCE).map((each) => each.type)).not.toContain(type);
});

test('a request that is not there has no answer', () => {
  expect(answerOf(shippedTask('1-01').start, 'nobody-asks')).toBeNull();
});
