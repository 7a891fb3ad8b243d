/** How lines of a report call policies, their holders, statements and callers. User input stands in backticks. */
import type { Statement } from '../policy/document.ts';
import { aliasOf, shortNameOf } from '../world/alias.ts';
import { asArn, lastName } from '../world/arn.ts';
import type { Paper, PolicyId, World } from '../world/world.ts';
import { code } from './report.ts';

/** `tools:role/jenkins`, a group, a resource by its short name, a level of the organization. In backticks. */
export function holderName(world: World, target: string): string {
  if (target === '*') return 'everybody';
  const resource = world.resources.get(asArn(target));
  if (resource) return code(resource.name);
  const name = principalName(world, target) ?? groupName(world, target) ?? levelName(world, target);
  return name ?? code(target.startsWith('arn:') ? lastName(target) : target);
}

function principalName(world: World, target: string): string | null {
  const principal = world.principals.get(asArn(target));
  switch (principal?.kind) {
    case 'user':
    case 'role':
      return code(shortNameOf(world, principal));
    case 'root':
      return `the root user of ${code(aliasOf(world, principal.account))}`;
    default:
      return null;
  }
}

function groupName(world: World, target: string): string | null {
  const group = world.groups.get(asArn(target));
  return group ? code(`${aliasOf(world, group.account)}:group/${group.name}`) : null;
}

function levelName(world: World, target: string): string | null {
  for (const { units } of world.organizations.values()) {
    const unit = units.get(target);
    if (unit) return unit.parent === null ? "the organization's root" : `the OU ${code(unit.name)}`;
  }
  for (const { id, alias } of world.accounts.values()) {
    if (id === target) return `the account ${code(alias)}`;
  }
  return null;
}

const KINDS = {
  inline: 'the inline policy',
  customer: 'the managed policy',
  aws: "AWS's policy",
  scp: 'the SCP',
  rcp: 'the RCP',
  default: 'the',
  resource: 'the',
  trust: 'the',
  endpoint: 'the',
  session: 'the'
} as const;

/** `the inline policy `Deploy` of `tools:role/jenkins``, `the bucket policy of `reports``, `the SCP `Regions``. */
export function policyName(world: World, id: PolicyId): string {
  const paper = world.papers.get(id);
  if (!paper) return code(id);
  const isNamed = ['inline', 'customer', 'aws', 'scp', 'rcp'].includes(paper.origin);
  const name = `${KINDS[paper.origin]} ${isNamed ? code(paper.name) : paper.name}`;
  const holder = paper.origin === 'customer' || paper.origin === 'aws' ? null : holderOf(world, paper);
  return holder === null ? name : `${name} of ${holder}`;
}

function holderOf(world: World, { id, origin }: Paper): string | null {
  if (origin === 'scp' || origin === 'rcp' || origin === 'session') return null;
  const target = world.attachments.find(({ policy }) => policy === id)?.target;
  return target === undefined ? null : holderName(world, target);
}

/** `statement `ReadReports``, or by its number from 1. */
export function statementName({ sid, path }: Statement): string {
  if (sid !== null) return `statement ${code(sid)}`;
  const number = /^\/Statement\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? 'the statement' : `statement ${Number(number) + 1}`;
}

/** A statement with its policy. */
export function statementOf(world: World, id: PolicyId, statement: Statement): string {
  return `${statementName(statement)} of ${policyName(world, id)}`;
}
