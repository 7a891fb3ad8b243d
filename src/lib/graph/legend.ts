/** The legend of a drawing: which kinds of lines and marks occur, what each means and what it does not. */
import type { LineKind } from './filter.ts';
import type { Graph, GraphEdge } from './graph.ts';
import { bandId } from './opens.ts';
import { edgeWords } from './words.ts';

export interface LegendEntry {
  readonly kind: LineKind;
  readonly name: string;
  /** How many there are in the drawing. */
  readonly count: number;
  readonly means: string;
  readonly not: string;
  /** One of this drawing, in words, and its id. */
  readonly example: { readonly id: string; readonly words: string } | null;
}

export type Lesson = Pick<LegendEntry, 'name' | 'means' | 'not'>;

/** In the order of the legend. Sources by rule id; the sentences are ours. */
const LESSONS: Readonly<Record<LineKind, Lesson>> = {
  // EVAL-21, XACC-09
  trust: {
    name: 'assume',
    means: 'The role’s trust policy lets this principal become the role.',
    not: 'Across accounts that is half of it: the caller’s own account must allow sts:AssumeRole as well.'
  },
  // EVAL-01, EVAL-02, EVAL-04
  permission: {
    name: 'allowed',
    means:
      'An identity-based policy allows these actions there. The wider the line, the more actions: one, 2 to 5, 6 and more, all.',
    not: 'It is not the last word. A Deny, an SCP, a boundary or a session policy can still stop it.'
  },
  // EVAL-10, XACC-01
  grant: {
    name: 'granted',
    means: 'The resource’s own policy names this principal. The line begins at the resource, which speaks.',
    not: 'Across accounts it is not enough: the caller’s own account must allow the action too.'
  },
  // EVAL-02
  deny: {
    name: 'denied',
    means: 'A statement forbids it. No Allow anywhere outweighs it.',
    not: 'Not every Deny is a line: those of the organization stand in the bands, very wide ones in the outline.'
  },
  // XACC-16
  pass: {
    name: 'pass',
    means: 'This principal may hand the role to an AWS service (iam:PassRole).',
    not: 'It may not become the role itself. Nobody calls PassRole; AWS asks for it when a role is handed over.'
  },
  // COND-02
  conditional: {
    name: 'conditional',
    means:
      'Holds only while every condition key fits. A key is filled once the request fits it, crossed when it does not.',
    not: 'A hollow key is no refusal: it has not been read yet, or the request has no such fact.'
  },
  attachment: {
    name: 'attached',
    means: 'This policy hangs on this identity and is read for each of its requests.',
    not: 'Attached is not allowed: a statement of it must match the request.'
  },
  // EVAL-06, EVAL-07, PRIN-11
  membership: {
    name: 'member',
    means: 'The user is in the group and has the group’s policies beside its own.',
    not: 'A group is no principal: no policy can name it, and it has no boundary.'
  },
  // EVAL-19
  session: {
    name: 'session',
    means:
      'The session was made from this role and acts with its policies. The ink in its ring is the time left.',
    not: 'It is not the role: a session policy can make it weaker, and it ends.'
  },
  boundary: {
    name: 'boundary',
    means: 'A permissions boundary: the most that the identity’s own policies may allow.',
    not: 'It allows nothing by itself.'
  },
  // EVAL-04, EVAL-04b
  scp: {
    name: 'SCP',
    means:
      'Service control policies over the account, a band for each level. Every level must allow the action.',
    not: 'They allow nothing by themselves, and they do not bind the management account.'
  },
  // EVAL-03, EVAL-03b
  rcp: {
    name: 'RCP',
    means: 'Resource control policies under the account: whoever calls, every level must allow it.',
    not: 'They allow nothing by themselves, and they cover some services only.'
  }
};

const KINDS = Object.keys(LESSONS) as readonly LineKind[];

/** What a kind means and what it does not. */
export function lessonOf(kind: LineKind): Lesson {
  return LESSONS[kind];
}

/** The kinds that occur in a graph. */
export function legendOf(graph: Graph): readonly LegendEntry[] {
  const counted = countLines(graph);
  return KINDS.flatMap((kind) => {
    const count = counted.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count, ...LESSONS[kind], example: exampleOf(graph, kind) }];
  });
}

function countLines({ nodes, edges, boxes }: Graph): ReadonlyMap<LineKind, number> {
  const counts = new Map<LineKind, number>();
  for (const { kind } of edges) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sum = (of: 'roof' | 'floor') => boxes.reduce((total, box) => total + box[of].length, 0);
  counts.set('conditional', edges.filter(({ conditions }) => conditions.length > 0).length);
  counts.set('boundary', nodes.filter(({ boundary }) => boundary !== null).length);
  counts.set('scp', sum('roof'));
  counts.set('rcp', sum('floor'));
  return counts;
}

function exampleOf(graph: Graph, kind: LineKind): LegendEntry['example'] {
  if (kind === 'boundary') {
    const node = graph.nodes.find(({ boundary }) => boundary !== null);
    return node ? { id: node.id, words: `${node.label} is fenced by ${node.boundary?.name ?? ''}` } : null;
  }
  if (kind === 'scp' || kind === 'rcp') return bandExample(graph, kind === 'scp' ? 'roof' : 'floor');
  const own = graph.edges.filter((each) =>
    kind === 'conditional' ? isConditional(each) : each.kind === kind
  );
  // Between two accounts there is more to see than at home, and least where nobody of the file is at one end.
  const boxes = new Map(graph.nodes.map(({ id, box }) => [id, box]));
  const span = ({ from, to }: GraphEdge) => [boxes.get(from) ?? null, boxes.get(to) ?? null] as const;
  const isHome = (each: GraphEdge) => span(each).every((box) => box !== null);
  const isFar = (each: GraphEdge) => isHome(each) && span(each)[0] !== span(each)[1];
  const edge = own.find(isFar) ?? own.find(isHome) ?? own[0];
  return edge ? { id: edge.id, words: edgeWords(graph, edge) } : null;
}

/** A level that says more than the default, if there is one. */
function bandExample({ boxes }: Graph, of: 'roof' | 'floor'): LegendEntry['example'] {
  const bands = boxes.flatMap((box) => box[of].map((band) => ({ box, band })));
  const found = bands.find(({ band }) => band.policies.length > 1) ?? bands[0];
  return found ? { id: bandId(found.band), words: `${found.band.label}, over ${found.box.label}` } : null;
}

const isConditional = ({ conditions }: GraphEdge) => conditions.length > 0;
