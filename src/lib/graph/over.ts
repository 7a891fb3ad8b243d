/** What a step puts over the drawing, each thing off those before it: chips, the way, who travels, what was signed with, the stamp. */
import type { Rectangle } from './cell.ts';
import { CREDENTIAL, placeCredential } from './credential.ts';
import type { Point } from './curve.ts';
import type { Graph, Light } from './graph.ts';
import { textWidth } from './label.ts';
import { CHIP, chipsOf, drawWay, type ChipPlace, type DrawnWay } from './overlay.ts';
import { placeStamp, stampRoom, type StampPlace } from './stamp.ts';
import { around } from './taken.ts';
import { piecesOf } from './thread.ts';
import { drawTraveller, roomOf, type DrawnTraveller } from './traveller.ts';

export interface Over {
  readonly chips: readonly ChipPlace[];
  readonly way: DrawnWay | null;
  readonly traveller: DrawnTraveller | null;
  readonly credential: Point | null;
  readonly stamp: StampPlace | null;
  /** The room of all of it. */
  readonly taken: readonly Rectangle[];
}

const known = new WeakMap<
  Light,
  { readonly graph: Graph; readonly selected: string | null; readonly over: Over }
>();

/** The same for the same light over the same graph. */
export function overOf(graph: Graph, light: Light | null, selected: string | null): Over {
  const before = light && known.get(light);
  if (before && before.graph === graph && before.selected === selected) return before.over;
  const over = lay(graph, light, selected);
  if (light) known.set(light, { graph, selected, over });
  return over;
}

const NO_MARKS = { way: null, traveller: null, credential: null, stamp: null };

function lay(graph: Graph, light: Light | null, selected: string | null): Over {
  const { way, traveller, credential, stamp } = light?.marks ?? NO_MARKS;
  const chips = chipsOf(graph, light, selected);
  const taken = chips.map((chip) => around(chip, chip.width, chip.height));
  /** Puts a thing down, and keeps what comes later off it. */
  const put = <Thing>(thing: Thing | null, roomsOf: (thing: Thing) => readonly Rectangle[]): Thing | null => {
    if (thing !== null) taken.push(...roomsOf(thing));
    return thing;
  };
  const caller = graph.nodes.find(({ id }) => id === credential?.node) ?? null;
  return {
    chips,
    taken,
    way: put(way && drawWay(graph, way, chips), ({ label }) => [
      around(label, textWidth(way?.label ?? '') + 8, CHIP)
    ]),
    traveller: put(traveller && drawTraveller(graph, traveller, chips), (drawn) =>
      roomOf(drawn).map((room) => around(room, room.width, room.height))
    ),
    credential: put(caller && placeCredential(graph, caller, taken), (at) => [
      around(at, CREDENTIAL.width, CREDENTIAL.height)
    ]),
    stamp: put(
      stamp && placeStamp(graph, stamp, { over: taken, lit: light?.edges ?? NO_EDGES }),
      ({ at, thread }) => {
        const { width, height } = stampRoom(stamp?.decision ?? 'allowed');
        return [...(thread ? piecesOf(thread) : []), around(at, width, height)];
      }
    )
  };
}

const NO_EDGES: ReadonlySet<string> = new Set();
