/** A world being built: the maps of a `World` while they fill, and the short names by which the file refers to things. */
import type { PolicyDocument } from '../policy/document.ts';
import { LateMap } from '../source/late-map.ts';
import type { Tree } from '../source/tree.ts';
import { newWorld } from '../world/new-world.ts';
import type { OpenWorld } from '../world/new-world.ts';
import type { AccountId, Arn, PolicyId, World } from '../world/world.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Setting } from '../policy/setting.ts';
import type { Log } from './shape.ts';

export interface Draft extends Omit<OpenWorld, 'policies'> {
  readonly policies: LateMap<PolicyId, PolicyDocument>;
  /** Policies without a problem, by what they say; see alike.ts. */
  readonly sound: Map<string, PolicyId>;
  /** Of a policy that says the same as one before it: that one. */
  readonly twins: Map<PolicyId, PolicyId>;
  /** The attachments as keys, so that none is made twice. */
  readonly attached: Set<string>;
  /** What each policy was read from, in the order of `papers`; none for a policy that is missing altogether. */
  readonly trees: Map<PolicyId, Tree>;
  /** What each of them is for, and where it hangs. */
  readonly settings: Map<PolicyId, Setting>;
  /** Account ids by alias. */
  readonly aliases: Map<string, AccountId>;
  /** Users, roles, roots by `alias:user/NAME`, `alias:role/NAME`, `alias:root`. */
  readonly principalNames: Map<string, Arn>;
  /** Groups by `alias:group/NAME`. */
  readonly groupNames: Map<string, Arn>;
  /** Identity providers by `oidc:alias/NAME` and `saml:alias/NAME`. */
  readonly providerNames: Map<string, Arn>;
  /** Resources by `alias:NAME`. */
  readonly resourceNames: Map<string, Arn>;
  /** How often a short name was made from ARNs, by `alias:NAME`: where to go on counting. */
  readonly resourceNameCounts: Map<string, number>;
  /** Roles of Identity Center by `sso:USER/PERMISSIONSET@alias`. */
  readonly ssoNames: Map<string, SsoAccess>;
  /** Users of the directory of Identity Center, assigned something or not. */
  readonly ssoUsers: Set<string>;
  /** Names of customer managed policies by the account's alias. */
  readonly policyNames: Map<string, readonly string[]>;
  /** Managed policies by ARN. */
  readonly policyArns: Map<Arn, PolicyId>;
  readonly log: Log;
  /** Errors of reading the file. A policy that one of them lies in is broken, however well the rest of it reads. */
  readonly unread: readonly Diagnostic[];
  /** Errors that hide somebody's policies, by the path of whom. */
  readonly withheld: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Who has which permission set where: a session of a role, named after the user. */
export interface SsoAccess {
  readonly role: Arn;
  readonly user: string;
  readonly permissionSet: string;
  /** Seconds. */
  readonly duration: number;
}

/** @param now ms since 1970 */
export function newDraft(
  now: number,
  log: Log,
  { unread, withheld }: Pick<Draft, 'unread' | 'withheld'>
): Draft {
  return {
    ...newWorld(now),
    policies: new LateMap(),
    sound: new Map(),
    twins: new Map(),
    attached: new Set(),
    trees: new Map(),
    settings: new Map(),
    aliases: new Map(),
    principalNames: new Map(),
    groupNames: new Map(),
    providerNames: new Map(),
    resourceNames: new Map(),
    resourceNameCounts: new Map(),
    ssoNames: new Map(),
    ssoUsers: new Set(),
    policyNames: new Map(),
    policyArns: new Map(),
    log,
    unread,
    withheld
  };
}

/** The world without the names that only building needs. Shares the draft's maps. */
export function toWorld(draft: Draft): World {
  const { now, accounts, organizations, principals, groups, identityProviders } = draft;
  const { resources, endpoints, policies, broken, papers, attachments } = draft;
  return {
    now,
    accounts,
    organizations,
    principals,
    groups,
    identityProviders,
    resources,
    endpoints,
    policies,
    broken,
    papers,
    attachments
  };
}
