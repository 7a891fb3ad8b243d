/** The words of the policy language: elements, principal types, condition operators. All compare with case. */

/** Source: IAM User Guide, "Grammar of the IAM JSON policy language" (GRAM-07). */
export const DOCUMENT_ELEMENTS: readonly string[] = ['Version', 'Id', 'Statement'];

export const STATEMENT_ELEMENTS: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition'
];

export const PRINCIPAL_TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** Base operators. Source: IAM User Guide, "IAM JSON policy elements: Condition operators". */
const BASE_OPERATORS: readonly string[] = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnNotEquals',
  'ArnLike',
  'ArnNotLike',
  'Null'
];

export const OPERATOR_NAMES: ReadonlySet<string> = new Set(BASE_OPERATORS);

export const SET_OPERATORS = ['ForAllValues', 'ForAnyValue'] as const;

/** Every operator as it may be written, for suggestions. `Null` has no `IfExists` (COND-12). */
export const WRITTEN_OPERATORS: readonly string[] = ['', ...SET_OPERATORS.map((set) => `${set}:`)].flatMap(
  (set) =>
    BASE_OPERATORS.flatMap((base) => [`${set}${base}`, ...(base === 'Null' ? [] : [`${set}${base}IfExists`])])
);
