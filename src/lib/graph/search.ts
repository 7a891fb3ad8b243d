/** Search in the graph: everything that has a name, found by name, ARN, kind or tag, the likeliest first. Pure. */
import type { Graph, NodeKind } from './graph.ts';
import { NODE_WORDS } from './node-words.ts';
import { bandId } from './opens.ts';

/** What an id of the graph belongs to. */
export type HitKind = 'account' | 'unit' | 'organization' | 'node' | 'edge' | 'band';

export interface Hit {
  /** As it is chosen in the graph: id of a node, edge or box, or of a band (`scp@r-ab12`). */
  readonly id: string;
  readonly kind: HitKind;
  /** For nodes: what it is. */
  readonly nodeKind: NodeKind | null;
  readonly label: string;
  /** What it is and where: `role in web-prod`. */
  readonly detail: string;
}

/** `key=value` by the id of a node; see {@link tagsIn}. */
export type Tags = ReadonlyMap<string, readonly string[]>;

interface Entry {
  readonly hit: Hit;
  readonly name: string;
  /** The name's own words: of `web-task-admin` web, task and admin. */
  readonly words: readonly string[];
  /** ARN, second line, kind, account: where a word counts less. */
  readonly rest: string;
}

const NO_TAGS: Tags = new Map();
/** More than this is no answer; whoever sees so many writes another word. */
const MOST = 50;

const indexes = new WeakMap<Graph, readonly Entry[]>();

/**
 * What fits every word of a text, the likeliest first: the whole name, its beginning, the beginning of a word in it,
 * any part of it, then ARN, kind, account and tags. Nothing for an empty text. Time O(graph) for each asking.
 */
export function searchGraph(graph: Graph, text: string, tags: Tags = NO_TAGS): readonly Hit[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (wanted.length === 0) return [];
  const found: { readonly hit: Hit; readonly cost: number; readonly place: number }[] = [];
  for (const [place, entry] of indexOf(graph).entries()) {
    const cost = costOf(entry, wanted, tags.get(entry.hit.id) ?? []);
    if (cost !== null) found.push({ hit: entry.hit, cost, place });
  }
  return found
    .sort((a, b) => a.cost - b.cost || a.place - b.place)
    .slice(0, MOST)
    .map(({ hit }) => hit);
}

/** The sum over the words; null when one is nowhere. Shorter names stand before longer ones that fit alike. */
function costOf(entry: Entry, wanted: readonly string[], tags: readonly string[]): number | null {
  let sum = KIND_COST[entry.hit.kind];
  for (const word of wanted) {
    const cost = wordCost(entry, word, tags);
    if (cost === null) return null;
    sum += cost;
  }
  return sum + Math.min(entry.name.length, 99) / 100;
}

/** Things before lines before levels, where they fit alike. */
const KIND_COST: Readonly<Record<HitKind, number>> = {
  account: 0,
  node: 0.1,
  unit: 0.2,
  organization: 0.2,
  band: 1.2,
  edge: 3
};

function wordCost({ name, words, rest }: Entry, word: string, tags: readonly string[]): number | null {
  if (name === word) return 0;
  if (name.startsWith(word)) return 1;
  if (words.some((part) => part.startsWith(word))) return 2;
  if (name.includes(word)) return 4;
  if (tags.some((tag) => tag.toLowerCase().includes(word))) return 6;
  return rest.includes(word) ? 8 : null;
}

/** Made once for each graph: ten thousand nodes are searched at every key. */
function indexOf(graph: Graph): readonly Entry[] {
  const known = indexes.get(graph);
  if (known) return known;
  const entries = [...boxEntries(graph), ...nodeEntries(graph), ...bandEntries(graph), ...edgeEntries(graph)];
  indexes.set(graph, entries);
  return entries;
}

const boxesOf = ({ boxes, omitted }: Graph) => [...boxes, ...omitted.boxes];
const nodesOf = ({ nodes, omitted }: Graph) => [...nodes, ...omitted.nodes];

function toEntry(hit: Omit<Hit, 'nodeKind'> & Partial<Hit>, more: readonly string[]): Entry {
  const whole: Hit = { nodeKind: null, ...hit };
  const name = whole.label.toLowerCase();
  return {
    hit: whole,
    name,
    words: name.split(/[^\p{L}\p{N}]+/u),
    rest: [whole.detail, whole.id, ...more].join(' ').toLowerCase()
  };
}

function boxEntries(graph: Graph): readonly Entry[] {
  const words = { account: 'account', unit: 'OU', organization: 'organization' } as const;
  return boxesOf(graph).map(({ id, kind, label, sublabel }) =>
    toEntry({ id, kind, label, detail: `${words[kind]} ${sublabel}`.trim() }, [])
  );
}

function nodeEntries(graph: Graph): readonly Entry[] {
  const aliases = new Map(boxesOf(graph).map(({ id, label }) => [id, label]));
  return nodesOf(graph).map(({ id, kind, label, sublabel, box, boundary }) => {
    const word = NODE_WORDS[kind];
    const place = box === null ? word : `${word} in ${aliases.get(box) ?? box}`;
    return toEntry({ id, kind: 'node', nodeKind: kind, label, detail: place }, [
      sublabel,
      boundary?.name ?? ''
    ]);
  });
}

function bandEntries(graph: Graph): readonly Entry[] {
  const seen = new Map<string, Entry>();
  for (const { roof, floor } of boxesOf(graph)) {
    for (const band of [...roof, ...floor]) {
      const id = bandId(band);
      const [type = '', level = '', names = ''] = band.label.split(' · ');
      if (seen.has(id)) continue;
      const label = names === '' ? level : names;
      seen.set(
        id,
        toEntry({ id, kind: 'band', label, detail: names === '' ? type : `${type} on ${level}` }, [])
      );
    }
  }
  return [...seen.values()];
}

/** Lines are found by what they allow, not by their ends: those are found themselves. */
function edgeEntries(graph: Graph): readonly Entry[] {
  const labels = new Map(nodesOf(graph).map(({ id, label }) => [id, label]));
  return [...graph.edges, ...graph.omitted.edges].flatMap(({ id, label, from, to, conditions }) => {
    if (label === '' || label === 'may assume') return [];
    const ends = `${labels.get(from) ?? from} → ${labels.get(to) ?? to}`;
    const hit = { id, kind: 'edge', label, detail: ends } as const;
    return [{ ...toEntry(hit, []), rest: [ends, ...conditions].join(' ').toLowerCase() }];
  });
}
