/** Takes the file along: everything that was written, even what is no JSON yet. */
import { isJsonName } from '#lib/source/file-name.ts';
import type { Session } from '#lib/workbench/session.svelte.ts';

/** Offers a text without names. @param text the redacted file */
export function downloadRedacted(text: string, isJson: boolean): void {
  offer({ name: isJson ? 'redacted.json' : 'redacted.yaml', text });
}

/**
 * Offers the open documents to the browser as a file of their name.
 *
 * @param format `yaml` for a file that is kept as JSON; `own` as it is kept
 */
export async function download(session: Session | null, format: 'own' | 'yaml'): Promise<void> {
  const documents = session?.documents;
  if (!documents) return;
  const { value, diagnostics } = await session.take(format);
  if (value === null) {
    session.tell(`It cannot be written as YAML: ${diagnostics[0]?.message ?? 'it cannot be read'}.`);
    return;
  }
  offer(value);
}

function offer({ name, text }: { readonly name: string; readonly text: string }): void {
  const type = isJsonName(name) ? 'application/json' : 'text/yaml';
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
