/** `Principal` and `NotPrincipal`: who. Their forms are checked in validate, where the type of policy is known. */
import { nearest } from '../source/suggest.ts';
import type { TreeEntry } from '../source/tree.ts';
import { invalidPrincipal, unknownPrincipalType, wrongType } from './diagnostics.ts';
import type { PrincipalElement, PrincipalEntry } from './document.ts';
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
    return value.entries.flatMap((entry) => parseType(reading, entry));
  }
  if (value.kind === 'list') {
    reading.diagnostics.push(wrongType(placeOf(value), `\`${key}\``, '`*` or an object', kindOf(value)));
    return [];
  }
  const text = readText(reading, value, `\`${key}\``);
  if (!text) return [];
  if (text.text === '*') return [{ ...toNode(reading, text), type: '*', value: '*' }];
  const help = 'only `*` stands alone; else name the type: `{"AWS": …}`, `{"Service": …}`';
  reading.diagnostics.push(invalidPrincipal(placeOf(text), text.text, 'has no type', help));
  return [];
}

function parseType(reading: Reading, { key, keyRange, value }: TreeEntry): readonly PrincipalEntry[] {
  const type = PRINCIPAL_TYPES.find((name) => name === key);
  if (!type) {
    const near = nearest(key, PRINCIPAL_TYPES);
    reading.diagnostics.push(unknownPrincipalType({ range: keyRange, path: value.path }, key, near));
    return [];
  }
  return readTexts(reading, value, `\`${key}\``).map((text) => ({
    ...toNode(reading, text),
    type,
    value: text.text
  }));
}
