/** Which kind of policy guards a resource: a trust policy, a key policy, or any other resource-based policy. */
import type { Request } from '../engine/request.ts';
import { parseArn } from './arn.ts';

/**
 * `trust` for the STS calls on a role, which its trust policy alone governs (SVC-01); administrative calls such as
 * `iam:GetRole` never ask it. `key` for KMS keys (EVAL-22).
 */
export function doorKind(request: Request): 'trust' | 'key' | 'resource' {
  const arn = parseArn(request.resource);
  if (arn?.service === 'kms' && arn.resource.startsWith('key/')) return 'key';
  const isSts = request.action.toLowerCase().startsWith('sts:');
  return isSts && arn?.service === 'iam' && arn.resource.startsWith('role/') ? 'trust' : 'resource';
}
