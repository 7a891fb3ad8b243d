/** Which AWS services a scenario names, by their prefixes: in policies, in requests, in what it lists. */
import { splitAction } from '../catalog/catalogue.ts';
import type { Statement } from '../policy/document.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { splitArn } from '../world/arn.ts';

/** @returns each once, in lower case; patterns such as `*` or `s3*:Get*` name none */
export function servicesNamed({ world, cases }: Pick<Scenario, 'world' | 'cases'>): readonly string[] {
  const named = new Set<string>();
  const seen = new Set<string>();
  const add = (prefix: string) => {
    if (seen.has(prefix)) return;
    seen.add(prefix);
    if (/^[a-z0-9-]+$/i.test(prefix)) named.add(prefix.toLowerCase());
  };
  // Many a policy stands in several places.
  for (const { statements } of new Set(world.policies.values()))
    for (const statement of statements) prefixesIn(statement).forEach(add);
  for (const arn of world.resources.keys()) add(splitArn(arn)?.service ?? '');
  for (const { request } of cases) add(splitAction(request?.action ?? '').prefix);
  return [...named];
}

/** What stands before the colons of a statement; not all of it is the prefix of a service. */
function prefixesIn({ action, resource, conditions }: Statement): readonly string[] {
  return [
    ...action.patterns.map(({ text }) => splitAction(text).prefix),
    ...(resource?.patterns ?? []).map(({ text }) => splitArn(text)?.service ?? ''),
    ...conditions.map(({ key }) => splitAction(key).prefix)
  ];
}
