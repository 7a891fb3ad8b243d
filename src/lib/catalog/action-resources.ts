/**
 * Which resources an action takes, and whether a pattern in Resource can ever mean one of them (RES-09, RES-10).
 * Source: Service Authorization Reference, the tables of actions and of resource types.
 */
import type { CatalogueAction } from './catalogue.ts';
import type { ActionResource, ResourceTypeFacts, ServiceFacts } from './service.ts';
import { canMeet, fromPattern, fromTemplate, leastLength, type Symbols } from './wild.ts';

/** A type of resource as an action takes it. */
export interface ResourceOfAction {
  readonly type: ResourceTypeFacts;
  /** Whether it is needed, and which condition keys count with it alone. */
  readonly taken: ActionResource;
}

/** The types of resources an action takes; none for one that is authorized against `*` only (RES-09). */
export function resourcesOf({ service, facts }: CatalogueAction): readonly ResourceOfAction[] {
  return facts.resources.flatMap((taken) => {
    const type = service.resources.get(taken.type.toLowerCase());
    return type ? [{ type, taken }] : [];
  });
}

/** The types of a service's resources that an ARN, or a pattern for ARNs, can mean: the most exact ones first. */
export function typesOfArn(service: ServiceFacts, arn: string): readonly ResourceTypeFacts[] {
  return [...service.resources.values()]
    .flatMap((type) => {
      const meant = type.arns.filter((each) => arnsMeet(arn, each));
      return meant.length > 0 ? [{ type, exact: Math.max(...meant.map(exactness)) }] : [];
    })
    .sort((a, b) => b.exact - a.exact)
    .map(({ type }) => type);
}

/** How much of an ARN's pattern is fixed text. */
function exactness(arn: string): number {
  return arn.replace(/\$\{[^}]*\}/g, '').length;
}

/**
 * Whether some resource of the action can match a pattern of Resource. False means: this pair of action and pattern
 * never matches (RES-10). For an action that takes no resource only what matches the text `*` is true (RES-09).
 */
export function fitsResource(action: CatalogueAction, pattern: string): boolean {
  if (isEverything(pattern)) return true;
  if (action.id.toLowerCase() === 's3:listallmybuckets') return arnsMeet(pattern, ALL_BUCKETS);
  return resourcesOf(action).some(({ type }) => type.arns.some((arn) => arnsMeet(pattern, arn)));
}

/**
 * S3 asks for listing all buckets with this text too: an example of the IAM User Guide works with it alone (RES-09).
 * Source: "Amazon S3: Allows S3 bucket access, but not to the production bucket" and other examples.
 */
const ALL_BUCKETS = 'arn:${Partition}:s3:::*';

/** Whether a pattern matches the text `*`, which requests without a resource are authorized against. */
function isEverything(pattern: string): boolean {
  return /^(?:\*+|\?|\*+\?\**)$/.test(pattern);
}

/**
 * Parts of ARNs that never hold a `/`; all others may hold anything.
 * Source: naming rules of S3 buckets, DynamoDB tables, SQS queues, SNS topics and KMS keys in their developer guides.
 */
const IN_SEGMENT: ReadonlySet<string> = new Set([
  'BucketName',
  'TableName',
  'QueueName',
  'TopicName',
  'KeyId'
]);

/** The first five parts of an ARN's pattern, and the rest (RES-01). */
interface Template {
  readonly fields: readonly Symbols[];
  /** From each field to the end, colons included. */
  readonly tails: readonly Symbols[];
}

const templates = new Map<string, Template>();

/** Made once for each ARN of the reference: there are some thousands, whatever anybody writes. */
function templateOf(arn: string): Template {
  const known = templates.get(arn);
  if (known) return known;
  const fields = fieldsOf(arn);
  const made = {
    fields: fields.map((field) => fromTemplate(field, IN_SEGMENT)),
    tails: fields.map((_, i) => fromTemplate(fields.slice(i).join(':'), IN_SEGMENT))
  };
  templates.set(arn, made);
  return made;
}

/** Cut at the first five colons that are no part of a variable (RES-01). */
function fieldsOf(arn: string): readonly string[] {
  const fields = [''];
  for (const [part] of arn.matchAll(/\$\{[^}]*\}|:|[^:$]+|\$/g)) {
    if (part === ':' && fields.length < 6) fields.push('');
    else fields.push(`${fields.pop() ?? ''}${part}`);
  }
  return fields;
}

/** RES-02, RES-05: part by part; only a last part that ends in `*` may run over the colons that are left. */
function arnsMeet(pattern: string, template: string): boolean {
  if (isEverything(pattern)) return true;
  const parts = fieldsOf(pattern);
  const { fields, tails } = templateOf(template);
  const last = parts.length - 1;
  if (last < fields.length - 1 && !pattern.endsWith('*')) return false;
  return parts.every((part, i) => {
    const theirs = i === last ? tails[i] : fields[i];
    const mine = fromPattern(part);
    return theirs !== undefined && leastLength(mine) <= MAX_ARN && canMeet(mine, theirs);
  });
}

/** No ARN is longer; a pattern that needs more characters means none. Source: IAM API Reference, arnType. */
const MAX_ARN = 2048;
