/** Findings about condition operators: which key they test, with which values, and what happens when a key is missing. */
import type { Condition, Pattern } from '../policy/document.ts';
import { withCondition, withOperator, withoutCondition } from './fix.ts';
import { keyOf, suggest, warn, type ConditionRule, type StatementRule } from './found.ts';
import { keyFacts } from './keys.ts';
import {
  conditionsOn,
  familyOf,
  isKey,
  isNegated,
  isOnly,
  isText,
  needsKey,
  type Family
} from './operators.ts';
import { valueRule } from './rules-values.ts';
import { isRange6, readRange4 } from './values.ts';

/** COND-35, COND-65. */
const cidrUnderString: ConditionRule = (condition, statement, { catalogue }) => {
  const { operator, key, values } = condition;
  if (familyOf(operator.name) !== 'String' || keyFacts(key, catalogue)?.type !== 'IPAddress') return [];
  const range = values.find(({ text }) => /\/\d+$/.test(text) && (readRange4(text) ?? isRange6(text)));
  if (!range) return [];
  const message = `\`${operator.text}\` compares letters, and no address is \`${range.text}\``;
  const other = variant(condition, isNegated(condition) ? 'NotIpAddress' : 'IpAddress');
  return [
    warn('cidr-under-string', range, {
      message,
      help: `ranges need \`${other}\``,
      fix: withOperator(statement, condition, other, 'changed')
    })
  ];
};

/** `ForAnyValue:…IfExists` around another base operator. */
function variant({ operator }: Condition, name: string): string {
  return `${operator.set === null ? '' : `${operator.set}:`}${name}${operator.ifExists ? 'IfExists' : ''}`;
}

const BY_TYPE: Readonly<Record<string, readonly Family[]>> = {
  String: ['String', 'Binary', 'Null'],
  ARN: ['Arn', 'String', 'Null'],
  Bool: ['Bool', 'String', 'Null'],
  Numeric: ['Numeric', 'String', 'Null'],
  Date: ['Date', 'Null'],
  IPAddress: ['Ip', 'String', 'Null'],
  Binary: ['Binary', 'String', 'Null']
};

/** COND-26, COND-31, COND-39, COND-44, COND-65: what cannot be read as the operator's type never matches. */
const typeMismatch: ConditionRule = (condition, statement, { catalogue }) => {
  const { operator, key } = condition;
  const facts = keyFacts(key, catalogue);
  const family = familyOf(operator.name);
  if (!facts || (BY_TYPE[facts.type] ?? []).includes(family) || isLoose(condition, facts.type, family))
    return [];
  const better = facts.type === 'String' && family === 'Arn' ? operator.name.replace('Arn', 'String') : null;
  const kind = KIND_NAMES[facts.type] ?? facts.type;
  return [
    warn('operator-type-mismatch', keyOf(condition), {
      message: `\`${key}\` is ${kind}, and \`${operator.text}\` cannot compare that`,
      help: `${kind} is compared with ${OPERATOR_NAMES[facts.type] ?? 'another operator'}`,
      fix: better === null ? null : withOperator(statement, condition, variant(condition, better), 'changed')
    })
  ];
};

const KIND_NAMES: Readonly<Record<string, string>> = {
  String: 'text',
  ARN: 'an ARN',
  Bool: 'true or false',
  Numeric: 'a number',
  Date: 'a time',
  IPAddress: 'an address',
  Binary: 'binary'
};

const OPERATOR_NAMES: Readonly<Record<string, string>> = {
  String: '`StringEquals` or `StringLike`',
  ARN: '`ArnEquals` or `ArnLike`',
  Bool: '`Bool`',
  Numeric: '`NumericEquals`, `NumericLessThan` and so on',
  Date: '`DateEquals`, `DateLessThan` and so on',
  IPAddress: '`IpAddress` or `NotIpAddress`',
  Binary: '`BinaryEquals`'
};

/** What works although the types differ: epoch seconds as a number, and keys of services that hold ARNs or flags as text. */
function isLoose({ key }: Condition, type: string, family: Family): boolean {
  if (isText(key, 'aws:EpochTime')) return family === 'Numeric';
  const isOfService = !/^aws:/i.test(key);
  return type === 'String' && (isOfService || isText(key, 'aws:FederatedProvider')) && family !== 'Ip';
}

function isWild({ parts }: Pattern): boolean {
  return parts.some(({ kind }) => kind === 'anyRun' || kind === 'anyOne');
}

/** COND-21, COND-22, COND-40. */
const wildcardUnderEquals: ConditionRule = (condition, statement, { catalogue }) => {
  const { operator, key, values } = condition;
  const wild = /^String(?:Not)?Equals/.test(operator.name) ? values.find(isWild) : undefined;
  if (!wild) return [];
  const isArn = keyFacts(key, catalogue)?.type === 'ARN' || wild.text.startsWith('arn:');
  const name = isArn
    ? variant(condition, isNegated(condition) ? 'ArnNotLike' : 'ArnLike')
    : variant(condition, isNegated(condition) ? 'StringNotLike' : 'StringLike');
  const says = {
    message: `\`*\` and \`?\` are plain signs under \`${operator.text}\``,
    help: `use \`${name}\``,
    fix: operator.name.endsWith('IgnoreCase') ? null : withOperator(statement, condition, name, 'changed')
  };
  return [warn(isArn ? 'arn-wildcard-under-equals' : 'wildcard-under-equals', wild, says)];
};

/** COND-20. */
const likeWithoutWildcard: ConditionRule = (condition, statement) => {
  const { operator, values } = condition;
  if (!/^String(?:Not)?Like$/.test(operator.name) || values.length === 0) return [];
  if (values.some((value) => isWild(value) || value.text.includes('${'))) return [];
  const name = variant(condition, operator.name.replace('Like', 'Equals'));
  const message = `without a wildcard \`${operator.text}\` does what \`${name}\` does`;
  const fix = withOperator(statement, condition, name, 'kept');
  return [suggest('like-without-wildcard', keyOf(condition), { message, fix })];
};

/** COND-51, COND-58. */
const setOnSingleKey: ConditionRule = (condition, statement, { catalogue }) => {
  const { operator, key } = condition;
  if (operator.set === null || operator.name === 'Null') return [];
  if (keyFacts(key, catalogue)?.multivalued !== false) return [];
  const plain = `${operator.name}${operator.ifExists ? 'IfExists' : ''}`;
  if (operator.set === 'ForAllValues') {
    const message = `a request has at most one \`${key}\`, and \`ForAllValues\` holds when it has none`;
    const fix = withOperator(statement, condition, plain, 'changed');
    return [
      warn('all-values-on-single-key', keyOf(condition), { message, help: 'leave `ForAllValues:` out', fix })
    ];
  }
  const message = `a request has at most one \`${key}\`: there is nothing to choose from`;
  const isSame = !isNegated(condition) || operator.ifExists;
  const fix = isSame ? withOperator(statement, condition, plain, 'kept') : null;
  return [
    suggest('any-value-on-single-key', keyOf(condition), { message, help: 'leave `ForAnyValue:` out', fix })
  ];
};

/** COND-51: an empty list passes. */
const allValuesWithoutGuard: ConditionRule = (condition, statement, { catalogue }) => {
  const { operator, key } = condition;
  if (statement.effect !== 'Allow' || operator.set !== 'ForAllValues' || operator.name === 'Null') return [];
  if (isNegated(condition) || operator.ifExists || keyFacts(key, catalogue)?.multivalued !== true) return [];
  if (statement.conditions.some((other) => needsKey(other) && isGuard(other, key))) return [];
  return [
    warn('all-values-without-guard', keyOf(condition), {
      message: `this holds for a request without \`${key}\` too`,
      help: `add \`"Null": { "${key}": "false" }\` if the key must be there`,
      fix: withCondition(statement, 'Null', key, 'false')
    })
  ];
};

/** A tag that must be there brings its key along. */
function isGuard(other: Condition, key: string): boolean {
  return isKey(other, key) || (isText(key, 'aws:TagKeys') && /^aws:RequestTag\//i.test(other.key));
}

/** COND-60; what AWS does is not documented. */
const plainOnList: ConditionRule = (condition, statement, { catalogue }) => {
  const { operator, key } = condition;
  if (operator.set !== null || operator.name === 'Null' || !keyFacts(key, catalogue)?.multivalued) return [];
  const name = `ForAnyValue:${operator.text}`;
  const fix = isNegated(condition) ? null : withOperator(statement, condition, name, 'changed');
  const message = `\`${key}\` is a list, and AWS documents \`${operator.text}\` for single values only`;
  const help = 'begin with `ForAnyValue:` or `ForAllValues:`';
  return [warn('plain-operator-on-list', keyOf(condition), { message, help, fix })];
};

/** COND-13, COND-15. */
const nulls: ConditionRule = (condition, statement) => {
  const { operator, key, values } = condition;
  if (operator.name !== 'Null') return [];
  if (operator.set !== null) {
    const always = operator.set === 'ForAllValues' ? 'always' : 'never';
    const message = `\`${operator.text}\` ${always} holds, whether \`${key}\` is there or not`;
    const fix = withOperator(statement, condition, 'Null', 'changed');
    return [warn('null-with-set-operator', keyOf(condition), { message, help: 'use `Null` alone', fix })];
  }
  const says = (word: string) => values.some(({ text }) => isText(text, word));
  if (says('true') && says('false')) {
    const fix = withoutCondition(statement, condition, 'leave it out', 'kept');
    return [
      warn('null-with-both', keyOf(condition), {
        message: 'this always holds',
        help: 'keep one of the two',
        fix
      })
    ];
  }
  const others = conditionsOn(statement, key).filter((other) => other !== condition && needsKey(other));
  const twin = isOnly(condition, 'false')
    ? others.find((other) => other.operator.name !== 'Null')
    : undefined;
  if (!twin) return [];
  const message = `\`${twin.operator.text}\` holds only when \`${key}\` is there anyway`;
  const fix = withoutCondition(statement, condition, 'leave the `Null` out', 'kept');
  return [suggest('redundant-null', keyOf(condition), { message, fix })];
};

/** COND-11, COND-12. */
const ifExistsOnNegated: ConditionRule = (condition, statement) => {
  const { operator } = condition;
  if (!operator.ifExists || operator.set !== null || !isNegated(condition)) return [];
  const message = `\`${operator.name}\` holds for a missing key as it is; \`IfExists\` adds nothing`;
  const fix = withOperator(statement, condition, operator.name, 'kept');
  return [suggest('if-exists-on-negated', keyOf(condition), { message, fix })];
};

const RULES: readonly ConditionRule[] = [
  cidrUnderString,
  typeMismatch,
  wildcardUnderEquals,
  likeWithoutWildcard,
  setOnSingleKey,
  allValuesWithoutGuard,
  plainOnList,
  nulls,
  ifExistsOnNegated,
  valueRule
];

/** All of them over every condition of a statement. */
export const CONDITION_RULES: readonly StatementRule[] = RULES.map(
  (rule): StatementRule =>
    (statement, subject) =>
      statement.conditions.flatMap((condition) => rule(condition, statement, subject))
);
