/**
 * A file while it is being written: its text with what is being typed over it, as the scenario that a page shows.
 * Every policy is read from the JSON text on show, so that all ranges point into what one sees.
 */
import type { PolicyDocument } from '../policy/document.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import type { Setting } from '../policy/setting.ts';
import { printPolicy } from '../policy/print.ts';
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { LateMap } from '../source/late-map.ts';
import { isWithin, parent } from '../source/pointer.ts';
import type { SourceText } from '../source/text.ts';
import { finderIn, type Tree } from '../source/tree.ts';
import type { PolicyId, World } from '../world/world.ts';
import { answered } from '../policy/answers.ts';
import { unknownPrincipalProblems } from '../policy/validate-existence.ts';
import { parseScenario } from './parse.ts';
import { readPolicyText, type PolicyText } from './policy-text.ts';
import type { ParsedScenario, Scenario } from './scenario.ts';
import { lacking } from './stored.ts';

/** A policy's text as it is being typed. Counts as long as what it is typed over stays as it was. */
export interface Typed {
  readonly text: string;
  /** The document below it as JSON, see {@link below}; null: whatever stands there. */
  readonly over: string | null;
}

/** By the policy's JSON Pointer in the file. */
export type TypedTexts = ReadonlyMap<string, Typed>;

export interface Live {
  /** Null for a text that is no scenario at all. */
  readonly scenario: Scenario | null;
  /** Of the file, and of what is typed; each with places in its own text. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text on show of each policy that the file has. */
  readonly texts: ReadonlyMap<PolicyId, ShownText>;
  /** The world with the last sound document in place of each broken one: what a graph goes on showing. */
  readonly drawn: World | null;
}

export interface ShownText {
  readonly text: string;
  readonly kind: PolicyKind;
  /** Where in the file. */
  readonly pointer: string;
  /** What stands there, see {@link below}. */
  readonly over: string;
  /** Whether the file keeps it as text, word for word, rather than as a mapping. */
  readonly isVerbatim: boolean;
  /** Whether it is typed over what the file has. */
  readonly isTyped: boolean;
  /** Of this text, warnings included. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a typed text counts: what it is typed over is as it was. */
export function counts({ over }: Typed, present: string): boolean {
  return over === null || over === present;
}

/** The policy at a place as JSON; one kept as text as it was written, but for the line break that ends a block. */
export function below(tree: Tree): string {
  return tree.kind === 'text' ? tree.text.replace(/\n$/, '') : printPolicy(tree);
}

/** Reads a file again and again. Remembers what it has read, so that a keystroke costs what it changes. */
export class LiveReader {
  readonly #texts = new Map<PolicyId, KnownText>();
  /** Of each policy the last reading without an error before the present one. */
  readonly #sound = new Map<PolicyId, PolicyDocument>();
  #parsed: { readonly source: SourceText; readonly parsed: Checked<ParsedScenario> } | null = null;

  /** Never throws. Time as {@link parseScenario} for a new text, in proportion to the policies for a known one. */
  read(source: SourceText, typed: TypedTexts): Live {
    const parsed = this.#parse(source);
    const scenario = parsed.value;
    if (scenario === null) return { ...NOTHING, diagnostics: parsed.diagnostics };
    const known = [...this.#textsOf(scenario, typed, withProblems(parsed.diagnostics))];
    const texts = new Map(known.map(({ id, shown }) => [id, shown]));
    const world = toWorld(scenario.world, known);
    const drawn = new Map(known.flatMap(({ id, asPart }) => (asPart ? [[id, asPart] as const] : [])));
    const over = [...texts].filter(([, { isTyped }]) => isTyped);
    const isOver = (path: string) => over.some(([, { pointer }]) => isWithin(path, pointer));
    return {
      scenario: { ...withoutTrees(scenario), world },
      diagnostics: [
        ...parsed.diagnostics.filter(({ path }) => !isOver(path)),
        ...over.flatMap(([, shown]) => shown.diagnostics)
      ],
      texts,
      drawn: {
        ...world,
        policies: new Map([
          ...this.#lastSound(world),
          ...[...world.policies.keys()].flatMap((id) => {
            const document = drawn.get(id) ?? world.policies.get(id);
            return document ? [[id, document] as const] : [];
          })
        ]),
        broken: new Map()
      }
    };
  }

  *#textsOf(scenario: ParsedScenario, typed: TypedTexts, problems: ReadonlySet<string>): Generator<Known> {
    const { world, root, trees, settings } = scenario;
    const at = finderIn(root);
    const print = printer(scenario);
    for (const [id, { pointer }] of world.papers) {
      const setting = settings.get(id);
      const node = pointer === null || !trees.has(id) ? null : at(pointer);
      if (pointer === null || setting === undefined || node === null) continue;
      const shown = shownAt(node, { pointer, over: print(id, node) }, setting, typed.get(pointer));
      const read = this.#reader(id, shown, setting);
      // What was read as a part of the file and has no problem there has none as a text of its own.
      const isSame = !shown.isTyped && !shown.isVerbatim && !problems.has(pointer);
      const asPart = isSame ? documentIn(scenario, id) : null;
      const diagnostics = asPart ? NO_PROBLEMS : this.#problems(world, read(), setting);
      yield { id, shown: { ...shown, diagnostics }, read, asPart };
    }
  }

  /** Of the text by itself, and whom it names in vain. */
  #problems(world: World, { document, diagnostics }: PolicyText, setting: Setting): readonly Diagnostic[] {
    const unknown = document ? unknownPrincipalProblems(document, lacking(world)) : [];
    return unknown.length === 0
      ? diagnostics
      : [...diagnostics, ...unknown.map((problem) => answered(problem, setting))];
  }

  #parse(source: SourceText): Checked<ParsedScenario> {
    const known = this.#parsed;
    if (known?.source.text === source.text && known.source.name === source.name) return known.parsed;
    const parsed = parseScenario(source);
    this.#parsed = { source, parsed };
    return parsed;
  }

  /** Reads the text of a policy when that is asked for; once, as long as it stays. */
  #reader(id: PolicyId, { text, isVerbatim }: ShownText, at: Setting): () => PolicyText {
    // AWS gets it word for word where the file keeps it so.
    const setting = { ...at, text: isVerbatim ? text : null };
    const known = this.#texts.get(id);
    if (known?.text === text && isSame(known.setting, setting)) return known.read;
    const last = known?.read().document;
    if (last) this.#sound.set(id, last);
    let done: PolicyText | null = null;
    const read = () => (done ??= readPolicyText(id, text, setting));
    this.#texts.set(id, { setting, text, read });
    return read;
  }

  /** Of each broken policy the last document that had no error. */
  #lastSound({ broken }: World): readonly (readonly [PolicyId, PolicyDocument])[] {
    return [...broken.keys()].flatMap((id) => {
      const document = this.#texts.get(id)?.read().document ?? this.#sound.get(id);
      return document ? [[id, document] as const] : [];
    });
  }
}

/** {@link below} for all policies of a scenario; twins are printed once. */
function printer({ twins }: ParsedScenario): (id: PolicyId, node: Tree) => string {
  const printed = new Map<PolicyId, string>();
  return (id, node) => {
    const first = twins.get(id) ?? id;
    const text = printed.get(first) ?? below(node);
    printed.set(first, text);
    return text;
  };
}

/** What a policy of the file says; of twins the first one's document does for both, but for its places. */
function documentIn({ world, twins }: ParsedScenario, id: PolicyId): PolicyDocument | null {
  return world.policies.get(twins.get(id) ?? id) ?? world.policies.get(id) ?? null;
}

/** The text on show at a place of the file, its problems not yet known. */
function shownAt(
  node: Tree,
  { pointer, over }: Pick<ShownText, 'pointer' | 'over'>,
  { kind }: Setting,
  typed: Typed | undefined
): ShownText {
  const isTyped = typed !== undefined && counts(typed, over);
  const text = isTyped ? typed.text : over;
  return { text, kind, pointer, over, isVerbatim: node.kind === 'text', isTyped, diagnostics: NO_PROBLEMS };
}

interface KnownText {
  readonly setting: Setting;
  readonly text: string;
  readonly read: () => PolicyText;
}

/** The text of a policy, and its reading when somebody asks for it. */
interface Known {
  readonly id: PolicyId;
  readonly shown: ShownText;
  readonly read: () => PolicyText;
  /** The document as a part of the file, where that has no problem; its places may be those of a twin. */
  readonly asPart: PolicyDocument | null;
}

/** The pointers of all that has a problem, or lies around one. */
function withProblems(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const pointers = new Set<string>();
  for (const { path } of diagnostics) {
    for (let at = path; !pointers.has(at); at = parent(at)) pointers.add(at);
  }
  return pointers;
}

function isSame(a: Setting, b: Setting): boolean {
  return a.kind === b.kind && a.resource === b.resource && a.endpoint === b.endpoint && a.text === b.text;
}

/** One for all: what many have is copied once. */
const NO_PROBLEMS: readonly Diagnostic[] = [];
const NOTHING: Live = { scenario: null, diagnostics: [], texts: new Map(), drawn: null };

/** What only editing needs stays here: it would have to be copied out of a worker. */
function withoutTrees({
  root: _root,
  trees: _trees,
  twins: _twins,
  settings: _settings,
  exercise: _exercise,
  ...rest
}: ParsedScenario): Scenario {
  return rest;
}

/** What is broken in the file stays so, even where its JSON reads well: a duplicate key is gone from the JSON. */
function toWorld(world: World, known: readonly Known[]): World {
  const told = new Set(known.map(({ id }) => id));
  const policies = new LateMap<PolicyId, PolicyDocument>();
  for (const id of world.policies.keys()) {
    const document = told.has(id) ? undefined : world.policies.get(id);
    if (document) policies.set(id, document);
  }
  const broken = new Map(world.broken);
  for (const { id, shown, read, asPart } of known) {
    const problems = shown.isTyped ? [] : (world.broken.get(id) ?? []);
    broken.delete(id);
    if (asPart) {
      policies.setLate(id, () => read().document ?? asPart);
      continue;
    }
    const { document, source, diagnostics } = read();
    if (document && problems.length === 0) policies.set(id, document);
    else broken.set(id, document ? problems.map((each) => atStart(each, source)) : diagnostics);
  }
  return { ...world, policies, broken };
}

/** Its way out, which is one of the file, is not one of this text. */
function atStart({ fix: _fix, ...problem }: Diagnostic, source: SourceText): Diagnostic {
  return { ...problem, range: { source, from: 0, to: 0 } };
}
