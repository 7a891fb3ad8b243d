/** One task for each way in: each makes an input from chance, and throws a Breach where what must hold does not. */
import { decide } from '../../src/lib/engine/decide.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { lintPolicy } from '../../src/lib/lint/lint-policy.ts';
import { checkPolicy } from '../../src/lib/policy/check.ts';
import { KINDS } from '../../src/lib/policy/kinds.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { printPolicy } from '../../src/lib/policy/print.ts';
import { settingOf } from '../../src/lib/policy/setting.ts';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { checkAll } from '../../src/lib/exercise/check.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { readDenial } from '../../src/lib/share/denial.ts';
import { fromPayload } from '../../src/lib/share/link.ts';
import { applyChanges, type Change } from '../../src/lib/source/change.ts';
import { hasErrors } from '../../src/lib/source/diagnostic.ts';
import { parseJson } from '../../src/lib/source/json.ts';
import { readTree } from '../../src/lib/source/read.ts';
import type { Random } from '../diff/random.ts';
import { caseOf } from '../diff/generate.ts';
import { toCase, type Vector } from '../engine/vector-world.ts';
import { checkDiagnostics, must } from './check.ts';
import type { Corpus } from './corpus.ts';
import { hostile, spoil } from './hostile.ts';

export interface Task {
  readonly name: string;
  /** Of a hundred runs, so many are of this task. */
  readonly share: number;
  /** A text, from which alone the rest follows: so it can be shrunk. */
  readonly make: (random: Random, corpus: Corpus) => string | Promise<string>;
  /** @throws a Breach, or whatever the project throws, which is a breach as well */
  readonly run: (text: string) => void | Promise<void>;
}

const KIND_NAMES = Object.keys(KINDS) as PolicyKind[];

/** The kind follows from the text, so that a shrunk text needs nothing beside it. */
function kindFor(text: string): PolicyKind {
  let sum = 0;
  for (const char of text.slice(0, 64)) sum += char.charCodeAt(0);
  return KIND_NAMES[sum % KIND_NAMES.length]!;
}

/** A policy's text: read, checked, linted, printed, its fixes taken. */
function runDocument(text: string): void {
  const source = { name: 'policy.json', text };
  const read = parseJson(source);
  checkDiagnostics(read.diagnostics, source);
  if (!read.value) return;
  for (const kind of new Set([kindFor(text), 'resource' as const])) {
    const { value, diagnostics } = checkPolicy(read.value, settingOf(kind), read.diagnostics);
    checkDiagnostics(diagnostics, source);
    must(value !== null || hasErrors(diagnostics), 'a document without errors was not read');
    const findings = value && !hasErrors(diagnostics) ? lintPolicy(value, kind, null) : [];
    checkDiagnostics(findings, source);
    for (const { fix, code } of [...diagnostics, ...findings].slice(0, 12)) {
      if (!fix) continue;
      const changed = applyChanges(source, fix.changes);
      must(changed.value !== null || changed.diagnostics.length > 0, `${code}: its fix says nothing`);
    }
  }
  checkPrint(text, read.value);
}

/** What is printed reads back, and prints the same. */
function checkPrint(text: string, tree: NonNullable<ReturnType<typeof parseJson>['value']>): void {
  if (hasErrors(parseJson({ name: 'policy.json', text }).diagnostics)) return;
  const printed = printPolicy(tree);
  const again = parseJson({ name: 'printed.json', text: printed });
  must(again.value !== null && !hasErrors(again.diagnostics), 'what is printed does not read back');
  must(again.value !== null && printPolicy(again.value) === printed, 'printing twice gives another text');
  if (again.value) {
    const [one, two] = [parsePolicy(tree), parsePolicy(again.value)];
    must(
      hasErrors(one.diagnostics) === hasErrors(two.diagnostics),
      'printing changes whether there are errors'
    );
  }
}

function runScenario(text: string): void {
  const source = { name: text.startsWith('{') ? 'scenario.json' : 'scenario.yaml', text };
  const { value, diagnostics } = parseScenario(source);
  checkDiagnostics(diagnostics, source);
  must(value !== null || diagnostics.length > 0, 'neither a scenario nor a problem');
  if (!value) return;
  checkAll(value, diagnostics);
  for (const { request } of value.cases.slice(0, 12)) {
    if (!request) continue;
    const { outcome } = evaluate(value.world, request);
    const short = decide(value.world, request);
    must(outcome === short, `evaluate says ${String(outcome)}, decide ${String(short)}`);
  }
  for (const broken of value.world.broken.keys()) {
    must(!value.world.policies.has(broken), 'a broken policy is evaluated');
  }
}

/** A case of the differential test with hostile texts in it. */
function runRequest(text: string): void {
  const vector = JSON.parse(text) as Vector;
  let made: ReturnType<typeof toCase>;
  try {
    made = toCase(vector);
  } catch (error) {
    must(
      error instanceof Error && /is no policy|levels differ|is not JSON/.test(error.message),
      String(error)
    );
    return;
  }
  const { outcome } = evaluate(made.world, made.request);
  const short = decide(made.world, made.request);
  must(outcome === short, `evaluate says ${String(outcome)}, decide ${String(short)}`);
}

async function runLink(text: string): Promise<void> {
  const { value, diagnostics } = await fromPayload(text);
  must(value !== null || diagnostics.length > 0, 'neither a scenario nor a problem');
}

function runDenial(text: string): void {
  const denial = readDenial(text);
  must(denial === null || typeof denial === 'object', 'a denial of another shape');
}

/** A file, a line, and changes as JSON. */
function runEdit(text: string): void {
  const cut = text.indexOf('\n');
  const changes = JSON.parse(text.slice(0, cut)) as Change[];
  const source = { name: 'scenario.yaml', text: text.slice(cut + 1) };
  const { value, diagnostics } = applyChanges(source, changes);
  must(value !== null || diagnostics.length > 0, 'neither changed nor refused');
  if (value === null) return checkDiagnostics(diagnostics, source);
  const again = readTree({ name: source.name, text: value });
  must(again.value !== null, 'what was changed does not read back');
  const same = applyChanges({ name: source.name, text: value }, []);
  must(same.value === value, 'no change changes the text');
}

const POINTS = [
  '/requests',
  '/accounts',
  '/title',
  '/policies',
  '/now',
  '/requests/-',
  '/a/b/c',
  '',
  '/~0',
  '/__proto__'
];

function makeChanges(random: Random): Change[] {
  return Array.from({ length: 1 + random.below(3) }, (): Change => {
    const at = random.once(3) ? `/${hostile(random)}` : random.pick(POINTS);
    switch (random.below(4)) {
      case 0:
        return {
          at,
          set: random.pick<Plain>([hostile(random), null, true, 1e308, [], {}, [hostile(random)]])
        };
      case 1:
        return { at, block: `${hostile(random)}\n${hostile(random)}` };
      case 2:
        return { at, remove: true };
      default:
        return { at, rename: hostile(random) };
    }
  });
}

type Plain = Extract<Change, { set: unknown }>['set'];

/** The caller stays who it is: callers come from the scenario's shape, which knows what they are made of. */
function makeRequest(random: Random): string {
  const { policies, request, ...rest } = caseOf(random.below(1_000_000), random.below(1_000_000));
  const { action, resource, context } = request;
  const spoilt = random.once(3)
    ? { policies, asked: { action, resource, context } }
    : spoilValues(random, { policies, asked: { action, resource, context } });
  return JSON.stringify({ ...rest, policies: spoilt.policies, request: { ...request, ...spoilt.asked } });
}

/** Some texts of a tree of JSON give way to others. */
function spoilValues<T>(random: Random, tree: T): T {
  const text = JSON.stringify(tree).replace(/(?<=[[{:,])"[^"\\]{1,40}"(?=[,\]}])/g, (value) =>
    random.once(25) ? JSON.stringify(hostile(random)) : value
  );
  return JSON.parse(text) as T;
}

export const TASKS: readonly Task[] = [
  {
    name: 'documents',
    share: 40,
    make: (random, { policies }) => spoil(random, random.pick(policies), random.pick(policies)),
    run: runDocument
  },
  { name: 'requests', share: 30, make: makeRequest, run: runRequest },
  {
    name: 'denials',
    share: 14,
    make: (random, { denials }) => spoil(random, random.pick(denials), random.pick(denials)),
    run: runDenial
  },
  {
    name: 'links',
    share: 8,
    make: (random, { links }) => spoil(random, random.pick(links), random.pick(links)),
    run: runLink
  },
  {
    name: 'edits',
    share: 5,
    make: (random, { small }) => `${JSON.stringify(makeChanges(random))}\n${random.pick(small)}`,
    run: runEdit
  },
  {
    name: 'scenarios',
    share: 3,
    make: (random, { scenarios }) => spoil(random, random.pick(scenarios), random.pick(scenarios)),
    run: runScenario
  }
];
