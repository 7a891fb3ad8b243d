/** Puts each policy where it belongs in a sketched world, and asks what its statements raise. */
import { printPolicy } from '../policy/print.ts';
import { stemOf } from '../source/file-name.ts';
import { parseJson } from '../source/json.ts';
import type { Statement } from '../policy/document.ts';
import { accountIn, lastName, splitArn } from '../world/arn.ts';
import { freeAccountId, freeName } from '../world/free.ts';
import { ask, type Asker } from './ask.ts';
import { assumeActionOf, askerOf, OWN_SIDE, strangerAt, type Door } from './askers.ts';
import type { Paper } from './find-policies.ts';
import { resourceMeant } from './fill.ts';
import { actionMeant, sampleResource } from './sample-actions.ts';
import { accountOf, isListable, Sketch, toIamName, type Who } from './sketch.ts';

type PaperKind = 'identity' | 'trust' | 'resource';

/** What a document is for, by what stands in it: only trust policies speak of STS alone, only policies at a door of principals. */
export function kindOf({ statements, isTrust }: Paper): PaperKind {
  if (isTrust) return 'trust';
  const isDoor = statements.some(({ principal }) => principal !== null);
  if (!isDoor) return 'identity';
  const isSts = statements.every(
    ({ action, resource }) => resource === null && action.patterns.every(({ text }) => /^sts:/i.test(text))
  );
  return isSts ? 'trust' : 'resource';
}

/** A world with all the papers in it. */
export function settle(papers: readonly Paper[]): Sketch {
  const sketch = new Sketch(homeOf(papers));
  const trusted = papers.find((paper) => kindOf(paper) === 'trust');
  const role = trusted ? (trusted.role ?? EXAMPLE_ROLE) : null;
  for (const paper of papers) {
    const kind = kindOf(paper);
    if (kind === 'trust') settleTrust(sketch, paper);
    else if (kind === 'resource') settleResource(sketch, paper);
    else settleIdentity(sketch, paper, paper.role ?? (paper.user === null ? role : null));
  }
  if (sketch.questions.length === 0) askAnything(sketch);
  return sketch;
}

/** Statements of one document that are looked at; the questions end long before. */
const MAX_STATEMENTS = 100;

const EXAMPLE_ROLE = 'example-role';
const EXAMPLE_USER = 'dana';

/** The account that most lies in: the one that the output names, that resources carry, that providers belong to. */
function homeOf(papers: readonly Paper[]): string {
  const statements = papers.flatMap((paper) => paper.statements);
  const principals = statements.flatMap(({ principal }) => principal?.entries ?? []);
  const named = principals.flatMap(({ value }) => accountOf(value) ?? []);
  const certain = [
    ...papers.flatMap(({ arn }) => (arn === null ? [] : (accountIn(arn) ?? []))),
    ...statements
      .filter(({ action }) => !mayAssume(action))
      .flatMap(({ resource }) => resource?.patterns ?? [])
      .flatMap(({ text }) => accountIn(text) ?? []),
    ...principals.filter(({ type }) => type === 'Federated').flatMap(({ value }) => accountIn(value) ?? [])
  ];
  const isAtDoor = papers.some((paper) => kindOf(paper) === 'resource');
  return certain[0] ?? (isAtDoor ? named[0] : undefined) ?? freeAccountId((id) => named.includes(id));
}

function settleIdentity(sketch: Sketch, paper: Paper, roleName: string | null): void {
  const { home } = sketch;
  const isRole = roleName !== null;
  const name = toIamName(roleName ?? paper.user ?? EXAMPLE_USER);
  const who = sketch.who(home, isRole ? 'roles' : 'users', name);
  const policy = freeName(toIamName(paper.policy ?? stemOf(paper.from)), (taken) => who.inline.has(taken));
  who.inline.set(policy, paper.text);
  sketch.assumed.push(
    `**${policy}** is carried by a ${isRole ? 'role' : 'user'}, \`${name}\`, in account ${home.id}`
  );
  const asker = { principal: `${home.alias}:${isRole ? 'role' : 'user'}/${name}`, name, account: home.id };
  paper.statements.slice(0, MAX_STATEMENTS).forEach((statement, index) => {
    openDoors(sketch, statement, asker);
    ask(sketch, statement, index, { asker, other: null, resource: null, action: null });
  });
}

/** A role that somebody may assume must let them in as well, or its silence would be all there is to see. */
function openDoors(sketch: Sketch, { action, resource }: Statement, asker: Asker): void {
  for (const { text } of resource?.patterns ?? []) {
    const named = sketch.named(text);
    if (named?.short.includes(':role/') !== true) continue;
    if (!mayAssume(action) || named.who.trust !== null) continue;
    named.who.trust = json({ Effect: 'Allow', Principal: { AWS: asker.account }, Action: 'sts:AssumeRole' });
    sketch.assumed.push(`the role \`${lastName(text)}\` trusts account ${asker.account}`);
  }
}

/** Roles that are assumed tend to lie elsewhere; what else is named lies at home. */
function mayAssume({ patterns }: Statement['action']): boolean {
  return patterns.some(({ text }) => /^sts:assumerole$/i.test(text));
}

function settleTrust(sketch: Sketch, paper: Paper): void {
  const { home } = sketch;
  const wanted = toIamName(paper.role ?? EXAMPLE_ROLE);
  const name = freeName(wanted, (taken) => (home.roles.get(taken)?.trust ?? null) !== null);
  const who: Who = sketch.who(home, 'roles', name);
  who.trust = paper.text;
  const arn = `arn:aws:iam::${home.id}:role${who.path}${name}`;
  sketch.assumed.push(`the trust policy is that of a role, \`${name}\`, in account ${home.id}`);
  const ownSide = json({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn });
  comeTo({ sketch, owner: home.id, isTrust: true, ownSide }, paper, () => arn);
}

function settleResource(sketch: Sketch, paper: Paper): void {
  const wanted = targetOf(sketch, paper);
  const taken = (arn: string) =>
    (sketch.account(accountIn(arn) ?? sketch.home.id).resources.get(arn) ?? null) !== null;
  const arn = freeName(wanted, taken);
  const owner = accountIn(arn) ?? sketch.home.id;
  sketch.list(arn, paper.text);
  sketch.assumed.push(`\`${arn}\` carries the policy, and belongs to account ${owner}`);
  const service = splitArn(arn)?.service ?? '*';
  const inside = service === 's3' ? [arn, `${arn}/*`] : arn;
  const ownSide = json({ Effect: 'Allow', Action: `${service}:*`, Resource: inside });
  comeTo({ sketch, owner, isTrust: false, ownSide }, paper, ({ action, resource }) => {
    const isOpen = resource === null || resource.patterns.every(({ text }) => /^\*+$/.test(text));
    if (!isOpen || resource?.negated === true) return null;
    return service === 's3' && /Object/.test(actionMeant(action)) ? `${arn}/example.txt` : arn;
  });
}

/** Everybody whom the paper at a door names comes and asks. */
function comeTo(door: Door, paper: Paper, resourceOf: (statement: Statement) => string | null): void {
  const { sketch, isTrust } = door;
  paper.statements.slice(0, MAX_STATEMENTS).forEach((statement, index) => {
    const asker = askerOf(door, statement);
    const isForAll = asker.principal === 'anonymous' || statement.principal?.negated === true;
    ask(sketch, statement, index, {
      asker,
      other: isForAll ? null : () => strangerAt(door),
      resource: resourceOf(statement),
      action: isTrust ? assumeActionOf(asker) : null
    });
  });
  const people = [...sketch.homes.values()].flatMap(({ users, roles }) => [
    ...users.values(),
    ...roles.values()
  ]);
  const note = `who comes from another account carries **${OWN_SIDE}**, so that their own side never stands in the way`;
  const isGiven = people.some(({ inline }) => inline.has(OWN_SIDE));
  if (isGiven && !sketch.assumed.includes(note)) sketch.assumed.push(note);
}

/** The bucket, queue, key … that a resource-based policy hangs at. */
function targetOf({ home }: Sketch, paper: Paper): string {
  const place = { account: home.id, user: EXAMPLE_USER };
  const written = paper.arn === null || splitArn(paper.arn)?.service === 'iam' ? null : paper.arn;
  const arns = paper.statements.map((statement) =>
    resourceMeant(statement.resource, actionMeant(statement.action), place)
  );
  const first = paper.statements[0];
  const sample = first ? sampleResource(actionMeant(first.action), home.id) : null;
  const wanted = [written, ...arns, sample].flatMap((arn) => (arn === null ? [] : toContainer(arn)));
  return wanted.find(isListable) ?? 'arn:aws:s3:::example-bucket';
}

/** Objects lie in a bucket, which carries the policy for them. */
function toContainer(arn: string): string {
  return /^arn:[^:]*:s3:::/.test(arn) ? (arn.split('/')[0] ?? arn) : arn;
}

/** No statement could be read: somebody asks for something, so that what is wrong with the policies shows. */
function askAnything(sketch: Sketch): void {
  const { home } = sketch;
  const role = [...home.roles.keys()][0];
  const user = [...home.users.keys()][0];
  if (role === undefined && user === undefined) sketch.who(home, 'users', EXAMPLE_USER);
  const who = user === undefined && role !== undefined ? `role/${role}` : `user/${user ?? EXAMPLE_USER}`;
  sketch.questions.push({
    id: 'anything',
    title: 'Anything at all',
    principal: `${home.alias}:${who}`,
    action: 's3:ListAllMyBuckets',
    resource: '*',
    context: new Map()
  });
}

function json(statement: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const { value } = parseJson({ name: 'made', text });
  return value === null ? text : printPolicy(value);
}
