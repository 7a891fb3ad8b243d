/**
 * The action of a request, where the file names the operation of an API instead: AWS checks actions, some of which have
 * other names, and some calls need several (ACT-07, ACT-08, RES-11).
 */
import { actionsChecked } from '../catalog/operations.ts';
import type { RequestFacts } from '../engine/facts.ts';
import type { Arn } from '../world/world.ts';
import {
  copyWithoutSource,
  furtherResources,
  operationForAction,
  sourceWithoutCopy
} from './diagnostics-calls.ts';
import type { Draft } from './draft.ts';
import type { RequestFormat } from './format-requests.ts';
import { resolveResource } from './names.ts';
import type { Log } from './shape.ts';

export type Called = Pick<RequestFacts, 'action' | 'operation' | 'copyFrom'>;

/** What a request calls; null, with the reason in the log, for a copy of nothing. */
export function toCalled(draft: Draft, request: RequestFormat, log: Log): Called | null {
  const { action: written, copyFrom, map } = request;
  if (written === null) return null;
  const source = copyFrom === null ? null : resolveResource(draft, copyFrom, log);
  if (copyFrom !== null && source === null) return null;
  const at = map.entries.find(({ key }) => key === 'action')?.value ?? map;
  const checked = actionsChecked(written);
  if (checked === null) return ofAction(written, { at, operation: 'CopyObject', source, log });
  const operation = written.slice(written.indexOf(':') + 1);
  if (/^s3:(?:copyobject|uploadpartcopy)$/i.test(written))
    return ofCopy(written, { at, operation, source, log });
  log.push(operationForAction(at, written, checked));
  return { action: checked[0] ?? written, operation };
}

interface Copy {
  readonly at: Parameters<typeof operationForAction>[0];
  readonly operation: string;
  readonly source: Arn | null;
  readonly log: Log;
}

/** The writing of an object may be that of a copy; no other action may. */
function ofAction(action: string, { at, operation, source, log }: Copy): Called {
  if (source === null) return { action };
  if (/^s3:putobject$/i.test(action)) return { action, operation, copyFrom: source };
  log.push(sourceWithoutCopy(at, action));
  return { action };
}

/** The call is the writing of the copy; its source is read besides. */
function ofCopy(written: string, { at, operation, source, log }: Copy): Called | null {
  if (source === null) {
    log.push(copyWithoutSource(at, written));
    return null;
  }
  return { action: 's3:PutObject', operation, copyFrom: source };
}

/** The kinds of resource that RunInstances always needs. Source: Service Authorization Reference, Amazon EC2. */
const RUN_INSTANCES = [
  'image',
  'instance',
  'network-interface',
  'security-group',
  'subnet',
  'volume'
] as const;

/** Says which resources a call is checked on besides those that the file lists (RES-11). */
export function warnFurther(
  { action, resources, derive }: RequestFacts,
  request: RequestFormat,
  log: Log
): void {
  if (!derive || !/^ec2:runinstances$/i.test(action) || resources.some((arn) => arn === '*')) return;
  const missing = RUN_INSTANCES.filter((kind) => !resources.some((arn) => arn.includes(`:${kind}/`)));
  const at = request.map.entries.find(({ key }) => key === 'resource')?.value ?? request.map;
  if (missing.length > 0) log.push(furtherResources(at, action, missing));
}
