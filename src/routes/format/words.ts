/** What the format's page says of sections and keys beyond their one line, and the examples that go with them. */

export interface Words {
  /** Paragraphs; words in backticks are code. */
  readonly says: readonly string[];
  /** Names of examples. */
  readonly examples: readonly string[];
}

/** The example that the page begins with. */
export const FIRST = 'first-file';

/** By the anchor of the section or key. */
export const WORDS: Readonly<Record<string, Words>> = {
  accounts: {
    says: [
      'The name before each account is its alias, and everything else in the file calls it by that. What an account owns stands inside it: its users, groups and roles, its policies, its resources.'
    ],
    examples: []
  },
  // EVAL-06, EVAL-07.
  'accounts.users': {
    says: [
      'What is written here belongs to the user alone. What comes through a group is read there, and a boundary gives nothing: it only keeps back.'
    ],
    examples: ['user-with-limits']
  },
  // EVAL-21, GRAM-11.
  'accounts.roles': {
    says: [
      'A role has two sides: `trust` says who may put it on, the other policies what it may do then. A trust policy is a resource-based policy and must name its principals.'
    ],
    examples: ['borrowed-role']
  },
  'accounts.identityProviders': {
    says: [
      'A provider is asked for by its name: `oidc:alias/NAME` or `saml:alias/NAME`. The claims of a token are condition keys, written in the `context` of the request.'
    ],
    examples: ['pipeline-token']
  },
  'accounts.resources': {
    says: [
      'A request finds the listed resource that its ARN lies in: an object its bucket, a log stream its log group, an index its table. A resource that nobody lists belongs to the account in its ARN and has no policy. An S3 ARN carries no account, so an unlisted bucket counts as the caller’s own, with a warning.'
    ],
    examples: ['stranger', 'public-bucket', 'key-grant']
  },
  // EVAL-04, EVAL-03, ORG-01.
  organizations: {
    says: [
      'The tree runs from the `root` through `units` to accounts; a policy binds everything below the place it hangs on. A list of SCPs is complete: leave `FullAWSAccess` out of one, and below it only what the others on that list allow is left.'
    ],
    examples: ['organization', 'root-task']
  },
  'organizations.root': {
    says: ['A unit looks like the root and may hold further units.'],
    examples: []
  },
  network: { says: [], examples: ['private-road'] },
  identityCenter: {
    says: [
      'An assignment makes a role `AWSReservedSSO_…` in its account, with the policies of its permission set. Customer managed policies are looked up by name in that account. A user comes as a session of that role: `sso:USER/PERMISSIONSET@alias`.'
    ],
    examples: ['directory']
  },
  events: {
    says: ['What has happened decides nothing; nor do a password policy and the trails of an account.'],
    examples: ['decides-nothing']
  },
  requests: {
    says: [
      'Only `principal` and `action` are needed. What the world knows goes into the context by itself: tags, organization, account, time, MFA. What the request writes wins, an unquoted `null` takes a key away, and `unknown` leaves it open.',
      'The `by` of an expectation names what must have decided, as loosely as you like: `identity`, `scp@Workloads`, `identity/Deploy#Update`. Its first word is one of `authentication`, `sts`, `root`, `rcp`, `scp`, `endpoint`, `resource`, `grant`, `acl`, `publicAccessBlock`, `identity`, `boundary`, `session`.'
    ],
    examples: ['facts-of-a-request']
  },
  'requests.assume': {
    says: [
      'Each hop is a request of its own, to STS, and must be allowed before the next is looked at. Hops share the network and the time of the request; what is particular to its action they do not see.'
    ],
    examples: []
  },
  exercise: {
    says: [
      'Goals and probes are requests with `expect`, judged by what the policies do: any right answer is right. Probes are hidden until the goals first pass.',
      '`bouncer check` holds an exercise to its law. The start fails a goal or a probe; the solution and each alternative pass all; every decoy fails; without any single statement that the solution adds or changes something fails; nobody edits what is locked; `par` and `moves` are what the solution takes; `teaches` names terms of the glossary.',
      'With `--mutants` the solution is made slightly wrong in many ways. What passes all the same wants another probe, or a reason under `survivors`. `bouncer new exercise` writes the file below.'
    ],
    examples: ['an-exercise']
  },
  walkthrough: {
    says: ['A scene whose `expect` no longer holds fails the check, so a talk cannot go stale unnoticed.'],
    examples: ['two-scenes']
  },
  layout: {
    says: [
      'Things go by the names that requests have for them; an account goes by its alias, a policy by its id. What is not written here finds its place by itself, around what is. Dragging on the page writes it, “Tidy up” takes it away.'
    ],
    examples: []
  }
};
