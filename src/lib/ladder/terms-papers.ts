/** Terms of the kinds of policies: where each one hangs, and what it can do. */
import { example, exercise, scenario } from './cited.ts';
import * as pages from './pages.ts';
import { term, type Term } from './term.ts';

export const PAPERS: readonly Term[] = [
  term(
    'access control list',
    'An older list on a bucket or an object of who else may use it. It knows accounts and no conditions, cannot deny, and is without effect where the bucket’s owner owns everything in it.',
    example('public-bucket', 'by-acl', 'acl', 'allowed'),
    ['bucket policy', 'Block Public Access'],
    { rules: ['EVAL-23', 'SVC-11'] }
  ),
  term(
    'attachment',
    'That a managed policy hangs on somebody. One policy can have many, and who edits it edits it for all.',
    exercise('2-04-the-shared-pen', 'intern-writes', 'identity', 'allowed'),
    ['managed policy', 'customer managed policy'],
    { rules: ['QUO-04'], pages: [pages.MANAGED_OR_INLINE] }
  ),
  term(
    'Block Public Access',
    'A setting of S3, on a bucket, an account or an organization, that overrules policies and lists which let everybody in.',
    example('public-bucket', 'stranger', 'publicAccessBlock', 'implicitDeny'),
    ['bucket policy', 'anonymous request', 'access control list'],
    { rules: ['SVC-13', 'SVC-14'] }
  ),
  term(
    'bucket policy',
    'The resource-based policy of an S3 bucket. It speaks of the bucket and of the objects in it, which have ARNs of their own.',
    scenario('read-one-bucket', 'in-the-clear', 'resource', 'explicitDeny'),
    ['resource-based policy', 'principal', 'Block Public Access'],
    { rules: ['SVC-10', 'EVAL-10'] }
  ),
  term(
    'customer managed policy',
    'A managed policy of your own account. It has up to five versions, of which one counts, and can hang on many identities.',
    exercise('2-04-the-shared-pen', 'intern-writes', 'identity', 'allowed'),
    ['managed policy', 'attachment', 'inline policy'],
    { rules: ['QUO-06', 'IAM-04'], pages: [pages.MANAGED_OR_INLINE] }
  ),
  term(
    'endpoint policy',
    'A policy on a VPC endpoint. It gates what travels through that endpoint and grants nothing.',
    example('private-road', 'write', 'endpoint', 'implicitDeny'),
    ['service control policy', 'condition key'],
    { rules: ['EVAL-05', 'GRAM-24'] }
  ),
  term(
    'grant',
    'A permission on a KMS key for one grantee, given by a call instead of a policy. It stands beside the key policy; a Deny still beats it.',
    example('key-grant', 'decrypt', 'grant', 'allowed'),
    ['key policy'],
    { rules: ['SVC-04'] }
  ),
  term(
    'identity-based policy',
    'A policy on a user, a group or a role: what this identity may do. It names no principal, because it hangs on one.',
    exercise('1-01-the-empty-badge', 'read-logo', 'identity', 'implicitDeny'),
    ['resource-based policy', 'managed policy', 'inline policy'],
    { rules: ['EVAL-06', 'EVAL-10', 'GRAM-11'] }
  ),
  term(
    'inline policy',
    'A policy written into one identity. It belongs to that one alone and goes with it.',
    scenario('group-inheritance', 'omar-stops', 'identity', 'allowed'),
    ['managed policy', 'identity-based policy'],
    { rules: ['QUO-01', 'EVAL-06'], pages: [pages.MANAGED_OR_INLINE] }
  ),
  term(
    'key policy',
    'The resource-based policy of a KMS key, and the one every key must have. Nobody uses the key, not even the root user, unless it says so or hands the question to the account.',
    exercise('5-06-the-box-not-the-key', 'dana-decrypts', 'resource', 'implicitDeny'),
    ['resource-based policy', 'grant', 'cross-account access'],
    { rules: ['EVAL-22', 'SVC-03', 'XACC-15'] }
  ),
  term(
    'managed policy',
    'A policy with an ARN of its own that can hang on many identities. AWS keeps some for everybody; the others are yours.',
    scenario('app-reader-read-only', 'read-payroll', 'identity', 'allowed'),
    ['customer managed policy', 'inline policy', 'attachment'],
    { rules: ['QUO-02', 'EVAL-06'], pages: [pages.MANAGED_OR_INLINE] }
  ),
  term(
    'permissions boundary',
    'A managed policy on a user or role that says how far its identity-based policies may reach. It grants nothing, and a resource-based policy that names the user directly can pass it.',
    scenario('boundary-is-a-ceiling', 'beyond-the-ceiling', 'boundary', 'implicitDeny'),
    ['service control policy', 'session policy', 'identity-based policy'],
    { rules: ['EVAL-18b', 'EVAL-11', 'GRAM-27'] }
  ),
  term(
    'resource control policy',
    'RCP: a policy of an organization for the resources of its accounts. It limits who gets at them, strangers as well, and grants nothing.',
    scenario('scp-at-every-floor', 'stranger-reads-jewels', 'rcp', 'explicitDeny'),
    ['service control policy', 'organization', 'resource-based policy'],
    { rules: ['EVAL-03', 'EVAL-03b', 'GRAM-21'] }
  ),
  term(
    'resource-based policy',
    'A policy on a thing: a bucket, a queue, a key, a role. It says who may come, so it must name principals, and it can let in somebody from another account.',
    scenario('deny-beats-allow', 'paul-reads-payroll', 'resource', 'allowed'),
    ['principal', 'identity-based policy', 'bucket policy', 'trust policy', 'key policy'],
    { rules: ['EVAL-10', 'EVAL-11', 'GRAM-11'] }
  ),
  term(
    'service control policy',
    'SCP: a policy of an organization for the users and roles of its accounts. Every level from the root down to the account must allow a request, and none of them grants it.',
    scenario('scp-at-every-floor', 'start-machine', 'scp', 'implicitDeny'),
    ['resource control policy', 'organization', 'permissions boundary', 'management account'],
    { rules: ['EVAL-04', 'EVAL-04b'] }
  ),
  term(
    'session policy',
    'A policy handed over when a session begins. The session may do what both it and the role allow; it never adds anything.',
    scenario('boundary-is-a-ceiling', 'session-beyond', 'session', 'implicitDeny'),
    ['role session', 'permissions boundary'],
    { rules: ['EVAL-19', 'GRAM-22'] }
  ),
  term(
    'trust policy',
    'The resource-based policy of a role: who may put it on. What one may do with it on, the role’s other policies say.',
    exercise('4-01-two-documents-two-questions', 'ec2-puts-it-on', 'resource', 'implicitDeny'),
    ['role', 'principal', 'external id', 'assume a role'],
    { rules: ['EVAL-21', 'SVC-01', 'GRAM-12'] }
  )
];
