/**
 * Puts on the table what an address asks for: a scenario that a link carries, a file of this device, an example, a
 * shipped scenario. Whatever is wrong becomes a sentence, and the table stays as it is.
 */
import { resolve } from '$app/paths';
import type { Session } from '#lib/workbench/session.svelte.ts';
import { fromPayload } from '#lib/share/link.ts';
import type { Diagnostic } from '#lib/source/diagnostic.ts';
import { isJsonName, stemOf } from '#lib/source/file-name.ts';
import type { SourceText } from '#lib/source/text.ts';
import { asksFor, carriedBy } from './address.ts';
import type { Shipped } from './desk.svelte.ts';

/** Opens what the address asks for; for a shipped scenario its own file, so that it can be edited. */
export async function openFrom(url: URL, session: Session, shipped: Shipped | null): Promise<void> {
  const carried = carriedBy(url);
  const { file, example } = asksFor(url);
  if (carried !== null) await openCarried(carried, session);
  else if (file !== null) await openFile(file, session, shipped);
  else if (example !== null) await openExample(example, session);
  else if (shipped) await openBegun(session, shipped);
}

/** Goes on with the file that keeps an exercise; else it begins. */
async function openBegun(session: Session, shipped: Shipped): Promise<void> {
  if (shipped.isResumed) await session.files.load();
  const kept = session.files.recent.find(({ base }) => shipped.isResumed && base === shipped.name);
  await (kept ? openFile(kept.id, session, shipped) : openShipped(session, shipped));
}

async function openCarried(carried: string, session: Session): Promise<void> {
  const { value, diagnostics } = await fromPayload(carried);
  if (value === null) {
    const [problem] = diagnostics;
    session.tell(`This link cannot be opened: ${said(problem)}`);
    return;
  }
  const original = value.base === null ? null : await shippedText(value.base);
  session.open({ ...value, original: original ?? value.text, isSent: true, graph: null, file: null });
}

async function openFile(id: string, session: Session, shipped: Shipped | null): Promise<void> {
  const file = await session.files.open(id);
  if (file === null) {
    if (shipped) await openShipped(session, shipped);
    session.tell(
      'The address names a file that this device does not have: it was deleted, or made in another browser.'
    );
    return;
  }
  const original = file.base === null ? null : await shippedText(file.base);
  session.open({ ...file, original: original ?? file.text, isSent: false, graph: null, file });
}

async function openExample(name: string, session: Session): Promise<void> {
  const text = isFileName(name)
    ? await fetchText(resolve('/format/examples/[file]', { file: `${name}.yaml` }))
    : null;
  if (text === null) {
    session.tell('The address names an example that there is not.');
    return;
  }
  session.open({ ...NEW, name, text, original: text });
}

async function openShipped(session: Session, { name, graph }: Shipped): Promise<void> {
  const text = await shippedText(name);
  if (text === null)
    session.tell('The file of this scenario could not be fetched: it can be read, not edited.');
  else session.open({ ...NEW, name, base: name, text, original: text, graph });
}

/** Opens a copy of a shipped scenario, or the large one. @returns false when there is none of that name, or no network */
export async function openCopy(name: string, session: Session): Promise<boolean> {
  if (name === 'large-organization') return openLarge(session);
  const text = await shippedText(name);
  if (text === null) return false;
  session.open({ ...NEW, name, base: name, text, original: text });
  session.keep();
  return true;
}

/** Made here, from a seed: nobody fetches it who does not look at it. */
async function openLarge(session: Session): Promise<boolean> {
  const made = await import('#lib/share/organization.ts').catch(() => null);
  if (made === null) return false;
  await openNew([made.toOrganization(made.LARGE)], session);
  return true;
}

/** Lays dropped or pasted texts on the table; policies are put into a world first. */
export async function openNew(sources: readonly SourceText[], session: Session): Promise<void> {
  const { value, diagnostics } = await session.adopt(sources);
  const [first, ...others] = sources;
  const source = value ?? (others.length === 0 ? first : null);
  if (source) {
    session.open({ ...NEW, ...named(source), text: source.text, original: source.text });
    session.keep();
  }
  const problem = value ? diagnostics.find(({ code }) => code === 'share/left-out') : diagnostics[0];
  if (!problem) return;
  const what = value
    ? 'Not everything was opened'
    : source
      ? 'This is no scenario as it stands'
      : 'Nothing was opened';
  session.tell(`${what}: ${said(problem)}`);
}

/** A problem as a sentence that goes on after a colon. */
function said(problem: Diagnostic | undefined): string {
  if (!problem) return 'it carries nothing.';
  return problem.help === undefined ? `${problem.message}.` : `${problem.message}; ${problem.help}.`;
}

function named({ name }: SourceText): { readonly name: string; readonly isJson: boolean } {
  return { name: stemOf(name) || 'scenario', isJson: isJsonName(name) };
}

const NEW = { isJson: false, base: null, isSent: false, drafts: new Map(), graph: null, file: null } as const;

/** The file of a shipped scenario; null when there is none of that name, or no network. */
function shippedText(name: string): Promise<string | null> {
  return isFileName(name)
    ? fetchText(resolve('/scenarios/[file]', { file: `${name}.yaml` }))
    : Promise.resolve(null);
}

/** As the files of the site are called: a name out of an address or a link leads nowhere else. */
function isFileName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(name);
}

async function fetchText(path: string): Promise<string | null> {
  try {
    const response = await fetch(path);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
