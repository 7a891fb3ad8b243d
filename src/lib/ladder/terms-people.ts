/** Terms of who comes, and with what: identities, credentials, sessions. */
import { example, exercise, scenario } from './cited.ts';
import * as pages from './pages.ts';
import { term, type Term } from './term.ts';

export const PEOPLE: readonly Term[] = [
  term(
    'access key',
    'A user’s long-term credential for programs: an id that begins with `AKIA` and a secret. It works until it is switched off or deleted, and says nothing of MFA.',
    example('old-key', 'seven-years', 'signed', 'allowed'),
    ['temporary credentials', 'user', 'MFA'],
    { rules: ['QUO-09', 'KEY-20'], pages: [pages.ACCESS_KEYS] }
  ),
  term(
    'anonymous request',
    'A request that nobody signed. No identity-based policy speaks for it; only a resource that lets everybody in, such as a public bucket, answers.',
    example('stranger', 'stranger', 'resource', 'allowed'),
    ['principal', 'resource-based policy', 'Block Public Access'],
    { rules: ['EVAL-18', 'PRIN-01'] }
  ),
  term(
    'assignment',
    'The line in IAM Identity Center that gives a person or group a permission set in an account. It makes a role there.',
    exercise('7-05-carla-from-the-directory', 'carla-builds', 'identity', 'allowed'),
    ['permission set', 'IAM Identity Center'],
    { rules: ['SSO-01'] }
  ),
  term(
    'assume a role',
    'To ask STS for a session of a role. The role’s trust policy must let the caller in; across accounts, and where it names the account alone, the caller’s own policies must as well.',
    scenario('tools-to-production', 'enter', 'resource', 'allowed'),
    ['role', 'trust policy', 'role session'],
    { rules: ['EVAL-21', 'XACC-09'] }
  ),
  term(
    'authentication',
    'The first gate: who signed this request, and are the credentials still good? What fails here never reaches a policy.',
    example('old-key', 'switched-off', 'signed', 'implicitDeny'),
    ['authorization', 'access key', 'temporary credentials'],
    { rules: ['EVAL-00', 'EVAL-24'] }
  ),
  term(
    'execution role',
    'The role that a Lambda function wears while it runs. What its policies allow is what the function may do.',
    scenario('lambda-reads-one-bucket', 'read-photo', 'identity', 'allowed'),
    ['role', 'service role', 'passing a role'],
    { rules: ['XACC-12'] }
  ),
  term(
    'federation',
    'People or programs come from elsewhere, with a proof of who they are, and wear a role here. Nobody has a user, and there are no access keys to rotate.',
    scenario('github-oidc', 'main', 'verdict', 'allowed'),
    ['identity provider', 'IAM Identity Center', 'role'],
    { rules: ['XACC-14'], pages: [pages.FEDERATION] }
  ),
  term(
    'group',
    'A set of users that hands its policies to its members. A group signs nothing and cannot be named as principal.',
    scenario('group-inheritance', 'mia-starts', 'identity', 'allowed'),
    ['user', 'identity-based policy', 'principal'],
    { rules: ['EVAL-07', 'PRIN-11'], pages: [pages.GROUPS] }
  ),
  term(
    'IAM Identity Center',
    'Where an organization keeps its people, or connects the directory that does, and assigns them to accounts. They come as sessions of roles whose names begin with `AWSReservedSSO_`.',
    example('directory', 'carla', 'identity', 'allowed'),
    ['permission set', 'assignment', 'federation'],
    { rules: ['SSO-01', 'PRIN-18'], pages: [pages.IDENTITY_CENTER] }
  ),
  term(
    'identity provider',
    'Somebody whose word an account takes for who is who: a SAML or OIDC provider, registered in the account. A role’s trust policy names it and should test what it says.',
    scenario('github-oidc', 'fork', 'verdict', 'implicitDeny'),
    ['federation', 'trust policy'],
    { rules: ['XACC-14', 'PRIN-04f', 'KEY-55'] }
  ),
  term(
    'instance profile',
    'The holder in which a machine of EC2 carries its role. It is no principal; the role is.',
    scenario('instance-role-on-ec2', 'machine-config', 'identity', 'allowed'),
    ['role', 'service role'],
    { rules: ['PRIN-11', 'QUO-08'] }
  ),
  term(
    'MFA',
    'Multi-factor authentication: something one has beside the password. `aws:MultiFactorAuthPresent` is true or false with temporary credentials, and missing altogether with a long-term access key.',
    scenario('mfa-that-isnt', 'dana-token', 'identity', 'allowed'),
    ['condition key', 'access key', 'temporary credentials'],
    { rules: ['KEY-20'], pages: [pages.MFA] }
  ),
  term(
    'passing a role',
    'Handing a role to a service that will wear it. `iam:PassRole` is asked of whoever hands it over, with the role as the resource; it is a check, not a call.',
    scenario('instance-role-on-ec2', 'dana-passes-admin', 'verdict', 'implicitDeny'),
    ['service role', 'privilege escalation'],
    { rules: ['XACC-16', 'KEY-61'] }
  ),
  term(
    'permission set',
    'A bundle of policies in IAM Identity Center. Assigned in an account it becomes a role there.',
    example('directory', 'carla', 'identity', 'allowed'),
    ['assignment', 'IAM Identity Center', 'role'],
    { rules: ['SSO-01', 'SSO-02'] }
  ),
  term(
    'role',
    'An identity without credentials of its own, put on by whom its trust policy lets in. While one wears it, its permissions count and one’s own do not.',
    exercise('4-03-you-hang-up-your-own-hat', 'auditor-reads-report', 'identity', 'implicitDeny'),
    ['trust policy', 'role session', 'assume a role'],
    { rules: ['EVAL-21', 'XACC-18'], pages: [pages.ROLES] }
  ),
  term(
    'role chaining',
    'Using the session of one role to assume the next. At each door the role knocks, not the person, and such a session lasts an hour at most.',
    exercise('5-08-chain-of-hats', 'by-the-hub', 'hop2.resource', 'implicitDeny'),
    ['role session', 'assume a role', 'source identity'],
    { rules: ['XACC-17', 'XACC-18'] }
  ),
  term(
    'role session',
    'A role being worn, with temporary credentials and a name. Policies that name the role speak of all its sessions.',
    example('changed-locks', 'still-inside', 'identity', 'allowed'),
    ['role', 'temporary credentials', 'session policy'],
    { rules: ['PRIN-04', 'PRIN-07', 'KEY-02'] }
  ),
  term(
    'root user',
    'The one who opened the account, signed in with its e-mail address. It needs no policy at home. A Deny on a resource binds it, in a member account an SCP as well, and it cannot assume roles.',
    scenario('scp-at-every-floor', 'stop-trail-as-root', 'scp', 'explicitDeny'),
    ['account', 'service control policy', 'principal'],
    { rules: ['EVAL-17', 'STS-06'], pages: [pages.ROOT_USER] }
  ),
  term(
    'service-linked role',
    'A role that belongs to a service and that only this service wears, such as `AWSServiceRoleForAutoScaling`. No boundary, SCP or RCP limits it.',
    scenario('scp-at-every-floor', 'service-linked', 'scp', 'allowed'),
    ['service role', 'service control policy'],
    { rules: ['SVC-30'] }
  ),
  term(
    'service principal',
    'A service of AWS as a caller, such as `ec2.amazonaws.com`. It belongs to no account of yours: only resource-based policies can let it in, and no SCP binds it.',
    scenario('lambda-reads-one-bucket', 'photos-ring', 'resource', 'allowed'),
    ['principal', 'confused deputy', 'service role'],
    { rules: ['PRIN-04e', 'PRIN-14'] }
  ),
  term(
    'service role',
    'A role of yours that a service wears to work for you. Its trust policy names the service.',
    scenario('instance-role-on-ec2', 'ec2-enters', 'resource', 'allowed'),
    ['passing a role', 'service-linked role', 'execution role'],
    { rules: ['XACC-12', 'XACC-16'] }
  ),
  term(
    'session tag',
    'A tag given to a session when it begins. It weighs more than the role’s own tag of that name, and the trust policy must allow `sts:TagSession`.',
    exercise('7-06-tags-that-travel', 'updates-api', 'verdict', 'implicitDeny'),
    ['tag', 'role session', 'attribute-based access control'],
    { rules: ['XACC-13', 'KEY-08'] }
  ),
  term(
    'source identity',
    'A name that is given when a first role is assumed and stays through every further one. Whoever reads the log knows from it who it was in the end.',
    exercise('5-08-chain-of-hats', 'dev-to-hub', 'resource', 'allowed'),
    ['role chaining', 'role session'],
    { rules: ['KEY-22', 'XACC-13b'] }
  ),
  term(
    'temporary credentials',
    'Credentials that expire, given out by STS. They cannot be called back, only denied: a Deny on `aws:TokenIssueTime` stops those of a role that are older than an instant.',
    example('changed-locks', 'an-hour-on', 'signed', 'implicitDeny'),
    ['role session', 'access key', 'authentication'],
    { rules: ['STS-08', 'KEY-21'], pages: [pages.TEMPORARY] }
  ),
  term(
    'unique id',
    'What a user or role is called inside stored policies, such as `AROA…`. Somebody new with an old name has another one, so an old policy does not mean the new one until the name is written there again.',
    exercise('5-09-the-ghost-in-the-trust', 'jenkins-enters', 'resource', 'implicitDeny'),
    ['ARN', 'principal', 'trust policy'],
    { rules: ['PRIN-08', 'PRIN-09', 'PRIN-04d'] }
  ),
  term(
    'user',
    'An identity of one account with credentials that last. Meant for one person or one program, and never for two.',
    example('first-file', 'read', 'identity', 'allowed'),
    ['group', 'access key', 'role'],
    { rules: ['KEY-01'], pages: [pages.USERS, pages.BEST_PRACTICES] }
  )
];
