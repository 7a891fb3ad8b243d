/** One request as the matchers want it: what every statement asks of it, worked out once. */
import { CHOICES } from './choices.ts';
import { lower } from './lower.ts';
import type { PrincipalSetting } from './principal.ts';
import type { Request } from './request.ts';
import { toSplitText, type SplitText } from './values/arn-glob.ts';

export interface Question extends PrincipalSetting {
  /** In lower case. */
  readonly action: string;
  /** The resource, split; for RES-09 two. One of them must match. */
  readonly resources: readonly SplitText[];
}

/** @param setting a question already is its own answer */
export function toQuestion(setting: PrincipalSetting | Question): Question {
  if ('resources' in setting) return setting;
  const { request, hasBoundary, resourceAccount, canonicalId } = setting;
  const action = lower(request.action);
  return {
    request,
    hasBoundary,
    resourceAccount,
    canonicalId,
    action,
    resources: resourcesOf(request, action)
  };
}

const EVERY_BUCKET = toSplitText('arn:aws:s3:::*');

/** RES-09: one S3 action is written in AWS's examples with an ARN although it has no resource. */
function resourcesOf({ resource }: Request, action: string): readonly SplitText[] {
  const own = toSplitText(resource);
  const isListing = resource === '*' && action === 's3:listallmybuckets';
  return isListing && CHOICES.listAllMyBucketsMatchesBucketStar ? [own, EVERY_BUCKET] : [own];
}
