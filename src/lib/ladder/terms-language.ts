/** Terms of the policy language: what a document is written with. */
import { example, exercise, scenario } from './cited.ts';
import * as pages from './pages.ts';
import { term, type Term } from './term.ts';

export const LANGUAGE: readonly Term[] = [
  term(
    'action',
    'What a request wants done, written `service:Name`, such as `s3:GetObject`. A statement lists the actions it speaks of; capitals make no difference in them.',
    scenario('app-reader-read-only', 'write-report', 'identity', 'implicitDeny'),
    ['statement', 'NotAction', 'wildcard', 'resource'],
    { rules: ['GRAM-09', 'ACT-02', 'ACT-08'] }
  ),
  term(
    'ARN',
    'Amazon Resource Name: the full name of a thing, six fields parted by colons, `arn:partition:service:region:account:resource`. A bucket and the objects in it have different ones.',
    exercise('1-02-two-arns-one-bucket', 'list-app', 'identity', 'implicitDeny'),
    ['resource', 'wildcard', 'unique id'],
    { rules: ['RES-01', 'RES-03'] }
  ),
  term(
    'condition',
    'The part of a statement that says when it counts: keys of the request compared with values. All tests in it must hold, or the statement says nothing about this request.',
    scenario('read-one-bucket', 'from-the-cafe', 'identity', 'implicitDeny'),
    ['condition key', 'condition operator', 'request context', 'statement'],
    { rules: ['COND-02', 'COND-04'] }
  ),
  term(
    'condition key',
    'A fact of the request that a condition can test, such as `aws:SourceIp` or `s3:prefix`. Not every request has every key, and what a missing key means depends on the operator.',
    scenario('mfa-that-isnt', 'alex-key', 'identity', 'allowed'),
    ['condition', 'condition operator', 'request context', 'multivalued context key'],
    { rules: ['COND-03', 'COND-10', 'COND-11'] }
  ),
  term(
    'condition operator',
    'How a key is compared with values: `StringEquals`, `DateLessThan`, `IpAddress` and others. Several values of one key are a choice; several keys or operators must all hold.',
    example('one-tuesday', 'next-tuesday', 'identity@sarah/Tuesday#NineToFive', 'implicitDeny'),
    ['condition', 'condition key', 'set operator'],
    { rules: ['COND-04', 'COND-05', 'COND-06'] }
  ),
  term(
    'effect',
    'What a statement does when all of it matches: `Allow` or `Deny`. There is no third, and no default.',
    scenario('deny-beats-allow', 'ada-reads-payroll', 'identity', 'explicitDeny'),
    ['statement', 'explicit deny', 'implicit deny'],
    { rules: ['GRAM-06'] }
  ),
  term(
    'multivalued context key',
    'A condition key that can hold several values at once, such as `aws:TagKeys`. It is compared with a set operator, which says whether all or any of the values must fit.',
    exercise('3-06-the-empty-set-is-innocent', 'create-untagged', 'identity', 'allowed'),
    ['set operator', 'condition key'],
    { rules: ['COND-62', 'COND-60'] }
  ),
  term(
    'NotAction',
    'Matches every action that is not in its list, of every service. With `Deny` it fences something in and leaves a few doors; with `Allow` it grants nearly everything.',
    scenario('bob-in-us-east', 'emil-lists-users', 'identity', 'allowed'),
    ['action', 'explicit deny', 'statement'],
    { rules: ['ACT-06'] }
  ),
  term(
    'policy document',
    'One JSON object with `Version` and `Statement`. Statements in it are independent of each other, and their order means nothing.',
    exercise('1-03-not-yet-a-policy', 'read-config', 'identity', 'undecided'),
    ['statement', 'version', 'managed policy', 'inline policy'],
    { rules: ['GRAM-01', 'GRAM-02', 'GRAM-19'] }
  ),
  term(
    'policy variable',
    'A placeholder such as `${aws:username}` that is replaced with a fact of the request before anything is compared. It works in resources and in values of conditions, and only in documents of version `2012-10-17`.',
    scenario('home-folders', 'dana-reads', 'identity', 'allowed'),
    ['version', 'condition key', 'attribute-based access control'],
    { rules: ['VAR-01', 'VAR-02', 'VAR-07'] }
  ),
  term(
    'principal',
    'Whoever makes a request: a user, a session of a role, a service, an account’s root user, or nobody known. The element `Principal` says whom a resource-based policy speaks of; groups cannot stand there.',
    example('account-not-root', 'dana', 'resource', 'allowed'),
    ['resource-based policy', 'role session', 'service principal', 'group'],
    { rules: ['GRAM-11', 'PRIN-02', 'PRIN-10'] }
  ),
  term(
    'resource',
    'The thing that a request touches, named by an ARN: a bucket, an object, a role, a queue. Where an action has no particular resource, only `*` matches.',
    scenario('read-one-bucket', 'robin-lists', 'identity', 'implicitDeny'),
    ['ARN', 'wildcard', 'resource-based policy'],
    { rules: ['GRAM-10', 'RES-09', 'RES-10'] }
  ),
  term(
    'set operator',
    '`ForAllValues` or `ForAnyValue` before a condition operator: do all values of the request fit, or at least one? `ForAllValues` is also true where there are no values at all.',
    exercise('3-06-the-empty-set-is-innocent', 'create-untagged', 'identity', 'allowed'),
    ['multivalued context key', 'condition operator'],
    { rules: ['COND-50', 'COND-51', 'COND-52'] }
  ),
  term(
    'Sid',
    'The name of a statement, optional and without effect. It helps whoever reads the policy, and the steps here are called by it.',
    scenario('boundary-is-a-ceiling', 'within-both', 'identity@shirley/DailyWork#Reports', 'allowed'),
    ['statement'],
    { rules: ['GRAM-05'] }
  ),
  term(
    'statement',
    'One sentence of a policy: effect, actions, resources, perhaps principals and conditions. It counts only if every part of it matches.',
    example('first-file', 'read', 'identity', 'allowed'),
    ['policy document', 'effect', 'action', 'resource', 'condition'],
    { rules: ['GRAM-08', 'GRAM-19'] }
  ),
  term(
    'version',
    'The version of the policy language, not of your policy: `2012-10-17`, or the older `2008-10-17`, which counts where none is written. In the older one variables are plain text.',
    scenario('home-folders', 'nadia-reads', 'identity', 'implicitDeny'),
    ['policy document', 'policy variable'],
    { rules: ['GRAM-03', 'VAR-02'] }
  ),
  term(
    'wildcard',
    '`*` for any run of characters, slashes too, and `?` for exactly one. In a resource a star stays within its field of the ARN; in `StringEquals` it is just a star.',
    exercise('1-05-where-a-star-stops', 'read-region', 'identity', 'allowed'),
    ['ARN', 'action', 'condition operator'],
    { rules: ['ACT-03', 'RES-03', 'RES-05', 'COND-21'] }
  ),
  term(
    'tag',
    'A key and a value stuck on a user, a role or a resource. Conditions can compare them, so whoever may change tags may change permissions.',
    scenario('team-tags', 'mia-grabs', 'identity', 'implicitDeny'),
    ['attribute-based access control', 'session tag', 'condition key'],
    { rules: ['KEY-38', 'KEY-39', 'COND-63'] }
  ),
  term(
    'attribute-based access control',
    'ABAC: permissions that follow from tags instead of names, such as “your team’s label must be the secret’s”. One statement serves every team, also those that do not exist yet.',
    scenario('team-tags', 'lena-reads-own', 'identity', 'allowed'),
    ['tag', 'session tag', 'policy variable'],
    { rules: ['KEY-38'], pages: [pages.ABAC] }
  ),
  term(
    'region',
    'A place where AWS runs services, such as `us-east-1`. `aws:RequestedRegion` says where a call went; global services such as IAM report `us-east-1`.',
    scenario('bob-in-us-east', 'bob-ohio', 'identity', 'allowed'),
    ['condition key', 'service control policy'],
    { rules: ['KEY-42'] }
  )
];
