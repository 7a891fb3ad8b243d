/** What an edge means, what makes it, what it does not mean and when it fails, in this world's own names and numbers. */
import type { NodeRef } from '../engine/trace.ts';
import type { Condition, Statement } from '../policy/document.ts';
import type { World } from '../world/world.ts';
import { edgeCommands } from './edge-cli.ts';
import type { Graph } from './graph.ts';
import { lessonOf } from './legend.ts';
import type { EdgeSketch, NodeSketch } from './sketch.ts';
import { edgeWords } from './words.ts';

export interface EdgeHelp {
  readonly id: string;
  /** `jenkins@tools may become prod-deploy@prod` */
  readonly title: string;
  readonly means: string;
  readonly not: string;
  /** The statements or documents that make it; empty for membership, sessions and KMS grants. */
  readonly texts: readonly EdgeText[];
  /** When it does not work after all; for a deny, when it does not bite. */
  readonly fails: readonly string[];
  /** Lines for a terminal; may be empty. */
  readonly commands: readonly string[];
}

export interface EdgeText {
  readonly at: NodeRef;
  /** `Statement PipelineMayEnter of trust` */
  readonly name: string;
  /** As it stands in the file; empty for a whole document. */
  readonly text: string;
}

/** Null for an id that is no edge of the graph. */
export function edgeHelp(world: World, graph: Graph, id: string): EdgeHelp | null {
  const edges: readonly EdgeSketch[] = [...graph.edges, ...graph.omitted.edges];
  const nodes: readonly NodeSketch[] = [...graph.nodes, ...graph.omitted.nodes];
  const edge = edges.find((each) => each.id === id);
  const from = nodes.find((node) => node.id === edge?.from);
  const to = nodes.find((node) => node.id === edge?.to);
  if (!edge || !from || !to) return null;
  const made = edge.madeBy.map((at) => ({ at, statement: statementAt(world, at) }));
  const statements = made.flatMap(({ statement }) => statement ?? []);
  const lesson = lessonOf(edge.kind);
  return {
    id,
    title: edgeWords(graph, edge),
    means: lesson.means,
    not: lesson.not,
    texts: made.map(({ at, statement }) => toText(world, at, statement)),
    fails: failures(world, graph, { edge, from, to, statements }),
    commands: edgeCommands({ world, edge, from, to, statements })
  };
}

function statementAt(world: World, { policy, path }: NodeRef): Statement | null {
  return world.policies.get(policy)?.statements.find((statement) => statement.path === path) ?? null;
}

/** Lines of a statement that are shown; the paper has them all. */
const MOST_LINES = 16;

function toText(world: World, at: NodeRef, statement: Statement | null): EdgeText {
  const document = world.papers.get(at.policy)?.name ?? at.policy;
  if (!statement) return { at, name: document, text: '' };
  const number = Number(/\d+$/.exec(at.path)?.[0] ?? 0) + 1;
  const name = `${statement.sid === null ? `Statement ${number}` : `Statement ${statement.sid}`} of ${document}`;
  return { at, name, text: excerpt(statement) };
}

/** As written, moved to the left. */
function excerpt({ range: { source, from, to } }: Statement): string {
  const lines = source.text.slice(from, to).split('\n');
  const indents = lines
    .slice(1)
    .flatMap((line) => (line.trim() === '' ? [] : [/^ */.exec(line)?.[0].length ?? 0]));
  const least = Math.min(...indents, Infinity);
  const moved = lines.map((line, index) => (index === 0 ? line : line.slice(Math.min(least, line.length))));
  return moved.length <= MOST_LINES ? moved.join('\n') : [...moved.slice(0, MOST_LINES - 1), '…'].join('\n');
}

interface Known {
  readonly edge: EdgeSketch;
  readonly from: NodeSketch;
  readonly to: NodeSketch;
  readonly statements: readonly Statement[];
}

/** Kinds that stand for a request which other layers have a say in. */
const ASKED: ReadonlySet<EdgeSketch['kind']> = new Set(['trust', 'permission', 'grant', 'pass']);

function failures(world: World, graph: Graph, known: Known): readonly string[] {
  const { edge, from, to, statements } = known;
  const conditions = statements.flatMap((statement) => statement.conditions.map(unmet));
  if (!ASKED.has(edge.kind)) return [...new Set(conditions), ...tieFailures(world, known)];
  return [
    ...new Set(conditions),
    ...sides(known),
    ...fence(from),
    ...ceilings(graph, from, to),
    'Any policy that has a say holds a Deny that matches.'
  ];
}

/** COND-10, COND-11, COND-12: a missing key fails a positive operator, and passes a negated one. */
function unmet({ operator, key, values }: Condition): string {
  const wanted = values.map(({ text }) => text).join(' or ');
  const isPositive = !operator.name.includes('Not') && operator.name !== 'Null';
  const needsKey = isPositive && !operator.ifExists && operator.set !== 'ForAllValues';
  const missing = needsKey ? ', or the request has no such key' : '';
  return `${operator.text} ${key} ${wanted} does not hold${missing}.`;
}

/** What else one of the two accounts has to say. */
function sides({ edge, from, to }: Known): readonly string[] {
  const isFar = from.box !== to.box;
  if (edge.kind === 'pass')
    return [`The trust policy of ${to.label} does not name the service that is to have it.`]; // XACC-16
  if (edge.kind === 'trust') return trustSides(from, to, isFar && from.box !== null);
  if (!isFar || from.box === null || to.box === null) return [];
  return edge.kind === 'grant'
    ? [`Account ${from.box} does not allow it to ${from.label} with a policy of its own.`] // XACC-01
    : [`${to.label} stands in account ${to.box}, and its own policy does not allow it too.`];
}

/** EVAL-16, EVAL-21, XACC-09. */
function trustSides(from: NodeSketch, to: NodeSketch, isFar: boolean): readonly string[] {
  if (from.kind === 'account')
    return [
      `The caller has no Allow of its own for sts:AssumeRole on ${to.id}: naming an account only hands the question over.`
    ];
  return isFar ? [`No policy of ${from.label} allows sts:AssumeRole on ${to.id}.`] : [];
}

function fence({ label, boundary }: NodeSketch): readonly string[] {
  return boundary
    ? [`${boundary.name}, the permissions boundary of ${label}, does not allow it as well.`]
    : [];
}

/** EVAL-03, EVAL-04: every level must allow. */
function ceilings(graph: Graph, from: NodeSketch, to: NodeSketch): readonly string[] {
  const [caller, owner] = [from, to].map((node) => graph.boxes.find(({ id }) => id === node.box));
  const roof = caller && caller.roof.length > 0;
  const floor = owner && owner.floor.length > 0;
  return [
    ...(roof
      ? [`An SCP level over ${caller.label} denies it, or does not allow it: ${levels(caller.roof)}.`]
      : []),
    ...(floor ? [`An RCP over ${owner.label} denies it, where RCPs cover the service.`] : [])
  ];
}

function levels(bands: Graph['boxes'][number]['roof']): string {
  return bands.map(({ label }) => label.split(' · ').slice(1).join(': ')).join('; ');
}

/** When what no request asks for by itself counts for nothing. */
function tieFailures(world: World, { edge, from, to }: Known): readonly string[] {
  switch (edge.kind) {
    case 'attachment': {
      const [at] = edge.madeBy;
      const isBroken = at !== undefined && world.broken.has(at.policy);
      return isBroken
        ? [`${to.label} has an error: requests that it applies to are undecided.`]
        : ['None of its statements matches the request.'];
    }
    case 'session':
      return [
        `Its time is up, or ${to.label} is deleted.`,
        'A session policy allows less than the role has.'
      ];
    case 'membership':
      return [
        `${from.label} acts as a role: a session has the role’s policies, not those of the user’s groups.`
      ];
    default:
      return [];
  }
}
