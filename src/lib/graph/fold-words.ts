/** A large world in a line: how large it is, and why it is drawn as it is. */
import type { Level } from './fold.ts';
import type { Graph } from './graph.ts';
import { grouped } from './number.ts';

/** `40 accounts, 831 roles, 665 trusts` */
export function sizeWords(graph: Graph): string {
  const accounts = graph.boxes.filter(({ kind }) => kind === 'account').length;
  const roles = graph.nodes.filter(({ kind }) => kind === 'role').length;
  const trusts = graph.edges.filter(({ kind }) => kind === 'trust').length;
  return [said(accounts, 'account'), said(roles, 'role'), said(trusts, 'trust')].join(', ');
}

function said(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

interface Folded {
  readonly level: Level;
  /** How many accounts are tiles. */
  readonly tiles: number;
  readonly hasPath: boolean;
  readonly isByHand: boolean;
}

/** Why accounts are folded; empty where none is. */
export function foldWords({ level, tiles, hasPath, isByHand }: Folded): string {
  if (tiles === 0) return '';
  if (isByHand) return `Folded: ${said(tiles, 'account')}`;
  if (level === 'org' || !hasPath) return 'Folded: every account';
  return 'Folded: everything off the request’s path';
}

/** The levels as the switch names them, with what one sees at each. */
export const LEVEL_WORDS: Readonly<Record<Level, readonly [short: string, title: string]>> = {
  org: ['org', 'The organization: every account is a tile'],
  account: ['account', 'The accounts of this request are open'],
  identity: ['identity', 'Their identities with the policies that hang on them'],
  statement: ['statement', 'What each line allows, written on it']
};
