/** Sids (GRAM-05), the Version and the Id (GRAM-03, GRAM-04), and the characters a document may hold (GRAM-18). */
import type { Diagnostic } from '../source/diagnostic.ts';
import {
  duplicateSid,
  invalidCharacter,
  invalidSid,
  outdatedVersion,
  unsupportedId
} from './diagnostics-kind.ts';
import type { PolicyDocument, Statement } from './document.ts';
import type { KindRow } from './kinds.ts';
import { headPlace, placeOf } from './node-place.ts';

export function headProblems(document: PolicyDocument, row: KindRow): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { version, versionAt, id, idAt } = document;
  if (version !== '2012-10-17' && row.version2012 !== 'free') {
    const at = versionAt ? placeOf(versionAt) : headPlace(document);
    found.push(outdatedVersion(at, row.version2012 === 'required', hasVariables(document)));
  }
  if (id !== null && !row.hasId) {
    found.push(unsupportedId(idAt ? placeOf(idAt) : headPlace(document), row.name));
  }
  return found;
}

/** Whether another version would give some text another meaning. */
function hasVariables({ statements }: PolicyDocument): boolean {
  return statements.some(({ resource, conditions }) =>
    [...(resource?.patterns ?? []), ...conditions.flatMap(({ values }) => values)].some(({ text }) =>
      text.includes('${')
    )
  );
}

/** GRAM-05: in IAM letters and digits, and unique. Services that keep policies themselves differ. */
export function sidProblems({ statements }: PolicyDocument, row: KindRow): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  const taken = new Set(statements.flatMap(({ sid }) => sid ?? []));
  for (const statement of statements) {
    const { sid, sidAt } = statement;
    if (sid === null || sid === '') continue;
    const at = sidAt ? placeOf(sidAt) : headPlace(statement);
    if (row.isStoredByIam && !/^[0-9A-Za-z]*$/.test(sid)) {
      const plain = sid.replaceAll(/[^0-9A-Za-z]/g, '');
      found.push(invalidSid(at, sid, plain === '' ? null : free(plain, taken)));
    }
    if (seen.has(sid)) found.push(duplicateSid(at, sid, free(sid, taken), row.isStoredByIam));
    seen.add(sid);
  }
  return found;
}

/** The Sid, with a number should a statement have it. Enters what it gives out. */
function free(sid: string, taken: Set<string>): string {
  let free = sid;
  for (let n = 2; taken.has(free); n++) free = `${sid}${String(n)}`;
  taken.add(free);
  return free;
}

/** GRAM-18, as far as the character stands in the text as such, not as an escape. */
export function characterProblems({ action, resource, conditions }: Statement): Diagnostic[] {
  const patterns = [
    ...action.patterns,
    ...(resource?.patterns ?? []),
    ...conditions.flatMap((condition) => condition.values)
  ];
  return patterns.flatMap((pattern) => {
    const { source, from, to } = pattern.range;
    const char = /[^\t\n\r\u0020-\u00FF]/u.exec(pattern.text)?.[0];
    if (char === undefined || !source.text.slice(from, to).includes(char)) return [];
    return [invalidCharacter(placeOf(pattern), char, pattern.text)];
  });
}
