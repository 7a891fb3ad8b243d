/** What the command palette offers: commands, requests, steps, documents, things of the world, pages. Pure. */
import type { Frame } from '../explain/frame.ts';
import { finding, question } from '../explain/sentence.ts';
import type { Words } from '../explain/words.ts';
import type { Graph } from '../graph/graph.ts';
import { searchGraph } from '../graph/search.ts';
import type { PolicyId } from '../world/world.ts';
import { COMMAND_IDS, entryOf, type CommandId } from './commands.ts';
import type { PaperTab } from './paper-title.ts';
import { rank, type Findable, type Found } from './palette-search.ts';
import { toVerdictWords } from './verdict-sign.ts';
import type { Watch } from './watches.ts';

/** What choosing it does. */
export type Doing =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'request' | 'step' | 'thing'; readonly id: string }
  | { readonly kind: 'policy'; readonly id: PolicyId }
  | { readonly kind: 'page'; readonly href: string };

export interface PaletteItem extends Findable {
  readonly does: Doing;
  /** The first key of a command; empty for everything else. */
  readonly keys: string;
}

/** Those that somebody can carry out now, but those that open the palette itself. */
export function commandItems(
  can: (id: CommandId) => boolean,
  keysOf: (id: CommandId) => readonly string[]
): readonly PaletteItem[] {
  return COMMAND_IDS.filter((id) => id !== 'palette' && id !== 'leave' && can(id)).map((id) => {
    const { title, group, also = '' } = entryOf(id);
    const more = group === 'Go to' ? 'go to' : '';
    return {
      id: `command ${id}`,
      title,
      more,
      also,
      does: { kind: 'command', id },
      keys: keysOf(id)[0] ?? ''
    };
  });
}

export function requestItems(watches: readonly Watch[], chosen: string): readonly PaletteItem[] {
  return watches
    .filter((watch) => watch.case.id !== chosen)
    .map(({ case: { id, title }, outcome }) => ({
      id: `request ${id}`,
      title,
      more: `request, ${toVerdictWords(outcome).toLowerCase()}`,
      does: { kind: 'request', id },
      keys: ''
    }));
}

/** The film's steps. What was not reached yet is told as the question that it asks. */
export function stepItems(
  frames: readonly Frame[],
  passed: ReadonlySet<string>,
  words: Words
): readonly PaletteItem[] {
  return frames.map(({ id, step, moment, evaluation }, index) => {
    const isTold = moment === 'close' && passed.has(id);
    return {
      id: `step ${id}`,
      title: (isTold ? finding : question)(step, { words, evaluation }),
      more: `step ${index + 1} of ${frames.length}`,
      isAside: true,
      does: { kind: 'step', id },
      keys: ''
    };
  });
}

export function policyItems(tabs: readonly PaperTab[]): readonly PaletteItem[] {
  return tabs.map(({ policy, name, kind }) => ({
    id: `policy ${policy}`,
    title: name,
    more: kind,
    does: { kind: 'policy', id: policy },
    keys: ''
  }));
}

export interface PageLink {
  readonly title: string;
  readonly more: string;
  readonly href: string;
}

export function pageItems(pages: readonly PageLink[]): readonly PaletteItem[] {
  return pages.map(({ title, more, href }) => ({
    id: `page ${href}`,
    title,
    more,
    does: { kind: 'page', href },
    keys: ''
  }));
}

/** What stands in the graph and fits a text, the likeliest first. */
function thingItems(graph: Graph, text: string): readonly PaletteItem[] {
  return searchGraph(graph, text).map(({ id, label, detail }) => ({
    id: `thing ${id}`,
    title: label,
    more: detail,
    does: { kind: 'thing', id },
    keys: ''
  }));
}

/** As many as one reads through; whoever wants another writes another letter. */
const MOST = 40;
/** Things that fit beside the rest. */
const THINGS = 25;

/** What the palette shows for a text. The graph is searched by its own rules; what it finds is ranked with the rest. */
export function findItems(
  text: string,
  from: {
    readonly items: readonly PaletteItem[];
    readonly graph: Graph;
    readonly recent: readonly string[];
    /** Whether things of the world alone are looked for. */
    readonly isSearch: boolean;
  }
): readonly Found<PaletteItem>[] {
  const things = text.trim() === '' ? [] : thingItems(from.graph, text);
  const all = from.isSearch ? [] : from.items;
  const ranked = rank([...all, ...things.slice(0, THINGS)], text, { recent: from.recent, most: MOST });
  // The graph also knows things by what no line of the list says: an ARN, a tag.
  const known = new Set(ranked.map(({ item }) => item.id));
  const others = things.filter(({ id }) => !known.has(id)).map((item) => ({ item, spans: [] }));
  return [...ranked, ...others].slice(0, MOST);
}

/** What was used, with the last first, each once. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((each) => each !== id)].slice(0, 12);
}
