/** What can be lit of a request's scene: caller, target, what ties them, and the places where policies hang. */
import { accountOf } from '../engine/request.ts';
import type { Request } from '../engine/request.ts';
import type { PolicyId, PolicyType } from '../world/world.ts';
import type { EdgeKind, Graph, GraphEdge } from './graph.ts';
import { accountPrincipalId } from './nodes.ts';
import { callerIds } from './naming.ts';
import { drawnBand } from './opens.ts';
import type { Place } from './place.ts';

/** A light that is being made. */
export interface Lamp {
  readonly nodes: Set<string>;
  readonly edges: Set<string>;
  readonly boxes: Set<string>;
  readonly bands: Set<string>;
  readonly rings: Set<string>;
}

/** Nothing lit yet. */
export function dark(): Lamp {
  return { nodes: new Set(), edges: new Set(), boxes: new Set(), bands: new Set(), rings: new Set() };
}

/** The request as the graph knows it. */
export interface Scene {
  readonly graph: Graph;
  /** The caller, the role or user behind its session, and that user's groups. */
  readonly callers: ReadonlySet<string>;
  /** The caller itself, without its groups. */
  readonly self: readonly string[];
  readonly target: string | null;
  /** Account ids; null when there is none. */
  readonly callerAccount: string | null;
  readonly targetAccount: string | null;
}

/** Finds caller and target of a request among the nodes. */
export function toScene(request: Request, graph: Graph): Scene {
  const known = new Set(graph.nodes.map(({ id }) => id));
  const self = callerIds(request.caller).filter((id) => known.has(id));
  const groups = graph.edges
    .filter(({ kind, from }) => kind === 'membership' && self.includes(from))
    .map(({ to }) => to);
  const target = targetOf(graph, request.resource);
  const targetAccount = graph.nodes.find(({ id }) => id === target)?.box ?? null;
  return {
    graph,
    self,
    callers: new Set([...self, ...groups]),
    target,
    callerAccount: accountOf(request.caller),
    targetAccount
  };
}

/** The node of a resource: itself, or the bucket, log group, table … that it is a part of. */
export function targetOf(graph: Graph, resource: string): string | null {
  let found: string | null = null;
  for (const { id, kind } of graph.nodes) {
    if (kind !== 'resource' && id !== resource) continue;
    const contains = resource === id || resource.startsWith(`${id}/`) || resource.startsWith(`${id}:`);
    if (contains && (found === null || id.length > found.length)) found = id;
  }
  return found;
}

/** The caller, and the tie to the role or user behind its session. */
export function lightCaller(lamp: Lamp, { graph, self }: Scene): void {
  for (const id of self) lamp.nodes.add(id);
  for (const { id, kind, from, to } of graph.edges) {
    if (kind === 'session' && self.includes(from) && self.includes(to)) lamp.edges.add(id);
  }
}

/** The node that is acted on. */
export function lightTarget(lamp: Lamp, { target }: Scene): void {
  if (target !== null) lamp.nodes.add(target);
}

/** Edges from the caller (its groups, its account, everyone) to the target. */
export function lightBetween(lamp: Lamp, scene: Scene, wanted: (edge: GraphEdge) => boolean): void {
  const { graph, callers, self, target, callerAccount } = scene;
  const account = callerAccount === null ? null : accountPrincipalId(callerAccount);
  for (const edge of graph.edges) {
    const named = callers.has(edge.from) || edge.from === account || edge.from === '*';
    if (edge.to !== target || !named || !wanted(edge)) continue;
    lamp.edges.add(edge.id);
    lamp.nodes.add(edge.from);
    if (!self.includes(edge.from)) lightMembership(lamp, scene, edge.from);
  }
}

function lightMembership(lamp: Lamp, { graph, self }: Scene, group: string): void {
  for (const { id, kind, from, to } of graph.edges) {
    if (kind === 'membership' && to === group && self.includes(from)) lamp.edges.add(id);
  }
}

const FROM_RESOURCE: readonly EdgeKind[] = ['trust', 'grant', 'deny'];

/** Where a step stands; for a statement all that it makes. */
export function lightPlace(lamp: Lamp, scene: Scene, place: Place): void {
  LIGHTS[place.type](lamp, scene, place);
}

const LIGHTS: Readonly<Record<PolicyType, (lamp: Lamp, scene: Scene, place: Place) => void>> = {
  scp: (lamp, scene, place) => lightBands(lamp, scene, place, scene.callerAccount),
  rcp: (lamp, scene, place) => lightBands(lamp, scene, place, scene.targetAccount),
  endpoint: (lamp, scene) => {
    lightCaller(lamp, scene);
    lightTarget(lamp, scene);
  },
  resource: lightResource,
  identity: lightIdentity,
  boundary: (lamp, scene, { policy }) => {
    for (const { id, boundary } of scene.graph.nodes) {
      if (!scene.self.includes(id)) continue;
      lamp.nodes.add(id);
      if (boundary && (policy === null || boundary.policy === policy)) lamp.rings.add(id);
    }
  },
  session: (lamp, scene) => lightCaller(lamp, scene)
};

/** The band of a level, or all bands of the type, in the one account the step is about. */
function lightBands(lamp: Lamp, scene: Scene, { type, target }: Place, account: string | null): void {
  const box = scene.graph.boxes.find(({ id }) => id === account);
  if (!box) return;
  lamp.boxes.add(box.id);
  const bands = type === 'scp' ? box.roof : box.floor;
  const own = bands.filter(({ level }) => target === null || level === target);
  const lit = own.length > 0 ? own : bands.filter(({ level }) => level === box.id); // levels drawn as one band
  for (const band of lit) lamp.bands.add(drawnBand(band, box));
}

/** The door: role or resource, and the edges its own policy makes. */
function lightResource(lamp: Lamp, scene: Scene, { policy, statement }: Place): void {
  lightTarget(lamp, scene);
  if (statement !== null && policy !== null) lightMade(lamp, scene, policy, statement);
  else lightBetween(lamp, scene, ({ kind }) => FROM_RESOURCE.includes(kind));
}

/** Caller and groups; for a policy its node; for a statement the edges it makes. */
function lightIdentity(lamp: Lamp, scene: Scene, { target, policy, statement }: Place): void {
  lightCaller(lamp, scene);
  const holders = target === null ? scene.callers : new Set([target]);
  for (const holder of holders) {
    if (!scene.graph.nodes.some(({ id }) => id === holder)) continue;
    lamp.nodes.add(holder);
    lightMembership(lamp, scene, holder);
  }
  for (const { id, kind, from, to, madeBy } of scene.graph.edges) {
    if (kind !== 'attachment' || !holders.has(from)) continue;
    if (policy !== null && madeBy[0]?.policy !== policy) continue;
    lamp.edges.add(id);
    lamp.nodes.add(to);
  }
  if (statement !== null && policy !== null) lightMade(lamp, scene, policy, statement, holders);
}

/** Edges a statement makes; for one that hangs on several identities only those of the holders. */
function lightMade(
  lamp: Lamp,
  { graph }: Scene,
  policy: PolicyId,
  statement: string,
  holders: ReadonlySet<string> | null = null
): void {
  for (const { id, from, to, madeBy } of graph.edges) {
    if (holders && !holders.has(from)) continue;
    if (!madeBy.some((at) => at.policy === policy && at.path === statement)) continue;
    lamp.edges.add(id);
    lamp.nodes.add(from);
    lamp.nodes.add(to);
  }
}
