/**
 * Where AWS does not document what happens, we had to choose. Every such choice of the engine stands here, so that
 * it can be shown and changed in one place. Source of the list: part 9.5 of the rules.
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
  emptyElementMatchesNothing: true
};
