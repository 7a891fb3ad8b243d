/** What a person drops, chooses or pastes, as texts; how large it is, is asked before it is read. */
import { isJsonName } from '../source/file-name.ts';
import { MAX_JSON, MAX_YAML, MEGABYTE } from '../source/limits.ts';
import { visible } from '../source/render.ts';
import type { SourceText } from '../source/text.ts';

/** As much of a browser's `File` as is needed. */
interface Dropped {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** Whether files are held over the page: text that is dragged about inside it is none of ours. */
export function holdsFiles(event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Files that are read at once. */
const MAX_FILES = 50;

/** @returns the texts in the order of the files, or why there are none, as a sentence for people. Never rejected. */
export async function readDropped(
  files: readonly Dropped[]
): Promise<{ readonly sources: readonly SourceText[] } | { readonly message: string }> {
  if (files.length === 0) return { message: 'That was no file. Drop a scenario, or policies as JSON.' };
  if (files.length > MAX_FILES) return { message: `That is more than ${MAX_FILES} files at once.` };
  const large = files.find(({ name, size }) => size > limitOf(name));
  if (large) {
    const limit = limitOf(large.name) / MEGABYTE;
    return { message: `“${visible(large.name)}” is larger than ${limit} MB, the limit for such a file.` };
  }
  const sources: SourceText[] = [];
  for (const file of files) {
    const text = await file.text().catch(() => null); // a folder, or a file that is gone meanwhile
    if (text === null) return { message: `“${visible(file.name)}” cannot be read; it may be a folder.` };
    sources.push({ name: file.name, text });
  }
  return { sources };
}

function limitOf(name: string): number {
  return isJsonName(name) ? MAX_JSON : MAX_YAML;
}

/** A pasted text under a name by which it is read as what it looks like. */
export function toPasted(text: string): SourceText {
  return { name: /^\s*[[{]/.test(text) ? 'pasted.json' : 'pasted.yaml', text };
}
