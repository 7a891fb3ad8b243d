/** JSON text inside a scalar: a policy pasted as AWS shows it. Its places are those in the outer file. */
import type { Checked } from './diagnostic.ts';
import { tooLarge } from './diagnostics.ts';
import { readJson } from './json.ts';
import { MAX_JSON, MEGABYTE } from './limits.ts';
import { textAt } from './text.ts';
import type { Tree, TreeText } from './tree.ts';

/**
 * Reads the text of a scalar as strict JSON.
 *
 * @param tree a block scalar or quoted text of a YAML or JSON file
 * @returns a tree whose paths continue the scalar's own. Its ranges point into the outer file, as exactly as the
 *   scalar allows: a folded block, where lines run together, gives its own range for everything. Never throws.
 */
export function parseEmbeddedJson(tree: TreeText): Checked<Tree> {
  const { text, range, path } = tree;
  const { source } = range;
  if (text.length > MAX_JSON) {
    return { value: null, diagnostics: [tooLarge({ range, path }, 'JSON', MAX_JSON / MEGABYTE)] };
  }
  const offsets = offsetsOf(textAt(range), text);
  const place = (from: number, to: number) => {
    if (!offsets) return range;
    const start = range.from + (offsets[from] ?? range.to - range.from);
    const last = to > from ? range.from + (offsets[to - 1] ?? 0) + 1 : start;
    return { source, from: start, to: Math.max(start, Math.min(last, range.to)) };
  };
  return readJson({ text, from: 0, to: text.length, path, place });
}

/** For each character of a scalar's text its offset in the scalar as written; null if that cannot be told. */
function offsetsOf(raw: string, text: string): readonly number[] | null {
  const style = raw.charAt(0);
  if (style === '|') return offsetsInBlock(raw, text);
  if (style === '"')
    return offsetsInQuotes(raw, text, /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|U[\da-fA-F]{8}|.)/y);
  if (style === "'") return offsetsInQuotes(raw, text, /''/y);
  return raw === text ? Array.from(raw, (_, index) => index) : null;
}

/** A literal block strips the same indentation from each line, and its first line is the header. */
function offsetsInBlock(raw: string, text: string): readonly number[] | null {
  const written = toLines(raw).slice(1);
  const lines = toLines(text);
  const indent = indentOf(written, lines);
  const offsets: number[] = [];
  for (const [index, { content }] of lines.entries()) {
    const line = written[index];
    // A range leaves trailing line breaks out; nothing but they can lie behind it.
    if (content !== '' && line?.content.slice(indent) !== content) return null;
    const start = line ? line.at + Math.min(indent, line.content.length) : raw.length;
    for (let i = 0; i <= content.length; i++) offsets.push(Math.min(start + i, raw.length));
  }
  return offsets;
}

interface Line {
  /** Offset of its first character. */
  readonly at: number;
  readonly content: string;
}

function toLines(text: string): readonly Line[] {
  const lines = text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g);
  return Array.from(lines, (line) => ({ at: line.index, content: line[1] ?? '' }));
}

/** How much longer the first line that is not empty was written. */
function indentOf(written: readonly Line[], lines: readonly Line[]): number {
  const model = lines.findIndex(({ content }) => content !== '');
  const [long, short] = [written[model]?.content ?? '', lines[model]?.content ?? ''];
  return Math.max(0, long.length - short.length);
}

/** Between quotes on one line, each escape stands for as many characters as are left of it in the text. */
function offsetsInQuotes(raw: string, text: string, escape: RegExp): readonly number[] | null {
  const offsets: number[] = [];
  let at = 1;
  while (at < raw.length - 1) {
    escape.lastIndex = at;
    const written = escape.exec(raw)?.[0];
    if (written === undefined && raw.charAt(at) !== text.charAt(offsets.length)) return null;
    offsets.push(at);
    at += written?.length ?? 1;
  }
  return offsets.length === text.length ? offsets : null;
}
