// What is said below a policy while it is written: of errors, of what an exercise locks, of nothing in the way.
import { expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../src/lib/source/diagnostic.ts';
import { toNote } from '../../src/lib/workbench/editor-problems.ts';

function problem(code: string, severity: Severity = 'error'): Diagnostic {
  return {
    code,
    severity,
    message: 'm',
    path: '',
    range: { source: { name: 'p', text: '' }, from: 0, to: 0 }
  };
}

test.each<[string, readonly Diagnostic[], string, boolean]>([
  ['nothing', [], 'Every request is decided anew as you type.', false],
  [
    'warnings alone',
    [problem('policy/wide', 'warning')],
    'Every request is decided anew as you type.',
    false
  ],
  [
    'one error',
    [problem('policy/invalid-effect')],
    'One error: what this policy applies to is undecided until it is mended.',
    true
  ],
  [
    'errors and a locked place',
    [problem('policy/invalid-effect'), problem('policy/missing-key'), problem('exercise/locked')],
    '2 errors: what this policy applies to is undecided until it is mended.',
    true
  ],
  [
    'a place that may only be taken from',
    [problem('exercise/only')],
    'Part of this is locked: it stays a draft until that is as it was.',
    true
  ]
])('%s', (_what, diagnostics, words, isBad) => {
  expect(toNote(diagnostics)).toEqual({ words, isBad });
});
