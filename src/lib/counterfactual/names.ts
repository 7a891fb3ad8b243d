/** How lines of a report call policies, their holders, statements and callers. User input stands in backticks. */
import type { Statement } from '../policy/document.ts';
import { shortNameOf } from '../world/alias.ts';
import { lastName } from '../world/arn.ts';
import type { Arn, Paper, PolicyId, World } from '../world/world.ts';
import { code } from './report.ts';

/** `tools:role/jenkins`, a group, a resource by its short name, a level of the organization. In backticks. */
export function holderName(world: World, target: string): string {
  const arn = target as Arn;
  const principal = world.principals.get(arn);
  if (principal?.kind === 'user' || principal?.kind === 'role') return code(shortNameOf(world, principal));
  const group = world.groups.get(arn);
  if (group) {
    const alias = world.accounts.get(group.account)?.alias ?? group.account;
    return code(`${alias}:group/${group.name}`);
  }
  const resource = world.resources.get(arn);
  if (resource) return code(resource.name);
  return levelName(world, target) ?? code(target.startsWith('arn:') ? lastName(target) : target);
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
