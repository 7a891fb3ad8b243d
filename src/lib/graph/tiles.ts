/** What a folded account says of itself, and how much of an unfolded one is drawn. */
import type { Hub } from './bundle.ts';
import type { GraphNode } from './graph.ts';
import { elide, textWidth } from './label.ts';
import { grouped } from './number.ts';
import { resourceType } from './resource-type.ts';

/** As many whole counts as there is room for, at least the first: `9 roles`. */
export function countsWithin(counts: string, room: number): string {
  const parts = counts.split(', ');
  while (parts.length > 1 && textWidth(parts.join(', ')) > room) parts.pop();
  return elide(parts.join(', '), room);
}

/** `9 roles, 2 people`: the two kinds that say most. */
export function countsOf(nodes: readonly GraphNode[]): string {
  const count = (kind: GraphNode['kind']) => nodes.filter((node) => node.kind === kind).length;
  const resources = nodes.filter(({ kind }) => kind === 'resource');
  const areStores = resources.every(({ id }) => resourceType(id).shape === 'store');
  const told = [
    said(count('role'), 'role', 'roles'),
    said(count('user'), 'person', 'people'),
    areStores ? said(resources.length, 'store', 'stores') : said(resources.length, 'resource', 'resources'),
    said(count('group'), 'group', 'groups')
  ].filter((text) => text !== '');
  return told.length === 0 ? 'nothing in it' : told.slice(0, 2).join(', ');
}

function said(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `in 11 accounts`: where those of an account may go; `from 11` where only others come in. Empty without a hub. */
export function hubWords(hubs: readonly Hub[], at: string): string {
  const own = hubs.filter((hub) => hub.at === at && hub.kind === 'trust');
  const out = own.find(({ direction }) => direction === 'out');
  if (out) return `in ${grouped(out.count)} accounts`;
  const into = own.find(({ direction }) => direction === 'in');
  return into ? `from ${grouped(into.count)}` : '';
}

/**
 * So many nodes of an unfolded account are drawn; where each shows its statements; and where somebody asks for all, for
 * beyond that a person lost the thread.
 */
export const SHOWN = { usual: 24, near: 10, all: 400 } as const;

/**
 * The nodes of an unfolded account that are drawn: what is wanted first, then what is tied to other accounts, then
 * in file order. Policies are not counted.
 */
export function pickNodes(
  heads: readonly GraphNode[],
  most: number,
  rankOf: (node: GraphNode) => number
): readonly GraphNode[] {
  if (heads.length <= most) return heads;
  const ranked = heads.map((node, place) => ({ node, place, rank: rankOf(node) }));
  ranked.sort((a, b) => a.rank - b.rank || a.place - b.place);
  const picked = new Set(ranked.slice(0, most).map(({ node }) => node));
  return heads.filter((node) => picked.has(node));
}

/** `24 of 60 shown · in 11 accounts`; empty when all are, and no hub is. */
export function noteOf(shown: number, all: number, hub: string): string {
  const part = shown === all ? '' : `${grouped(shown)} of ${grouped(all)} shown`;
  return [part, hub].filter((text) => text !== '').join(' · ');
}

/** Begins the id under which the note of an account is chosen: it asks for all of the account. */
export const MORE = 'more@';
