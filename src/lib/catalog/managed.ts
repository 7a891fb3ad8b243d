/**
 * AWS managed policies as facts: the default version of each and its date, copied from AWS. A selection: the ones that
 * articles and scenarios speak of. Large; the page never needs it, since policies travel inside the scenario.
 * Source: IAM, GetPolicyVersion of the default version; AWS Managed Policy Reference Guide.
 */
import policies from './managed-policies.json' with { type: 'json' };

export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
  /** The default version at the time of the copy, e.g. `v3`. */
  readonly version: string;
  /** The day that version was published, ISO. */
  readonly date: string;
  /** The policy document as a plain JSON object. */
  readonly document: object;
}

const BY_NAME: ReadonlyMap<string, ManagedPolicy> = new Map(policies.map((policy) => [policy.name, policy]));

/** The policy with exactly this name; null for one that does not exist or is not part of the selection. */
export function managedPolicy(name: string): ManagedPolicy | null {
  return BY_NAME.get(name) ?? null;
}

/** All names of the selection, in alphabetical order. */
export function managedPolicyNames(): readonly string[] {
  return [...BY_NAME.keys()];
}
