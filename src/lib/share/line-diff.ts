/** Two texts line by line: which lines stayed, which went, which came, and what can be skipped between them. */
import { pairEqual } from './pair-items.ts';

type DiffLine =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  /** So many lines that stayed, far from any change. */
  | { readonly kind: 'skipped'; readonly count: number };

/** Lines that stay in sight around a change. */
const AROUND = 2;

/** Lines that are shown at most, and how much of each. */
const MAX_LINES = 200;
const MAX_COLUMNS = 500;

/** Time O(lines × changes), bounded. Texts with nothing in common are removed and added as a whole. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [toLines(before), toLines(after)];
  const all: DiffLine[] = [];
  let [from, to] = [0, 0];
  const take = (endA: number, endB: number) => {
    for (; from < endA; from++) all.push({ kind: 'removed', text: a[from] ?? '' });
    for (; to < endB; to++) all.push({ kind: 'added', text: b[to] ?? '' });
  };
  for (const [i, j] of pairEqual(a, b)) {
    take(i, j);
    all.push({ kind: 'same', text: a[i] ?? '' });
    from = i + 1;
    to = j + 1;
  }
  take(a.length, b.length);
  return cut(fold(all)).map(shorten);
}

function toLines(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/);
}

/** Lines far from a change become a number. */
function fold(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = new Uint8Array(lines.length);
  lines.forEach(({ kind }, at) => {
    if (kind !== 'same') isNear.fill(1, Math.max(0, at - AROUND), at + AROUND + 1);
  });
  const folded: DiffLine[] = [];
  let count = 0;
  lines.forEach((line, at) => {
    if (isNear[at] === 0) count++;
    else {
      if (count > 0) folded.push({ kind: 'skipped', count });
      count = 0;
      folded.push(line);
    }
  });
  return count > 0 ? [...folded, { kind: 'skipped', count }] : folded;
}

function cut(lines: readonly DiffLine[]): readonly DiffLine[] {
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES), { kind: 'skipped', count: lines.length - MAX_LINES }];
}

function shorten(line: DiffLine): DiffLine {
  if (line.kind === 'skipped' || line.text.length <= MAX_COLUMNS) return line;
  return { kind: line.kind, text: `${line.text.slice(0, MAX_COLUMNS).toWellFormed()}…` };
}
