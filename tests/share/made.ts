/** Policies as files that somebody drops, and the scenario that is made of them. */
import { expect } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { adopt } from '../../src/lib/share/adopt.ts';
import type { SourceText } from '../../src/lib/source/text.ts';

interface Statement {
  readonly [element: string]: unknown;
}

export const allow = (rest: Statement): Statement => ({ Effect: 'Allow', ...rest });
export const policy = (...statements: readonly Statement[]) => ({
  Version: '2012-10-17',
  Statement: statements
});
export const file = (value: unknown, name = 'x.json'): SourceText => ({
  name,
  text: JSON.stringify(value, null, 4)
});

/** The scenario made of what was dropped; its own errors may only be those of a policy. */
export function made(sources: readonly SourceText[]) {
  const { value, diagnostics } = adopt(sources);
  expect(diagnostics).toEqual([]);
  const parsed = parseScenario(value!);
  const foreign = parsed.diagnostics.filter(({ code }) => !/^policy\//.test(code));
  expect(foreign.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return { text: value!.text, name: value!.name, scenario: parsed.value!, problems: parsed.diagnostics };
}
