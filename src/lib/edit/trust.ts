/** Changing whom a role trusts: the least change inside its trust policy, a new statement only if none fits. */
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import { toPlain } from '../source/plain.ts';
import { join } from '../source/pointer.ts';
import { find, type Tree } from '../source/tree.ts';
import { BECOME, documentOf, trustStatement } from './documents.ts';
import { alreadyThere, notThere, unreadable } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { lookAt, opened, textAt, textsAt, textsOf } from './look.ts';
import type { Place } from './place.ts';
import type { Trusted } from './trusted.ts';

interface Written {
  /** JSON Pointer to the statement in the file. */
  readonly at: string;
  readonly tree: Tree;
}

interface TrustPolicy {
  /** JSON Pointer to the document. */
  readonly at: string;
  /** Whether `Statement` is a list, as opposed to one statement by itself. */
  readonly isList: boolean;
  readonly statements: readonly Written[];
}

/** A role's trust policy as written; null for none, `unreadable` for one that is no policy. */
function trustPolicy(file: Tree, role: Place): TrustPolicy | null | 'unreadable' {
  const at = join(role.at, 'trust');
  const found = lookAt(file, at);
  if (found === null) return null;
  const tree = opened(found);
  const statement = tree.kind === 'map' ? (find(tree, 'Statement')?.value ?? null) : null;
  if (statement?.kind === 'map') {
    return { at, isList: false, statements: [{ at: `${at}/Statement`, tree: statement }] };
  }
  if (statement?.kind !== 'list') return 'unreadable';
  const statements = statement.items.map((item, index) => ({
    at: join(`${at}/Statement`, index),
    tree: item
  }));
  return { at, isList: true, statements };
}

/** Lets a principal become a role. */
export function trust(ground: Ground, role: Place, who: Trusted): Checked<Edit> {
  const title = `Let ${who.value} become ${role.name}`;
  const policy = trustPolicy(ground.file, role);
  if (policy === 'unreadable') return refused(unreadable(who.value, `the trust policy of ${role.name}`));
  if (policy === null) {
    return planned(title, [{ at: join(role.at, 'trust'), set: documentOf(trustStatement(who)) }]);
  }
  const plain = policy.statements.filter((each) => isPlainAllow(each, who));
  if (plain.some((each) => named(each, who.type).includes(who.value))) {
    return refused(alreadyThere(who.value, `may become ${role.name}`));
  }
  const fitting = plain.find((each) => named(each, who.type).length > 0);
  return planned(title, [fitting ? addName(fitting, who) : addStatement(policy, who)]);
}

/** Whether a statement is an Allow of just the right call without a condition: there one name more is all it takes. */
function isPlainAllow({ tree }: Written, who: Trusted): boolean {
  if (tree.kind !== 'map' || textAt(tree, '/Effect') !== 'Allow') return false;
  const actions = (textsAt(tree, '/Action') ?? []).map((action) => action.toLowerCase());
  const fits = actions.includes(BECOME[who.by].toLowerCase()) || actions.includes('sts:*');
  return fits && find(tree, 'Condition') === null;
}

/** The principals of a type that a statement names. */
function named({ tree }: Written, type: string): readonly string[] {
  return textsAt(tree, `/Principal/${type}`) ?? [];
}

function addName(statement: Written, who: Trusted): Change {
  const at = `${statement.at}/Principal/${who.type}`;
  const before = lookAt(statement.tree, `/Principal/${who.type}`);
  if (before?.kind === 'list') return { at: `${at}/-`, set: who.value };
  return { at, set: [...(before ? textsOf(before) : []), who.value] };
}

function addStatement(policy: TrustPolicy, who: Trusted, externalId: string | null = null): Change {
  const statement = trustStatement(who, externalId);
  const at = `${policy.at}/Statement`;
  if (policy.isList && policy.statements.length > 0) return { at: `${at}/-`, set: statement };
  return { at, set: [...policy.statements.map(({ tree }) => toPlain(tree)), statement] };
}

/** Takes a principal out of every Allow of a trust policy. The policy goes with its last statement: then nobody is trusted. */
export function distrust(ground: Ground, role: Place, who: Trusted): Checked<Edit> {
  const policy = trustPolicy(ground.file, role);
  if (policy === 'unreadable') return refused(unreadable(who.value, `the trust policy of ${role.name}`));
  const naming = policy?.statements.filter((each) => isAllowOf(each, who)) ?? [];
  if (policy === null || naming.length === 0)
    return refused(notThere(who.value, `is not named by ${role.name}`));
  const title = `Keep ${who.value} from becoming ${role.name}`;
  return planned(title, removals(policy, naming, who));
}

function isAllowOf(statement: Written, who: Trusted): boolean {
  return textAt(statement.tree, '/Effect') === 'Allow' && named(statement, who.type).includes(who.value);
}

function removals(policy: TrustPolicy, naming: readonly Written[], who: Trusted): readonly Change[] {
  const alone = naming.filter((each) => isAlone(each, who));
  if (alone.length === policy.statements.length) return [{ at: policy.at, remove: true }];
  // From the end, so that no statement moves before its turn.
  return naming.toReversed().map((each) => {
    if (alone.includes(each)) return { at: each.at, remove: true };
    const names = named(each, who.type);
    const at = `${each.at}/Principal/${who.type}`;
    return { at: names.length === 1 ? at : join(at, names.indexOf(who.value)), remove: true };
  });
}

/** Whether a statement names nobody but this principal. */
function isAlone({ tree }: Written, { type }: Trusted): boolean {
  const principal = lookAt(tree, '/Principal');
  if (principal?.kind !== 'map') return true;
  const others = principal.entries.filter(({ key }) => key !== type);
  return others.length === 0 && textsAt(principal, `/${type}`)?.length === 1;
}

/**
 * Asks a principal for an external id (XACC-10), or for none when it is empty. A statement that names others too is
 * left to them; the principal gets one of its own.
 */
export function setExternalId(ground: Ground, role: Place, who: Trusted, externalId: string): Checked<Edit> {
  const policy = trustPolicy(ground.file, role);
  if (policy === 'unreadable') return refused(unreadable(who.value, `the trust policy of ${role.name}`));
  const naming = policy?.statements.filter((each) => isAllowOf(each, who)) ?? [];
  if (policy === null || naming.length === 0)
    return refused(notThere(who.value, `is not named by ${role.name}`));
  const title =
    externalId === ''
      ? `Ask ${who.value} for no external id`
      : `Ask ${who.value} for the external id ${externalId}`;
  const own = naming.find((each) => isAlone(each, who));
  if (own) return planned(title, conditionChanges(own, externalId));
  const listed = policy.isList ? naming : naming.map((each) => ({ ...each, at: join(each.at, 0) }));
  return planned(title, [addStatement(policy, who, externalId), ...removals(policy, listed, who)]);
}

function conditionChanges({ at, tree }: Written, externalId: string): readonly Change[] {
  const key = '/Condition/StringEquals/sts:ExternalId';
  if (externalId !== '') return [{ at: at + key, set: externalId }];
  const condition = lookAt(tree, '/Condition');
  const equals = lookAt(tree, '/Condition/StringEquals');
  if (lookAt(tree, key) === null) return [];
  if (equals?.kind === 'map' && equals.entries.length > 1) return [{ at: at + key, remove: true }];
  const isLast = condition?.kind === 'map' && condition.entries.length === 1;
  return [{ at: isLast ? `${at}/Condition` : `${at}/Condition/StringEquals`, remove: true }];
}

/** Whom a role trusts, as its trust policy says. */
export interface TrustLine {
  readonly type: string;
  readonly value: string;
  readonly externalId: string | null;
  /** Whether further conditions must hold. */
  readonly hasConditions: boolean;
}

/** Every principal that an Allow of a trust policy names, in the order of the text. */
export function trustLines({ file }: Ground, role: Place): readonly TrustLine[] {
  const policy = trustPolicy(file, role);
  if (policy === null || policy === 'unreadable') return [];
  return policy.statements.flatMap(({ tree }) => {
    if (textAt(tree, '/Effect') !== 'Allow') return [];
    const principal = lookAt(tree, '/Principal');
    const externalId = textsAt(tree, '/Condition/StringEquals/sts:ExternalId')?.[0] ?? null;
    const hasConditions = lookAt(tree, '/Condition') !== null;
    const line = (type: string, value: string) => ({ type, value, externalId, hasConditions });
    if (principal?.kind === 'text') return [line('AWS', principal.text)];
    if (principal?.kind !== 'map') return [];
    return principal.entries.flatMap(({ key, value }) => textsOf(value).map((text) => line(key, text)));
  });
}

/** The kind of principal that a line of a trust policy names, so that it can be taken out again. */
export function lineTrusted({ type, value }: TrustLine): Trusted | null {
  if (type === 'AWS') return { type, value, by: 'AWS' };
  if (type === 'Service') return { type, value, by: 'Service' };
  if (type !== 'Federated') return null;
  return { type, value, by: value.includes(':saml-provider/') ? 'SAML' : 'OIDC' };
}
