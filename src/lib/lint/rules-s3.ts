/** Findings about S3: buckets and the objects in them are two kinds of resources with actions of their own. */
import { s3Levels, type S3Levels } from '../catalog/s3-levels.ts';
import type { Pattern, PatternElement, Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { replaced, withText } from './fix.ts';
import { suggest, warn, type StatementRule, type Subject } from './found.ts';
import { coversAction } from './globs.ts';

const known = new Map<string, S3Levels>();

/** What an action of S3 acts on; null for one of another service, and for one that is not known. */
function levelsOf(action: string): S3Levels | null {
  if (!/^s3:/i.test(action)) return null;
  const levels = known.get(action) ?? s3Levels((name) => coversAction(action, name));
  if (known.size < 1000) known.set(action, levels);
  return levels.object && levels.bucket && !/[*?]/.test(action) ? null : levels;
}

/** `arn:aws:s3:::bucket…`; access points and the rest of S3 name an account. */
const BUCKET = /^arn:[^:]*:s3:::/;

function isBucketOnly({ text }: Pattern): boolean {
  return BUCKET.test(text) && !/[*/]/.test(text.replace(BUCKET, ''));
}

function isObjectsOnly({ text }: Pattern): boolean {
  return BUCKET.test(text) && text.replace(BUCKET, '').includes('/');
}

/** RES-03, RES-10. */
const levels: StatementRule = (statement, subject) => {
  const { action, resource } = statement;
  if (!resource || resource.negated || action.negated) return [];
  const ofS3 = resource.patterns.filter(({ text }) => BUCKET.test(text));
  if (ofS3.length === 0 || resource.patterns.some(({ text }) => reachesBoth(text))) return [];
  if (ofS3.every(isBucketOnly)) return onBuckets(statement, resource, ofS3, subject);
  return ofS3.every(isObjectsOnly) ? onObjects(statement, resource, ofS3) : [];
};

/** `*`, and what is no plain ARN of a bucket but S3's all the same. */
function reachesBoth(text: string): boolean {
  return /^\*+$/.test(text) || (!BUCKET.test(text) && /^(?:arn:[^:]*:(?:s3:|\*)|[^a])/.test(text));
}

function onBuckets(
  statement: Statement,
  resource: PatternElement,
  buckets: readonly Pattern[],
  subject: Subject
): readonly Diagnostic[] {
  const { patterns } = statement.action;
  const wanted = patterns.find(({ text }) => {
    const found = levelsOf(text);
    return found?.object === true && (!found.bucket || !hasObjects(subject, statement, buckets));
  });
  const [bucket] = buckets;
  if (!wanted || !bucket) return [];
  const keeps = patterns.some(({ text }) => levelsOf(text)?.bucket !== false);
  const texts = resource.patterns.flatMap((pattern) =>
    buckets.includes(pattern) ? [...(keeps ? [pattern.text] : []), `${pattern.text}/*`] : [pattern.text]
  );
  const title = 'write `/*` behind the bucket';
  const set = texts.length === 1 ? (texts[0] ?? '') : texts;
  return [
    warn('object-action-on-bucket', bucket, {
      message: `\`${wanted.text}\` acts on objects, and this names the bucket alone`,
      help: `name its objects: \`${bucket.text}/*\``,
      fix: { title, behaviour: 'changed', changes: [{ at: resource.path, set }] }
    })
  ];
}

/** Whether another statement of the same effect speaks of the objects. */
function hasObjects({ document }: Subject, statement: Statement, buckets: readonly Pattern[]): boolean {
  return document.statements.some(
    (other) =>
      other !== statement &&
      other.effect === statement.effect &&
      other.resource?.patterns.some(({ text }) =>
        buckets.some((bucket) => text.startsWith(`${bucket.text}/`))
      )
  );
}

function onObjects(
  { action }: Statement,
  resource: PatternElement,
  objects: readonly Pattern[]
): readonly Diagnostic[] {
  const wanted = action.patterns.find(({ text }) => levelsOf(text)?.object === false);
  const [first] = objects;
  if (!wanted || !first) return [];
  const bucket = first.text.slice(0, first.text.indexOf('/'));
  const fix = withText(resource, bucket, `name \`${bucket}\` too`, 'changed');
  return [
    warn('bucket-action-on-objects', wanted, {
      message: `\`${wanted.text}\` acts on a bucket, and the resources are objects`,
      help: `name the bucket too: \`${bucket}\``,
      fix: objects.length === 1 ? fix : null
    })
  ];
}

/** RES-02, RES-03. */
const forms: StatementRule = ({ effect, resource }) =>
  (resource?.patterns ?? []).flatMap((pattern): Diagnostic[] => {
    const { text } = pattern;
    if (/^arn:[^:]*:s3::\d{12}:[^/*?]+(?:\/|$)/.test(text) && !OTHERS.test(text)) {
      const better = text.replace(/^(arn:[^:]*:s3:):\d{12}:/, '$1::');
      const message = 'the ARN of a bucket names no account, so this matches none';
      return [
        warn('bucket-arn-with-account', pattern, { message, fix: replaced(pattern, better, 'changed') })
      ];
    }
    if (effect === 'Allow' && /^arn:[^:]*:s3:::[^/*?$]*[a-z\d]\*(?:\/|$)/.test(text)) {
      const message = `every bucket whose name begins so is meant, those of strangers included`;
      const help = 'write the whole name, and `/*` for its objects';
      return [suggest('bucket-name-open-end', pattern, { message, help })];
    }
    return [];
  });

const OTHERS = /:(?:accesspoint|job|storage-lens|storage-lens-group|async-request|access-grants)(?:[/:]|$)/;

export const S3_RULES: readonly StatementRule[] = [levels, forms];
