/**
 * Where two worlds may decide differently: policies that changed, what hangs differently, tags and switches. Never too
 * small; what lies outside need not be asked.
 */
import type { PolicyDocument, Statement } from '../policy/document.ts';
import { matchesPattern, toParts } from '../policy/pattern.ts';
import { asArn } from '../world/arn.ts';
import type { Attachment, Arn, PolicyId, World } from '../world/world.ts';
import { homeOf, type Asker, type Pair } from './universe.ts';

export interface Touch {
  readonly regions: readonly Region[];
  /** Those whose own facts changed: all of theirs is asked anew. */
  readonly changed: ReadonlySet<string>;
}

/** One place where a policy hangs whose statements, or some of them, changed. */
interface Region {
  readonly type: Attachment['type'];
  readonly target: string;
  /** Null for all that the place governs. */
  readonly statements: readonly Statement[] | null;
}

export function touchOf(before: World, after: World): Touch {
  return {
    regions: [...changedPolicies(before, after), ...changedAttachments(before, after)],
    changed: new Set([
      ...differing(before.principals, after.principals),
      ...differing(before.resources, after.resources),
      ...differing(before.accounts, after.accounts),
      ...differing(before.endpoints, after.endpoints)
    ])
  };
}

/** Keys whose plain data differ, or stand in one map only. */
function differing(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>
): readonly string[] {
  if (before === after) return [];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    return a !== b && plain(a) !== plain(b);
  });
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each instanceof Map ? [...each] : each instanceof Set ? [...each] : each
  );
}

function changedPolicies(before: World, after: World): readonly Region[] {
  const at = byPolicy([...before.attachments, ...after.attachments]);
  return [...at].flatMap(([id, attachments]) => {
    const statements = changedStatements(before, after, id);
    return statements?.length === 0
      ? []
      : attachments.map(({ type, target }) => ({ type, target, statements }));
  });
}

function byPolicy(attachments: readonly Attachment[]): ReadonlyMap<PolicyId, readonly Attachment[]> {
  const made = new Map<PolicyId, Map<string, Attachment>>();
  for (const each of attachments) {
    const list = made.get(each.policy) ?? new Map<string, Attachment>();
    made.set(each.policy, list);
    list.set(keyOf(each), each);
  }
  return new Map([...made].map(([id, list]) => [id, [...list.values()]]));
}

function keyOf({ policy, type, target }: Attachment): string {
  return `${type} ${target} ${policy}`;
}

/** Statements that only one of the two worlds has; null where one cannot read the policy. */
function changedStatements(before: World, after: World, id: PolicyId): readonly Statement[] | null {
  const [a, b] = [before.policies.get(id), after.policies.get(id)];
  if (before.broken.has(id) || after.broken.has(id)) return null;
  if (a === b) return [];
  if (!a || !b) return (a ?? b)?.statements ?? [];
  const [mine, theirs] = [essences(a), essences(b)];
  return [
    ...a.statements.filter((_, i) => !theirs.includes(mine[i] ?? '')),
    ...b.statements.filter((_, i) => !mine.includes(theirs[i] ?? ''))
  ];
}

const known = new WeakMap<PolicyDocument, readonly string[]>();

/** Each statement without its places. The version counts: it says whether there are variables (VAR-02). */
function essences(document: PolicyDocument): readonly string[] {
  const found =
    known.get(document) ??
    document.statements.map((statement) => `${document.version} ${essence(statement)}`);
  known.set(document, found);
  return found;
}

function essence(statement: Statement): string {
  return JSON.stringify(statement, (key, value: unknown) =>
    /^(range|path|\w+At)$/.test(key) ? undefined : value
  );
}

/** What came up or went down. A boundary that appears limits everything at once (EVAL-18b, PRIN-23). */
function changedAttachments(before: World, after: World): readonly Region[] {
  const had = new Set(before.attachments.map(keyOf));
  const has = new Set(after.attachments.map(keyOf));
  const changed = [
    ...before.attachments.filter((each) => !has.has(keyOf(each))),
    ...after.attachments.filter((each) => !had.has(keyOf(each)))
  ];
  return changed.map(({ policy, type, target }) => ({
    type,
    target,
    statements:
      type === 'boundary'
        ? null
        : ((after.policies.get(policy) ?? before.policies.get(policy))?.statements ?? null)
  }));
}

/** Whether the edit may change how a pair is decided for somebody; the pair's part of {@link touches}. */
export function regionsOf(touch: Touch, world: World, { action, resource }: Pair): readonly Region[] {
  return touch.regions.filter(({ type, target, statements }) => {
    // Session and endpoint policies bind no cell: a cell is asked by itself, over no endpoint.
    if (type === 'session' || type === 'endpoint') return false;
    if (type === 'resource' && homeOf(world, resource) !== target) return false;
    // Whether a bucket's policy is public hangs on all of it: where that matters, a part of it touches all (SVC-12).
    if (type === 'resource' && isRestricted(world, target)) return true;
    return statements === null || statements.some((each) => mayMatch(each, action, resource));
  });
}

function isRestricted({ resources, accounts }: World, target: string): boolean {
  const resource = resources.get(asArn(target));
  const account = resource && accounts.get(resource.account);
  return [resource?.blockPublicAccess, account?.blockPublicAccess].some(
    (block) => block?.restrictPublicBuckets
  );
}

/** Whether one of the regions of a pair reaches a principal. */
export function reaches(regions: readonly Region[], world: World, { arn }: Asker): boolean {
  return regions.some(({ type, target }) => {
    switch (type) {
      case 'identity':
      case 'boundary':
        return target === arn || groupsOf(world, arn).includes(target);
      case 'scp':
        return levelsOf(world, arn).includes(target);
      default:
        return true;
    }
  });
}

function groupsOf({ principals }: World, arn: Arn): readonly string[] {
  const principal = principals.get(arn);
  return principal?.kind === 'user' ? principal.groups : [];
}

function levelsOf({ principals, accounts }: World, arn: Arn): readonly string[] {
  const principal = principals.get(arn);
  const account = principal && accounts.get(principal.account);
  return account ? [...account.organizationPath, account.id] : [];
}

/** Whether action and resource fit, as far as that can be said without variables and without asking field by field. */
function mayMatch({ action, resource }: Statement, asked: string, arn: string): boolean {
  const lower = asked.toLowerCase();
  const isNamed = action.patterns.some(({ text }) =>
    matchesPattern(toParts(text.toLowerCase(), false), lower)
  );
  if (isNamed === action.negated) return false;
  if (resource === null || resource.negated) return true;
  return resource.patterns.some(
    ({ parts }) => arn === '*' || parts.some(({ kind }) => kind === 'variable') || matchesPattern(parts, arn)
  );
}
