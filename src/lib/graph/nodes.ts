/** Nodes of everything the world lists: users, groups, roles, sessions, identity providers, resources. */
import type { Arn, Attachment, PolicyId, Principal, Role, Session, User, World } from '../world/world.ts';
import { asAccountId } from '../world/arn.ts';
import { isOfPermissionSet, roleCalled } from '../world/permission-set.ts';
import { fieldsOf, lastPart } from './arn.ts';
import type { GraphNode, NodeKind } from './graph.ts';
import { resourceType } from './resource-type.ts';
import type { NodeSketch } from './sketch.ts';

const GLYPHS: Readonly<Record<NodeKind, string>> = {
  user: 'U',
  group: 'G',
  role: 'R',
  session: 'S',
  service: 'AWS',
  identityProvider: 'IdP',
  resource: '',
  policy: 'P',
  account: 'A',
  root: 'root',
  anonymous: '*'
};

/** A node with the usual glyph and nothing special about it. */
export function plainNode(
  kind: NodeKind,
  id: string,
  label: string,
  rest: Partial<Pick<NodeSketch, 'sublabel' | 'box' | 'boundary' | 'opens' | 'glyph' | 'left' | 'whole'>> = {}
): NodeSketch {
  return {
    id,
    kind,
    label,
    sublabel: '',
    glyph: GLYPHS[kind],
    box: null,
    boundary: null,
    opens: null,
    ...rest
  };
}

/** The root user shares its ARN with the account principal, so its node id says more. */
export function rootUserId(account: string): string {
  return `root@${account}`;
}

/** `arn:aws:iam::A:root`, the account as a principal. */
export function accountPrincipalId(account: string): string {
  return `arn:aws:iam::${account}:root`;
}

/** The id of `Principal: "*"` and of callers that did not sign. */
export const EVERYONE = '*';

function userNode(world: World, user: User): NodeSketch {
  const boundary = boundaryOf(world, user.arn);
  const empty = user.groups.length === 0 && !hasPolicies(world, user.arn);
  return plainNode('user', user.arn, user.name, {
    box: user.account,
    boundary,
    sublabel: boundary?.name ?? (empty ? 'no policies' : ''),
    opens: firstPolicy(world, user.arn, 'identity')
  });
}

function roleNode(world: World, role: Role): NodeSketch {
  const boundary = boundaryOf(world, role.arn);
  const own = isOfPermissionSet(role.arn) ? 'permission set' : role.serviceLinked ? 'service-linked' : '';
  const { label, ...whole } = roleName(world, role.arn);
  return plainNode('role', role.arn, label, {
    ...whole,
    box: role.account,
    boundary,
    sublabel: boundary?.name ?? own,
    opens: firstPolicy(world, role.arn, 'resource') ?? firstPolicy(world, role.arn, 'identity')
  });
}

function sessionNode(session: Session): NodeSketch {
  const left = session.expires - session.usedAt;
  const minutes = Math.round(left / 60_000);
  const share = left / Math.max(1, session.expires - session.issued);
  return plainNode('session', session.arn, session.name, {
    box: session.account,
    left: Math.round(Math.min(1, Math.max(0, share)) * 100) / 100,
    sublabel: minutes > 0 ? `${timeText(minutes)} left` : 'expired'
  });
}

function timeText(minutes: number): string {
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** Nodes of all users, groups, roles, sessions, identity providers and resources, in file order. */
export function listedNodes(world: World): readonly NodeSketch[] {
  return [
    ...[...world.principals.values()].flatMap((principal) => principalNodes(world, principal)),
    ...[...world.groups.values()].map(({ arn, account, name }) =>
      plainNode('group', arn, name, { box: account, opens: firstPolicy(world, arn, 'identity') })
    ),
    ...[...world.identityProviders.values()].map(({ arn, account, name, oidc }) =>
      plainNode('identityProvider', arn, name, { box: account, sublabel: oidc === null ? 'SAML' : 'OIDC' })
    ),
    ...[...world.resources.values()].map(({ arn, account, name }) => {
      const { glyph, words } = resourceType(arn);
      const opens = firstPolicy(world, arn, 'resource');
      return plainNode('resource', arn, name || lastPart(arn), {
        box: account,
        glyph,
        sublabel: words,
        opens
      });
    })
  ];
}

function principalNodes(world: World, principal: Principal): readonly NodeSketch[] {
  switch (principal.kind) {
    case 'user':
      return [userNode(world, principal)];
    case 'role':
      return [roleNode(world, principal)];
    case 'session':
      return [sessionNode(principal)];
    case 'root':
      return []; // drawn only when a request is its own
  }
}

/** A principal that some policy or request names but no account lists. */
export function unlistedPrincipal(world: World, arn: string): NodeSketch {
  const fields = fieldsOf(arn);
  // PRIN-09: an id instead of an ARN is what a policy shows of somebody deleted, and the id says what it was.
  if (!fields) {
    const was = arn.startsWith('AROA') ? 'role' : 'user';
    return plainNode(was, arn, arn, { sublabel: `deleted ${was}` });
  }
  const box = accountBox(world, fields.account);
  const [type = ''] = fields.resource.split('/', 1);
  const kind = UNLISTED_KINDS.get(type) ?? 'user';
  const place = box === null ? `in ${fields.account}` : 'not in this file';
  const { label, ...whole } = roleName(world, arn);
  return plainNode(kind, arn, label, { ...whole, box, sublabel: kind === 'session' ? '' : place });
}

/** The name; of a role that is called by less, both. */
function roleName(world: World, arn: string): Pick<NodeSketch, 'label' | 'whole'> {
  const whole = lastPart(arn);
  if (!isOfPermissionSet(arn)) return { label: whole };
  const label = roleCalled(world, arn);
  return label === whole ? { label } : { label, whole };
}

const UNLISTED_KINDS: ReadonlyMap<string, NodeKind> = new Map([
  ['role', 'role'],
  ['assumed-role', 'session'],
  ['federated-user', 'session'],
  ['oidc-provider', 'identityProvider'],
  ['saml-provider', 'identityProvider']
]);

/** The account's id when the world has it: its box. */
export function accountBox(world: World, account: string): string | null {
  return world.accounts.has(asAccountId(account)) ? account : null;
}

function boundaryOf(world: World, arn: Arn): GraphNode['boundary'] {
  const policy = firstPolicy(world, arn, 'boundary');
  return policy === null ? null : { policy, name: world.papers.get(policy)?.name ?? policy };
}

/** The first policy that hangs on a target in this way; null without. */
export function firstPolicy(
  world: World,
  target: string,
  type: 'identity' | 'resource' | 'boundary'
): PolicyId | null {
  return attachedTo(world, target).find((attachment) => attachment.type === type)?.policy ?? null;
}

function hasPolicies(world: World, target: string): boolean {
  return firstPolicy(world, target, 'identity') !== null;
}

const byTarget = new WeakMap<World, ReadonlyMap<string, Attachment[]>>();

/** A target's attachments; the index is made once per world. */
export function attachedTo(world: World, target: string): readonly Attachment[] {
  let index = byTarget.get(world);
  if (!index) {
    index = grouped(world.attachments);
    byTarget.set(world, index);
  }
  return index.get(target) ?? [];
}

function grouped(attachments: readonly Attachment[]): ReadonlyMap<string, Attachment[]> {
  const groups = new Map<string, Attachment[]>();
  for (const attachment of attachments) {
    const group = groups.get(attachment.target);
    if (group) group.push(attachment);
    else groups.set(attachment.target, [attachment]);
  }
  return groups;
}
