/** Fetches the reader of Markdown apart from the page, and keeps it; until it is there a story is plain text. */
import type { Block } from './markdown.ts';

type Read = (text: string) => readonly Block[];

let reader: Read | null = null;

/** The reader once it is here; before, one that takes every text for plain. */
export function storyReader(): Read {
  return reader ?? ((text) => [{ kind: 'plain', text }]);
}

/** Fetches the reader; when that fails, stories stay plain and the next call tries again. Never rejects. */
export async function loadStoryReader(): Promise<Read> {
  try {
    reader ??= (await import('./markdown.ts')).parseMarkdown;
  } catch {
    // Offline before the first story was read.
  }
  return storyReader();
}
