/** What the head of the paper says: the document's name, what it is, where it is kept, and what else applies. */
import type { Evaluation, PolicyStep, StatementStep } from '../engine/trace.ts';
import { TYPE_NOUN, list, sentence } from '../explain/nouns.ts';
import type { Words } from '../explain/words.ts';
import type { Paper, PolicyId, PolicyType, World } from '../world/world.ts';
import type { Sheet } from './sheet.ts';
import { policySteps } from './sheet-policy.ts';

export interface PaperTitle {
  readonly name: string;
  readonly about: string;
}

export interface PaperTab {
  readonly policy: PolicyId;
  readonly name: string;
  /** `SCP`, `identity-based policy` … */
  readonly kind: string;
  /** How many statements of each effect it has; none for a broken document. */
  readonly allows: number;
  readonly denies: number;
  /** Whether none of its statements is about the action asked for, whatever else holds. */
  readonly isElsewhere: boolean;
}

/** The documents that apply to a request, each once with all places it hangs at, in reading order. */
export function toTabs(evaluation: Evaluation, words: Words): readonly PaperTab[] {
  const steps = policySteps(evaluation);
  const policies = [...new Set(steps.map((step) => step.policy))];
  return policies.flatMap((policy) => {
    const own = steps.filter((step) => step.policy === policy);
    const [first] = own;
    if (!first) return [];
    const places = [...new Set(own.map((step) => words.target(step.target)))];
    const count = (effect: 'Allow' | 'Deny') => first.steps.filter((each) => each.effect === effect).length;
    return [
      {
        policy,
        name: `${words.policyName(policy)}, on ${list(places)}`,
        kind: TYPE_NOUN[first.type],
        allows: count('Allow'),
        denies: count('Deny'),
        isElsewhere: own.every(isElsewhere)
      }
    ];
  });
}

/** A document that can be read, every statement of which fails at its Action (ACT-01, ACT-06). */
function isElsewhere({ steps }: PolicyStep): boolean {
  const isOther = (part: StatementStep['steps'][number]) =>
    part.kind === 'element' && part.element === 'Action' && part.outcome === 'noMatch';
  return steps.length > 0 && steps.every((statement) => statement.steps.some(isOther));
}

/** The documents of one kind, as the gates ask them. */
export interface TabGroup {
  readonly kind: string;
  readonly tabs: readonly PaperTab[];
  /** How many of them can never match. */
  readonly elsewhere: number;
}

/** By kind, in reading order. */
export function toTabGroups(tabs: readonly PaperTab[]): readonly TabGroup[] {
  const kinds = [...new Set(tabs.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = tabs.filter((tab) => tab.kind === kind);
    return { kind, tabs: own, elsewhere: own.filter((tab) => tab.isElsewhere).length };
  });
}

/** `9 documents apply, 2 can never match: they are about other actions.` */
function applying(tabs: readonly PaperTab[]): string {
  const elsewhere = tabs.filter((tab) => tab.isElsewhere).length;
  const all = tabs.length === 1 ? 'One document applies' : `${tabs.length} documents apply`;
  if (elsewhere === 0) return `${all}, in the order of reading.`;
  return elsewhere === 1
    ? `${all}, 1 can never match: it is about other actions.`
    : `${all}, ${elsewhere} can never match: they are about other actions.`;
}

/**
 * The head for a sheet; for a step that reads none, that of all documents or of the request context.
 *
 * @param listed the documents, where the step is about all of them
 */
export function toTitle(
  world: World,
  sheet: Sheet | null,
  words: Words,
  listed: readonly PaperTab[] | null
): PaperTitle {
  if (!sheet && listed) {
    return { name: 'Who has a say', about: applying(listed) };
  }
  if (!sheet) {
    return {
      name: 'What the request carries',
      about: 'The request context: facts that conditions may ask for.'
    };
  }
  const paper = world.papers.get(sheet.policy);
  const name =
    sheet.target === null
      ? words.policy(sheet.policy)
      : words.policy(sheet.policy, sheet.target, sheet.type ?? undefined);
  return { name: sentence(name).replace(/[.]$/, ''), about: aboutOf(sheet.type, paper, words) };
}

/** EVAL-04b, EVAL-03b, EVAL-05, EVAL-10, EVAL-18b, EVAL-19. */
const ABOUT: Readonly<Record<PolicyType, string>> = {
  scp: 'A ceiling over principals of the accounts below. It never grants.',
  rcp: 'A ceiling over access to what is in accounts below. It never grants.',
  endpoint: 'The doorway: what may pass through this endpoint. It never grants.',
  resource: 'Kept with the resource: who may come to it.',
  identity: 'Carried by the caller: what it may do.',
  boundary: 'A ceiling over one identity. It never grants.',
  session: 'A ceiling over one session. It never grants.'
};

function aboutOf(type: PolicyType | null, paper: Paper | undefined, words: Words): string {
  const what =
    paper?.origin === 'trust'
      ? 'The door: who may become this role.'
      : type
        ? ABOUT[type]
        : 'It has no say in this request.';
  const kept = paper?.account ? ` Kept in ${words.account(paper.account)}.` : '';
  const edition = paper?.edition ? ` AWS’s own, ${paper.edition}.` : '';
  return `${what}${kept}${edition}`;
}
