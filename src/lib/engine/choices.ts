/**
 * Where AWS does not document what happens, we had to choose. Every such choice of the engine stands here, so that
 * it can be shown and changed in one place. Source of the list: part 9.5 of the rules.
 */
export const CHOICES = {
  /** PRIN-22: a NotPrincipal that lists only part of the caller's identity chain still hits the caller. */
  incompleteNotPrincipalHits: true,
  /** COND-60: a plain positive operator never matches a key with several values; a negated one needs no hit. */
  plainOperatorOnSeveralValues: 'never',
  /** COND-56: ForAnyValue with a negated operator and a missing key is false. */
  forAnyValueNegatedOnMissingKey: false,
  /** COND-57: ForAnyValue…IfExists with a missing key is true. */
  forAnyValueIfExistsOnMissingKey: true,
  /** COND-41: the bare `*` under an ARN operator matches every value. */
  arnLikeBareStarMatches: true,
  /** COND-14: for set operators a single empty string counts as an empty set. */
  emptyStringIsEmptySet: true,
  /** PRIN-01: `{"AWS": "*"}` is the same as `"*"`, services included. */
  awsStarCoversServices: true,
  /** RES-09: s3:ListAllMyBuckets is tried against `*` and against `arn:aws:s3:::*`. */
  listAllMyBucketsMatchesBucketStar: true,
  /** GRAM-14: an empty list makes the statement match nothing, also under a `Not…` element. */
  emptyElementMatchesNothing: true
} as const;
