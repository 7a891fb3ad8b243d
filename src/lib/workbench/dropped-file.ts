/** What is dropped where nothing is open: put into a world where it is policies alone, and made a file of this device. */
import type { Checked } from '../source/diagnostic.ts';
import { isJsonName, stemOf } from '../source/file-name.ts';
import type { SourceText } from '../source/text.ts';
import type { DeviceFile } from './device-store.ts';

type Adopt = (sources: readonly SourceText[]) => Checked<SourceText> | Promise<Checked<SourceText>>;

/** A file of this device before it is kept. */
type NewFile = Omit<DeviceFile, 'id' | 'saved' | 'revision'>;

/**
 * The files to keep; the first is the one to open. Policies become one world; of several scenarios each is a file. A
 * single text that is neither is kept as it is: the page that opens it says what is wrong, and where.
 *
 * @returns or, as a sentence for people, why there is none
 */
export async function toFiles(
  sources: readonly SourceText[],
  adopt: Adopt
): Promise<{ readonly files: readonly NewFile[] } | { readonly message: string }> {
  const { value, diagnostics } = await adopt(sources);
  if (value === null && sources.length !== 1) {
    const [problem] = diagnostics;
    const message = `Nothing was opened: ${problem?.message ?? 'there was no text in it'}.`;
    return { message: problem?.help === undefined ? message : `${message} Help: ${problem.help}.` };
  }
  const first = value ?? sources[0];
  const isOneOfMany = diagnostics.some(({ code }) => code === 'share/left-out');
  const others = isOneOfMany ? sources.filter((source) => source !== first) : [];
  const adopted = await Promise.all(others.map(async (other) => (await adopt([other])).value ?? other));
  return { files: [...(first ? [first] : []), ...adopted].map(toFile) };
}

/** A file that began as no shipped scenario; its title is the one it gives itself, else its name. */
function toFile({ name, text }: SourceText): NewFile {
  const bare = stemOf(name) || 'dropped';
  const isJson = isJsonName(name) || /^\s*[{[]/.test(text);
  return { name: bare, title: titleIn(text) ?? bare, base: null, isJson, text, drafts: new Map() };
}

/** The title a scenario in YAML gives itself, as far as one can tell without reading the file. */
function titleIn(text: string): string | null {
  const [, title = ''] = /^title:[ \t]*(\S.{0,199})$/m.exec(text.slice(0, 10_000)) ?? [];
  return title.trim().replace(/^(["'])(.*)\1$/, '$2') || null;
}
