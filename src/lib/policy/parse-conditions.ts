/** `Condition`: operators, keys, values. */
import { nearest } from '../source/suggest.ts';
import type { Tree, TreeEntry } from '../source/tree.ts';
import {
  invalidConditionKey,
  nullIfExists,
  repeatedConditionKey,
  unknownOperator,
  wrongType
} from './diagnostics.ts';
import type { Condition, ConditionOperator } from './document.ts';
import { OPERATOR_NAMES, SET_OPERATORS, WRITTEN_OPERATORS } from './names.ts';
import { kindOf, placeOf, readTexts, toNode, toPattern, type Reading } from './reading.ts';

/** GRAM-15. Conditions of an unknown operator are left out, with an error. */
export function parseConditions(reading: Reading, tree: Tree): readonly Condition[] {
  if (tree.kind !== 'map') {
    reading.diagnostics.push(wrongType(placeOf(tree), '`Condition`', 'an object', kindOf(tree)));
    return [];
  }
  return tree.entries.flatMap((entry) => parseBlock(reading, entry));
}

function parseBlock(reading: Reading, { key: text, keyRange, value }: TreeEntry): readonly Condition[] {
  const at = { range: keyRange, path: value.path };
  const operator = toOperator(text);
  if (!operator) {
    reading.diagnostics.push(
      /^(?:For\w+:)?NullIfExists$/.test(text)
        ? nullIfExists(at, text)
        : unknownOperator(at, text, nearest(text, WRITTEN_OPERATORS))
    );
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
    return parseCondition(reading, operator, entry);
  });
}

function parseCondition(reading: Reading, operator: ConditionOperator, entry: TreeEntry): Condition {
  const { key, keyRange, value } = entry;
  if (!key.includes(':')) {
    reading.diagnostics.push(invalidConditionKey({ range: keyRange, path: value.path }, key));
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
