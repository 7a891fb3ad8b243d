/** The stops for what has a say beside the policies, as steps of the trace; none where there is nothing to say. */
import type { Beside } from './beside.ts';
import type { GateStep } from './trace.ts';

/** KMS grants, ACLs and Block Public Access, as far as the request meets them. */
export function besideSteps(beside: Beside, prefix: string): readonly GateStep[] {
  return [...grantStep(beside, prefix), ...aclStep(beside, prefix), ...publicAccessStep(beside, prefix)];
}

function grantStep({ keyGrant }: Beside, prefix: string): readonly GateStep[] {
  if (!keyGrant) return [];
  const outcome = ({ match: 'pass', unknown: 'unknown', noMatch: 'notApplicable' } as const)[
    keyGrant.outcome
  ];
  return [make('grant', `${prefix}grant`, 'SVC-04', outcome, keyGrant.grant?.name ?? undefined)];
}

function aclStep({ acl, unsupportedAcl }: Beside, prefix: string): readonly GateStep[] {
  if (unsupportedAcl) return [make('acl', `${prefix}acl`, 'SVC-11', 'stop', 'AccessControlListNotSupported')];
  if (!acl) return [];
  const rule = acl.foreign ? 'SVC-12' : 'EVAL-23';
  const silent = acl.foreign ? 'stop' : 'notApplicable';
  return [make('acl', `${prefix}acl`, rule, acl.outcome === 'grants' ? 'pass' : silent, acl.acl)];
}

function publicAccessStep({ publicAccess, acl }: Beside, prefix: string): readonly GateStep[] {
  if (!publicAccess) return [];
  const ignored = acl?.outcome === 'ignored' ? 'IgnorePublicAcls' : null;
  const setting = publicAccess.setting ?? ignored;
  const outcome = setting === null ? 'pass' : 'stop';
  return [make('publicAccess', `${prefix}publicAccessBlock`, 'SVC-13', outcome, setting ?? undefined)];
}

function make(
  gate: GateStep['gate'],
  id: string,
  rule: string,
  outcome: GateStep['outcome'],
  about: string | undefined
): GateStep {
  const step = { kind: 'gate', id, rule, outcome, steps: [], gate, count: 0, at: [] } as const;
  return about === undefined ? step : { ...step, about };
}
