/** For every request of every shipped scenario: an edit that flips it, proven on the file anew, or the reason why not. */
import { describe, expect, test } from 'vitest';
import { whatWouldFlip } from '../../src/lib/counterfactual/flip.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import type { SourceText } from '../../src/lib/source/text.ts';
import { shipped } from './files.ts';

/** Every request with its outcome, read and decided here, not by the code under test. */
function outcomes(source: SourceText): ReadonlyMap<string, string | null> {
  const { value, diagnostics } = parseScenario(source);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message)).toEqual([]);
  return new Map(
    value!.cases.map(({ id, request }) => [id, request && evaluate(value!.world, request).outcome])
  );
}

describe.each(shipped().map((source) => [source.name, source] as const))('%s', (_, source) => {
  const before = outcomes(source);
  test.each([...before])('%s (%s)', (id, outcome) => {
    const report = whatWouldFlip(source, id);
    expect(report.before).toBe(outcome);
    if (outcome === null || outcome === 'conditional') {
      expect(report.none).toMatch(/not decided/);
      return;
    }
    expect(report.edits.length > 0).toBe(report.none === null);
    // Nothing ships for which neither an edit nor a rule is known.
    expect(report.none ?? '').not.toMatch(/^Nothing of this size/);
    for (const { edit, text, after, flips } of report.edits) {
      const applied = applyChanges(source, edit.changes);
      expect(applied.value).toBe(text);
      const then = outcomes({ ...source, text });
      expect(then.get(id)).toBe(after);
      expect(then.get(id) === 'allowed').toBe(outcome !== 'allowed');
      const flipped = [...before].filter(([other, was]) => other !== id && then.get(other) !== was);
      expect(flips.map((flip) => flip.id)).toEqual(flipped.map(([other]) => other));
    }
  });
});
