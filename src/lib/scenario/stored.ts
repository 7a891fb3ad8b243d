/**
 * What AWS checks of a policy when it stores it that takes more than the document: whom it names, what else hangs
 * there, and who has that name already. GRAM-13, QUO-01, QUO-04, QUO-13, QUO-14, QUO-21.
 */
import { answered } from '../policy/answers.ts';
import type { Carrier } from '../policy/quotas.ts';
import { attachedProblem, controlsProblem, inkIn, inkOf, inlineSizeProblem } from '../policy/quotas.ts';
import { headOf } from '../policy/reading.ts';
import { unknownPrincipalProblems } from '../policy/validate-existence.ts';
import type { Tree, TreeText } from '../source/tree.ts';
import type { PolicyId, World } from '../world/world.ts';
import { duplicate } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { GroupFormat } from './format-accounts.ts';
import type { RootFormat, UnitFormat } from './format-organizations.ts';
import type { ScenarioFormat } from './format.ts';
import type { Entry } from './shape-compound.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { asAccountId, asArn, lastName } from '../world/arn.ts';

/** Checks the world once it is whole. Problems go to the draft's log; a policy with an error is broken. */
export function checkStored(draft: Draft, format: ScenarioFormat): void {
  checkPrincipals(draft);
  checkInline(draft);
  for (const { value } of format.accounts ?? []) {
    checkAttached(draft, 'user', value.users);
    checkAttached(draft, 'group', value.groups);
    checkAttached(draft, 'role', value.roles);
    checkNames(draft, 'user', value.users);
    checkNames(draft, 'group', value.groups);
    checkNames(draft, 'role', value.roles);
    checkNames(draft, 'policy', value.policies);
  }
  for (const { value } of format.organizations ?? []) if (value.root) checkControls(draft, value.root);
}

/** GRAM-13: who is named in vain. Twins name the same. */
function checkPrincipals(draft: Draft): void {
  const isLacking = lacking(draft);
  const sound = new Set<PolicyId>();
  for (const id of draft.policies.keys()) {
    const place = draft.papers.get(id)?.pointer ?? null;
    const setting = draft.settings.get(id);
    const first = draft.twins.get(id) ?? id;
    const document = place === null || sound.has(first) ? undefined : draft.policies.get(id);
    if (place === null || !setting || !document) continue;
    const problems = unknownPrincipalProblems(document, isLacking);
    if (problems.length === 0) sound.add(first);
    for (const problem of problems)
      draft.log.push({ ...answered(problem, setting), path: place + problem.path });
  }
}

/** Whether an ARN names a user or role that its account, which the file lists, does not have. */
export function lacking({ accounts, principals }: Pick<World, 'accounts' | 'principals'>) {
  return (arn: string, account: string) => accounts.has(asAccountId(account)) && !principals.has(asArn(arn));
}

/** QUO-01: inline policies count together; the one with which they become too many is refused. */
function checkInline(draft: Draft): void {
  const sizes = new Map<string, number>();
  for (const { policy, type, target } of draft.attachments) {
    const tree = type === 'identity' ? inlineTree(draft, policy) : null;
    const carrier = CARRIERS.find((kind) => target.includes(`:${kind}/`));
    if (!tree || !carrier) continue;
    const size = (sizes.get(target) ?? 0) + (tree.kind === 'text' ? inkOf(tree.text) : inkIn(tree));
    sizes.set(target, size);
    const at = { range: headOf(tree.range), path: tree.path };
    const problem = inlineSizeProblem(at, carrier, lastName(target), size);
    if (problem) breakPolicy(draft, policy, problem);
  }
}

const CARRIERS: readonly Carrier[] = ['user', 'group', 'role'];

/** What an inline policy was read from; null for any other. */
function inlineTree(draft: Draft, policy: PolicyId): Tree | null {
  return draft.papers.get(policy)?.origin === 'inline' ? (draft.trees.get(policy) ?? null) : null;
}

function breakPolicy(draft: Draft, id: PolicyId, problem: Diagnostic): void {
  draft.log.push(problem);
  draft.policies.delete(id);
  draft.broken.set(id, [...(draft.broken.get(id) ?? []), problem]);
}

function checkAttached(
  draft: Draft,
  carrier: Carrier,
  entries: readonly { readonly value: Pick<GroupFormat, 'policies'> }[] | null
): void {
  for (const { value } of entries ?? []) {
    const names = distinct(value.policies);
    logAt(draft, names, (at) => attachedProblem(at, carrier, names.length));
  }
}

/** QUO-21: the case of letters makes no second name, though ARNs compare with it. */
function checkNames(draft: Draft, kind: Carrier | 'policy', entries: readonly Entry<unknown>[] | null): void {
  const first = new Map<string, string>();
  for (const { key, keyRange, at } of entries ?? []) {
    const other = first.get(key.toLowerCase());
    if (other === undefined) first.set(key.toLowerCase(), key);
    else if (other !== key) {
      const place = { range: keyRange, path: at.path };
      draft.log.push(duplicate(place, kind, key, `\`${other}\`; AWS does not tell names apart by case`));
    }
  }
}

/** QUO-13, QUO-14; RCPFullAWSAccess counts and need not be written. */
function checkControls(draft: Draft, level: RootFormat | UnitFormat): void {
  const scps = distinct(level.scps);
  const rcps = distinct(level.rcps);
  const isSupplied = rcps.some(({ text }) => /^(?:aws:)?RCPFullAWSAccess$/.test(text));
  logAt(draft, scps, (at) => controlsProblem(at, 'scp', scps.length));
  logAt(draft, rcps, (at) => controlsProblem(at, 'rcp', rcps.length + (isSupplied ? 0 : 1)));
  for (const { value } of level.units ?? []) checkControls(draft, value);
}

function distinct(names: readonly TreeText[] | null): readonly TreeText[] {
  return [...new Map((names ?? []).map((at) => [at.text, at])).values()];
}

/** @param check told the place of the last name */
function logAt(draft: Draft, names: readonly TreeText[], check: (at: TreeText) => Diagnostic | null): void {
  const last = names.at(-1);
  const problem = last && check(last);
  if (problem) draft.log.push(problem);
}
