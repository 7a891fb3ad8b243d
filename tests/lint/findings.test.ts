/**
 * The catalogue of findings is the test: every example raises exactly its finding at exactly its place, its counterpart
 * does not, and every fix takes the finding away and does to decisions what it says.
 */
import { describe, expect, test } from 'vitest';
import { FINDING_NAMES } from '../../src/lib/lint/codes.ts';
import { FINDINGS } from '../../src/lib/lint/catalogue.ts';
import { ruleOf } from '../../src/lib/catalog/rules.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { textAt } from '../../src/lib/source/text.ts';
import { catalogue } from '../support/catalogue.ts';
import { look, lookAtFile, textOf, type Looked } from './look.ts';
import { decide, PROBES } from './probes.ts';

const CASES = [...FINDINGS].map(([name, finding]) => [name, finding] as const);

function lookAt(example: Parameters<typeof textOf>[0]): Looked {
  if (example.kind === 'file') return lookAtFile(example.text, catalogue);
  return look(textOf(example), example.kind, catalogue);
}

test('every name has an entry, and there are at least fifty', () => {
  expect([...FINDINGS.keys()]).toEqual([...FINDING_NAMES]);
  expect(FINDINGS.size).toBeGreaterThanOrEqual(50);
});

describe.each(CASES)('%s', (name, finding) => {
  test('is raised by its example, alone and at its place', () => {
    const { findings } = lookAt(finding.raises);
    expect(findings.map(({ code, severity, path, range }) => [code, severity, path, textAt(range)])).toEqual([
      [`lint/${name}`, finding.severity, finding.raises.at, finding.raises.marks]
    ]);
  });

  test('is not raised by its counterpart', () => {
    const codes = lookAt(finding.silent).findings.map(({ code }) => code);
    expect(codes).not.toContain(`lint/${name}`);
  });

  test('cites rules that exist', () => {
    for (const rule of finding.rules) expect(ruleOf(rule), rule).not.toBeNull();
  });

  test('has a fix that takes it away and does to decisions what it says', () => {
    const { raises } = finding;
    const { text, findings } = lookAt(raises);
    const fix = findings[0]?.fix;
    const probes = PROBES[name] ?? [];
    expect(probes.length > 0, 'a fix needs a probe, and a probe a fix').toBe(fix !== undefined);
    if (fix === undefined || raises.kind === 'file') return;
    const fixed = applyChanges({ name: 'p.json', text }, fix.changes);
    expect(fixed.diagnostics).toEqual([]);
    const after = fixed.value ?? '';
    expect(look(after, raises.kind, catalogue).findings.map(({ code }) => code)).not.toContain(
      `lint/${name}`
    );
    const decisions = probes.map((probe) => [
      decide(text, raises.kind, probe),
      decide(after, raises.kind, probe)
    ]);
    expect(decisions).toEqual(probes.map(({ before, after }) => [before, after]));
    const isKept = probes.every((probe) => probe.before === probe.after);
    expect(fix.behaviour).toBe(isKept ? 'kept' : 'changed');
  });
});
