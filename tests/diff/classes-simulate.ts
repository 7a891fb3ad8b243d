/** Where iam-simulate answers otherwise: by the rule and the page that decide, most telling first. */
import type { Class, Seen, Test } from './classes.ts';

type Row = readonly [
  id: string,
  verdict: Class['verdict'],
  rule: string,
  page: string,
  why: string,
  fits: Class['fits']
];

const OPERATORS = 'IAM:reference_policies_elements_condition_operators';
const VARIABLES = 'IAM:reference_policies_variables';
const CHECKS = 'IAM:access-analyzer-reference-policy-checks';
const SETS = 'IAM:reference_policies_condition-single-vs-multi-valued-context-keys';

const some =
  (holds: (test: Test) => boolean) =>
  ({ tests }: Seen) =>
    tests.some(holds);
const isSet = ({ operator }: Test) => operator.startsWith('For');
const isNegated = ({ operator }: Test) => operator.includes('Not');
const isEmptySet = ({ given }: Test) => given !== null && [given].flat().every((value) => value === '');
const isAction = ({ vector }: Seen, pattern: RegExp) => pattern.test(vector.request.action);
const isOpener = ({ ours, theirs }: Seen) => ours === 'ImplicitDeny' && theirs === 'Allowed';
const isCaller = ({ vector }: Seen, kind: string) => vector.request.principal.kind === kind;
const hasOldVersion = (tree: unknown): boolean => {
  if (typeof tree !== 'object' || tree === null) return false;
  if ('Statement' in tree && (!('Version' in tree) || tree.Version !== '2012-10-17')) {
    return JSON.stringify(tree).includes('${');
  }
  return Object.values(tree).some(hasOldVersion);
};
const isAcross = ({ vector }: Seen) => {
  const { resourceAccount } = vector.policies;
  return resourceAccount !== undefined && resourceAccount !== vector.request.principal.account;
};

const ROWS: readonly Row[] = [
  [
    'federated-session-without-policy',
    'peer-wrong',
    'EVAL-19',
    'IAM:id_credentials_temp_control-access_getfederationtoken',
    'a GetFederationToken session without session policies has no permissions of its own',
    (seen) => isCaller(seen, 'federated-user') && isOpener(seen) && !seen.vector.policies.sessionPolicies
  ],
  [
    'session-named-directly',
    'peer-wrong',
    'EVAL-12',
    'IAM:access_policies_boundaries',
    'a resource-based policy that names the session itself, or everybody, is not limited by the session policy',
    (seen) =>
      seen.ours === 'Allowed' &&
      (seen.vector.policies.sessionPolicies ?? seen.vector.policies.boundary) !== undefined
  ],
  [
    'unsigned-calls',
    'peer-wrong',
    'STS-07',
    'IAM:id_credentials_sts-comparison',
    'AssumeRoleWithSAML and AssumeRoleWithWebIdentity carry a token; all else of STS is signed',
    (seen) =>
      isAction(seen, /^sts:assumerolewith/i) || (isAction(seen, /^sts:/i) && isCaller(seen, 'anonymous'))
  ],
  [
    'no-trust-policy',
    'peer-wrong',
    'EVAL-21',
    'IAM:access_policies-cross-account-resource-access',
    'without a trust policy that allows it nobody assumes a role',
    (seen) => isAction(seen, /^sts:/i) && isOpener(seen)
  ],
  [
    'trust-policy-beyond-sts',
    'peer-wrong',
    'SVC-01',
    'IAM:access_policies',
    'a trust policy is about assuming the role and nothing else',
    ({ vector }) => vector.request.resource.includes(':role/') && !/^sts:/i.test(vector.request.action)
  ],
  [
    'stays-at-home',
    'peer-wrong',
    'SVC-20 XACC-15',
    'SQS:sqs-customer-managed-policy-examples, KMS:key-policy-modifying-external-accounts',
    'these operations never cross accounts, whatever the policies say',
    (seen) => isOpener(seen) && isAcross(seen) && isAction(seen, /^(sqs|kms):/i)
  ],
  [
    'line-break-under-star',
    'peer-wrong',
    'COND-20 RES-03',
    OPERATORS,
    'a star stands for any characters, line breaks among them',
    some(({ given }) => [given ?? []].flat().some((each) => each.includes('\n')))
  ],
  [
    'variables-of-2008',
    'peer-wrong',
    'VAR-02',
    VARIABLES,
    'under version 2008-10-17, which a missing version is, a variable is text',
    ({ vector }) => hasOldVersion(vector.policies)
  ],
  [
    'null-with-set-operator',
    'peer-wrong',
    'COND-15',
    CHECKS,
    'ForAllValues:Null is always true, ForAnyValue:Null never',
    some((test) => isSet(test) && test.operator.endsWith('Null'))
  ],
  [
    'any-if-exists',
    'not-documented',
    'COND-57',
    OPERATORS,
    'IfExists makes the test true when the key is missing; nothing excepts ForAnyValue',
    some(({ operator, given }) => given === null && /^ForAnyValue.*IfExists$/.test(operator))
  ],
  [
    'empty-list-is-null',
    'peer-wrong',
    'COND-14',
    OPERATORS,
    'an empty list counts as no key at all',
    some(({ given }) => Array.isArray(given) && given.length === 0)
  ],
  [
    'empty-text-is-empty-set',
    'not-documented',
    'COND-14',
    SETS,
    'for set operators a lone empty text is an empty set; only the older page says so',
    some((test) => isSet(test) && isEmptySet(test))
  ],
  [
    'empty-list-in-policy',
    'not-documented',
    'COND-16',
    CHECKS,
    'what an empty list of values meets is documented for set operators and IfExists only',
    some(({ wanted }) => wanted.length === 0)
  ],
  [
    'range-of-another-family',
    'peer-wrong',
    'COND-37 COND-38',
    OPERATORS,
    'an address lies in none of the ranges of another family, so NotIpAddress is true',
    some((test) => test.operator.includes('NotIpAddress'))
  ],
  [
    'addresses-as-text',
    'peer-wrong',
    'COND-36 COND-39',
    OPERATORS,
    'addresses compare as numbers: 0.0.0.0/0 is all of IPv4, compressed and long forms are equal',
    some((test) => test.operator.includes('IpAddress'))
  ],
  [
    'dates-as-numbers',
    'peer-wrong',
    'COND-28 COND-29',
    OPERATORS,
    'a date is one of the forms of W3C’s note, or seconds since 1970',
    some(({ operator }) => operator.includes('Date'))
  ],
  [
    'numbers-that-are-none',
    'not-documented',
    'COND-26',
    OPERATORS,
    'a text that is no number meets nothing, so the negated operator is true',
    some(({ operator }) => operator.includes('Numeric'))
  ],
  [
    'bool-variables',
    'not-documented',
    'VAR-11',
    VARIABLES,
    'one page lists Bool among the operators with variables, another does not',
    some(({ operator, wanted }) => operator.includes('Bool') && wanted.some((each) => each.includes('${')))
  ],
  [
    'bool-words',
    'not-documented',
    'COND-30 COND-31',
    OPERATORS,
    'what Bool does with other words than true and false, and with their case',
    some(({ operator }) => operator.includes('Bool'))
  ],
  [
    'base64-form',
    'not-documented',
    'COND-33',
    OPERATORS,
    'whether base64 is compared as bytes or as text, and what is no base64 at all',
    some(({ operator }) => operator.includes('Binary'))
  ],
  [
    'value-is-no-arn',
    'not-documented',
    'COND-41 COND-44',
    OPERATORS,
    'what an ARN operator does with a value or a pattern that is no ARN',
    some(({ operator, wanted, given }) => {
      const texts = [...wanted, ...[given ?? []].flat()];
      return operator.includes('Arn') && texts.some((each) => each.split(':').length < 6);
    })
  ],
  [
    'unresolved-and-negated',
    'peer-wrong',
    'VAR-08 COND-11',
    VARIABLES,
    'a variable without value meets nothing, so the negated operator is true',
    some((test) => isNegated(test) && test.wanted.some((each) => each.includes('${')))
  ],
  [
    'escapes-and-defaults',
    'peer-wrong',
    'VAR-05 VAR-06',
    VARIABLES,
    'escapes and quoted defaults stand in any text that takes variables',
    some(({ wanted }) => wanted.some((each) => each.includes('${')))
  ],
  [
    'unresolved-not-resource',
    'not-documented',
    'VAR-09',
    VARIABLES,
    'a NotResource with a variable that has no value spares nothing',
    ({ text }) => /"NotResource":[^}]*\$\{/.test(text)
  ],
  [
    'variables-in-resources',
    'peer-wrong',
    'VAR-01 VAR-06',
    VARIABLES,
    'a resource with variables and escapes is compared after they are replaced',
    ({ text }) => /"Resource":[^}]*\$\{/.test(text)
  ],
  [
    'list-under-plain-operator',
    'not-documented',
    'COND-60',
    SETS,
    'what an operator without ForAllValues or ForAnyValue does with a list',
    some((test) => !isSet(test) && Array.isArray(test.given))
  ],
  [
    'not-principal-chain',
    'not-documented',
    'PRIN-22 PRIN-23',
    'IAM:reference_policies_elements_notprincipal',
    'whether a NotPrincipal that names only a part of the caller’s chain spares it',
    ({ text }) => text.includes('"NotPrincipal"')
  ],
  [
    'rcp-services',
    'peer-wrong',
    'EVAL-03b EVAL-03c',
    'ORG:orgs_manage_policies_rcps',
    'RCPs bind the services of a list, and never kms:RetireGrant',
    ({ vector }) => vector.policies.rcps !== undefined
  ],
  [
    'account-of-another-partition',
    'peer-wrong',
    'PRIN-17',
    'IAM:access_policies-cross-account-resource-access',
    'an account of another partition is another account',
    ({ text }) => text.includes('arn:aws-cn:')
  ],
  [
    'star-and-services',
    'not-documented',
    'PRIN-01',
    'IAM:reference_policies_elements_principal',
    'whether everybody includes AWS services',
    (seen) => isCaller(seen, 'service')
  ],
  [
    'short-and-odd-arns',
    'not-documented',
    'RES-05',
    'IAM:reference_policies_elements_resource',
    'how far a wildcard runs in a pattern with fewer fields than an ARN has',
    ({ text }) => /"arn(:[^":]*){1,4}"/.test(text)
  ]
];

export const SIMULATE_CLASSES: readonly Class[] = ROWS.map(([id, verdict, rule, page, why, fits]) => ({
  ...{ id, verdict, rule, page, why, fits },
  engine: 'iam-simulate'
}));
