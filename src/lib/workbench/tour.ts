/** The walkthrough as it is presented: each scene's place, what it shows, and whether it still tells the truth. */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation } from '../engine/trace.ts';
import type { Detail } from '../explain/frame.ts';
import type { Graph } from '../graph/graph.ts';
import { accountPrincipalId, EVERYONE, rootUserId } from '../graph/nodes.ts';
import { leastDetail, staleness, type Evaluations, type Stale } from '../scenario/check.ts';
import type { Expectation, Scenario, Scene } from '../scenario/scenario.ts';

export interface TourScene {
  /** From 0. */
  readonly index: number;
  readonly title: string;
  /** Markdown. */
  readonly say: string;
  /** For the presenter. */
  readonly note: string | null;
  /** Where the page stands; nothing where the scene shows the graph alone. */
  readonly address: TourAddress | null;
  /** Ids of nodes and boxes that the graph moves to; empty moves to nothing. */
  readonly focus: ReadonlySet<string>;
  /** One sentence on why the scene no longer tells the truth; null while it does. */
  readonly stale: string | null;
}

export interface TourAddress {
  /** Id of a request of the file. */
  readonly request: string;
  /** Id of a frame, perhaps one that is no longer there; null stands on the verdict. */
  readonly step: string | null;
  /** The least that shows the step. */
  readonly detail: Detail;
}

/**
 * The scenes of a walkthrough in order, held against the world as it is now; empty where the file has none.
 * Evaluates each request that a scene shows.
 */
export function toTour(
  { world, cases, scenes }: Pick<Scenario, 'world' | 'cases' | 'scenes'>,
  graph: Graph
): readonly TourScene[] {
  const shown = new Set(scenes.map(({ request }) => request));
  const evaluations = new Map(
    cases
      .filter(({ id }) => shown.has(id))
      .map(({ id, request }) => [id, request === null ? null : evaluate(world, request)])
  );
  const drawn = new Set([...graph.nodes, ...graph.boxes].map(({ id }) => id));
  return scenes.map((scene, index) => {
    const { title, say, note } = scene;
    const stale = staleness(scene, evaluations);
    return {
      index,
      title,
      say,
      note,
      address: toAddress(scene, evaluations),
      focus: new Set(
        scene.focus.flatMap(({ id }) => (id === null ? [] : drawnAs(id).filter((each) => drawn.has(each))))
      ),
      stale: stale === null ? null : toSentence(stale)
    };
  });
}

function toAddress({ request, step }: Scene, evaluations: Evaluations): TourAddress | null {
  const evaluation = request === null ? null : (evaluations.get(request) ?? null);
  if (request === null || evaluation === null) return null;
  return { request, step, detail: step === null ? 'layers' : (leastDetail(step, evaluation) ?? 'layers') };
}

/** The root of an account is drawn as its root user, as the account in a Principal element, or as both. */
function drawnAs(id: string): readonly string[] {
  if (id === 'anonymous') return [EVERYONE];
  const account = /^arn:[^:]*:iam::(\d{12}):root$/.exec(id)?.[1];
  return account === undefined ? [id] : [rootUserId(account), accountPrincipalId(account)];
}

function toSentence(stale: Stale): string {
  switch (stale.kind) {
    case 'noRequest':
      return 'This scene claims something of a request and names none.';
    case 'lostRequest':
      return `This scene shows the request ${stale.request}, which is no longer there.`;
    case 'brokenRequest':
      return `This scene shows the request ${stale.request}, which has an error and cannot be asked.`;
    case 'decision':
      return `This scene says ${EXPECTED[stale.expected]}; the request ${toNow(stale.decision)}.`;
    case 'lostStep':
      return `The step of this scene, ${stale.step}, is no longer on the way; this is the nearest that is.`;
    case 'lostFocus':
      return `This scene points at ${stale.names.join(', ')}, which is no longer there.`;
  }
}

const EXPECTED: Readonly<Record<Expectation, string>> = {
  allowed: 'allowed',
  implicitDeny: 'implicitly denied',
  explicitDeny: 'explicitly denied',
  denied: 'denied',
  conditional: 'allowed or denied by open facts'
};

function toNow(decision: Evaluation['outcome']): string {
  switch (decision) {
    case 'conditional':
      return 'now hangs on open facts';
    case null:
      return 'is now undecided';
    case 'allowed':
    case 'implicitDeny':
    case 'explicitDeny':
      return `is now ${EXPECTED[decision]}`;
  }
}
