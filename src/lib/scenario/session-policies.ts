/** Policies that a session of a scenario's request is made with: written in place, named, or AWS's for a task. */
import { taskPolicy, taskPolicyArns } from '../catalog/task-policies.ts';
import { compact, sessionProblems } from '../policy/quotas.ts';
import { headOf } from '../policy/reading.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { asArn } from '../world/arn.ts';
import type { AccountId, PolicyId } from '../world/world.ts';
import { clash, unknownTask } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { RequestFormat, SessionFormat } from './format-requests.ts';
import type { Log } from './shape.ts';
import { addPolicy, addSupplied, resolvePolicy } from './world-policies.ts';

/**
 * Session policies of a session or hop.
 *
 * @param id the id of the policy written in place
 * @returns null for a session made without any
 */
export function sessionPolicies(
  draft: Draft,
  id: string,
  account: AccountId | null,
  of: Pick<SessionFormat, 'policy' | 'policies' | 'tags' | 'map'>
): readonly PolicyId[] | null {
  const ids: PolicyId[] = [];
  if (of.policy) {
    const sheet = { id, name: 'session policy', kind: 'session', origin: 'session', account } as const;
    ids.push(addPolicy(draft, sheet, of.policy));
  }
  const alias = account === null ? '' : (draft.accounts.get(account)?.alias ?? '');
  for (const at of of.policies ?? []) {
    const named = resolvePolicy(draft, alias, at);
    if (isForeign(draft, named, account)) draft.log.push(clash(at, ...FOREIGN));
    ids.push(named);
  }
  for (const problem of sizeProblems(draft, ids, of)) draft.log.push(problem);
  return ids.length > 0 ? ids : null;
}

/** STS-32. Source: STS API Reference, AssumeRole, PolicyArns. */
function isForeign({ papers }: Draft, policy: PolicyId, account: AccountId | null): boolean {
  const owner = papers.get(policy)?.account ?? null;
  return owner !== null && owner !== account;
}

const FOREIGN = [
  'session policies are managed policies of the account of the session, or of AWS',
  'name one of that account, or `aws:NAME`'
] as const;

/** GRAM-22 */
function sizeProblems(
  draft: Draft,
  ids: readonly PolicyId[],
  { policy, tags, map }: Pick<SessionFormat, 'policy' | 'tags' | 'map'>
): readonly Diagnostic[] {
  const at = { range: headOf(map.range), path: map.path };
  const text = policy?.kind === 'text' ? policy.text : policy && compact(policy);
  const arns = ids.flatMap((id) => draft.papers.get(id)?.arn ?? []);
  const length = (tags ?? []).reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  return sessionProblems(at, { policy: text?.length ?? 0, arns, tags: length });
}

/** Files the task policy of an AssumeRoot session, which is one of AWS's five (STS-34). */
export function checkTask(draft: Draft, written: NonNullable<RequestFormat['session']>, log: Log): void {
  const at = typeof written === 'string' ? null : written.taskPolicy;
  if (at === null) return;
  const found = taskPolicy(at.text);
  if (found === null) {
    log.push(unknownTask(at, taskPolicyArns()));
    return;
  }
  const { name } = found;
  const arn = asArn(at.text);
  const sheet = { id: `aws:${name}`, name, kind: 'session', origin: 'aws', account: null, arn } as const;
  addSupplied(draft, sheet, JSON.stringify(found.document, null, 2), null);
}
