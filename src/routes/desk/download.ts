/** Takes the file along: everything that was written, even what is no JSON yet. */
import type { Session } from '#lib/workbench/session.svelte.ts';

/** Offers the open documents to the browser as a file of their name. */
export async function download(session: Session | null): Promise<void> {
  const documents = session?.documents;
  if (!documents) return;
  const type = documents.name.endsWith('.json') ? 'application/json' : 'text/yaml';
  const url = URL.createObjectURL(new Blob([await documents.whole()], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = documents.name;
  link.click();
  URL.revokeObjectURL(url);
}
