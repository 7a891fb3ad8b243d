/** Small scenario texts for tests. */
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { parseEmbeddedJson } from '../../src/lib/source/embedded.ts';
import { textAt, type SourceRange } from '../../src/lib/source/text.ts';
import type { Tree } from '../../src/lib/source/tree.ts';

/** A file with these lines inside account `a` (id 111111111111), and these after the accounts. */
export function scenarioText(account: string, rest = ''): string {
  const inner = account
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `bouncer: 1\ntitle: t\nsummary: s\naccounts:\n  a:\n    id: '111111111111'\n${inner}\n${rest}\n`;
}

/** Parses; the scenario must be there. */
export function parsed(text: string): { scenario: ParsedScenario; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = parseScenario({ name: 'folder/sample.yaml', text });
  if (value === null) throw new Error(`no scenario: ${JSON.stringify(diagnostics.map(({ code }) => code))}`);
  return { scenario: value, diagnostics };
}

/** Code and underlined text of each problem. */
export function problems(text: string): readonly string[] {
  const { diagnostics } = parseScenario({ name: 'sample.yaml', text });
  return diagnostics.map(({ code, range }) => `${code} ${textAt(range)}`);
}

export const ALLOW_ALL =
  '{ Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }';

/** `type target ← policy` for each attachment. */
export function attachments({ world }: ParsedScenario): readonly string[] {
  return world.attachments.map(({ type, target, policy }) => `${type} ${target} ← ${policy}`);
}

/** Every place at which something stands: values, keys, and those inside policies written as text. */
export function* places(tree: Tree): Generator<{ range: SourceRange; isJson: boolean; isKey: boolean }> {
  const isJson = tree.range.source.text.charAt(tree.range.from) === '"';
  yield { range: tree.range, isJson, isKey: false };
  if (tree.kind === 'text') {
    const inner = tree.quoted && tree.text.startsWith('{') ? parseEmbeddedJson(tree).value : null;
    if (inner) yield* places(inner);
  }
  if (tree.kind === 'list') for (const item of tree.items) yield* places(item);
  if (tree.kind !== 'map') return;
  for (const { keyRange, value } of tree.entries) {
    yield { range: keyRange, isJson: keyRange.source.text.charAt(keyRange.from) === '"', isKey: true };
    yield* places(value);
  }
}
