/**
 * Policies on their way into the world: read, validated, filed under their id and hung up. One with an error is
 * filed as broken, and so is a reference that leads nowhere: a Deny that cannot be read must not fail open.
 */
import { managedPolicy, managedPolicyNames } from '../catalog/managed.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import { answered } from '../policy/answers.ts';
import { checkPolicy } from '../policy/check.ts';
import { settingOf, type Setting } from '../policy/setting.ts';
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { parseEmbeddedJson } from '../source/embedded.ts';
import { parseJson } from '../source/json.ts';
import { isWithin } from '../source/pointer.ts';
import { isNull, type Tree, type TreeText } from '../source/tree.ts';
import { readAgain, whatIsSaid } from './alike.ts';
import { asArn, asPolicyId, lastName } from '../world/arn.ts';
import type { AccountId, Arn, Paper, PolicyId, PolicyType } from '../world/world.ts';
import { unknownManagedPolicy, unknownReference, wrongKind } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import {
  FULL_AWS_ACCESS,
  FULL_AWS_ACCESS_ARN,
  RCP_FULL_AWS_ACCESS,
  RCP_FULL_AWS_ACCESS_ARN
} from './supplied.ts';

/** What is known of a policy before its document is read. */
export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly kind: PolicyKind;
  readonly origin: Paper['origin'];
  readonly account: AccountId | null;
  readonly arn?: Arn;
  /** ARN of the resource it hangs on, where it hangs on one. */
  readonly resource?: Arn;
  /** Of the endpoint it hangs on. */
  readonly endpoint?: 'gateway' | 'interface' | null;
}

/** What AWS looks at beside the document when it stores it. */
function settingOfSheet({ kind, resource, endpoint }: Sheet): Setting {
  return { ...settingOf(kind), resource: resource ?? null, endpoint: endpoint ?? null };
}

/** Reads a document of the file and files it under its id. Its problems go to the log with paths from the file's root. */
export function addPolicy(draft: Draft, sheet: Sheet, tree: Tree): PolicyId {
  const free = { ...sheet, id: freeId(draft, sheet.id) };
  const setting = settingOfSheet(sheet);
  const unread = draft.unread.filter((problem) => liesIn(problem, tree));
  const said = unread.length === 0 ? whatIsSaid(tree, setting) : null;
  const twin = said === null ? undefined : draft.sound.get(said);
  if (twin !== undefined) return fileTwin(draft, free, tree, twin);
  const read = readPolicy(tree, setting);
  const { diagnostics } = read;
  const id = file(draft, free, read, tree.path, null);
  if (unread.length > 0) {
    draft.policies.delete(id);
    draft.broken.set(id, [...unread, ...diagnostics]);
  } else if (said !== null && diagnostics.length === 0) draft.sound.set(said, id);
  return id;
}

/** Files what has been read in another place, where it had no problem: here it is read when somebody asks for it. */
function fileTwin(draft: Draft, sheet: Sheet, tree: Tree, twin: PolicyId): PolicyId {
  const id = fileSheet(draft, sheet, tree, tree.path, null);
  draft.twins.set(id, draft.twins.get(twin) ?? twin);
  draft.policies.setLate(id, () => readAgain(tree));
  return id;
}

/**
 * The id, with a number should another policy have it: a bucket called `policy` and a managed policy called `policy`
 * come to the same. One must not take the other's place.
 */
function freeId(draft: Draft, id: string): string {
  let free = id;
  for (let n = 2; draft.papers.has(asPolicyId(free)); n++) free = `${id}~${String(n)}`;
  return free;
}

/** Whether a problem of reading the file is one of this part of it: a duplicate key, say. */
function liesIn(problem: Diagnostic, tree: Tree): boolean {
  const { range } = problem;
  const inside = range.from >= tree.range.from && range.to <= tree.range.to;
  return inside || isWithin(problem.path, tree.path);
}

interface ReadPolicy {
  readonly tree: Tree;
  readonly document: PolicyDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

function readPolicy(tree: Tree, setting: Setting): ReadPolicy {
  if (tree.kind === 'text' && (!tree.quoted || isNull(tree))) {
    return { tree, document: null, diagnostics: [wrongKind(tree, 'a policy document')] };
  }
  if (tree.kind !== 'text') return readDocument(tree, setting, []);
  const embedded = parseEmbeddedJson(tree);
  if (embedded.value === null) {
    const diagnostics = embedded.diagnostics.map((problem) => answered(problem, setting));
    return { tree, document: null, diagnostics };
  }
  return readDocument(embedded.value, { ...setting, text: tree.text }, embedded.diagnostics);
}

function readDocument(tree: Tree, setting: Setting, before: readonly Diagnostic[]): ReadPolicy {
  const { value: document, diagnostics } = checkPolicy(tree, setting, before);
  return { tree, document, diagnostics };
}

function file(
  draft: Draft,
  sheet: Sheet,
  read: ReadPolicy,
  pointer: string | null,
  edition: string | null
): PolicyId {
  const id = fileSheet(draft, sheet, read.tree, pointer, edition);
  for (const problem of read.diagnostics) draft.log.push(problem); // too many, perhaps, for arguments of a call
  if (read.document === null || hasErrors(read.diagnostics)) draft.broken.set(id, read.diagnostics);
  else draft.policies.set(id, read.document);
  return id;
}

/** All of a policy but its document. */
function fileSheet(
  draft: Draft,
  sheet: Sheet,
  tree: Tree,
  pointer: string | null,
  edition: string | null
): PolicyId {
  const id = asPolicyId(sheet.id);
  draft.trees.set(id, tree);
  draft.settings.set(id, settingOfSheet(sheet));
  const { name, origin, account, arn = null } = sheet;
  draft.papers.set(id, { id, name, origin, arn, account, pointer, edition });
  if (arn !== null) draft.policyArns.set(arn, id);
  return id;
}

/** Files what AWS supplies, once. */
export function addSupplied(draft: Draft, sheet: Sheet, json: string, edition: string | null): PolicyId {
  const id = asPolicyId(sheet.id);
  if (draft.papers.has(id)) return id;
  const parsed = parseJson({ name: sheet.id, text: json });
  if (parsed.value === null) throw new Error(`supplied policy ${sheet.id} is no JSON`);
  const read = readDocument(parsed.value, settingOfSheet(sheet), parsed.diagnostics);
  return file(draft, sheet, read, null, edition);
}

export function fullAwsAccess(draft: Draft): PolicyId {
  return addFullAccess(draft, 'FullAWSAccess', 'scp', FULL_AWS_ACCESS_ARN, FULL_AWS_ACCESS);
}

export function rcpFullAwsAccess(draft: Draft): PolicyId {
  return addFullAccess(draft, 'RCPFullAWSAccess', 'rcp', RCP_FULL_AWS_ACCESS_ARN, RCP_FULL_AWS_ACCESS);
}

function addFullAccess(draft: Draft, name: string, kind: 'scp' | 'rcp', arn: string, json: string): PolicyId {
  const sheet: Sheet = { id: `aws:${name}`, name, kind, origin: 'aws', account: null, arn: asArn(arn) };
  return addSupplied(draft, sheet, json, null);
}

/** Hangs a policy somewhere; hanging it twice is hanging it once. */
export function attach(draft: Draft, policy: PolicyId, type: PolicyType, target: string): void {
  const key = `${type} ${target} ${policy}`;
  if (draft.attached.has(key)) return;
  draft.attached.add(key);
  draft.attachments.push({ policy, type, target });
}

/** Files a reference that leads nowhere, so that whatever it should apply to is undecided. */
export function addMissing(draft: Draft, sheet: Sheet, at: TreeText, problem: Diagnostic): PolicyId {
  const id = asPolicyId(sheet.id);
  draft.log.push(problem);
  if (draft.papers.has(id)) return id;
  draft.broken.set(id, [problem]);
  const { name, origin, account } = sheet;
  draft.papers.set(id, { id, name, origin, arn: null, account, pointer: at.path, edition: null });
  return id;
}

/**
 * The managed policy that a name means in an account: customer managed by name, AWS managed as `aws:NAME`, either
 * by ARN. A name that leads nowhere is a diagnostic and a broken policy.
 */
export function resolvePolicy(draft: Draft, alias: string, at: TreeText): PolicyId {
  const known = knownPolicy(draft, alias, at.text);
  if (known !== null) return known;
  const account = draft.aliases.get(alias) ?? null;
  const aws = managedPolicyNames().map((name) => `aws:${name}`);
  if (at.text.startsWith('aws:')) {
    const sheet: Sheet = {
      id: at.text,
      name: at.text.slice(4),
      kind: 'identity',
      origin: 'aws',
      account: null
    };
    return addMissing(draft, sheet, at, unknownManagedPolicy(at, aws));
  }
  const prefix = `${alias}:policy/`;
  const own = draft.policyNames.get(alias) ?? [];
  const problem = unknownReference(at, 'a policy', [...own, ...aws]);
  const sheet: Sheet = { id: prefix + at.text, name: at.text, kind: 'identity', origin: 'customer', account };
  return addMissing(draft, sheet, at, problem);
}

function knownPolicy(draft: Draft, alias: string, name: string): PolicyId | null {
  if (name.startsWith('arn:')) {
    const filed = draft.policyArns.get(asArn(name));
    if (filed !== undefined) return filed;
    return /^arn:[^:]*:iam::aws:policy\//.test(name) ? awsManaged(draft, lastName(name)) : null;
  }
  if (name.startsWith('aws:')) return awsManaged(draft, name.slice(4));
  const id = asPolicyId(`${alias}:policy/${name}`);
  return draft.trees.has(id) ? id : null;
}

/** An AWS managed policy of the catalogue, filed on first use; null when the catalogue has none of that name. */
function awsManaged(draft: Draft, name: string): PolicyId | null {
  const found = managedPolicy(name);
  if (found === null) return null;
  const sheet: Sheet = {
    id: `aws:${found.name}`,
    name: found.name,
    kind: 'identity',
    origin: 'aws',
    account: null,
    arn: asArn(found.arn)
  };
  const json = JSON.stringify(found.document, null, 2);
  return addSupplied(draft, sheet, json, `${found.version} (${found.date})`);
}
