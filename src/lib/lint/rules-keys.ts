/** Findings about condition keys: what a key holds, when it is missing, and what it cannot prove. */
import type { Condition, Pattern, Statement } from '../policy/document.ts';
import { nearest } from '../source/suggest.ts';
import { join } from '../source/pointer.ts';
import { replaced, withKey, withOperator, withoutCondition } from './fix.ts';
import { keyOf, suggest, warn, type ConditionRule, type StatementRule, type Subject } from './found.ts';
import { fieldsOf } from './globs.ts';
import { GLOBAL_KEY_NAMES, isGlobalKey, keyFacts } from './keys.ts';
import { conditionsOn, familyOf, isKey, isNegated, isOnly } from './operators.ts';
import { namesEveryone } from './rules-principal.ts';
import { coversCalls, signature } from './rules-statements.ts';

const MFA = 'aws:MultiFactorAuthPresent';

/** KEY-20: the key is missing for long-term access keys. */
const mfa: ConditionRule = (condition, statement, subject) => {
  const { operator } = condition;
  if (!isKey(condition, MFA)) return [];
  if (operator.name === 'Null' && operator.set === null) return mfaByNull(condition, statement, subject);
  if (statement.effect === 'Allow' && operator.text === 'BoolIfExists' && isOnly(condition, 'true')) {
    const message = 'long-term access keys pass this: their requests say nothing of MFA';
    const fix = withOperator(statement, condition, 'Bool', 'changed');
    return [warn('mfa-passes-when-missing', keyOf(condition), { message, help: 'use `Bool`', fix })];
  }
  if (statement.effect === 'Deny' && operator.text === 'Bool' && isOnly(condition, 'false')) {
    if (isRestDenied(statement, subject, isMissingTest)) return [];
    const message = 'long-term access keys are not denied: their requests say nothing of MFA';
    const fix = withOperator(statement, condition, 'BoolIfExists', 'changed');
    return [warn('mfa-deny-spares-keys', keyOf(condition), { message, help: 'use `BoolIfExists`', fix })];
  }
  return [];
};

/** Whether another Deny, on all that this one is about, has the test that this one lacks. */
function isRestDenied(
  statement: Statement,
  { document }: Subject,
  isTest: (condition: Condition) => boolean
): boolean {
  return document.statements.some((other) => {
    const [test, ...more] = conditionsOn(other, MFA);
    if (other === statement || other.effect !== 'Deny' || !test || more.length > 0) return false;
    const rest = besidesMfa(other);
    const isAlways = rest === '' || rest === besidesMfa(statement);
    return isAlways && isTest(test) && coversCalls(other, statement);
  });
}

/** The other conditions as one text; empty for none. */
function besidesMfa({ conditions }: Statement): string {
  const others = conditions.filter((condition) => !isKey(condition, MFA));
  return others.length === 0 ? '' : signature(others);
}

const isMissingTest = (condition: Condition): boolean =>
  (condition.operator.name === 'Null' && isOnly(condition, 'true')) ||
  (condition.operator.text === 'BoolIfExists' && isOnly(condition, 'false'));
const isFalseTest = (condition: Condition): boolean =>
  condition.operator.name === 'Bool' && condition.operator.set === null && isOnly(condition, 'false');

const mfaByNull: ConditionRule = (condition, statement, subject) => {
  const isAllow = statement.effect === 'Allow';
  if (!isOnly(condition, isAllow ? 'false' : 'true') || conditionsOn(statement, MFA).length > 1) return [];
  if (!isAllow && isRestDenied(statement, subject, isFalseTest)) return [];
  const message = isAllow
    ? 'sessions without MFA pass this: the key is there and says `false`'
    : 'sessions without MFA are not denied: the key is there and says `false`';
  const operator = isAllow ? 'Bool' : 'BoolIfExists';
  const value = isAllow ? 'true' : 'false';
  const help = `test \`"${operator}": { "${MFA}": "${value}" }\``;
  const removed = withoutCondition(statement, condition, help, 'changed');
  const at = join(join(`${statement.path}/Condition`, operator), MFA);
  const fix = { ...removed, changes: [...removed.changes, { at, set: value }] };
  return [warn('mfa-tested-by-null', keyOf(condition), { message, help, fix })];
};

const PROOFS = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceOrgID',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:SourceIp',
  'sts:ExternalId'
];

/** COND-12: a missing key passes. KEY-06, KEY-38, KEY-45, KEY-50. */
const passesWhenMissing: ConditionRule = (condition, statement, { kind }) => {
  const { operator, key } = condition;
  if (statement.effect !== 'Allow' || !operator.ifExists || isNegated(condition)) return [];
  const strict = operator.text.slice(0, -'IfExists'.length);
  const fix = withOperator(statement, condition, strict, 'changed');
  const help = `use \`${strict}\``;
  if (isKey(condition, ...PROOFS) && (namesEveryone(statement) || kind === 'trust')) {
    const message = `whoever has no \`${key}\` passes too`;
    return [warn('stranger-passes-when-missing', keyOf(condition), { message, help, fix })];
  }
  if (!TAG.test(key)) return [];
  const message = `what carries no such tag passes too`;
  return [suggest('untagged-passes', keyOf(condition), { message, help, fix })];
};

const TAG = /^(?:aws:(?:Resource|Request|Principal)Tag|[a-z0-9-]+:ResourceTag|s3:ExistingObjectTag)\/./i;

/** KEY-66. */
const forgeable: ConditionRule = (condition) => {
  if (!isKey(condition, 'aws:Referer', 'aws:UserAgent')) return [];
  const message = `whoever calls writes \`${condition.key}\` as they like`;
  return [
    warn('forgeable-key', keyOf(condition), { message, help: 'it tells friends apart, and stops nobody' })
  ];
};

/** KEY-02. Source of the first: IAM User Guide, policy check reference, "Unsupported global condition key". */
const principalArn: ConditionRule = (condition) => {
  if (isKey(condition, 'aws:ARN')) {
    const message = '`aws:ARN` is no longer supported';
    const fix = withKey(condition, 'aws:PrincipalArn', 'changed');
    return [warn('deprecated-arn-key', keyOf(condition), { message, help: 'use `aws:PrincipalArn`', fix })];
  }
  if (!isKey(condition, 'aws:PrincipalArn')) return [];
  return condition.values
    .filter(({ text }) => /^arn:[^:]*:sts:[^:]*:[^:]*:assumed-role\//.test(text))
    .map((pattern) => {
      const message = '`aws:PrincipalArn` of a session is the ARN of its role, never of the session';
      const role = pattern.text.replace(
        /^(arn:[^:]*):sts:[^:]*:([^:]*):assumed-role\/([^/]*).*$/s,
        '$1:iam::$2:role/$3'
      );
      const help = `name the role with its path, for example \`${role}\``;
      return warn('session-as-principal-arn', pattern, {
        message,
        help,
        fix: replaced(pattern, role, 'changed')
      });
    });
};

/** COND-42; a lone `*` is COND-41. */
const incompleteArn: ConditionRule = ({ operator, key, values }, _statement, { catalogue }) => {
  const type = keyFacts(key, catalogue)?.type ?? 'ARN';
  if (familyOf(operator.name) !== 'Arn' || type !== 'ARN') return [];
  return values
    .filter(({ text }) => !/^\*+$/.test(text) && !text.startsWith('${') && fieldsOf(text).length < 6)
    .map((pattern) => {
      const message = `\`${pattern.text}\` has fewer than the six parts of an ARN, so it matches none`;
      const help = 'write all parts: `arn:aws:service:region:account:resource`';
      return warn('arn-pattern-incomplete', pattern, { message, help });
    });
};

/** KEY-65. */
const IDENTIFIERS = [
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:VpceAccount',
  'aws:VpceOrgID'
];

const wildcardIdentifier: ConditionRule = (condition) => {
  const { operator, key, values } = condition;
  if (!/^String(?:Not)?Like$/.test(operator.name) || !isKey(condition, ...IDENTIFIERS)) return [];
  return values.filter(isWild).map((pattern) => {
    const message = `\`${pattern.text}\` takes \`${key}\` of strangers too: these ids are handed out at random`;
    return warn('wildcard-in-identifier', pattern, { message, help: 'write the whole id' });
  });
};

function isWild({ parts }: Pattern): boolean {
  return parts.some(({ kind }) => kind === 'anyRun' || kind === 'anyOne');
}

/** KEY-21. */
const revocation: ConditionRule = (condition, statement) => {
  const { operator } = condition;
  if (statement.effect !== 'Deny' || !isKey(condition, 'aws:TokenIssueTime')) return [];
  if (!operator.name.startsWith('DateGreaterThan')) return [];
  const message = 'this denies sessions that begin after that time; those from before go on';
  const fix = withOperator(statement, condition, operator.text.replace('GreaterThan', 'LessThan'), 'changed');
  return [warn('revocation-backwards', keyOf(condition), { message, help: 'use `DateLessThan`', fix })];
};

/** KEY-51. */
const duration: ConditionRule = (condition, { action }) => {
  if (!isKey(condition, 'sts:DurationSeconds') || action.negated) return [];
  const isAssume = action.patterns.some(({ text }) => /^sts:AssumeRole/i.test(text));
  if (!isAssume || isNegated(condition)) return [];
  const message = 'a call to assume a role carries no `sts:DurationSeconds`, so this never holds';
  const help = 'how long a session may last is set by the maximum session duration of the role';
  return [warn('duration-on-assume-role', keyOf(condition), { message, help })];
};

/** GRAM-15, COND-18: stored, and missing from every request. */
const unknownKey: ConditionRule = (condition) => {
  const { key } = condition;
  if (!/^aws:/i.test(key) || isKey(condition, 'aws:ARN') || isGlobalKey(key)) return [];
  if (/^aws:(?:Principal|Resource|Request)Tag\/?$/i.test(key)) {
    const message = `\`${key}\` names no tag`;
    return [
      warn('tag-key-missing', keyOf(condition), {
        message,
        help: 'write the key of the tag behind it: `aws:PrincipalTag/team`'
      })
    ];
  }
  const [stem = '', ...tag] = key.split('/');
  const near = nearest(tag.length > 0 ? `${stem}/` : stem, GLOBAL_KEY_NAMES);
  const meant = near === null ? null : `${near}${near.endsWith('/') ? tag.join('/') : ''}`;
  return [
    warn('unknown-global-key', keyOf(condition), {
      message: `AWS has no condition key \`${key}\`, so no request carries it`,
      help: meant === null ? 'keys of `aws:` are listed by AWS' : `did you mean \`${meant}\`?`,
      fix: meant === null || meant.endsWith('/') ? null : withKey(condition, meant, 'changed')
    })
  ];
};

/** COND-63, COND-64. */
const tagKeyCase: StatementRule = (statement) => {
  const tags = statement.conditions.flatMap(({ key }) => /^aws:RequestTag\/(.+)$/is.exec(key)?.[1] ?? []);
  return conditionsOn(statement, 'aws:TagKeys')
    .filter(({ operator }) => /^String(?:Not)?(?:Equals|Like)$/.test(operator.name))
    .flatMap(({ values }) => values)
    .flatMap((pattern) => {
      const tag = tags.find(
        (each) => each !== pattern.text && each.toLowerCase() === pattern.text.toLowerCase()
      );
      if (tag === undefined || tags.includes(pattern.text)) return [];
      const message = `here the case counts: a tag \`${tag}\`, which the other condition asks for, is not \`${pattern.text}\``;
      return [suggest('tag-key-case', pattern, { message, help: `write \`${tag}\`` })];
    });
};

/** RES-03, COND-20. */
const prefixSlash: ConditionRule = ({ key, operator, values }) => {
  if (key.toLowerCase() !== 's3:prefix' || operator.name !== 'StringLike') return [];
  return values
    .filter(({ text }) => /[^/*?]\*$/.test(text))
    .map((pattern) => {
      const stem = pattern.text.slice(0, -1);
      const message = `\`${pattern.text}\` also lists folders whose name only begins so, such as \`${stem}2/\``;
      return suggest('prefix-without-slash', pattern, { message, help: `end it in a slash: \`${stem}/*\`` });
    });
};

const RULES: readonly ConditionRule[] = [
  mfa,
  passesWhenMissing,
  forgeable,
  principalArn,
  incompleteArn,
  wildcardIdentifier,
  revocation,
  duration,
  unknownKey,
  prefixSlash
];

export const KEY_RULES: readonly StatementRule[] = [
  tagKeyCase,
  (statement, subject) =>
    statement.conditions.flatMap((condition) => RULES.flatMap((rule) => rule(condition, statement, subject)))
];
