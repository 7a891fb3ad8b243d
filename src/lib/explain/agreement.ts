/**
 * Whether this file comes to what AWS said of a request, and what may be missing where it does not. AWS names one kind of
 * policy where several refuse, and does not document which (MSG-05).
 */
import type { DecidedBy, Evaluation } from '../engine/trace.ts';
import { blockingCall } from './message.ts';

/** What AWS said; null for what it did not. */
export interface SaidByAws {
  readonly kind: 'explicit' | 'implicit' | null;
  readonly layer: DecidedBy | 'trust' | null;
}

export interface Agreement {
  readonly agrees: boolean;
  /** Sentences. */
  readonly words: string;
}

/** AWS's verdict, held against this file's. */
export function agreement(evaluation: Evaluation, said: SaidByAws): Agreement {
  const { outcome, decidedBy } = evaluation;
  const blocking = blockingCall(evaluation);
  if (blocking) return agreement(blocking, said);
  const layer = said.layer === 'trust' ? 'resource' : said.layer;
  if (outcome === null) {
    return differs('AWS refused this. By this file it cannot be decided: a policy that it needs is broken.');
  }
  if (decidedBy.kind === 'conditional') {
    return differs(
      `AWS refused this. By this file it hangs on ${decidedBy.on.join(', ')}, which the text does not tell: say what they were.`
    );
  }
  if (outcome === 'allowed')
    return differs(`AWS refused this; by this file it is allowed. ${lacking(said, layer)}`);
  return decidedBy.kind === 'explicitDeny' || decidedBy.kind === 'noAllow'
    ? refusedToo(evaluation, { by: decidedBy.by, layer, said })
    : differs('AWS refused this.');
}

const differs = (words: string): Agreement => ({ agrees: false, words });
const same = (words: string): Agreement => ({ agrees: true, words });

type Layer = DecidedBy | null;

function refusedToo(
  evaluation: Evaluation,
  { by, layer, said }: { readonly by: DecidedBy; readonly layer: Layer; readonly said: SaidByAws }
): Agreement {
  const kind = evaluation.outcome === 'explicitDeny' ? 'explicit' : 'implicit';
  const isSameKind = said.kind === null || said.kind === kind;
  if (layer === null && isSameKind) {
    return same('This file comes to the same. AWS did not say which kind of policy refused.');
  }
  if (layer === by && isSameKind) {
    return same(`This file comes to the same: ${how(kind, by)}.`);
  }
  const ours = `AWS refused with ${how(said.kind, layer)}; by this file it is ${how(kind, by)}.`;
  if (said.kind !== null && saysNo(evaluation, layer, said.kind)) {
    return same(`${ours} Both refuse: AWS names one of several and does not document which.`);
  }
  return differs(`${ours} ${lacking(said, layer)}`);
}

/** Whether a kind of policy refuses in our trace, though another is named. */
function saysNo({ steps }: Evaluation, layer: Layer, kind: 'explicit' | 'implicit'): boolean {
  return steps.some(
    (step) => step.kind === 'policyType' && step.type === layer && step.outcome === `${kind}Deny`
  );
}

function how(kind: SaidByAws['kind'], layer: Layer): string {
  const noun = layer === null ? 'a policy of a kind it did not name' : NOUNS[layer];
  if (kind === 'explicit') return `an explicit deny in ${noun}`;
  return kind === 'implicit' ? `the silence of ${noun}` : noun;
}

/** Where the difference may come from. */
function lacking({ kind }: SaidByAws, layer: Layer): string {
  if (layer === null)
    return 'A policy that refuses may be missing here, or one here may be of another version.';
  const noun = NOUNS[layer];
  const start = noun.charAt(0).toUpperCase() + noun.slice(1);
  return kind === 'explicit'
    ? `${start} with a Deny may be missing here, or a fact that its conditions ask for.`
    : `${start} that is silent may be missing here, or the one here is of another version.`;
}

/** Each with its article. */
const NOUNS: Readonly<Record<DecidedBy, string>> = {
  scp: 'an SCP',
  rcp: 'an RCP',
  endpoint: 'a VPC endpoint policy',
  resource: 'a resource-based policy',
  identity: 'an identity-based policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  publicAccessBlock: 'a setting of S3 Block Public Access',
  authentication: 'the check of the credentials',
  sts: 'a rule of AWS STS',
  root: 'the rule for root users',
  grant: 'a grant',
  acl: 'an ACL'
};
