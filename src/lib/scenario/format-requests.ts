/** Format 1, sections `requests` and `events`. */
import { arn, policy, policyNames, tags } from './format-common.ts';
import {
  either,
  field,
  isList,
  isText,
  list,
  listOrOne,
  object,
  record,
  required
} from './shape-compound.ts';
import {
  choice,
  duration,
  flag,
  instant,
  matching,
  reference,
  text,
  type Log,
  type Read,
  type Shape
} from './shape.ts';
import { isNull, type Tree } from '../source/tree.ts';
import { wrongKind } from './diagnostics.ts';

/** A condition key's value: null removes the key. */
export interface ContextFormat {
  readonly values: readonly string[] | null;
  readonly multivalued: boolean;
}

/** A text, a list of texts, or an unquoted null. */
const contextValue: Shape<ContextFormat> = {
  expected: 'text, a list of texts or `null`',
  schema: () => ({
    type: ['string', 'number', 'boolean', 'array', 'null'],
    items: { type: ['string', 'number', 'boolean'] }
  }),
  read: readContext
};

function readContext(tree: Tree, log: Log): ContextFormat | null {
  if (isNull(tree)) return { values: null, multivalued: false };
  if (tree.kind === 'text') return { values: [tree.text], multivalued: false };
  if (tree.kind === 'list') {
    const values = tree.items.flatMap((item) => text.read(item, log) ?? []);
    return values.length === tree.items.length ? { values, multivalued: true } : null;
  }
  log.push(wrongKind(tree, 'text, a list of texts or `null`'));
  return null;
}

const context = record(contextValue);

const sessionName = matching(
  'a session name: 2 to 64 of letters, digits and _+=,.@-',
  /^[A-Za-z0-9_+=,.@-]{2,64}$/
);

const session = object({
  name: field(sessionName, "The session's name."),
  kind: field(
    choice('role', 'federatedUser', 'sessionToken', 'assumeRoot'),
    'How the credentials were made; `role` for roles.'
  ),
  policy: field(policy, 'Session policy.'),
  policies: field(policyNames, 'Managed policies as session policies.'),
  tags: field(tags, 'Session tags.'),
  transitive: field(list(text), 'Keys of the tags that pass on to further sessions.'),
  sourceIdentity: field(text, '`sts:SourceIdentity`.'),
  issuedAt: field(instant, 'When the session began.'),
  duration: field(duration, 'How long it lasts.'),
  taskPolicy: field(
    reference("the ARN of one of AWS's task policies"),
    "For `assumeRoot`: ARN of one of AWS's five task policies."
  ),
  instance: field(
    object({
      arn: required(arn, 'ARN of the instance: `ec2:SourceInstanceArn`.'),
      vpc: field(text, 'Id of its VPC: `aws:Ec2InstanceSourceVpc`.'),
      privateIp: field(text, 'Its private address: `aws:Ec2InstanceSourcePrivateIPv4`.'),
      delivery: field(choice('1.0', '2.0'), 'Version of its metadata service: `ec2:RoleDelivery`.')
    }),
    'For the role of an EC2 instance: the instance, which its credentials name wherever they are used.'
  )
});

const hop = object({
  role: required(reference('a role'), 'The role assumed: `alias:role/NAME` or its ARN.'),
  session: field(sessionName, "The session's name."),
  externalId: field(text, '`sts:ExternalId`.'),
  tags: field(tags, 'Session tags.'),
  transitive: field(list(text), 'Keys of the tags that pass on to further sessions.'),
  sourceIdentity: field(text, '`sts:SourceIdentity`.'),
  policy: field(policy, 'Session policy.'),
  policies: field(policyNames, 'Managed policies as session policies.'),
  duration: field(duration, 'How long the session lasts.'),
  mfa: field(flag, 'Whether MFA was given with the call.'),
  context: field(context, 'Condition keys of the call.'),
  endpoint: field(reference('a VPC endpoint'), 'VPC endpoint the call came through.'),
  at: field(instant, 'When the call was made.')
});

export const BY_TYPES = [
  'authentication',
  'sts',
  'root',
  'rcp',
  'scp',
  'endpoint',
  'resource',
  'grant',
  'acl',
  'publicAccessBlock',
  'identity',
  'boundary',
  'session'
] as const;

export const expectation = choice('allowed', 'implicitDeny', 'explicitDeny', 'denied', 'conditional');

const request = object({
  title: field(text, 'What is asked, in one line.'),
  principal: required(
    reference('a principal'),
    '`alias:user/NAME`, `alias:role/NAME`, `alias:root`, `service:NAME`, `anonymous`, `oidc:alias/PROVIDER`, `saml:alias/PROVIDER`, `sso:USER/PERMISSIONSET@alias` or an ARN.'
  ),
  session: field(either(isText, sessionName, session), "The session's name, or the long form."),
  credential: field(
    reference('how a user signs'),
    'For users: `console`, `accessKey`, an access key id or `sessionToken`.'
  ),
  mfa: field(flag, 'Whether MFA was used for this credential.'),
  assume: field(list(hop), 'Roles assumed on the way, first to last; each must itself be allowed.'),
  action: required(
    matching('an action such as `s3:GetObject`', /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/),
    'e.g. `s3:GetObject`.'
  ),
  resource: field(
    listOrOne(reference('a resource')),
    'ARN, `alias:NAME` of a listed resource, a list of them, or absent for `*`.'
  ),
  copyFrom: field(reference('an object'), 'For a copy: the object that is copied to `resource`.'),
  requestTags: field(tags, 'Makes `aws:RequestTag/…` and `aws:TagKeys`.'),
  passes: field(reference('a role'), 'Role handed to a service in the same call (iam:PassRole).'),
  via: field(list(text), 'Services of the forward access session, first caller first.'),
  onBehalfOf: field(reference('an ARN'), 'For service principals: ARN for `aws:SourceArn`.'),
  sourceAccount: field(
    reference('an account'),
    'For service principals: alias or id for `aws:SourceAccount`.'
  ),
  endpoint: field(reference('a VPC endpoint'), 'VPC endpoint it came through; its policy applies.'),
  at: field(instant, 'When; `now` by default.'),
  context: field(context, 'Condition keys. A list is multivalued, unquoted null removes a key.'),
  unknown: field(list(text), 'Condition keys left open; the decision becomes conditional on them.'),
  derive: field(flag, '`false`: nothing is derived, the context is complete as written.'),
  expect: field(expectation, 'What the decision must be.'),
  by: field(
    reference('`TYPE[@LEVEL][/POLICY[#SID]]`'),
    'What must have decided: `TYPE[@LEVEL][/POLICY[#SID]]`.'
  )
});

/** Ids stand in links, so they are words without spaces. */
export const requests = record(request, {
  pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
  says: 'an id: letters, digits, - _ and .'
});

const event = object({
  at: required(instant, 'When.'),
  principal: required(reference('a principal'), 'Who, as in requests.'),
  action: required(text, 'What, e.g. `s3:GetObject`.'),
  resource: field(either(isList, list(text), text), 'On what.'),
  session: field(text, "The session's name."),
  sourceIp: field(text, 'From where.'),
  userAgent: field(text, 'With what.'),
  region: field(text, 'In which Region.'),
  context: field(context, 'Condition keys.'),
  error: field(text, 'Error code, when the call failed.'),
  count: field(text, 'How often.')
});

export const events = list(event);

export type RequestFormat = Read<typeof request>;
export type SessionFormat = Read<typeof session>;
export type HopFormat = Read<typeof hop>;
