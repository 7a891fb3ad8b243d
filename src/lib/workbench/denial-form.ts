/** A pasted denial as a form shows it: what it told, what a person may fill in, what comes of asking it here. */
import type { AskPlan } from '../edit/ask.ts';
import type { Ground } from '../edit/edit.ts';
import { DETAILS, type Detail } from '../explain/frame.ts';
import { toFrames } from '../explain/frames.ts';
import { agreement, type Agreement } from '../explain/agreement.ts';
import type { ReadDenial } from '../share/denial.ts';
import { planDenial, type Filled } from '../share/denial-request.ts';
import { LAYER_WORDS } from '../share/denial-words.ts';
import type { Checked } from '../source/diagnostic.ts';

/** A fact that the text told, for a list of them. */
export interface Told {
  readonly name: string;
  readonly value: string;
}

/** What the text tells besides caller, action and resource. */
export function toldBy(denial: ReadDenial): readonly Told[] {
  const { kind, layer, policyArn, code, operation, authorizationId, context, at } = denial;
  const by = layer === null ? null : LAYER_WORDS[layer];
  const reason =
    kind === null
      ? 'not told'
      : kind === 'explicit'
        ? `an explicit deny in ${by ?? 'a policy it does not name'}`
        : `no allow in ${by ?? 'a policy of a kind it does not name'}`;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Refused by', reason],
    ['Policy', policyArn],
    ['Error code', code],
    ['Operation', operation],
    ['Authorization id', authorizationId],
    ['When', at],
    ['Facts', context.size === 0 ? null : [...context.keys()].join(', ')]
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

/** A denial that can be asked, with where it leads. */
export interface Asked {
  readonly plan: AskPlan;
  readonly agreement: Agreement;
  /** Where it is decided; null stands on the verdict. */
  readonly step: string | null;
  readonly detail: Detail;
}

/** Whoever was added a moment ago has no policies: that nothing allows them proves nothing. */
function withAdded({ agrees, words }: Agreement, { adds }: AskPlan): Agreement {
  if (!adds.some((each) => each.includes('without policies'))) return { agrees, words };
  return {
    agrees: false,
    words: `${words} But what was added has no policies yet: add those that apply in AWS.`
  };
}

export function askedOf(ground: Ground, denial: ReadDenial, filled: Filled): Checked<Asked> {
  const { value: plan, diagnostics } = planDenial(ground, denial, filled);
  if (plan === null) return { value: null, diagnostics };
  const { evaluation } = plan;
  const { decidedBy } = evaluation;
  const step = 'steps' in decidedBy ? (decidedBy.steps[0] ?? null) : null;
  const detail = DETAILS.find((each) => toFrames(evaluation, each).some(({ step: { id } }) => id === step));
  return {
    value: {
      plan,
      agreement: withAdded(agreement(evaluation, denial), plan),
      step: detail === undefined ? null : step,
      detail: detail ?? 'layers'
    },
    diagnostics: []
  };
}
