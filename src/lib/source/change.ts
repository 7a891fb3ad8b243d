/**
 * Changes of a file that keep its comments and formatting. A change is made twice: on the data, which says what
 * the file must mean afterwards, and in the text. The text is read back, and only what means the same is given out.
 */
import { keep, signature, type Draft, type ReadTree } from './change-draft.ts';
import { handOf } from './change-hand.ts';
import { sourceInside } from './change-inside.ts';
import { splice, type Splices } from './change-splice.ts';
import type { Change } from './change-kind.ts';
import { applyStep } from './change-step.ts';
import type { Checked, Diagnostic } from './diagnostic.ts';
import { cannotChange } from './diagnostics.ts';
import { isJsonName } from './file-name.ts';
import { applyPatches } from './patch.ts';
import { split } from './pointer.ts';
import { readTree } from './read.ts';
import type { SourceText } from './text.ts';
import { childOf, type Tree } from './tree.ts';

export type { Change, Plain } from './change-kind.ts';

/**
 * Makes changes one after the other; each sees what those before it did.
 *
 * @returns the new text. Everything outside of what changed is the same to the byte, and changes that change
 *   nothing give the text itself. Null, with a diagnostic for each change that cannot be made, if there is any,
 *   and for a text that gives no tree. Never throws. Time: one reading before and one after.
 */
export function applyChanges(source: SourceText, changes: readonly Change[]): Checked<string> {
  const { value, diagnostics } = changedSource(source, changes);
  return { value: value === null ? null : value.text, diagnostics };
}

/** {@link applyChanges} for those who read the text next: the source has been read, and is not read again. */
export function changedSource(source: SourceText, changes: readonly Change[]): Checked<SourceText> {
  const read = readTree(source);
  const root = read.value;
  if (!root) return { value: null, diagnostics: read.diagnostics };
  const diagnostics: Diagnostic[] = [];
  let draft = keep(root);
  for (const change of changes) {
    const step = applyStep(draft, change, root.range);
    if (step.kind === 'refused') diagnostics.push(step.diagnostic);
    else draft = step;
  }
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const value = rewrite(source, { value: root, diagnostics: read.diagnostics }, draft);
  if (value !== null) return { value, diagnostics: [] };
  const at = changes[0]?.at ?? '';
  return { value: null, diagnostics: [cannotChange({ range: nearest(root, at).range, path: at })] };
}

/** Ways to write, tried in turn until one reads back: how far up lists and maps are printed anew, and with blocks? */
const WAYS = [
  [0, true],
  [0, false],
  [1, true],
  [1, false],
  [2, false]
] as const;

/** The text that means the draft, or null when there is no way to write it. */
function rewrite(source: SourceText, before: ReadTree, draft: Draft): SourceText | null {
  if (draft.kind === 'kept') return source;
  const wanted = settle(draft);
  if (wanted === null) return null;
  const meaning = signature(wanted);
  const hand = handOf(source.text, before.value, isJsonName(source.name));
  for (const [level, blocks] of WAYS) {
    const splices = splice(wanted, before.value, { ...hand, blocks }, level);
    if (losesUnread(before, splices)) return null;
    const after = { ...source, text: applyPatches(source.text, splices.patches) };
    if (isMeant(after, before, meaning)) return after;
    // Empty lines at the end of a block count only when a line break ends them.
    const ended = { ...source, text: after.text + hand.eol };
    if (!hand.json && !source.text.endsWith('\n') && isMeant(ended, before, meaning)) return ended;
  }
  return null;
}

/** The text must mean what is wanted, and be no worse than before. */
function isMeant(source: SourceText, before: ReadTree, meaning: string): boolean {
  const after = readTree(source);
  if (!after.value || signature(keep(after.value)) !== meaning) return false;
  const known = new Map<string, number>();
  for (const { code } of before.diagnostics) known.set(code, (known.get(code) ?? 0) + 1);
  for (const { code } of after.diagnostics) known.set(code, (known.get(code) ?? 0) - 1);
  return [...known.values()].every((left) => left >= 0);
}

/** Whether something that could not be read would be dropped silently. Of a key that stands twice the first stays. */
function losesUnread({ diagnostics }: ReadTree, { lost }: Splices): boolean {
  const unread = diagnostics.filter(
    ({ code, severity }) => severity === 'error' && code !== 'source/duplicate-key'
  );
  return unread.some(({ range }) => lost.some(({ from, to }) => from <= range.from && range.to <= to));
}

/** The draft with every changed text inside a scalar written; null if one cannot be. */
function settle(draft: Draft): Draft | null {
  switch (draft.kind) {
    case 'inside': {
      const inside = rewrite(sourceInside(draft.scalar.text), draft.before, draft.inner);
      return inside === null ? null : { kind: 'text', text: inside.text, bare: false, block: false };
    }
    case 'map': {
      const entries = draft.entries.map((entry) => ({ ...entry, value: settle(entry.value) ?? FAILED }));
      return entries.some(({ value }) => value === FAILED) ? null : { ...draft, entries };
    }
    case 'list': {
      const items = draft.items.map((item) => ({ ...item, value: settle(item.value) ?? FAILED }));
      return items.some(({ value }) => value === FAILED) ? null : { ...draft, items };
    }
    default:
      return draft;
  }
}

const FAILED: Draft = { kind: 'text', text: '', bare: true, block: false };

/** The innermost value that a pointer reaches. */
function nearest(root: Tree, path: string): Tree {
  let tree = root;
  for (const key of split(path)) {
    const next = childOf(tree, key);
    if (next === null) break;
    tree = next;
  }
  return tree;
}
