/**
 * Where AWS does not document what happens, or its pages disagree, we had to choose. Every such choice stands here,
 * so that it can be shown and changed in one place. Those in {@link CHOICES} are switches; the rest of
 * {@link CHOICE_NOTES} is built into the one function that cites the rule.
 */
export interface Choices {
  /** PRIN-22: a NotPrincipal that lists only part of the caller's identity chain still hits the caller. */
  readonly incompleteNotPrincipalHits: boolean;
  /** COND-60: a plain operator on a multivalued key tries its values; else a positive one never matches it. */
  readonly plainOperatorReadsMultivaluedKey: boolean;
  /** COND-56: ForAnyValue with a negated operator and a missing key is true. */
  readonly forAnyValueNegatedOnMissingKey: boolean;
  /** COND-57: ForAnyValue…IfExists with a missing key is true. */
  readonly forAnyValueIfExistsOnMissingKey: boolean;
  /** COND-41: the bare `*` under an ARN operator matches every value. */
  readonly arnLikeBareStarMatches: boolean;
  /** COND-14: for set operators a single empty string counts as an empty set. */
  readonly emptyStringIsEmptySet: boolean;
  /** PRIN-01: `{"AWS": "*"}` is the same as `"*"`, services included. */
  readonly awsStarCoversServices: boolean;
  /** RES-09: s3:ListAllMyBuckets is tried against `*` and against `arn:aws:s3:::*`. */
  readonly listAllMyBucketsMatchesBucketStar: boolean;
  /** GRAM-14: an empty list makes the statement match nothing, also under a `Not…` element. */
  readonly emptyElementMatchesNothing: boolean;
  /** SVC-04: a KMS grant to a role is limited by boundary and session policy, as a key policy naming the role is. */
  readonly keyGrantBowsToCeilings: boolean;
}

export const CHOICES: Choices = {
  incompleteNotPrincipalHits: true,
  plainOperatorReadsMultivaluedKey: false,
  forAnyValueNegatedOnMissingKey: false,
  forAnyValueIfExistsOnMissingKey: true,
  arnLikeBareStarMatches: true,
  emptyStringIsEmptySet: true,
  awsStarCoversServices: true,
  listAllMyBucketsMatchesBucketStar: true,
  emptyElementMatchesNothing: true,
  keyGrantBowsToCeilings: true
};

/** A question that AWS leaves open, and our answer. Code stands in backticks. */
export interface ChoiceNote {
  /** The rule it belongs to. */
  readonly rule: string;
  readonly question: string;
  readonly ours: string;
}

/** Every choice, for people; in the order of the rules. */
export const CHOICE_NOTES: readonly ChoiceNote[] = [
  note('GRAM-03', 'A policy without `Version`', 'is of version 2008-10-17; its variables are text'),
  note('GRAM-14', 'An empty list under `NotAction` or `NotResource`', 'matches nothing, as under `Action`'),
  note('GRAM-31', 'An SCP that allows single resources', 'is accepted; one sentence of AWS says otherwise'),
  note('QUO-13', 'How large an SCP may be', '10,240 characters and 10 per node, as since May 2026'),
  note('RES-05', 'Whether `*` runs across a colon', 'only as the last character of the pattern'),
  note('RES-09', '`s3:ListAllMyBuckets` with `arn:aws:s3:::*`', 'matches, as in AWS’s own examples'),
  note('VAR-09', '`NotResource` with a variable that has no value', 'spares nothing'),
  note('VAR-10', 'Wildcards that come out of a variable', 'are ordinary characters'),
  note('VAR-11', 'Variables under `Bool`', 'are replaced'),
  note('PRIN-01', '`{"AWS": "*"}` and AWS services', 'the same as `"*"`: services are covered'),
  note('PRIN-22', 'A `NotPrincipal` that lists only part of the caller’s chain', 'hits the caller'),
  note(
    'COND-14',
    'A key whose only value is the empty text',
    '`Null` finds it; set operators see an empty set'
  ),
  note('COND-26', 'A number that cannot be read', 'never matches, so the negated operator is true'),
  note('COND-29b', 'A date that cannot be read', 'never matches, so the negated operator is true'),
  note('COND-30', 'The case of `true` and `false` under `Bool`', 'does not matter'),
  note(
    'COND-39',
    'An address or range that cannot be read',
    'never matches, so the negated operator is true'
  ),
  note('COND-41', 'The bare `*` under an ARN operator', 'matches every value'),
  note(
    'COND-44',
    'A value that is no ARN under an ARN operator',
    'never matches, so the negated one is true'
  ),
  note('COND-56', '`ForAnyValue` with a negated operator, key missing', 'false: no value could satisfy it'),
  note('COND-57', '`ForAnyValue:…IfExists`, key missing', 'true, as `IfExists` says'),
  note('COND-60', 'A plain operator on a key with several values', 'positive never, negated if none hits'),
  note('COND-63', 'Two tags whose keys differ only by case', 'unpredictable at AWS; refused in a scenario'),
  note('KEY-01', '`aws:PrincipalArn` and `aws:userid` of a service', 'are missing'),
  note('KEY-05', '`aws:PrincipalAccount` of a service', 'is missing'),
  note('KEY-41', '`aws:SourceIp` in a forward access session', 'is kept; an older page says otherwise'),
  note(
    'KEY-42',
    'The Region of a call to STS when nothing says it',
    '`us-east-1`, as at its global endpoint; an endpoint in a Region would report that Region'
  ),
  note(
    'SVC-04',
    'Whether boundary and session policy limit a KMS grant',
    'as they limit a key policy: a grant to a role, not one to a user or session'
  ),
  note(
    'SVC-04',
    'Whether a KMS grant abroad needs an identity-based policy too',
    'no: KMS names a grant or an IAM policy as enough'
  ),
  note('SVC-04', 'The account in which a KMS grant was made', 'is that of the key'),
  note(
    'SVC-16',
    'Whether the caller’s own policies are asked for the bucket behind an access point too',
    'yes: the call is authorized on both, each time by the usual rules'
  ),
  note(
    'SVC-16',
    'How an access point that is bound to a VPC refuses',
    'as an explicit deny of its policy would'
  ),
  note(
    'MSG-05',
    'Which policy type a message names when several deny',
    'SCP, RCP, endpoint, resource, identity, boundary, session'
  )
];

function note(rule: string, question: string, ours: string): ChoiceNote {
  return { rule, question, ours };
}
