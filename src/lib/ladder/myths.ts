/** What is often told of IAM and is not so, each with a world in which one sees it. */
import { example, exercise, scenario, type Cited, type Run } from './cited.ts';
import { BEST_PRACTICES, DATA_EVENTS, DATES, KEYS_ROTATED, SECURITY_HUB } from './pages.ts';

export interface Myth extends Cited {
  /** Anchor. */
  readonly id: string;
  /** As one hears it. */
  readonly claim: string;
  /** Two to four sentences; code in backticks. */
  readonly truth: string;
  /** One or two, the one that settles it first. */
  readonly runs: readonly Run[];
  /** What of it no request can show, if anything. */
  readonly beyond?: string;
  /** Name of the exercise in which one does it oneself. */
  readonly exercise?: string;
}

export const MYTHS: readonly Myth[] = [
  {
    id: 'tuesdays',
    claim: 'A policy can let Sarah in on Tuesdays from nine to five.',
    truth:
      'Date operators compare the moment of the request with one fixed instant. No condition key knows a day of the week, so a window that covers this Tuesday is over before the next. What recurs has to come from outside: something that attaches and detaches the policy, or a role that is granted for some hours when it is asked for.',
    runs: [
      example('one-tuesday', 'next-tuesday', 'identity@sarah/Tuesday#NineToFive', 'implicitDeny'),
      example('one-tuesday', 'tuesday', 'identity@sarah/Tuesday#NineToFive', 'allowed')
    ],
    exercise: '3-04-sarahs-tuesday',
    rules: ['COND-28', 'KEY-43'],
    pages: [DATES]
  },
  {
    id: 'us-east',
    claim: 'Bob can be kept to the US-East region.',
    truth:
      'There is no Region of that name. `us-east-1` and `us-east-2` are two Regions, and `StringEquals` with `us-east` matches neither of them. Name both, or write the pattern with `StringLike`.',
    runs: [
      scenario(
        'bob-in-us-east',
        'barbara-virginia',
        'identity@barbara/FirstTry#StartInUsEast',
        'implicitDeny'
      )
    ],
    exercise: '3-03-bob-stays-in-us-east',
    rules: ['KEY-42', 'COND-21', 'COND-20']
  },
  {
    id: 'boundary-or-scp',
    claim: 'Organizations put a permissions boundary around each account.',
    truth:
      'A permissions boundary hangs on one user or one role and caps that identity alone. What caps a whole account is a service control policy, and it hangs on the account or on something above it in the organization. Two papers, two owners, and a request may have to pass both.',
    runs: [
      scenario('boundary-is-a-ceiling', 'beyond-the-ceiling', 'boundary', 'implicitDeny'),
      scenario('scp-at-every-floor', 'start-machine', 'scp', 'implicitDeny')
    ],
    exercise: '6-05-every-floor-needs-the-stairs',
    rules: ['EVAL-18b', 'EVAL-04']
  },
  {
    id: 'any-allow',
    claim: 'An allow in any policy lifts the default deny.',
    truth:
      'Only what grants can lift it: identity-based and resource-based policies, and grants and access control lists where a service has them. Boundaries, session policies, SCPs, RCPs and endpoint policies never grant; their Allow means no more than “this far”. Shirley’s boundary allows what no policy of hers does, and she gets nothing.',
    runs: [scenario('boundary-is-a-ceiling', 'under-the-ceiling-only', 'boundary', 'implicitDeny')],
    exercise: '6-01-a-ceiling-is-not-a-floor',
    rules: ['EVAL-18b', 'EVAL-10', 'EVAL-04', 'EVAL-19']
  },
  {
    id: 'revoked-at-once',
    claim: 'Edit the trust policy and the access is gone at once.',
    truth:
      'A trust policy is asked when a session begins. Sessions that have begun go on until they expire. To end them as well, deny the role everything where `aws:TokenIssueTime` lies before now, which is what the console’s button for revoking sessions writes.',
    runs: [
      example('changed-locks', 'still-inside', 'identity', 'allowed'),
      example('changed-locks', 'knocks', 'resource', 'implicitDeny')
    ],
    exercise: '8-06-revoked-but-still-inside',
    rules: ['SVC-01', 'KEY-21', 'STS-08']
  },
  {
    id: 'almighty-root',
    claim: 'Nothing can limit the root user.',
    truth:
      'No identity-based policy and no boundary does. But the root user of a member account is bound by the SCPs above the account, and a Deny in a resource-based policy or an RCP stops it too. An organization can even take its members’ root credentials away and do the few tasks that need root from one central account.',
    runs: [
      scenario('scp-at-every-floor', 'stop-trail-as-root', 'scp', 'explicitDeny'),
      scenario('deny-beats-allow', 'root-deletes', 'resource', 'explicitDeny')
    ],
    exercise: '6-09-above-the-law',
    rules: ['EVAL-17', 'EVAL-04', 'EVAL-17c']
  },
  {
    id: 'root-in-an-arn',
    claim: 'A principal that ends in :root is the root user.',
    truth:
      'In the `Principal` of a policy that ARN is the account. It leaves the choice to the account, whose own policies say who may come. And here the root user is the one who cannot: AWS refuses it `sts:AssumeRole` whatever the policies say.',
    runs: [
      example('account-not-root', 'dana', 'resource', 'allowed'),
      example('account-not-root', 'root', 'sts', 'implicitDeny')
    ],
    exercise: '4-04-root-is-not-root',
    rules: ['PRIN-02', 'PRIN-15', 'EVAL-21', 'STS-06']
  },
  {
    id: 'whose-role',
    claim: 'Account A lets account B in, so the role is made in A or in B; it comes to the same.',
    truth:
      'The role lives where the things are, in the account that is entered. Its trust policy names the account that comes from elsewhere. Swap the two and the policy invites people who are inside already, while the pipeline stands before the door.',
    runs: [exercise('5-03-the-letters-swap', 'jenkins-enters', 'resource', 'implicitDeny')],
    exercise: '5-03-the-letters-swap',
    rules: ['XACC-09', 'EVAL-21']
  },
  {
    id: 'a-statement-is-a-policy',
    claim: 'An object with Effect, Action and Resource is a policy.',
    truth:
      'It is a statement. A policy is the object around it, with `Statement`, and AWS refuses to store what lacks it. `Version` may be left out and should not be: without `2012-10-17` a variable such as `${aws:username}` is plain text and names nobody.',
    runs: [
      exercise('1-03-not-yet-a-policy', 'read-config', 'identity', 'undecided'),
      scenario('home-folders', 'nadia-reads', 'identity', 'implicitDeny')
    ],
    exercise: '1-03-not-yet-a-policy',
    rules: ['GRAM-02', 'GRAM-03', 'VAR-02']
  },
  {
    id: 'every-no-is-explicit',
    claim: 'One action that is not allowed, and the request counts as explicitly denied.',
    truth:
      'An explicit deny is a statement that says `Deny` and matches. Where nothing matches at all, the answer is no as well, but an implicit one: an Allow added later turns it around, and turns around no explicit deny.',
    runs: [
      scenario('deny-beats-allow', 'ben-reads-payroll', 'verdict', 'implicitDeny'),
      scenario('deny-beats-allow', 'ada-reads-payroll', 'verdict', 'explicitDeny')
    ],
    exercise: '2-02-deny-beats-allow-beats-silence',
    rules: ['EVAL-01', 'EVAL-02']
  },
  {
    id: 'a-user-per-person',
    claim: 'Users are for people: everybody gets one.',
    truth:
      'AWS’s own advice is that people come from a directory, through IAM Identity Center or another identity provider, and wear roles with credentials that expire. Carla works in two accounts and has a user in neither. IAM users are left for what cannot do it that way.',
    runs: [example('directory', 'carla', 'identity', 'allowed')],
    exercise: '7-05-carla-from-the-directory',
    rules: ['SSO-01', 'PRIN-18'],
    pages: [BEST_PRACTICES]
  },
  {
    id: 'alphanumeric-passwords',
    claim: 'A password policy that allows letters and digits only makes passwords stronger.',
    truth:
      'Fewer characters to choose from make weaker passwords. The account’s password policy can demand symbols, never forbid them. It binds the console passwords of IAM users alone: neither the root user nor access keys.',
    runs: [example('decides-nothing', 'look', 'identity', 'allowed')],
    beyond:
      'No request shows how strong a password is. This world has a password policy, and nothing is decided by it.',
    rules: ['IAM-01']
  },
  {
    id: 'every-call-is-logged',
    claim: 'CloudTrail records every API call.',
    truth:
      'A trail keeps management events unless told otherwise. Data events, the reading and writing of objects or the invoking of functions, must be switched on, and cost extra. Whoever reads your files with `s3:GetObject` leaves no line in a trail that was never asked for one.',
    runs: [example('decides-nothing', 'look', 'identity', 'allowed')],
    beyond:
      'What a trail keeps is no matter of a decision, and Bouncer keeps no log. This world has a trail, and its request is decided as it would be without.',
    exercise: '8-04-the-log-bucket',
    rules: [],
    pages: [DATA_EVENTS]
  },
  {
    id: 'cannot-destroy',
    claim: 'Who may upload and download but not delete can destroy nothing.',
    truth:
      '`s3:PutObject` writes over what is there, and without versioning the old file is gone. Whoever must not lose anything turns versioning on and keeps `s3:DeleteObjectVersion` to a few.',
    runs: [
      example('upload-not-delete', 'overwrite', 'identity', 'allowed'),
      example('upload-not-delete', 'delete', 'identity', 'implicitDeny')
    ],
    beyond:
      'Nor can a request show that without `s3:ListBucket` a missing file is answered with 403 instead of 404, so that a typing error looks like a missing permission.',
    exercise: '1-04-upload-dont-destroy',
    rules: ['ACT-01', 'EVAL-10', 'SVC-15']
  },
  {
    id: 'scps-bind-everybody',
    claim: 'An SCP limits everybody who acts in the account.',
    truth:
      'It limits the account’s own users and roles, and its root user. It does not reach the management account, service-linked roles, or somebody from another organization who comes by a resource-based policy. Against strangers at your resources there are resource control policies.',
    runs: [
      scenario('scp-at-every-floor', 'stranger-reads-ledger', 'scp', 'allowed'),
      scenario('scp-at-every-floor', 'stop-payer-trail', 'scp', 'allowed')
    ],
    exercise: '6-07-strangers-dont-read-your-scp',
    rules: ['EVAL-04b', 'SVC-30', 'SVC-31', 'XACC-05']
  },
  {
    id: 'ninety-days',
    claim: 'AWS says: rotate every access key every 90 days.',
    truth:
      'Ninety days is a control of the CIS benchmark and of the standards that Security Hub checks, AWS’s own among them, and the default of the rule of AWS Config that measures it. IAM’s guide begins earlier: have no long-term keys where a role will do, and rotate those that remain when there is cause, such as somebody leaving. IAM itself never asks how old a key is.',
    runs: [
      example('old-key', 'seven-years', 'signed', 'allowed'),
      example('old-key', 'switched-off', 'signed', 'implicitDeny')
    ],
    beyond: 'Ninety days is a number in a standard, and no request can prove a standard.',
    rules: ['EVAL-24'],
    pages: [BEST_PRACTICES, KEYS_ROTATED, SECURITY_HUB]
  }
];
