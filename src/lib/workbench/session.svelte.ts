/**
 * What a page has open: the documents, and the file of this device that keeps them from the first change on. Saves
 * while one types; two tabs with the same file never overwrite each other.
 */
import type { Checked } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import { toYaml } from '../share/to-yaml.ts';
import type { Graph } from '../graph/graph.ts';
import type { DeviceFiles } from './device-files.svelte.ts';
import type { DeviceFile } from './device-store.ts';
import { Documents } from './documents.svelte.ts';
import type { Guard } from './guard.ts';
import { Readers } from './readers.ts';
import type { Reading } from './reading.ts';
import { NO_SERVICES, type Services } from './services.ts';

/** Something to tell once, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly action: { readonly label: string; readonly act: () => void } | null;
  /** The request it is said of; null: of none. */
  readonly request: string | null;
}

export interface Opening {
  /** File name without ending. */
  readonly name: string;
  readonly isJson: boolean;
  /** Name of the shipped scenario it began as. */
  readonly base: string | null;
  readonly text: string;
  /** As it began: the shipped file, or the text itself. */
  readonly original: string;
  readonly drafts: ReadonlyMap<string, string>;
  /** Whether somebody sent it as a link. */
  readonly isSent: boolean;
  /** The graph as it was laid out at build time; null lays it out. */
  readonly graph: Graph | null;
  /** The file that keeps it already. */
  readonly file: DeviceFile | null;
}

export class Session {
  readonly files: DeviceFiles;
  /** What is known of AWS's services. */
  readonly services: Services;
  readonly #onkept: () => void;
  #readers = new Readers();
  #documents: Documents | null = $state.raw(null);
  #opening: Opening | null = $state.raw(null);
  #file: DeviceFile | null = $state.raw(null);
  #notice: Notice | null = $state.raw(null);
  #isKeeping = $state(false);
  #isAdopting = $state(false);
  #isDirty = false;
  #guard: Guard | null = null;
  /** Told of every new reading of the documents, just before it takes the place of the last one. */
  onread: ((next: Reading) => void) | null = null;

  /** @param onkept told whenever another file keeps the documents */
  constructor(files: DeviceFiles, onkept: () => void, services: Services = NO_SERVICES) {
    this.files = files;
    this.services = services;
    this.#onkept = onkept;
  }

  get documents(): Documents | null {
    return this.#documents;
  }
  get opening(): Opening | null {
    return this.#opening;
  }
  /** The file that keeps the documents; null before the first change. */
  get file(): DeviceFile | null {
    return this.#file;
  }
  get notice(): Notice | null {
    return this.#notice;
  }
  get isKeeping(): boolean {
    return this.#isKeeping;
  }

  /** What somebody drops or pastes as the text of a scenario, see {@link adopt}. Never settles once it is stopped. */
  async adopt(sources: readonly SourceText[]): Promise<Checked<SourceText>> {
    this.#isAdopting = true;
    const adopted = await this.#readers.adopt(sources);
    this.#isAdopting = false;
    return adopted;
  }

  /** Whether something is being read that is not on the table yet. */
  get isAdopting(): boolean {
    return this.#isAdopting || (this.#documents?.isPending === true && this.#documents.reading === null);
  }

  /** Stops reading, whatever it is. */
  stop(): void {
    this.#isAdopting = false;
    this.#documents?.stop();
    this.#readers.stop();
  }

  /** The file to take along, as it is kept or as YAML, with everything that was written in it. */
  async take(format: 'own' | 'yaml'): Promise<Checked<SourceText>> {
    const documents = this.#documents;
    if (!documents) return { value: null, diagnostics: [] };
    const own = { name: documents.name, text: await documents.whole() };
    return format === 'yaml' ? toYaml(own) : { value: own, diagnostics: [] };
  }

  /** Puts documents on the table, in place of those that are there. */
  open(opening: Opening): Documents {
    const { isJson, text, original, drafts, graph, file } = opening;
    this.#documents?.stop();
    this.#readers = new Readers();
    this.#opening = opening;
    this.#file = file;
    this.#notice = null;
    const name = `${opening.name}.${isJson ? 'json' : 'yaml'}`;
    this.#documents = new Documents({ name, text, original, drafts, graph }, new Readers(), () =>
      this.#keep()
    );
    this.#documents.guard = this.#guard;
    this.#documents.onread = (next) => {
      const about = this.#notice?.request ?? null;
      if (about !== null && !next.scenario.cases.some(({ id }) => id === about)) this.dismiss();
      this.onread?.(next);
    };
    this.#documents.onrefuse = ([first]) => first && this.tell(`Nothing was changed: ${first.message}.`);
    return this.#documents;
  }

  /** Has whatever is opened here changed only where a guard lets it. */
  guard(guard: Guard): void {
    this.#guard = guard;
    if (this.#documents) this.#documents.guard = guard;
  }

  /** Keeps what is open as a file of this device now, changed or not. */
  keep(): void {
    this.#keep();
  }

  /** @param request what it is said of: it goes when that does */
  tell(text: string, action: Notice['action'] = null, request: string | null = null): void {
    this.#notice = { text, action, request };
  }

  dismiss(): void {
    this.#notice = null;
  }

  /** Hears of other tabs. @returns stops listening */
  listen(): () => void {
    return this.files.onchange((id) => {
      if (id === this.#file?.id) void this.#heardOf(id);
    });
  }

  async #heardOf(id: string): Promise<void> {
    const theirs = await this.files.open(id);
    if (theirs === null) {
      this.#file = null;
      this.tell('Another tab has deleted this file. What you see is kept again with your next change.');
      return;
    }
    if (theirs.revision <= (this.#file?.revision ?? 0)) return;
    const act = () => {
      const opening = this.#opening;
      if (opening)
        this.open({ ...opening, text: theirs.text, drafts: theirs.drafts, graph: null, file: theirs });
    };
    this.tell('Another tab has changed this file. Your next change goes on in a copy.', {
      label: 'Show theirs',
      act
    });
  }

  #keep(): void {
    this.#isDirty = true;
    if (!this.#isKeeping) void this.#keepAll();
  }

  /** One save at a time; what changes meanwhile is saved next. */
  async #keepAll(): Promise<void> {
    this.#isKeeping = true;
    while (this.#isDirty) {
      this.#isDirty = false;
      await this.#keepOnce();
    }
    this.#isKeeping = false;
  }

  async #keepOnce(): Promise<void> {
    const { documents, file, opening } = {
      documents: this.#documents,
      file: this.#file,
      opening: this.#opening
    };
    if (!documents || !opening) return;
    const content = {
      name: opening.name,
      title: documents.reading?.scenario.title ?? file?.title ?? opening.name,
      base: opening.base,
      isJson: opening.isJson,
      text: documents.text,
      drafts: documents.drafts()
    };
    const result = file === null ? null : await this.files.save({ ...file, ...content });
    if (documents !== this.#documents) return;
    if (result && 'saved' in result) {
      this.#file = result.saved;
      return;
    }
    this.#file = await this.files.create(content);
    if (result) this.tell('Another tab has saved this file since. Yours goes on as a copy; both are kept.');
    this.#onkept();
  }
}
