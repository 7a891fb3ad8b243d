/**
 * What single services check of the policies that hang on their resources: S3, KMS, SQS, SNS (GRAM-25, part 1.2,
 * QUO-16). Only what can be told for sure; where a pattern may be meant well, it is.
 */
import { s3Levels } from '../catalog/s3-levels.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { actionWithoutResource, foreignAction, foreignResource, keyLockout } from './diagnostics-kind.ts';
import type { Pattern, PatternElement, PolicyDocument, Statement } from './document.ts';
import { fix } from './fixes.ts';
import { headPlace, placeOf } from './node-place.ts';
import { matchesGlob, toGlob, toParts } from './pattern.ts';
import { queueLimits } from './quotas-queue.ts';
import { serviceOf, type Setting } from './setting.ts';

/** @param setting of a policy that hangs on a resource; one that is not known is checked for nothing */
export function serviceProblems(document: PolicyDocument, setting: Setting): Diagnostic[] {
  const service = serviceOf(setting);
  const foreign = foreignActions(document, service);
  switch (service) {
    case 's3':
      return [...foreign, ...bucketProblems(document, setting.resource ?? '')];
    case 'kms':
      return lockout(document);
    case 'sqs':
      return [...foreign, ...queueLimits(document)];
    default:
      return foreign;
  }
}

/** Services that have been seen to refuse the actions of others. */
const STRICT: ReadonlySet<string> = new Set(['s3', 'sqs', 'sns']);

function foreignActions({ statements }: PolicyDocument, service: string | null): Diagnostic[] {
  if (service === null || !STRICT.has(service)) return [];
  const isForeign = ({ text }: Pattern) => {
    const prefix = text.split(':')[0]?.toLowerCase() ?? '';
    return /^[a-z0-9-]+$/.test(prefix) && prefix !== service && !prefix.startsWith(`${service}-`);
  };
  return statements.flatMap(({ action }) =>
    action.patterns.filter(isForeign).map((pattern) => foreignAction(placeOf(pattern), pattern.text, service))
  );
}

/** @param bucket ARN of what carries the policy: of a bucket, or of an access point, which has rules of its own */
function bucketProblems({ statements }: PolicyDocument, bucket: string): Diagnostic[] {
  if (!/^arn:[\w-]+:s3:::[^/*]+$/.test(bucket)) return [];
  return statements.flatMap(({ action, resource }) => {
    const patterns = resource && !resource.negated ? resource.patterns : [];
    const foreign = patterns.filter((pattern) => !mayBeIn(bucket, pattern));
    const strangers = foreign.map((pattern) => foreignResource(placeOf(pattern), pattern.text, bucket));
    return patterns.length === foreign.length ? strangers : [...strangers, ...idle(action, patterns)];
  });
}

/** The text before the first wildcard or variable, and whether that is all. */
function headOf({ parts }: Pattern): readonly [head: string, isAll: boolean] {
  const [first] = parts;
  const head = first?.kind === 'literal' ? first.text : '';
  return [head, parts.length <= 1 && (first === undefined || first.kind === 'literal')];
}

function mayBeIn(bucket: string, pattern: Pattern): boolean {
  const [head, isAll] = headOf(pattern);
  if (head === bucket || head.startsWith(`${bucket}/`)) return true;
  return !isAll && bucket.startsWith(head);
}

/** A statement none of whose actions fits one of its resources: `s3:GetObject` on the bucket alone. */
function idle(action: PatternElement, resources: readonly Pattern[]): Diagnostic[] {
  const [first] = action.patterns;
  if (action.negated || !first) return [];
  const isIdle = (pattern: Pattern) => {
    const glob = toGlob(toParts(pattern.text.toLowerCase(), false));
    const levels = s3Levels((name) => glob !== null && matchesGlob(glob, name));
    return !resources.some(
      (one) => (levels.object && mayBeObject(one)) || (levels.bucket && mayBeBucket(one))
    );
  };
  if (!action.patterns.every(isIdle)) return [];
  const needs = resources.every((one) => !mayBeObject(one)) ? 'objects' : 'the bucket';
  return [actionWithoutResource(placeOf(first), first.text, needs, objectsToo(needs, resources))];
}

function mayBeObject(pattern: Pattern): boolean {
  const [head, isAll] = headOf(pattern);
  return head.includes('/') || !isAll;
}

function mayBeBucket(pattern: Pattern): boolean {
  return !headOf(pattern)[0].includes('/');
}

/** Where only the bucket is named, its objects were meant. */
function objectsToo(needs: string, resources: readonly Pattern[]) {
  const [only] = resources;
  if (needs !== 'objects' || resources.length !== 1 || !only) return undefined;
  return fix(`write \`${only.text}/*\``, 'changed', { at: only.path, set: `${only.text}/*` });
}

/** Nobody may do `kms:PutKeyPolicy` by this policy. Conditions and NotPrincipal are taken to let somebody in. */
function lockout(document: PolicyDocument): Diagnostic[] {
  return document.statements.some(allowsPolicyChange) ? [] : [keyLockout(headPlace(document))];
}

function allowsPolicyChange({ effect, action, principal }: Statement): boolean {
  if (effect !== 'Allow' || principal?.entries.length === 0) return false;
  const isHeld = action.patterns.some(({ text }) => {
    const glob = toGlob(toParts(text.toLowerCase(), false));
    return glob !== null && matchesGlob(glob, 'kms:putkeypolicy');
  });
  return isHeld !== action.negated;
}
