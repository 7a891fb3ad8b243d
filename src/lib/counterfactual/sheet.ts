/** A policy as it is written in the file, and the small changes that can be made in it: entries, conditions, statements. */
import { detachFromLevel, detachManaged, setBoundary } from '../edit/attach.ts';
import { documentOf, type PlainMap } from '../edit/documents.ts';
import { append, lookAt, opened, textsAt } from '../edit/look.ts';
import { placeOf } from '../edit/place.ts';
import type { PolicyDocument, Statement } from '../policy/document.ts';
import type { Edit } from '../edit/edit.ts';
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import { join, parent } from '../source/pointer.ts';
import { toPlain } from '../source/plain.ts';
import { find } from '../source/tree.ts';
import type { Attachment, Paper, PolicyId } from '../world/world.ts';
import type { Stand } from './stand.ts';

export interface Sheet {
  readonly paper: Paper;
  /** JSON Pointer to the document in the file. */
  readonly at: string;
  readonly document: PolicyDocument;
}

/** Null for what AWS supplies and for a broken document: neither can be written in. */
export function sheetOf(stand: Stand, id: PolicyId): Sheet | null {
  const paper = stand.world.papers.get(id);
  const document = stand.world.policies.get(id);
  const at = paper?.pointer ?? null;
  return paper && document && at !== null ? { paper, at, document } : null;
}

/** @param path of the statement in its document, as traces have it */
export function statementAt({ document }: Pick<Sheet, 'document'>, path: string): Statement | null {
  return document.statements.find((each) => each.path === path) ?? null;
}

/** One entry more in an Action, Resource, Principal type or list of values. @param path in the document */
export function addEntry(stand: Stand, sheet: Sheet, path: string, text: string): Change {
  return append(stand.file, sheet.at + path, text);
}

/** One entry less; null for an entry that stands alone, without which the element would say nothing. */
export function dropEntry(stand: Stand, sheet: Sheet, path: string): Change | null {
  const list = lookAt(stand.file, parent(sheet.at + path));
  if (list?.kind !== 'list' || list.items.length < 2) return null;
  return { at: sheet.at + path, remove: true };
}

/** One condition less, with the maps that it leaves empty. @param path ends in operator and key */
export function dropCondition(stand: Stand, sheet: Sheet, path: string): Change {
  let at = sheet.at + path;
  for (let up = 0; up < 2; up++) {
    const around = lookAt(stand.file, parent(at));
    if (around?.kind !== 'map' || around.entries.length > 1) break;
    at = parent(at);
  }
  return { at, remove: true };
}

/** One condition more. */
export function addCondition(
  sheet: Sheet,
  statement: Statement,
  operator: string,
  key: string,
  value: string
): Change {
  return {
    at: join(join(`${sheet.at}${statement.path}/Condition`, operator), key),
    set: value
  };
}

/** One statement more, at the end. */
export function addStatement(stand: Stand, sheet: Sheet, statement: PlainMap): Change {
  const at = `${sheet.at}/Statement`;
  const policy = opened(lookAt(stand.file, sheet.at) ?? stand.file);
  const written = policy.kind === 'map' ? (find(policy, 'Statement')?.value ?? null) : null;
  if (written?.kind === 'list' && written.items.length > 0) return { at: `${at}/-`, set: statement };
  const before = written === null || written.kind === 'list' ? [] : [toPlain(written)];
  return { at, set: [...before, statement] };
}

/** A policy of one statement, where none stands yet. */
export function newPolicy(at: string, statement: PlainMap): Change {
  return { at, set: documentOf(statement) };
}

/** One statement less; with the last one goes the policy, or it comes down from everywhere. Empty where it cannot. */
export function dropStatement(stand: Stand, sheet: Sheet, path: string): readonly Change[] {
  const list = lookAt(stand.file, `${sheet.at}/Statement`);
  if (list?.kind === 'list' && list.items.length > 1) return [{ at: sheet.at + path, remove: true }];
  return sheet.paper.origin === 'customer' || sheet.paper.origin === 'scp' || sheet.paper.origin === 'rcp'
    ? attachmentsOf(stand, sheet.paper.id).flatMap((each) => detach(stand, each))
    : dropPolicy(stand, sheet);
}

/** The policy itself, with the map of inline policies that it leaves empty. */
function dropPolicy(stand: Stand, { at, paper }: Sheet): readonly Change[] {
  const around = lookAt(stand.file, parent(at));
  const isLast = paper.origin === 'inline' && around?.kind === 'map' && around.entries.length === 1;
  return [{ at: isLast ? parent(at) : at, remove: true }];
}

export function attachmentsOf({ world }: Stand, policy: PolicyId): readonly Attachment[] {
  return world.attachments.filter((each) => each.policy === policy);
}

/** Takes one policy down from one place; no changes where that cannot be. */
export function detach(stand: Stand, attachment: Attachment): readonly Change[] {
  return planDetach(stand, attachment)?.value?.changes ?? [];
}

function planDetach(stand: Stand, { policy, type, target }: Attachment): Checked<Edit> | null {
  const place = placeOf(stand, target);
  const paper = stand.world.papers.get(policy);
  if (!place || !paper) return null;
  switch (type) {
    case 'scp':
    case 'rcp':
      return detachFromLevel(stand, place, type, paper.name);
    case 'boundary':
      return setBoundary(stand, place, '');
    case 'identity':
      return detachManaged(stand, place, paper.origin === 'aws' ? `aws:${paper.name}` : paper.name);
    default:
      return null;
  }
}

/** Whether anything is written at a place of the file. */
export function isWritten(stand: Stand, at: string): boolean {
  return lookAt(stand.file, at) !== null || textsAt(stand.file, at) !== null;
}
