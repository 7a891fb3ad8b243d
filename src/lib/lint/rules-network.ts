/** Findings about conditions on networks, Regions and organizations: who is hit beside those that are meant. */
import type { Condition, Statement } from '../policy/document.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import { replaced, withCondition, withoutPattern } from './fix.ts';
import { keyOf, suggest, warn, type ConditionRule, type StatementRule } from './found.ts';
import { covers } from './globs.ts';
import { conditionsOn, familyOf, isKey, isNegated, isText, needsKey } from './operators.ts';
import { namesEveryone } from './rules-principal.ts';
import { isPrivate, printAddress, readRange4 } from './values.ts';

/** COND-36, KEY-32. */
const ranges: ConditionRule = (condition) => {
  if (familyOf(condition.operator.name) !== 'Ip') return [];
  return condition.values.flatMap((pattern) => {
    const range = readRange4(pattern.text);
    if (isKey(condition, 'aws:SourceIp') && range && isPrivate(range)) {
      const message = `no request reaches AWS from \`${pattern.text}\`: \`aws:SourceIp\` is a public address`;
      const fix = withoutPattern({ patterns: condition.values }, pattern, 'leave it out', 'kept');
      return [
        warn('private-source-ip', pattern, {
          message,
          help: 'behind an endpoint test `aws:VpcSourceIp`',
          fix
        })
      ];
    }
    if (/\/0+$/.test(pattern.text) && !isNegated(condition)) {
      const message = `\`${pattern.text}\` is every address there is`;
      return [warn('source-ip-everyone', pattern, { message, help: 'name your own ranges' })];
    }
    if (!range || range.bits === 0 || !pattern.text.includes('/')) return [];
    const better = `${printAddress(range.from)}/${range.bits}`;
    if (better === pattern.text || printAddress(range.from) === pattern.text.split('/')[0]) return [];
    const message = `only the first ${range.bits} bits count: this is \`${better}\``;
    return [suggest('ip-range-host-bits', pattern, { message, fix: replaced(pattern, better, 'kept') })];
  });
};

const THROUGH_ENDPOINT = ['aws:SourceVpc', 'aws:SourceVpce', 'aws:VpcSourceIp', 'aws:SourceVpcArn'];

/** KEY-32, KEY-33: a request has one or the other. */
const sourceIpWithVpc: StatementRule = (statement) => {
  const [ip] = conditionsOn(statement, 'aws:SourceIp').filter(needsKey);
  const [vpc] = conditionsOn(statement, ...THROUGH_ENDPOINT).filter(needsKey);
  if (!ip || !vpc) return [];
  const message = `no request has both \`${ip.key}\` and \`${vpc.key}\`, so this never holds`;
  const help = 'make two statements, one for the internet and one for the endpoint';
  return [warn('source-ip-with-vpc', keyOf(vpc), { message, help })];
};

const SPARES_SERVICES = [
  'aws:PrincipalIsAWSService',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'aws:ViaAWSService',
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast'
];

const GUARDS: Readonly<Partial<Record<PolicyKind, readonly [string, string]>>> = {
  resource: ['BoolIfExists', 'aws:PrincipalIsAWSService'],
  rcp: ['BoolIfExists', 'aws:PrincipalIsAWSService'],
  identity: ['Bool', 'aws:ViaAWSService'],
  managed: ['Bool', 'aws:ViaAWSService'],
  boundary: ['Bool', 'aws:ViaAWSService'],
  session: ['Bool', 'aws:ViaAWSService'],
  scp: ['Bool', 'aws:ViaAWSService']
};

/** COND-11, KEY-32, KEY-34, KEY-41. */
const networkDeny: StatementRule = (statement, { kind }) => {
  const guard = GUARDS[kind];
  const [first] = negatedOn(statement, 'aws:SourceIp', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:VpcSourceIp');
  if (statement.effect !== 'Deny' || !guard || !first || isSpared(statement)) return [];
  const [operator, key] = guard;
  const who = key === 'aws:ViaAWSService' ? 'calls that AWS services pass on for somebody' : 'AWS services';
  const message = `this denies ${who} too: they do not come from your network`;
  const help = `spare them with \`"${operator}": { "${key}": "false" }\``;
  const fix = withCondition(statement, operator, key, 'false');
  return [warn('network-deny-hits-services', keyOf(first), { message, help, fix })];
};

/** KEY-06, PRIN-24. */
const orgDeny: StatementRule = (statement, { kind }) => {
  if (statement.effect !== 'Deny' || (kind !== 'resource' && kind !== 'rcp')) return [];
  const [first] = negatedOn(statement, 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalAccount');
  if (!first || !namesEveryone(statement) || isSpared(statement)) return [];
  const key = 'aws:PrincipalIsAWSService';
  const message = 'this denies AWS services too: they belong to no organization of yours';
  const help = `spare them with \`"BoolIfExists": { "${key}": "false" }\``;
  const fix = withCondition(statement, 'BoolIfExists', key, 'false');
  return [warn('org-deny-hits-services', keyOf(first), { message, help, fix })];
};

function negatedOn(statement: Statement, ...keys: readonly string[]): readonly Condition[] {
  return conditionsOn(statement, ...keys).filter(isNegated);
}

/** A condition on who calls in the name of AWS, or one that only service calls or named roles are concerned. */
function isSpared(statement: Statement): boolean {
  return conditionsOn(statement, ...SPARES_SERVICES).length > 0;
}

/** KEY-42: IAM, Organizations, Route 53, CloudFront and the like answer in us-east-1. */
const regionDeny: StatementRule = (statement) => {
  const { effect, action } = statement;
  const [condition] = negatedOn(statement, 'aws:RequestedRegion');
  if (effect !== 'Deny' || !condition || action.negated) return [];
  if (!action.patterns.some(({ text }) => /^\*+(?::\*+)?$/.test(text))) return [];
  const isLike = condition.operator.name === 'StringNotLike';
  const spares = condition.values.some(({ text }) =>
    isLike ? covers(text, 'us-east-1') : isText(text, 'us-east-1')
  );
  if (spares) return [];
  const message = 'global services such as IAM answer in us-east-1 and are denied too';
  const help = 'use `NotAction` with the global services: `"NotAction": ["iam:*", "organizations:*", …]`';
  return [warn('region-deny-hits-global', keyOf(condition), { message, help })];
};

export const NETWORK_RULES: readonly StatementRule[] = [
  (statement, subject) => statement.conditions.flatMap((condition) => ranges(condition, statement, subject)),
  sourceIpWithVpc,
  networkDeny,
  orgDeny,
  regionDeny
];
