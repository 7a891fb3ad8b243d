/**
 * What was done to a file, so that it can be taken back: one history for every document and every way of editing.
 * Keeps patches, not copies. Pure: each function returns another history.
 */
import { applyPatch, invert, patchBetween, type Patch } from '../source/patch.ts';
import type { Typed, TypedTexts } from '../scenario/live.ts';
import type { Verdict } from './ticker.ts';

/** All that there is to a file being written. */
export interface Draft {
  readonly text: string;
  readonly typed: TypedTexts;
}

interface Entry {
  /** What was done, e.g. `Attach AdministratorAccess to dana`. */
  readonly title: string;
  /** The document typed in, while one is: its pointer, or the empty one of the file. Null for any other edit. */
  readonly document: string | null;
  /** What takes the text on, and back. */
  readonly redo: Patch | null;
  readonly undo: Patch | null;
  readonly typed: readonly TypedChange[];
  /** Whether it only follows from the entry before it, and is taken back with that one. */
  readonly isSequel: boolean;
  /** How the requests stood before it; null where that was not worked out yet. */
  readonly verdicts: readonly Verdict[] | null;
}

interface TypedChange {
  readonly pointer: string;
  readonly before: Typed | null;
  readonly after: Typed | null;
}

export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
  /** The draft before the last entry, while more of the same typing may join it. */
  readonly open: Draft | null;
}

export const NO_HISTORY: History = { past: [], future: [], open: null };

/** So many steps can be taken back. */
const MOST = 1000;

/** What is done, and where typing goes on. */
export interface Deed {
  readonly title: string;
  readonly document: string | null;
  /** Whether it goes on where the typing before it stopped, so that both are taken back together. */
  readonly goesOn: boolean;
  /** Whether it only follows from the deed before it, and is taken back with that one. */
  readonly isSequel: boolean;
  /** How the requests stood before it; absent where that is not worked out yet. */
  readonly verdicts?: readonly Verdict[] | null;
}

/** A deed that stands for itself: any but typing. */
export function deedOf(title: string): Deed {
  return { title, document: null, goesOn: false, isSequel: false };
}

/** Enters a deed. Nothing is entered where nothing changed. */
export function enter(history: History, before: Draft, after: Draft, deed: Deed): History {
  const last = history.past.at(-1);
  const joins = deed.goesOn && history.open !== null && last?.document === deed.document;
  const start = joins ? history.open : before;
  const entry = toEntry(start, after, joins ? { ...deed, verdicts: last.verdicts } : deed);
  if (entry === null) return joins ? { ...history, past: history.past.slice(0, -1), open: null } : history;
  const past = joins ? history.past.slice(0, -1) : history.past;
  return { past: [...past, entry].slice(-MOST), future: [], open: deed.document === null ? null : start };
}

function toEntry(before: Draft, after: Draft, deed: Deed): Entry | null {
  const { title, document, isSequel, verdicts = null } = deed;
  const redo = patchBetween(before.text, after.text);
  const undo = redo && invert(before.text, redo);
  const pointers = new Set([...before.typed.keys(), ...after.typed.keys()]);
  const typed = [...pointers].flatMap((pointer) => {
    const change = {
      pointer,
      before: before.typed.get(pointer) ?? null,
      after: after.typed.get(pointer) ?? null
    };
    return change.before === change.after ? [] : change;
  });
  return redo === null && typed.length === 0
    ? null
    : { title, document, redo, undo, typed, isSequel, verdicts };
}

/** A step through the history: where it leads, and what was taken back or done again. */
export interface Turn {
  readonly history: History;
  readonly draft: Draft;
  readonly title: string;
}

/** Takes the last deed back, and what followed from it; null when there is none. */
export function undo({ past, future }: History, draft: Draft): Turn | null {
  const start = past.findLastIndex(({ isSequel }) => !isSequel);
  const back = past.slice(Math.max(0, start)).reverse();
  const title = back.at(-1)?.title;
  if (title === undefined) return null;
  const history = { past: past.slice(0, Math.max(0, start)), future: [...future, ...back], open: null };
  return { history, draft: back.reduce((at, entry) => turn(at, entry, 'before'), draft), title };
}

/** Takes the last deeds back until so many entries are left; null when there are no more. */
export function undoTo(history: History, draft: Draft, left: number): Turn | null {
  let done: Turn | null = null;
  while ((done?.history ?? history).past.length > left) {
    const next = undo(done?.history ?? history, done?.draft ?? draft);
    if (next === null) break;
    done = next;
  }
  return done;
}

/** Does the last deed that was taken back again, and what followed from it; null when there is none. */
export function redo({ past, future }: History, draft: Draft): Turn | null {
  const first = future.at(-1);
  if (!first) return null;
  let count = 1;
  while (future.at(-1 - count)?.isSequel === true) count++;
  const on = future.slice(-count).reverse();
  const history = { past: [...past, ...on], future: future.slice(0, -count), open: null };
  return { history, draft: on.reduce((at, entry) => turn(at, entry, 'after'), draft), title: first.title };
}

/** Some entries of the past: the first, and the first after them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The draft as if these entries of the past had not been made, whatever came later; null where something later was
 * written over them, so that they cannot be taken out alone.
 */
export function without({ past }: History, draft: Draft, { from, to }: Span): Draft | null {
  const back = (at: Draft, entries: readonly Entry[]) =>
    entries.toReversed().reduce((each, entry) => turn(each, entry, 'before'), at);
  const later = past.slice(to);
  const after = back(draft, later);
  const before = back(after, past.slice(from, to));
  const patch = later.reduce(
    (each: Patch | null | 'lost', { redo: other }) =>
      each === null || each === 'lost' || other === null ? each : beside(each, other),
    patchBetween(after.text, before.text)
  );
  const typed = typedWithout(draft.typed, after.typed, before.typed);
  if (patch === 'lost' || typed === null) return null;
  return { text: patch ? applyPatch(draft.text, patch) : draft.text, typed };
}

/** A patch for the text as another patch leaves it; `lost` where both are about the same stretch. */
function beside(patch: Patch, { from, to, insert }: Patch): Patch | 'lost' {
  if (patch.to <= from) return patch;
  const by = insert.length - (to - from);
  return patch.from >= to ? { ...patch, from: patch.from + by, to: patch.to + by } : 'lost';
}

/** Null where one of the texts in question has been typed in since. */
function typedWithout(now: TypedTexts, after: TypedTexts, before: TypedTexts): TypedTexts | null {
  const next = new Map(now);
  for (const pointer of new Set([...after.keys(), ...before.keys()])) {
    const [old, made] = [before.get(pointer), after.get(pointer)];
    if (old === made) continue;
    if (now.get(pointer) !== made) return null;
    if (old) next.set(pointer, old);
    else next.delete(pointer);
  }
  return next;
}

function turn({ text, typed }: Draft, entry: Entry, side: 'before' | 'after'): Draft {
  const patch = side === 'before' ? entry.undo : entry.redo;
  return { text: patch ? applyPatch(text, patch) : text, typed: withTyped(typed, entry.typed, side) };
}

function withTyped(typed: TypedTexts, changes: readonly TypedChange[], side: 'before' | 'after'): TypedTexts {
  const next = new Map(typed);
  for (const change of changes) {
    const value = change[side];
    if (value) next.set(change.pointer, value);
    else next.delete(change.pointer);
  }
  return next;
}

const SIGN = /^\S$/u;

/**
 * Whether a text goes on where the last typing stopped: one sign more or less, in the same place, and no white space,
 * which ends a word. So a word is taken back at once, and no more than a word.
 */
export function isGoingOn(last: Patch | null, next: Patch | null): boolean {
  if (last === null || next === null) return false;
  // What the first sign replaced, a selection say, is part of the same typing.
  if (next.from === next.to && next.insert !== '') {
    return next.from === last.from + last.insert.length && SIGN.test(last.insert) && SIGN.test(next.insert);
  }
  const isErasing = last.insert === '' && next.insert === '';
  return isErasing && next.to - next.from === 1 && (next.to === last.from || next.from === last.from);
}
