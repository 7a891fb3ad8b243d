/** The workloads in Cedar: one policy for each statement, the same conditions on the same facts. */
import {
  ACCOUNT,
  TEAM,
  type BenchCondition,
  type BenchRequest,
  type BenchStatement,
  type Workload
} from './workloads.ts';

/** All statements as policies by id. Cedar has no levels, boundary and lanes: it meets them as policies like others. */
export function toCedar(workload: Workload): Readonly<Record<string, string>> {
  const groups = [...workload.identity, ...workload.scps, workload.boundary ?? [], workload.bucket ?? []];
  return Object.fromEntries(groups.flat().map((statement, i) => [`p${i}`, toPolicy(statement)]));
}

function toPolicy({ effect, actions, resources, conditions = [] }: BenchStatement): string {
  const named = actions.filter((action) => !action.includes('*')).map(toAction);
  const wild = actions
    .filter((action) => action.includes('*'))
    .map((action) => like('context.action', action));
  const action = wild.length === 0 ? `action in [${named.join(', ')}]` : 'action';
  const tests = [
    wild.length === 0 ? [] : [...wild, ...named.map((each) => `action == ${each}`)],
    resources.includes('*') ? [] : resources.map((resource) => like('context.resource', resource)),
    ...conditions.map(toTests)
  ].filter((any) => any.length > 0);
  const when =
    tests.length === 0 ? '' : ` when { ${tests.map((any) => `(${any.join(' || ')})`).join(' && ')} }`;
  return `${effect === 'Allow' ? 'permit' : 'forbid'} (principal == User::"dana", ${action}, resource)${when};`;
}

function toAction(action: string): string {
  return `Action::${JSON.stringify(action)}`;
}

function like(of: string, pattern: string): string {
  return pattern.includes('*')
    ? `${of} like ${JSON.stringify(pattern)}`
    : `${of} == ${JSON.stringify(pattern)}`;
}

function toTests({ operator, key, values }: BenchCondition): readonly string[] {
  const fact = `context[${JSON.stringify(key)}]`;
  switch (operator) {
    case 'IpAddress':
      return values.map((value) => `${fact}.isInRange(ip(${JSON.stringify(value)}))`);
    case 'NotIpAddress':
      return [values.map((value) => `!${fact}.isInRange(ip(${JSON.stringify(value)}))`).join(' && ')];
    case 'StringNotEquals':
      return [values.map((value) => `${fact} != ${JSON.stringify(value)}`).join(' && ')];
    case 'StringLike':
      return values.map((value) => like(fact, value));
    case 'StringEquals':
    case 'Bool':
      return values.map((value) => `${fact} == ${JSON.stringify(value)}`);
  }
}

/** One call of the stateful entry: the policies have been parsed before. */
export function toCedarRequest(policySet: string, { action, resource, context }: BenchRequest): object {
  return {
    principal: { type: 'User', id: 'dana' },
    action: { type: 'Action', id: action },
    resource: { type: 'Resource', id: resource },
    context: {
      ...context,
      'aws:SourceIp': { __extn: { fn: 'ip', arg: context['aws:SourceIp'] ?? '' } },
      'aws:PrincipalTag/team': TEAM,
      'aws:PrincipalAccount': ACCOUNT,
      'aws:SecureTransport': 'true',
      action,
      resource
    },
    preparsedPolicySetId: policySet,
    entities: []
  };
}
