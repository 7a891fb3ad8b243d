/** Which kind of policy guards a resource: a trust policy, a key policy, or any other resource-based policy. */
import { hasResourcePolicies } from '../catalog/services.ts';
import type { Request } from '../engine/request.ts';
import { splitArn } from '../world/arn.ts';
import { layerOf, policiesOf, type Context } from './context.ts';

/**
 * `trust` for the STS calls on a role, which its trust policy alone governs (SVC-01); administrative calls such as
 * `iam:GetRole` never ask it. `key` for KMS keys (EVAL-22).
 */
export function doorKind(request: Request): 'trust' | 'key' | 'resource' {
  const arn = splitArn(request.resource);
  if (arn?.service === 'kms' && arn.resource.startsWith('key/')) return 'key';
  const isSts = request.action.toLowerCase().startsWith('sts:');
  return isSts && arn?.service === 'iam' && arn.resource.startsWith('role/') ? 'trust' : 'resource';
}

/** Whether the resource is of a service that knows no resource-based policies. */
export function isDoorless({ resource }: Request): boolean {
  return !hasResourcePolicies(splitArn(resource)?.service ?? '');
}

export const DOOR_NOUN = {
  trust: 'trust policy',
  key: 'key policy',
  resource: 'resource-based policy'
} as const;

/** The policy that guards the resource, named also where there is none. */
export function doorName({ words, evaluation }: Context): string {
  const { request } = evaluation;
  const layer = layerOf(evaluation, 'resource');
  const policy = layer ? policiesOf(layer)[0] : undefined;
  if (policy) return words.policy(policy.policy, policy.target, 'resource');
  const kind = DOOR_NOUN[doorKind(request)];
  return request.resource === '*' ? `a ${kind}` : `the ${kind} of ${words.resource(request.resource)}`;
}
