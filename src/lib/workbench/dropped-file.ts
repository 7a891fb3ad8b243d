/** A dropped text as a file of this device, as it is: whoever opens it finds out what it is. */
import type { SourceText } from '../source/text.ts';
import type { DeviceFile } from './device-store.ts';

/** A file that began as no shipped scenario, titled by its name. */
export function toKept({ name, text }: SourceText): Omit<DeviceFile, 'id' | 'saved' | 'revision'> {
  const bare = name.replace(/\.(?:ya?ml|json|txt)$/i, '') || 'dropped';
  const isJson = /\.json$/i.test(name) || /^\s*[{[]/.test(text);
  return { name: bare, title: titleIn(text) ?? bare, base: null, isJson, text, drafts: new Map() };
}

/** The title a scenario in YAML gives itself, as far as one can tell without reading the file. */
function titleIn(text: string): string | null {
  const [, title = ''] = /^title:[ \t]*(\S.{0,199})$/m.exec(text.slice(0, 10_000)) ?? [];
  return title.trim().replace(/^(["'])(.*)\1$/, '$2') || null;
}
