/** A world in which nothing is known yet, with maps that can be filled. */
import type { PolicyDocument } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type {
  Account,
  AccountId,
  Arn,
  Attachment,
  Endpoint,
  Group,
  IdentityProvider,
  Organization,
  Paper,
  PolicyId,
  Principal,
  Resource
} from './world.ts';

/** A `World` while it is built. */
export interface OpenWorld {
  readonly now: number;
  readonly accounts: Map<AccountId, Account>;
  readonly organizations: Map<string, Organization>;
  readonly principals: Map<Arn, Principal>;
  readonly groups: Map<Arn, Group>;
  readonly identityProviders: Map<Arn, IdentityProvider>;
  readonly resources: Map<Arn, Resource>;
  readonly endpoints: Map<string, Endpoint>;
  readonly policies: Map<PolicyId, PolicyDocument>;
  readonly broken: Map<PolicyId, readonly Diagnostic[]>;
  readonly papers: Map<PolicyId, Paper>;
  readonly attachments: Attachment[];
}

/** @param now ms since 1970 */
export function newWorld(now: number): OpenWorld {
  return {
    now,
    accounts: new Map(),
    organizations: new Map(),
    principals: new Map(),
    groups: new Map(),
    identityProviders: new Map(),
    resources: new Map(),
    endpoints: new Map(),
    policies: new Map(),
    broken: new Map(),
    papers: new Map(),
    attachments: []
  };
}
