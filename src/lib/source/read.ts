/** Any text to a tree: JSON for names in `.json`, YAML for all others; and what is no text at all. */
import type { Checked } from './diagnostic.ts';
import { byteOrderMark, notText } from './diagnostics.ts';
import { isJsonName } from './file-name.ts';
import { parseJson } from './json.ts';
import type { SourceText } from './text.ts';
import type { Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

/**
 * Reads a file by its name. Never throws; see {@link parseJson} and {@link parseYaml}. The same source is read once: a
 * change of it, the check of that change and the scenario all begin with its tree.
 */
export function readTree(source: SourceText): Checked<Tree> {
  const found = known.get(source) ?? read(source);
  known.set(source, found);
  return found;
}

/** Kept as long as the source lives, which a tree's ranges hold anyway. */
const known = new WeakMap<SourceText, Checked<Tree>>();

function read(source: SourceText): Checked<Tree> {
  const { name, text } = source;
  const junk = findJunk(text);
  if (junk !== null) {
    const range = { source, from: junk, to: junk + 1 };
    return { value: null, diagnostics: [notText({ range, path: '' })] };
  }
  const marked = text.startsWith(BYTE_ORDER_MARK);
  const isJson = isJsonName(name);
  const parsed = isJson ? parseJson(source, { from: marked ? 1 : 0, to: text.length }) : parseYaml(source);
  if (!marked) return parsed;
  const mark = byteOrderMark({ range: { source, from: 0, to: 1 }, path: '' });
  return { value: parsed.value, diagnostics: [mark, ...parsed.diagnostics] };
}

const BYTE_ORDER_MARK = '\u{FEFF}';

/** Characters that no text file has: controls apart from white space, and what a decoder puts for broken bytes. */
const SUSPICIOUS = /(?!\s|\u0085)[\p{Cc}\u{FFFD}]/gu;
const SAMPLE = 4096;

/** Where the first sign of a binary file is: one NUL anywhere, or one suspicious character in ten at the start. */
function findJunk(text: string): number | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return nul;
  const sample = text.slice(0, SAMPLE);
  const suspicious = [...sample.matchAll(SUSPICIOUS)];
  const first = suspicious[0];
  return first && suspicious.length * 10 >= sample.length ? first.index : null;
}
