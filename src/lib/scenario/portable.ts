/**
 * A scenario as a prerendered page carries it: plain data without the file's text, each policy document as JSON
 * text. In the page the texts are parsed again, so that every range points into the JSON that the page shows.
 */
import type { PolicyDocument } from '../policy/document.ts';
import { parsePolicy } from '../policy/parse.ts';
import { printPolicy } from '../policy/print.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { parseJson } from '../source/json.ts';
import type { SourceRange, SourceText } from '../source/text.ts';
import { treeAt, type Tree } from '../source/tree.ts';
import type { PolicyId, World } from '../world/world.ts';
import type { Case, ParsedScenario, Scenario } from './scenario.ts';

type PortableDiagnostic = Omit<Diagnostic, 'range'>;

interface BrokenPolicy {
  /** As it was written, as far as it is JSON; null for a policy that is named but missing. */
  readonly text: string | null;
  readonly diagnostics: readonly PortableDiagnostic[];
}

export interface PortableScenario extends Omit<Scenario, 'world' | 'cases'> {
  readonly world: Omit<World, 'policies' | 'broken'>;
  /** JSON text by policy id. */
  readonly policies: ReadonlyMap<PolicyId, string>;
  readonly broken: ReadonlyMap<PolicyId, BrokenPolicy>;
  readonly cases: readonly PortableCase[];
}

interface PortableCase extends Omit<Case, 'range' | 'diagnostics'> {
  readonly diagnostics: readonly PortableDiagnostic[];
}

/** Maps and plain objects only; nothing of the file's text but the policies. */
export function toPortable(scenario: ParsedScenario): PortableScenario {
  const { name, title, summary, story, chapter, order, scenes, layout, trees } = scenario;
  const { policies, broken, ...world } = scenario.world;
  return {
    name,
    title,
    summary,
    story,
    chapter,
    order,
    scenes,
    layout,
    world,
    policies: new Map(
      [...policies].map(([id, { range }]) => [id, writtenIn(scenario, id) ?? textOf(trees.get(id), range)])
    ),
    broken: new Map([...broken].map(([id, problems]) => [id, toBroken(trees.get(id), problems)])),
    cases: scenario.cases.map(({ range: _, diagnostics, ...one }) => ({
      ...one,
      diagnostics: diagnostics.map(withoutRange)
    }))
  };
}

/** The text of a policy that the file keeps as text, as it was written: what the page shows as well once it reads the file. */
function writtenIn({ root, world }: ParsedScenario, id: PolicyId): string | null {
  const pointer = world.papers.get(id)?.pointer ?? null;
  const tree = pointer === null ? null : treeAt(root, pointer);
  return tree?.kind === 'text' ? tree.text.replace(/\n$/, '') : null;
}

function textOf(tree: Tree | undefined, range: SourceRange): string {
  return tree ? printPolicy(tree) : range.source.text.slice(range.from, range.to);
}

function toBroken(tree: Tree | undefined, problems: readonly Diagnostic[]): BrokenPolicy {
  const diagnostics = problems.map(withoutRange);
  if (!tree) return { text: null, diagnostics };
  // A block scalar that is no JSON stays as it was written.
  return { text: tree.kind === 'text' ? tree.text : printPolicy(tree), diagnostics };
}

function withoutRange({ range: _, ...rest }: Diagnostic): PortableDiagnostic {
  return rest;
}

/** The inverse. Ranges of cases and of what is broken are empty: their text stayed behind. */
export function fromPortable(portable: PortableScenario): Scenario {
  const { policies, broken, world, cases, ...rest } = portable;
  const source: SourceText = { name: portable.name, text: '' };
  return {
    ...rest,
    world: {
      ...world,
      policies: new Map([...policies].map(([id, text]) => [id, toDocument(id, text)])),
      broken: new Map([...broken].map(([id, policy]) => [id, fromBroken(id, policy)]))
    },
    cases: cases.map((one) => ({
      ...one,
      range: start(source),
      diagnostics: one.diagnostics.map((problem) => ({ ...problem, range: start(source) }))
    }))
  };
}

function toDocument(id: PolicyId, text: string): PolicyDocument {
  const tree = parseJson({ name: id, text }).value;
  const document = tree === null ? null : parsePolicy(tree).value;
  // Only documents without an error are carried as policies, so this is a fault of printing.
  if (document === null) throw new Error(`policy ${id} did not survive being carried`);
  return document;
}

function fromBroken(id: PolicyId, { text, diagnostics }: BrokenPolicy): readonly Diagnostic[] {
  const source: SourceText = { name: id, text: text ?? '' };
  return diagnostics.map((problem) => ({ ...problem, range: start(source) }));
}

function start(source: SourceText): SourceRange {
  return { source, from: 0, to: 0 };
}
