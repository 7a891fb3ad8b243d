/** What it takes to make files of something dropped; fetched when something is. */
import type { SourceText } from '#lib/source/text.ts';
import { toFiles } from '#lib/workbench/dropped-file.ts';
import { Readers } from '#lib/workbench/readers.ts';

/** Large texts are read in a worker, see {@link toFiles}. */
export async function toKeep(sources: readonly SourceText[]): ReturnType<typeof toFiles> {
  const readers = new Readers();
  return await toFiles(sources, (texts) => readers.adopt(texts));
}
