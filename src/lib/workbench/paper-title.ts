/** What the head of the paper says: the document's name, what it is, where it is kept, and what else applies. */
import type { Evaluation } from '../engine/trace.ts';
import { TYPE_NOUN } from '../explain/nouns.ts';
import { sentence } from '../explain/nouns.ts';
import type { Words } from '../explain/words.ts';
import type { Paper, PolicyId, PolicyType, World } from '../world/world.ts';
import { policySteps, type Sheet } from './sheet.ts';

export interface PaperTitle {
  readonly name: string;
  readonly about: string;
}

export interface PaperTab {
  readonly policy: PolicyId;
  readonly name: string;
  /** `SCP`, `identity-based policy` … */
  readonly kind: string;
}

/** The documents that apply to a request, each once, in reading order. */
export function toTabs(evaluation: Evaluation, words: Words): readonly PaperTab[] {
  const tabs = new Map<PolicyId, PaperTab>();
  for (const step of policySteps(evaluation)) {
    if (tabs.has(step.policy)) continue;
    const name = words.policyName(step.policy);
    tabs.set(step.policy, {
      policy: step.policy,
      name: `${name}, on ${words.target(step.target)}`,
      kind: TYPE_NOUN[step.type]
    });
  }
  return [...tabs.values()];
}

/** The head for a sheet; for a step that reads no policy the head of the request context. */
export function toTitle(world: World, sheet: Sheet | null, words: Words): PaperTitle {
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

const ABOUT: Readonly<Record<PolicyType, string>> = {
  scp: 'A ceiling over everyone in the accounts below. It never grants.',
  rcp: 'A ceiling over every resource in the accounts below. It never grants.',
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
  const kept = paper?.account ? ` Kept in ${words.account(paper.account)}, ${paper.account}.` : '';
  const edition = paper?.edition ? ` AWS’s own, ${paper.edition}.` : '';
  return `${what}${kept}${edition}`;
}
