/** Something concrete where a policy has patterns: resources, and context that satisfies its conditions. */
import type { Condition, Pattern, PatternElement } from '../policy/document.ts';
import { matchesPattern } from '../policy/pattern.ts';
import { splitArn } from '../world/arn.ts';
import { sampleResource } from './sample-actions.ts';

/** What variables stand for. */
export interface Place {
  readonly account: string;
  readonly user: string;
}

function fillPart(part: Pattern['parts'][number], place: Place): string {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'anyRun':
      return 'example';
    case 'anyOne':
      return 'x';
    case 'variable':
      return /username$/i.test(part.key)
        ? place.user
        : /account$/i.test(part.key)
          ? place.account
          : 'example';
  }
}

function fillText(pattern: Pattern, place: Place): string {
  return pattern.parts.map((part) => fillPart(part, place)).join('');
}

/** An ARN that a pattern matches; null for what is no whole ARN. */
function fillArn(pattern: Pattern, place: Place): string | null {
  const parts = splitArn(fillText(pattern, place));
  if (parts === null || parts.resource === '') return null;
  const written = splitArn(pattern.text);
  const region = written?.region === '*' ? 'us-east-1' : parts.region;
  const account = written?.account === '*' ? place.account : parts.account;
  const partition = written?.partition === '*' ? 'aws' : parts.partition;
  return ['arn', partition, parts.service, region, account, parts.resource].join(':');
}

/** A resource that a statement means, fit for the action where there is a choice. */
export function resourceMeant(element: PatternElement | null, action: string, place: Place): string {
  const sample = sampleResource(action, place.account);
  if (element === null) return sample ?? '*';
  if (element.negated) return vary(sample ?? '*', (arn) => isMeant(element, arn, place));
  const filled = element.patterns.map((pattern) => fillArn(pattern, place));
  const fitting = filled.find((arn) => arn !== null && isAlike(arn, sample));
  const isOpen = element.patterns.some(({ text }) => /^\*+$/.test(text));
  if (isOpen && fitting === undefined) return sample ?? '*';
  return fitting ?? filled.find((arn) => arn !== null) ?? sample ?? '*';
}

/** A resource that a statement does not mean; null where it means all. */
export function resourceBeside(element: PatternElement | null, meant: string, place: Place): string | null {
  if (element === null || meant === '*') return null;
  const other = vary(meant, (arn) => !isMeant(element, arn, place));
  return isMeant(element, other, place) ? null : other;
}

/** The ARN, or the nearest to it that is wanted: in the same bucket, say. Itself when none is. */
function vary(arn: string, isWanted: (arn: string) => boolean): string {
  const parts = splitArn(arn);
  if (parts === null) return arn;
  const [container = '', ...inner] = parts.resource.split('/');
  const isObject = parts.service === 's3' && inner.length > 0;
  const near = isObject ? [`${container}/elsewhere/example.txt`, `${container}/elsewhere`] : [];
  const far = isObject ? [`${container}-other`, ...inner].join('/') : `${parts.resource}-other`;
  const prefix = arn.slice(0, -parts.resource.length);
  const candidates = [parts.resource, ...near, far].map((resource) => prefix + resource);
  return candidates.find(isWanted) ?? arn;
}

function isMeant({ negated, patterns }: PatternElement, arn: string, place: Place): boolean {
  const isNamed = patterns.some(({ parts }) => {
    const known = parts.map((part) =>
      part.kind === 'variable' ? ({ kind: 'literal', text: fillPart(part, place) } as const) : part
    );
    return matchesPattern(known, arn);
  });
  return isNamed !== negated;
}

/** Of S3, an object for what is asked of objects and a bucket for what is asked of buckets (RES-03). */
function isAlike(arn: string, sample: string | null): boolean {
  if (sample === null) return true;
  const [own, other] = [splitArn(arn), splitArn(sample)];
  if (own?.service !== 's3' || other?.service !== 's3') return own?.service === other?.service;
  return own.resource.includes('/') === other.resource.includes('/');
}

/** Keys that the world knows by itself; writing them down would only contradict it. It knows of no organization. */
const DERIVED =
  /^aws:(principal(?!tag\/|org)|username|userid|resourceaccount|currenttime|epochtime|calledvia|viaaws)/i;

/** Context that satisfies a statement's conditions as far as one value each can. */
export function contextMeant(conditions: readonly Condition[], place: Place): ReadonlyMap<string, string> {
  const context = new Map<string, string>();
  for (const condition of conditions) {
    const value = DERIVED.test(condition.key) ? null : valueFor(condition, place);
    if (value !== null && condition.operator.set === null) context.set(condition.key, value);
  }
  return context;
}

function valueFor({ operator, values }: Condition, place: Place): string | null {
  const [first] = values;
  if (!first) return null;
  const text = fillText(first, place);
  switch (operator.name) {
    case 'IpAddress':
      return text.split('/')[0] ?? null;
    case 'NumericLessThan':
      return shift(text, -1);
    case 'NumericGreaterThan':
      return shift(text, 1);
    case 'Null':
      return text === 'false' ? 'example' : null;
    default:
      return /Not|^Date/.test(operator.name) ? null : text;
  }
}

function shift(text: string, by: number): string | null {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : String(number + by);
}
