/** Foretelling how a request ends: what there is to choose from, and whether it was right. Evaluates nothing. */
import type { Evaluation } from '../engine/trace.ts';
import type { PolicyType } from '../world/world.ts';
import type { Guess } from './progress.ts';

/** What may decide a request. */
export interface LayerChoice {
  /** A type of policy; else one of {@link OTHERS}. */
  readonly type: string;
  readonly name: string;
}

/** The types of policies, in the order in which the road has them. */
export const LAYERS: readonly (LayerChoice & { readonly type: PolicyType })[] = [
  { type: 'rcp', name: 'an RCP' },
  { type: 'scp', name: 'an SCP' },
  { type: 'endpoint', name: 'the VPC endpoint' },
  { type: 'resource', name: 'the resource’s own policy' },
  { type: 'identity', name: 'identity-based policies' },
  { type: 'boundary', name: 'the permissions boundary' },
  { type: 'session', name: 'the session policy' }
];

/** How a request of the start ends. */
export interface Answer {
  readonly decision: Evaluation['outcome'];
  /** What decided, as {@link LayerChoice.type}: one, or all that had to. */
  readonly layers: readonly string[];
  /** The verdict in a few words. */
  readonly reason: string;
}

/** Those that may decide, and what does decide where it is none of them. */
export function layerChoices({ layers }: Answer): readonly LayerChoice[] {
  const others = layers.filter((type) => !LAYERS.some((layer) => layer.type === type));
  return [...LAYERS, ...others.map((type) => ({ type, name: OTHERS[type] ?? type }))];
}

/** What decides where no policy does. */
const OTHERS: Readonly<Record<string, string>> = {
  authentication: 'who signed',
  sts: 'a rule of STS',
  root: 'being root',
  grant: 'a grant of the key',
  acl: 'an ACL',
  publicAccessBlock: 'Block Public Access'
};

/** Whether the verdict was right, and the layer, where one was named. */
export function isRight(
  { decision, layers }: Answer,
  guess: Guess,
  layer: string | null
): { readonly isRight: boolean; readonly isLayerRight: boolean | null } {
  const isVerdictRight = decision === guess;
  return {
    isRight: isVerdictRight,
    isLayerRight: layer === null ? null : isVerdictRight && layers.includes(layer)
  };
}

export const GUESS_WORDS: Readonly<Record<Guess, string>> = {
  allowed: 'Allowed',
  implicitDeny: 'No: silence',
  explicitDeny: 'No: a Deny'
};

/** What a guess claims. */
export const GUESS_MEANING: Readonly<Record<Guess, string>> = {
  allowed: 'Everybody who has to say yes does',
  implicitDeny: 'An implicit deny: nobody who would have to says yes',
  explicitDeny: 'An explicit deny: a statement forbids it'
};

/** What is said after a prediction. */
export function outcomeWords(
  answer: Answer,
  { isRight: right, isLayerRight }: { readonly isRight: boolean; readonly isLayerRight: boolean | null }
): string {
  const names = layerChoices(answer)
    .filter(({ type }) => answer.layers.includes(type))
    .map(({ name }) => name);
  const end = names.length === 0 ? '' : `, decided by ${names.join(' and ')}`;
  const verdict = `${VERDICTS[answer.decision ?? 'none']}${end}`;
  if (right && isLayerRight !== false) return `Right: ${verdict}.`;
  if (right) return `Right about the verdict; the gate is another: ${verdict}.`;
  return `Not so: ${verdict}. Step through it and see where it turns.`;
}

const VERDICTS = {
  allowed: 'it is allowed',
  implicitDeny: 'it is implicitly denied',
  explicitDeny: 'it is explicitly denied',
  conditional: 'it hangs on open facts',
  none: 'it is undecided'
} as const;
