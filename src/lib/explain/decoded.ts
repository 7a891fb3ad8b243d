/**
 * A refusal as `DecodeAuthorizationMessage` shows it, made from the trace. Source: STS API Reference,
 * DecodeAuthorizationMessage (MSG-10); the members are documented, how they nest is seen in its answers.
 */
import { isUnknown, type Caller, type Request } from '../engine/request.ts';
import type { ElementStep, Evaluation, StatementStep } from '../engine/trace.ts';
import { lastName } from '../world/arn.ts';

/** JSON of two-space steps: what a caller with `sts:DecodeAuthorizationMessage` would read of this one call. */
export function decoded(evaluation: Evaluation): string {
  const { request, decidedBy } = evaluation;
  const isExplicit = decidedBy.kind === 'explicitDeny';
  return JSON.stringify(
    {
      allowed: false,
      explicitDeny: isExplicit,
      matchedStatements: { items: isExplicit ? denies(evaluation).map(toStatement) : [] },
      failures: { items: [] },
      context: {
        principal: toPrincipal(request.caller),
        action: request.action,
        resource: request.resource,
        conditions: { items: toConditions(request) }
      }
    },
    null,
    2
  );
}

function denies({ steps }: Evaluation): readonly StatementStep[] {
  return steps
    .flatMap((step) => (step.kind === 'policyType' ? step.steps : []))
    .flatMap((target) => target.steps)
    .flatMap((policy) => policy.steps)
    .filter((statement) => statement.effect === 'Deny' && statement.outcome === 'match');
}

const items = (values: readonly string[]) => ({ items: values.map((value) => ({ value })) });

function toStatement({ sid, effect, steps }: StatementStep) {
  const element = (name: ElementStep['element']): readonly string[] =>
    steps.flatMap((step) =>
      step.kind === 'element' && step.element === name ? step.expected.map(({ text }) => text) : []
    );
  const conditions = steps.flatMap((step) => (step.kind === 'condition' ? [step] : []));
  return {
    statementId: sid ?? '',
    effect: effect.toUpperCase(),
    principals: items(element('Principal')),
    principalGroups: { items: [] },
    actions: items(element('Action')),
    resources: items(element('Resource')),
    conditions: {
      items: conditions.map(({ key, operator, expected }) => ({
        key,
        operator,
        values: items(expected.map(({ text }) => text))
      }))
    }
  };
}

function toPrincipal(caller: Caller) {
  switch (caller.kind) {
    case 'user':
      return { id: caller.uniqueId, name: lastName(caller.arn), arn: caller.arn };
    case 'roleSession':
      return { id: `${caller.roleId}:${caller.session}`, name: lastName(caller.role), arn: caller.arn };
    case 'root':
      return { id: caller.account, name: 'root', arn: caller.arn };
    case 'federatedUser':
      return { id: `${caller.account}:${lastName(caller.arn)}`, name: lastName(caller.arn), arn: caller.arn };
    case 'service':
      return { id: caller.service, name: caller.service, arn: caller.service };
    case 'identityProvider':
    case 'anonymous':
      return { id: 'ANONYMOUS', name: '', arn: '' };
  }
}

function toConditions({ context }: Request) {
  return [...context.values()].flatMap((value) =>
    isUnknown(value) ? [] : [{ key: value.key, values: items(value.values) }]
  );
}
