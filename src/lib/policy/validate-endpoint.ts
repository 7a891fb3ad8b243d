/** What only endpoint policies restrict (GRAM-24). Source: AWS PrivateLink Guide, "Control access … using endpoint policies". */
import type { Diagnostic } from '../source/diagnostic.ts';
import { endpointRule } from './diagnostics-kind.ts';
import type { Condition, Pattern, Statement } from './document.ts';
import { placeOf } from './node-place.ts';
import type { Setting } from './setting.ts';

/** Global keys whose values AWS makes up: accounts, organizations, networks. */
const SYSTEM_KEYS: ReadonlySet<string> = new Set([
  ...['aws:principalaccount', 'aws:principalorgid', 'aws:resourceaccount', 'aws:resourceorgid'],
  ...['aws:sourceaccount', 'aws:sourceorgid', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:ec2instancesourcevpc'],
  ...['aws:vpceaccount', 'aws:vpceorgid', 'aws:userid']
]);

export function endpointProblems(statement: Statement, { endpoint }: Setting): Diagnostic[] {
  return [
    ...(endpoint === 'gateway' ? gatewayProblems(statement) : []),
    ...statement.conditions.flatMap(conditionProblems)
  ];
}

/** Whoever calls through a gateway is told apart by conditions alone. */
function gatewayProblems({ principal }: Statement): Diagnostic[] {
  if (!principal || principal.negated) return [];
  const help = 'write `"Principal": "*"` and narrow with conditions such as `aws:PrincipalArn`';
  return principal.entries
    .filter(({ type, value }) => !(value === '*' && (type === '*' || type === 'AWS')))
    .map((entry) => endpointRule(placeOf(entry), 'the principal of a gateway endpoint policy is `*`', help));
}

function conditionProblems({ operator, key, values, ...node }: Condition): Diagnostic[] {
  const isSystem = SYSTEM_KEYS.has(key.toLowerCase());
  if (isSystem && operator.name.startsWith('Numeric')) {
    const help = 'compare such keys with `StringEquals`';
    return [endpointRule(placeOf(node), `an endpoint policy compares \`${key}\` with no number`, help)];
  }
  return values.filter(hasWildcard).flatMap((value) => {
    if (isSystem && operator.name !== 'Null') {
      const help = 'name each id in full';
      return [endpointRule(placeOf(value), `an endpoint policy takes no wildcard in \`${key}\``, help)];
    }
    if (!/^String(?:Not)?Like$/.test(operator.name) || isFarFromWildcards(value)) return [];
    const help = 'write at least six characters in a row before or after each `*` or `?`';
    return [endpointRule(placeOf(value), 'too few characters stand beside a wildcard', help)];
  });
}

function hasWildcard({ parts }: Pattern): boolean {
  return parts.some(({ kind }) => kind === 'anyRun' || kind === 'anyOne');
}

const FEWEST = 6;

/** Whether each wildcard has six characters in a row on one of its sides. A variable counts as enough. */
function isFarFromWildcards({ parts }: Pattern): boolean {
  const isLong = (index: number) => {
    const part = parts[index];
    return part?.kind === 'variable' || (part?.kind === 'literal' && part.text.length >= FEWEST);
  };
  return parts.every(
    ({ kind }, index) => (kind !== 'anyRun' && kind !== 'anyOne') || isLong(index - 1) || isLong(index + 1)
  );
}
