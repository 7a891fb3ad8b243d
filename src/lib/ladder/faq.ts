/** Questions that are asked of IAM again and again, each with a short answer and a world that shows it. */
import { example, exercise, scenario, type Cited, type Run } from './cited.ts';
import * as pages from './pages.ts';

export interface Question extends Cited {
  /** Anchor. */
  readonly id: string;
  readonly asks: string;
  /** One to four sentences; code in backticks. */
  readonly answer: string;
  readonly runs: readonly Run[];
  /** What of it no request can show, if anything. */
  readonly beyond?: string;
}

export const QUESTIONS: readonly Question[] = [
  {
    id: 'user-or-role',
    asks: 'Should it be a user or a role?',
    answer:
      'A role, nearly always. A user has credentials that last until somebody takes them away; a role hands out credentials that expire, to whom its trust policy names: a person from a directory, a service, another account. Users are left for programs that can do it no other way.',
    runs: [scenario('tools-to-production', 'enter', 'resource', 'allowed')],
    rules: ['EVAL-21'],
    pages: [pages.BEST_PRACTICES, pages.ROLES]
  },
  {
    id: 'how-often-to-rotate',
    asks: 'How often must access keys be rotated?',
    answer:
      'The best key is one you need not have: a role’s credentials renew themselves. Rotate the keys that remain when there is cause, and as often as whoever audits you wants; ninety days is what the CIS benchmark and Security Hub check. IAM never asks for a key’s age: it works until it is switched off or deleted. A user may have two, so that the new one is in use before the old one goes.',
    runs: [example('old-key', 'seven-years', 'signed', 'allowed')],
    rules: ['QUO-09'],
    pages: [pages.ACCESS_KEYS, pages.KEYS_ROTATED, pages.SECURITY_HUB]
  },
  {
    id: 'active-directory',
    asks: 'Can people sign in with Active Directory?',
    answer:
      'Yes. IAM Identity Center takes its people from your directory, and a group there is assigned a permission set in an account; AD FS or another identity provider can come by SAML as well. Either way nobody gets a user: people come as sessions of a role.',
    runs: [example('directory', 'carla', 'identity', 'allowed')],
    rules: ['SSO-01', 'XACC-14'],
    pages: [pages.DIRECTORY]
  },
  {
    id: 'locked-out',
    asks: 'We have locked ourselves out. What now?',
    answer:
      'Out of a bucket: the root user of its account may remove the bucket policy, even one that denies everybody. In an organization that has taken its members’ root credentials away, a central account does it with `sts:AssumeRoot`, for this one task. Out of a whole account: sign in as its root user, or recover its password by its e-mail address.',
    runs: [
      scenario('deny-beats-allow', 'root-removes-policy', 'verdict', 'allowed'),
      example('root-task', 'unlock', 'verdict', 'allowed')
    ],
    rules: ['EVAL-17b', 'EVAL-17c', 'STS-34'],
    pages: [pages.ROOT_USER]
  },
  {
    id: 'what-it-costs',
    asks: 'What does IAM cost?',
    answer:
      'Nothing: not users, roles and policies, nor STS, nor the deciding itself. What a request does once it is allowed may cost, and so do some things around it, such as CloudTrail’s data events and Access Analyzer’s findings of unused access.',
    runs: [example('first-file', 'read', 'verdict', 'allowed')],
    rules: [],
    pages: [pages.INTRODUCTION, pages.DATA_EVENTS, pages.ANALYZER]
  },
  {
    id: 'allow-and-deny',
    asks: 'One policy allows, another denies. Which one wins?',
    answer:
      'The Deny. One matching Deny in any policy that applies ends it, however many Allows there are, in whatever order and however exact. Two policies let Ada at the payroll, and one sentence keeps her from it.',
    runs: [scenario('deny-beats-allow', 'ada-reads-payroll', 'denySweep', 'explicitDeny')],
    rules: ['EVAL-02']
  },
  {
    id: 'nobody-said-anything',
    asks: 'And if no policy says anything?',
    answer:
      'Then the answer is no: everything is implicitly denied until something allows it. The one exception is the root user, at home. Unlike an explicit deny, this no ends with the first Allow that matches.',
    runs: [scenario('deny-beats-allow', 'ben-reads-payroll', 'verdict', 'implicitDeny')],
    rules: ['EVAL-01', 'EVAL-17']
  },
  {
    id: 'credentials-for-an-app',
    asks: 'How does a program get its credentials?',
    answer:
      'From where it runs. A machine of EC2, a container, a function is given a role, the service puts it on, and the SDK finds temporary credentials that renew themselves. Nothing is written into code or into files. A program outside AWS can come with a token of an identity provider, as pipelines do.',
    runs: [
      scenario('instance-role-on-ec2', 'ec2-enters', 'resource', 'allowed'),
      scenario('github-oidc', 'main', 'verdict', 'allowed')
    ],
    rules: ['XACC-12', 'XACC-14'],
    pages: [pages.BEST_PRACTICES]
  },
  {
    id: 'one-bucket-for-a-function',
    asks: 'How do I give a function one bucket and no more?',
    answer:
      'Its execution role names the one bucket’s objects and the action it needs. The ready-made read-only policy would open every bucket of the account.',
    runs: [
      scenario('lambda-reads-one-bucket', 'read-photo', 'identity', 'allowed'),
      scenario('lambda-reads-one-bucket', 'read-payroll', 'identity', 'implicitDeny')
    ],
    rules: ['RES-10', 'XACC-12']
  },
  {
    id: 'role-on-a-machine',
    asks: 'Who may put a role on a machine?',
    answer:
      'Whoever may start or change the machine and may pass the role. `iam:PassRole` is asked of the person who hands the role over, with the role as the resource. Without it anybody who starts machines could run one as an administrator.',
    runs: [
      scenario('instance-role-on-ec2', 'dana-passes', 'verdict', 'allowed'),
      scenario('instance-role-on-ec2', 'dana-passes-admin', 'verdict', 'implicitDeny')
    ],
    rules: ['XACC-16']
  },
  {
    id: 'another-account',
    asks: 'How do I let another account in?',
    answer:
      'Make a role in the account that is entered, with a trust policy that names who comes, and allow them `sts:AssumeRole` on it in their own account. Both sides must sign. For some resources, such as buckets and keys, the resource’s own policy can name the visitor instead; the visitor’s account still has to agree.',
    runs: [
      scenario('tools-to-production', 'enter', 'verdict', 'allowed'),
      scenario('both-sides-sign', 'intern-fetches', 'identity', 'implicitDeny')
    ],
    rules: ['XACC-09', 'XACC-01']
  },
  {
    id: 'require-mfa',
    asks: 'How do I require MFA?',
    answer:
      'With a Deny on `BoolIfExists` `aws:MultiFactorAuthPresent` `false`, or an Allow on plain `Bool` `true`. A long-term access key sends no such key at all, so a Deny on plain `Bool` `false` lets it pass.',
    runs: [
      scenario('mfa-that-isnt', 'dana-key', 'identity', 'explicitDeny'),
      scenario('mfa-that-isnt', 'alex-key', 'identity', 'allowed')
    ],
    rules: ['KEY-20', 'COND-12', 'COND-32']
  },
  {
    id: 'authentication-or-authorization',
    asks: 'Authentication and authorization, what is the difference?',
    answer:
      'Authentication asks who signed the request; authorization asks whether that caller may do it. They are two gates, one after the other. An inactive key or an expired session fails at the first, and no policy is the reason; at the second it is policies alone.',
    runs: [
      example('old-key', 'switched-off', 'signed', 'implicitDeny'),
      example('first-file', 'write', 'verdict', 'implicitDeny')
    ],
    rules: ['EVAL-00', 'EVAL-24'],
    pages: [pages.HOW_IAM_WORKS]
  },
  {
    id: 'test-before-applying',
    asks: 'Can I test a policy before I attach it?',
    answer:
      'Here: put it into a world, ask what worries you, and look also at what else it opens. This is the policy of many tutorials, and it reads the payroll too. AWS has a policy simulator of its own, which leaves out some kinds of policies, and Access Analyzer checks documents for errors and for access you did not mean.',
    runs: [scenario('app-reader-read-only', 'read-payroll', 'identity', 'allowed')],
    rules: ['SVC-33', 'IAM-03']
  },
  {
    id: 'console-or-command-line',
    asks: 'Does it matter whether I come by console, command line or SDK?',
    answer:
      'Not to the policies: it is one check, whatever the door. But the credentials differ, and with them the facts of the request. Alex is kept out in the console, and his access key gets in, because it says nothing of MFA.',
    runs: [
      scenario('mfa-that-isnt', 'alex-console', 'identity', 'explicitDeny'),
      scenario('mfa-that-isnt', 'alex-key', 'identity', 'allowed')
    ],
    rules: ['EVAL-00', 'KEY-20']
  },
  {
    id: 'is-iam-global',
    asks: 'Is IAM in a Region?',
    answer:
      'Users, roles and policies are the account’s, in all Regions. Calls to IAM itself report `us-east-1` as the requested Region, so a Deny outside your Region also keeps you from listing users, unless it spares such services.',
    runs: [
      scenario('bob-in-us-east', 'elke-lists-users', 'identity', 'explicitDeny'),
      scenario('bob-in-us-east', 'emil-lists-users', 'identity', 'allowed')
    ],
    rules: ['KEY-42']
  },
  {
    id: 'group-as-principal',
    asks: 'Can a bucket policy name a group?',
    answer:
      'No. A group hands its policies to its members and is nobody itself, so no policy can name it as principal, and a condition on its ARN fits nobody. Name users or roles, or give the group a policy of its own.',
    runs: [
      scenario('group-inheritance', 'mia-handbook', 'resource', 'explicitDeny'),
      scenario('group-inheritance', 'mia-starts', 'identity', 'allowed')
    ],
    rules: ['PRIN-11', 'EVAL-07']
  },
  {
    id: 'read-the-bill',
    asks: 'How does somebody see the bill and nothing else?',
    answer:
      'Attach `AWSBillingReadOnlyAccess` to the group of those who need it. In the billing console no such policy has an effect before access is switched on for IAM in the account’s settings, by the root user; in accounts that an organization made it is on from the start.',
    runs: [example('billing-readers', 'see-bill', 'identity', 'allowed')],
    beyond: 'That switch is a setting of the account and no policy: here it counts as on.',
    rules: [],
    pages: [pages.BILLING]
  },
  {
    id: 'end-access-now',
    asks: 'How do I end somebody’s access this minute?',
    answer:
      'Take away what lets them in, and deny what is in already: a Deny on the role for sessions issued before now. Changing the trust policy alone leaves running sessions as they are.',
    runs: [example('changed-locks', 'still-inside', 'identity', 'allowed')],
    rules: ['STS-08', 'KEY-21']
  },
  {
    id: 'unused-permissions',
    asks: 'Which permissions does nobody use?',
    answer:
      'IAM tells for each identity which services, and for many which actions, it used last and when; Access Analyzer lists what went unused. Whatever nobody used can be taken away: this service may delete a table that it only reads and writes.',
    runs: [exercise('8-05-use-it-or-lose-it', 'deletes-table', 'identity', 'allowed')],
    rules: ['IAM-03'],
    pages: [pages.LAST_ACCESSED, pages.ANALYZER]
  },
  {
    id: 'first-day',
    asks: 'What comes first in a new account?',
    answer:
      'Give the root user MFA and no access keys, and put it away. Let people come from a directory with roles; write policies that name actions and resources, and switch on a trail for all Regions. In an organization an SCP can bind even the root user, who may not stop the trail here.',
    runs: [scenario('scp-at-every-floor', 'stop-trail-as-root', 'scp', 'explicitDeny')],
    rules: ['EVAL-04'],
    pages: [pages.ROOT_USER, pages.BEST_PRACTICES]
  }
];
