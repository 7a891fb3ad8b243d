/** Why nothing flips a decision: a rule that no policy and no fact of a file can change, or a question still open. */
import { hasResourcePolicies } from '../catalog/services.ts';
import type { Evaluation, RuleId } from '../engine/trace.ts';
import type { Asked } from './asked.ts';
import { code } from './report.ts';

/** Rules that hold whatever policies say, in words. */
const FIRM: ReadonlyMap<RuleId, string> = new Map([
  ['STS-01', '`sts:GetCallerIdentity` needs no permission, and no policy can deny it'],
  ['STS-02', '`sts:GetSessionToken` hangs on the kind of credentials alone, not on any policy'],
  ['STS-03', '`sts:GetFederationToken` needs long-term keys, and no policy stands in for them'],
  ['STS-04', 'a federated user can call neither IAM nor STS, `sts:GetCallerIdentity` apart'],
  ['STS-05', 'a session token restricts what its user may call in IAM and STS, whatever policies say'],
  ['STS-06', 'a root user can never assume a role'],
  ['STS-07', 'this call is not open to such a caller, whatever policies say'],
  ['XACC-15', 'this KMS operation works in the account of the key alone'],
  ['XACC-16', 'a role can be passed in its own account alone'],
  ['XACC-19', 'nothing reaches from one partition of AWS into another'],
  ['EVAL-17', 'a root user may do everything in its own account, and no SCP binds this one'],
  ['EVAL-17b', "a root user may always mend the policy of its own account's bucket"],
  ['SVC-20', 'this SQS action works in the account of the queue alone']
]);

/** For a request that is not decided: what must be known or mended first. Null for a decided one. */
export function whyOpen({ decidedBy }: Evaluation): string | null {
  if (decidedBy.kind === 'undecided') {
    const names = decidedBy.broken.map(code).join(', ');
    return `It is not decided while a policy cannot be read: ${names}. Mend that first.`;
  }
  if (decidedBy.kind === 'conditional') {
    return `It is not decided yet: it hangs on ${decidedBy.on.map(code).join(', ')}. Say what they are first.`;
  }
  return null;
}

/** When all has been tried in vain. @param tried how many candidates were evaluated */
export function whyNone(blocking: readonly Asked[], evaluation: Evaluation, tried: number): string {
  const rules = [evaluation.rule, ...blocking.map((asked) => asked.evaluation.rule)];
  const firm = rules.flatMap((rule) => {
    const words = FIRM.get(rule);
    return words === undefined ? [] : [`No edit can change it: ${words} (${rule}).`];
  });
  if (firm[0] !== undefined) return firm[0];
  const fault = blocking.map(({ request }) => request.fault).find((each) => each !== undefined);
  if (fault) return `No policy can change it: the call fails by itself (${fault.rule}).`;
  const alone = blocking.find(isShut);
  if (alone) {
    const service = alone.request.action.split(':')[0] ?? '';
    return `No edit of this size can change it: the resource is another account's, and nothing of ${code(service)} carries a policy that could let one in (XACC-01).`;
  }
  const were = tried === 1 ? 'one edit was' : `${tried} edits were`;
  return `Nothing of this size flips it: ${were} tried, alone and in pairs.`;
}

/** A resource of another account without a place for a policy. */
function isShut({ evaluation, request }: Asked): boolean {
  const isSilent = evaluation.decidedBy.kind === 'noAllow' && evaluation.decidedBy.by === 'resource';
  return isSilent && !hasResourcePolicies(request.action.split(':')[0] ?? '');
}
