/** Terms of deciding, of several accounts, and of what goes wrong. */
import { example, exercise, scenario } from './cited.ts';
import * as pages from './pages.ts';
import { term, type Term } from './term.ts';

export const DECIDING: readonly Term[] = [
  term(
    'Access Analyzer',
    'A service of AWS that reads policies: which resources outsiders can reach, which permissions go unused, what a document gets wrong. It reports; it decides nothing.',
    exercise('8-10-public-by-accident', 'world-reads-backups', 'resource', 'allowed'),
    ['least privilege', 'resource-based policy'],
    { rules: ['IAM-03'], pages: [pages.ANALYZER] }
  ),
  term(
    'account',
    'What everything in AWS belongs to, with a number of twelve digits, and the wall between what is yours and what is not. An ARN that ends in `:root` names one.',
    scenario('tools-to-production', 'without-the-hat', 'verdict', 'implicitDeny'),
    ['cross-account access', 'organization', 'root user'],
    { rules: ['PRIN-02', 'XACC-01'] }
  ),
  term(
    'authorization',
    'The second gate: may this caller do this? All policies that apply are read, and the answer is allowed, implicitly denied or explicitly denied.',
    example('first-file', 'write', 'verdict', 'implicitDeny'),
    ['authentication', 'explicit deny', 'implicit deny'],
    { rules: ['EVAL-00', 'EVAL-01', 'EVAL-02'] }
  ),
  term(
    'CloudTrail',
    'The service that records who called what, when and from where. Trails keep management events; reading and writing of data is kept only where it is switched on.',
    exercise('8-04-the-log-bucket', 'trail-writes', 'resource', 'explicitDeny'),
    ['source identity', 'role session'],
    { rules: ['CT-01', 'CT-04'], pages: [pages.DATA_EVENTS] }
  ),
  term(
    'confused deputy',
    'Somebody with permission who is talked into using it for somebody without. An external id, or a condition on whose thing the service works for, prevents it.',
    scenario('confused-deputy', 'globex-for-mallory', 'verdict', 'allowed'),
    ['external id', 'service principal', 'trust policy'],
    { rules: ['XACC-10', 'XACC-20'] }
  ),
  term(
    'cross-account access',
    'A principal of one account at a resource of another. Both accounts must allow it, and a Deny in either ends it.',
    scenario('both-sides-sign', 'omar-fetches', 'identity', 'implicitDeny'),
    ['account', 'resource-based policy', 'assume a role'],
    { rules: ['XACC-01', 'XACC-02'] }
  ),
  term(
    'explicit deny',
    'A statement with `Deny` that matches. One is enough, in any policy that applies, and no Allow outweighs it.',
    scenario('deny-beats-allow', 'ada-reads-payroll', 'identity', 'explicitDeny'),
    ['implicit deny', 'effect'],
    { rules: ['EVAL-02'] }
  ),
  term(
    'external id',
    'A word that a third party must send along when it assumes your role, another one for each customer. It is no secret; it keeps the third party from being sent to your role by somebody else.',
    scenario('confused-deputy', 'acme-for-mallory', 'hop1.resource', 'implicitDeny'),
    ['confused deputy', 'trust policy', 'cross-account access'],
    { rules: ['XACC-10', 'KEY-50'] }
  ),
  term(
    'forward access session',
    'A service calling another service for you, as you. The permissions are yours, and `aws:CalledVia` says by whose hand it came.',
    exercise('5-06-the-box-not-the-key', 'dana-decrypts', 'asked', 'implicitDeny'),
    ['service principal', 'service role'],
    { rules: ['KEY-40', 'KEY-41'] }
  ),
  term(
    'implicit deny',
    'The answer where no statement allows: no, because nobody said yes. The next Allow that matches changes it.',
    scenario('deny-beats-allow', 'ben-reads-payroll', 'verdict', 'implicitDeny'),
    ['explicit deny', 'authorization'],
    { rules: ['EVAL-01'] }
  ),
  term(
    'least privilege',
    'To allow what is needed and nothing beside it: begin with nothing and add, instead of beginning with everything and taking away.',
    exercise('1-04-upload-dont-destroy', 'delete-bucket', 'identity', 'allowed'),
    ['wildcard', 'Access Analyzer'],
    { pages: [pages.BEST_PRACTICES] }
  ),
  term(
    'management account',
    'The account that owns the organization and pays for it. No SCP and no RCP binds it, so as little as possible should happen there.',
    scenario('scp-at-every-floor', 'stop-payer-trail', 'scp', 'allowed'),
    ['organization', 'service control policy'],
    { rules: ['SVC-31', 'EVAL-04b'] }
  ),
  term(
    'organization',
    'Several accounts under one management account, in a tree of organizational units. Its policies bind the accounts below the place they hang on.',
    scenario('scp-at-every-floor', 'start-machine', 'scp', 'implicitDeny'),
    ['organizational unit', 'management account', 'service control policy'],
    { rules: ['ORG-01', 'ORG-03'], pages: [pages.ORGANIZATIONS] }
  ),
  term(
    'organizational unit',
    'A branch in the tree of an organization, holding accounts and further units. A policy on it binds all of them.',
    example('organization', 'abroad', 'scp', 'explicitDeny'),
    ['organization', 'service control policy'],
    { rules: ['EVAL-04', 'QUO-15'] }
  ),
  term(
    'policy simulator',
    'AWS’s own tool to ask what policies would decide. It leaves out some kinds, such as RCPs and conditions in SCPs.',
    scenario('scp-at-every-floor', 'stranger-reads-jewels', 'rcp', 'explicitDeny'),
    ['authorization', 'Access Analyzer'],
    { rules: ['SVC-33'] }
  ),
  term(
    'privilege escalation',
    'To make much of little: a permission that lets its holder get further ones, by passing a stronger role, attaching a policy or changing a tag.',
    exercise('4-06-passing-the-hat', 'create-with-admin-role', 'verdict', 'allowed'),
    ['passing a role', 'permissions boundary', 'tag'],
    { rules: ['XACC-16', 'KEY-60'] }
  ),
  term(
    'request context',
    'All facts that a request brings along: who, what, on which resource, from where, when, how signed. Conditions compare these, and a fact that is not there cannot be compared.',
    example('facts-of-a-request', 'taken-away', 'identity', 'implicitDeny'),
    ['condition key', 'condition', 'authentication'],
    { rules: ['EVAL-00', 'COND-10'] }
  )
];
