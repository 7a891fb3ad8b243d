/** `Principal` and `NotPrincipal`: who. Their forms are checked in validate, where the type of policy is known. */
import { nearest } from '../source/suggest.ts';
import type { TreeEntry, TreeMap } from '../source/tree.ts';
import { SYNTAX } from './answers.ts';
import { invalidPrincipal, unknownPrincipalType, wrongType } from './diagnostics.ts';
import type { PrincipalElement, PrincipalEntry } from './document.ts';
import { fix, renamed } from './fixes.ts';
import { PRINCIPAL_TYPES } from './names.ts';
import { kindOf, placeOf, readText, readTexts, toNode, type Reading } from './reading.ts';

/** GRAM-13. Entries that cannot be read are left out, each with an error. */
export function parsePrincipal(reading: Reading, entry: TreeEntry): PrincipalElement {
  return {
    ...toNode(reading, entry.value),
    negated: entry.key === 'NotPrincipal',
    entries: parseEntries(reading, entry)
  };
}

function parseEntries(reading: Reading, { key, value }: TreeEntry): readonly PrincipalEntry[] {
  if (value.kind === 'map') {
    return value.entries.flatMap((entry) => parseType(reading, value, entry));
  }
  if (value.kind === 'list') {
    reading.diagnostics.push(wrongType(placeOf(value), `\`${key}\``, '`*` or an object', kindOf(value)));
    return [];
  }
  const text = readText(reading, value, `\`${key}\``);
  if (!text) return [];
  if (text.text === '*') return [{ ...toNode(reading, text), type: '*', value: '*' }];
  const type = typeOf(text.text);
  reading.diagnostics.push(
    invalidPrincipal(placeOf(text), text.text, {
      says: 'has no type',
      help: 'only `*` stands alone; else name the type: `{"AWS": …}`, `{"Service": …}`',
      aws: SYNTAX,
      fix: type
        ? fix(`write \`{"${type}": "${text.text}"}\``, 'changed', {
            at: text.path,
            set: { [type]: text.text }
          })
        : undefined
    })
  );
  return [];
}

/** The type of a principal whose form can be of one type only. */
function typeOf(text: string): 'AWS' | 'Service' | null {
  if (/^(?:\d{12}|arn:[\w-]+:(?:iam|sts)::\d{12}:(?:root|user\/.+|role\/.+|assumed-role\/.+))$/.test(text))
    return 'AWS';
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)?\.amazonaws\.com$/.test(text) ? 'Service' : null;
}

function parseType(
  reading: Reading,
  principal: TreeMap,
  { key, keyRange, value }: TreeEntry
): readonly PrincipalEntry[] {
  const type = PRINCIPAL_TYPES.find((name) => name === key);
  if (!type) {
    const near = nearest(key, PRINCIPAL_TYPES);
    const way = near === null ? undefined : renamed(principal, value.path, near);
    reading.diagnostics.push(unknownPrincipalType({ range: keyRange, path: value.path }, key, near, way));
    return [];
  }
  return readTexts(reading, value, `\`${key}\``).map((text) => ({
    ...toNode(reading, text),
    type,
    value: text.text
  }));
}
