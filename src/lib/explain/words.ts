/**
 * How people say who and what there is: `jenkins@tools`, `OU Workloads`, `prod-deploy's trust policy`. An ARN that the
 * world does not know is shortened, never invented; a role of a permission set goes by the set. Knows no step.
 */
import type { Caller } from '../engine/request.ts';
import { legible } from '../source/render.ts';
import { asArn, lastName, roleOfSession, splitArn, splitSessionArn } from '../world/arn.ts';
import { roleCalled } from '../world/permission-set.ts';
import type { Arn, Paper, PolicyId, PolicyType, Principal, World } from '../world/world.ts';

/**
 * Texts are plain, never HTML, on one line, and turn no direction. Nothing here throws; what is unknown is given back as
 * it is, shortened.
 */
export interface Words {
  /** Short, e.g. `jenkins@tools`; a session goes by the role it has put on. */
  readonly who: (caller: Caller) => string;
  /** In full, e.g. `session build-42 of jenkins@tools`. */
  readonly caller: (caller: Caller) => string;
  /** A user, role, session, group or identity provider by ARN: `jenkins@tools`. */
  readonly principal: (arn: string) => string;
  /** A user or role by ARN, without its account: `jenkins`. */
  readonly bare: (arn: string) => string;
  /** `tools`; the id where the world has no such account. */
  readonly account: (id: string) => string;
  /** By short name: `app`, `app/q1.csv`; `service/prod/web in prod, eu-west-3` if unlisted; `anything` for `*`. */
  readonly resource: (arn: string) => string;
  /** Where a policy hangs: a level (`OU Workloads`, `the root of acme`, `account prod`), a principal, a resource, an endpoint. */
  readonly target: (target: string) => string;
  /** With its kind and where it hangs: `prod-deploy's trust policy`, `the inline policy deploy-web`, `the SCP DenyRegions`. */
  readonly policy: (id: PolicyId, target?: string, type?: PolicyType) => string;
  /** Bare: `deploy-web`. */
  readonly policyName: (id: PolicyId) => string;
  /** ARN of a managed policy, null for all others. */
  readonly policyArn: (id: PolicyId) => Arn | null;
  /** A value of a request or a policy: an ARN by its end, a long text cut. */
  readonly value: (text: string) => string;
}

/** The words of a world. Holds the world; makes nothing before it is asked. */
export function toWords(world: World): Words {
  const account = (id: string) => tell(find(world.accounts, id)?.alias ?? id);
  const principal = (arn: string) => tell(principalIn(world, arn, account));
  const resource = (arn: string) => tell(resourceIn(world, arn, account));
  const target = (id: string) =>
    tell(levelIn(world, id) ?? endpointIn(world, id) ?? thingIn(world, id, principal, resource));
  const who = (caller: Caller) => tell(short(caller, principal, account));
  return {
    who,
    caller: (caller) =>
      caller.kind === 'roleSession' ? `session ${tell(caller.session)} of ${who(caller)}` : who(caller),
    principal,
    bare: (arn) => legible(shorten(roleCalled(world, arn))),
    account,
    resource,
    target,
    policy: (id, at, type) => tell(policyIn(world, id, { target: at, type }, target)),
    policyName: (id) => tell(world.papers.get(id)?.name ?? id),
    policyArn: (id) => world.papers.get(id)?.arn ?? null,
    value: (text) => legible(shorten(text))
  };
}

type Say = (text: string) => string;

function short(caller: Caller, principal: Say, account: Say): string {
  switch (caller.kind) {
    case 'user':
      return principal(caller.arn);
    case 'root':
      return caller.assumed
        ? `an AssumeRoot session of ${account(caller.account)}`
        : `the root user of ${account(caller.account)}`;
    case 'roleSession':
      return principal(caller.role);
    case 'federatedUser':
      return `federated user ${lastName(caller.arn)}@${account(caller.account)}`;
    case 'service':
      return caller.service;
    case 'identityProvider':
      return `identity provider ${principal(caller.provider)}`;
    case 'anonymous':
      return 'an anonymous caller';
  }
}

function principalIn(world: World, arn: string, account: Say): string {
  const known = find(world.principals, arn);
  if (known) return principalName(world, known, account);
  const other = find(world.groups, arn) ?? find(world.identityProviders, arn);
  if (other) return `${other.name}@${account(other.account)}`;
  const parsed = splitArn(arn);
  if (!parsed?.account) return shorten(arn);
  const home = account(parsed.account);
  if (parsed.resource === 'root') return `account ${home}`;
  const session = splitSessionArn(arn);
  return session
    ? `session ${session.session} of ${roleOf(world, arn) ?? session.roleName}@${home}`
    : `${roleCalled(world, arn)}@${home}`;
}

/** What the role of a session is called; null where the world has no such role. */
function roleOf(world: World, arn: string): string | null {
  const role = roleOfSession(asArn(arn), world.principals.keys());
  return role !== null && world.principals.has(role) ? roleCalled(world, role) : null;
}

function principalName(world: World, known: Principal, account: Say): string {
  switch (known.kind) {
    case 'root':
      return `the root user of ${account(known.account)}`;
    case 'session':
      return `session ${known.name} of ${principalIn(world, known.role, account)}`;
    case 'user':
      return `${known.name}@${account(known.account)}`;
    case 'role':
      return `${roleCalled(world, known.arn)}@${account(known.account)}`;
  }
}

function resourceIn(world: World, arn: string, account: Say): string {
  if (arn === '*') return 'anything';
  const known = find(world.resources, arn);
  if (known) return known.name;
  for (const holder of world.resources.values()) {
    const rest = arn.startsWith(holder.arn) ? arn.slice(holder.arn.length) : '';
    if (rest.startsWith('/') || rest.startsWith(':'))
      return shorten(`${holder.name}${rest}`.replace(/:+$/, ''));
  }
  const parsed = splitArn(arn);
  if (!parsed) return shorten(arn);
  if (parsed.service === 'iam' || parsed.service === 'sts') return principalIn(world, arn, account);
  const place = [parsed.account && account(parsed.account), parsed.region].filter((part) => part !== '');
  const name = shorten(parsed.resource);
  return place.length === 0 ? name : `${name} in ${place.join(', ')}`;
}

function levelIn(world: World, id: string): string | null {
  const account = find(world.accounts, id);
  if (account) return `account ${account.alias}`;
  for (const organization of world.organizations.values()) {
    const unit = organization.units.get(id);
    if (unit) return unit.parent === null ? `the root of ${organization.name}` : `OU ${unit.name}`;
  }
  return null;
}

function endpointIn(world: World, id: string): string | null {
  return world.endpoints.has(id) || id.startsWith('vpce-') ? `endpoint ${id}` : null;
}

function thingIn(world: World, id: string, principal: Say, resource: Say): string {
  const isPrincipal = find(world.principals, id) ?? find(world.identityProviders, id);
  if (find(world.groups, id)) return `group ${principal(id)}`;
  return isPrincipal ? principal(id) : resource(id);
}

interface Hanging {
  readonly target: string | undefined;
  readonly type: PolicyType | undefined;
}

function policyIn(world: World, id: PolicyId, at: Hanging, target: Say): string {
  const paper = world.papers.get(id);
  if (!paper) return `the policy ${shorten(id)}`;
  const attachment = world.attachments.find(
    (held) =>
      held.policy === id && (at.target ?? held.target) === held.target && (at.type ?? held.type) === held.type
  );
  const place = at.target ?? attachment?.target;
  const type = at.type ?? attachment?.type;
  return named(paper, type, place === undefined ? null : nearName(world, place, target));
}

/** A policy's kind is its attachment's: the same managed policy can be a boundary here and a permissions policy there. */
function named(paper: Paper, type: PolicyType | undefined, place: string | null): string {
  switch (type) {
    case 'scp':
    case 'rcp':
      return /^RCP/.test(paper.name) ? paper.name : `the ${type.toUpperCase()} ${paper.name}`; // RCPFullAWSAccess
    case 'boundary':
      return `the boundary ${paper.name}`;
    case 'endpoint':
      return `the policy of ${place ?? 'the endpoint'}`;
    case 'session':
      return paper.origin === 'session' ? 'the session policy' : `the session policy ${paper.name}`;
    case 'resource':
      return `${place === null ? 'the' : `${place}'s`} ${paper.name}`;
    default:
      return `the ${IDENTITY_ORIGINS[paper.origin] ?? 'policy'} ${paper.name}`;
  }
}

const IDENTITY_ORIGINS: Partial<Readonly<Record<Paper['origin'], string>>> = {
  inline: 'inline policy',
  aws: 'AWS managed policy'
};

/** A principal's bare name where only one principal has it, so that we can say `prod-deploy's trust policy`. */
function nearName(world: World, place: string, target: Say): string {
  const principal = find(world.principals, place);
  const called = principal ? callOf(world, principal) : null;
  if (!principal || called === null) return target(place);
  const namesakes = [...world.principals.values()].filter(
    (other) => other.kind === principal.kind && callOf(world, other) === called
  );
  return namesakes.length === 1 ? called : target(place);
}

/** Null for the root user, which has no name. */
function callOf(world: World, principal: Principal): string | null {
  if (principal.kind === 'root') return null;
  return principal.kind === 'role' ? roleCalled(world, principal.arn) : principal.name;
}

/** Looks up by text: what comes from a trace is not branded. */
function find<V>(map: ReadonlyMap<string, V>, key: string): V | undefined {
  return map.get(key);
}

/** Longer than any name of AWS; only a file can hold longer ones. */
const LONGEST_NAME = 300;

/** A name as a sentence can hold it. */
function tell(name: string): string {
  const cut = name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
  return legible(cut);
}

const LONGEST = 64;

/** An ARN longer than fits is cut to its end after a colon, any other text at the end. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const resource = splitArn(text)?.resource;
  if (resource !== undefined && resource.length < LONGEST) return `…:${resource}`;
  return `${text.slice(0, LONGEST - 1)}…`;
}
