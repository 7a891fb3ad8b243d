/** The end of the road: the verdict in a word and at most five more. */
import type { DecidedBy, Evaluation } from '../engine/trace.ts';
import { beyondOf } from './beyond-iam.ts';
import { conditionWords, keyWords } from './facts.ts';

/** A verdict in a stamp's few words. */
export interface VerdictWords {
  readonly word: string;
  readonly reason: string;
}

/** The verdict in a stamp's few words. */
export function verdictOf(evaluation: Evaluation): VerdictWords {
  const rule = evaluation.decidedBy;
  switch (rule.kind) {
    case 'allowed':
      return { word: 'ALLOWED', reason: allowedReason(rule.by, evaluation) };
    case 'explicitDeny':
      return { word: 'DENIED', reason: DENIES[rule.by] };
    case 'noAllow':
      return { word: 'DENIED', reason: SILENCES[rule.by] };
    case 'conditional':
      return conditionOf(evaluation, rule.on);
    case 'undecided':
      return { word: 'UNDECIDED', reason: rule.on ? 'too much is left open' : 'a document is broken' };
    case 'blocked':
      return {
        word: evaluation.outcome === 'conditional' ? 'IT DEPENDS' : 'DENIED',
        reason: /hop\d+\./.test(rule.step) ? 'never got this far' : 'needs one more permission'
      };
  }
}

/** Letters that a stamp has room for. */
const LONGEST = 44;

/** What has to hold, where that is short; else which facts it hangs on, one or two by name and more only as such. */
function conditionOf({ when }: Evaluation, on: readonly string[]): VerdictWords {
  const names = on.map(keyWords).join(' and ');
  const isShort = names !== '' && names.length + ' fits'.length <= LONGEST;
  if (!when) return { word: 'IT DEPENDS', reason: isShort ? `on ${names}` : 'on facts left open' };
  const condition = conditionWords(when, (text) => text);
  const fits = isShort ? `${names} ${on.length === 1 ? 'fits' : 'fit'}` : 'the open facts fit';
  return { word: 'ALLOWED WHEN', reason: condition.length <= LONGEST ? condition : fits };
}

function allowedReason(by: readonly DecidedBy[], evaluation: Evaluation): string {
  const beyond = beyondOf(evaluation);
  if (beyond !== null) return `unless ${beyond} objects`;
  if (by.includes('sts')) return 'needs no permission';
  if (by.includes('root')) return 'root, in its own account';
  if (by.includes('grant')) return 'by a grant';
  if (by.includes('acl')) return 'by an ACL';
  if (by.includes('resource') && by.includes('identity')) {
    return evaluation.sameAccount === false ? 'by both accounts' : 'by door and own papers';
  }
  return by.includes('resource') ? 'by the door alone' : 'by its own papers';
}

const DENIES: Readonly<Record<DecidedBy, string>> = {
  scp: 'an SCP says no',
  rcp: 'an RCP says no',
  endpoint: 'the endpoint says no',
  resource: 'the door says no',
  identity: 'its own papers forbid it',
  boundary: 'the boundary forbids it',
  session: 'the session policy forbids it',
  authentication: 'not authenticated',
  sts: 'no policy can lift it',
  root: 'not for root',
  grant: 'the grant forbids it',
  acl: 'the ACL forbids it',
  publicAccessBlock: 'public access is blocked'
};

const SILENCES: Readonly<Record<DecidedBy, string>> = {
  scp: 'a level stayed silent',
  rcp: 'a level stayed silent',
  endpoint: 'the endpoint stayed silent',
  resource: 'the door stayed silent',
  identity: 'nobody said yes',
  boundary: 'beyond the boundary',
  session: 'beyond the session policy',
  authentication: 'not authenticated',
  sts: 'no policy can lift it',
  root: 'beyond the root task',
  grant: 'no grant covers it',
  acl: 'no ACL lets it in',
  publicAccessBlock: 'public access is blocked'
};
