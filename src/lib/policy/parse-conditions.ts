/** `Condition`: operators, keys, values. */
import { GLOBAL_KEYS } from '../catalog/global-keys.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import { nearest } from '../source/suggest.ts';
import type { Tree, TreeEntry, TreeMap } from '../source/tree.ts';
import {
  invalidConditionKey,
  nullIfExists,
  repeatedConditionKey,
  unknownOperator,
  wrongType
} from './diagnostics.ts';
import type { Condition, ConditionOperator } from './document.ts';
import { renamed } from './fixes.ts';
import { OPERATOR_NAMES, SET_OPERATORS, WRITTEN_OPERATORS } from './names.ts';
import { kindOf, placeOf, readTexts, toNode, toPattern, type Reading } from './reading.ts';

/** GRAM-15. Conditions of an unknown operator are left out, with an error. */
export function parseConditions(reading: Reading, tree: Tree): readonly Condition[] {
  if (tree.kind !== 'map') {
    reading.diagnostics.push(wrongType(placeOf(tree), '`Condition`', 'an object', kindOf(tree)));
    return [];
  }
  return tree.entries.flatMap((entry) => parseBlock(reading, tree, entry));
}

function parseBlock(
  reading: Reading,
  block: TreeMap,
  { key: text, keyRange, value }: TreeEntry
): readonly Condition[] {
  const operator = toOperator(text);
  if (!operator) {
    reading.diagnostics.push(operatorProblem(block, { range: keyRange, path: value.path }, text));
    return [];
  }
  if (value.kind !== 'map') {
    reading.diagnostics.push(
      wrongType(placeOf(value), `\`${text}\``, 'an object of condition keys', kindOf(value))
    );
    return [];
  }
  const seen = new Set<string>();
  return value.entries.map((entry) => {
    if (seen.has(entry.key.toLowerCase())) {
      reading.diagnostics.push(
        repeatedConditionKey({ range: entry.keyRange, path: entry.value.path }, entry.key)
      );
    }
    seen.add(entry.key.toLowerCase());
    return parseCondition(reading, operator, value, entry);
  });
}

function operatorProblem(block: TreeMap, at: Place, text: string): Diagnostic {
  if (/^(?:For\w+:)?NullIfExists$/.test(text)) {
    return nullIfExists(at, text, renamed(block, at.path, text.slice(0, -'IfExists'.length)));
  }
  const near = nearest(text, WRITTEN_OPERATORS);
  return unknownOperator(at, text, near, near === null ? undefined : renamed(block, at.path, near));
}

function parseCondition(
  reading: Reading,
  operator: ConditionOperator,
  block: TreeMap,
  entry: TreeEntry
): Condition {
  const { key, keyRange, value } = entry;
  if (!key.includes(':')) {
    const known = GLOBAL_KEYS.find((global) => global.key.toLowerCase() === `aws:${key.toLowerCase()}`);
    const fix = known && renamed(block, value.path, known.key);
    reading.diagnostics.push(invalidConditionKey({ range: keyRange, path: value.path }, key, fix));
  }
  const values = readTexts(reading, value, `the value of \`${key}\``, true);
  return {
    ...toNode(reading, value),
    operator,
    key,
    values: values.map((text) => toPattern(reading, text))
  };
}

/** `ForAllValues:StringLikeIfExists` in its parts; null if there is no such operator. Compares with case. */
function toOperator(text: string): ConditionOperator | null {
  const set = SET_OPERATORS.find((name) => text.startsWith(`${name}:`)) ?? null;
  const rest = set === null ? text : text.slice(set.length + 1);
  const ifExists = rest.endsWith('IfExists');
  const name = ifExists ? rest.slice(0, -'IfExists'.length) : rest;
  if (!OPERATOR_NAMES.has(name) || (ifExists && name === 'Null')) return null;
  return { text, set, name, ifExists };
}
