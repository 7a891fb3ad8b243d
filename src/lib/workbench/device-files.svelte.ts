/**
 * The scenario files that a person keeps on this device. Where nothing can be kept, everything works all the same
 * for as long as the page is open, and `problem` says so.
 */
import { withMemory } from './device-memory.ts';
import {
  openDeviceStore,
  type Change,
  type DeviceFile,
  type DeviceStore,
  type Update
} from './device-store.ts';

/** What a list shows of a file. */
export type RecentFile = Omit<DeviceFile, 'text' | 'drafts'>;

interface Options {
  readonly store?: DeviceStore;
  /** ms since 1970. */
  readonly now?: () => number;
  /** Tabs that listen to each other. */
  readonly channel?: string;
}

export class DeviceFiles {
  #store: DeviceStore;
  #now: () => number;
  #channelName: string;
  #channel: BroadcastChannel | null = null;
  #listeners: readonly ((id: string) => void)[] = [];
  #recent = $state.raw<readonly RecentFile[]>([]);
  #problem = $state<string | null>(null);
  #removed = $state.raw<DeviceFile | null>(null);

  constructor({ store = openDeviceStore(), now = Date.now, channel = 'bouncer.files' }: Options = {}) {
    this.#store = withMemory(store, (reason) => {
      this.#problem = reason === null ? null : isFull(reason) ? NO_ROOM : NO_STORE;
    });
    this.#now = now;
    this.#channelName = channel;
  }

  /** Newest first. */
  get recent(): readonly RecentFile[] {
    return this.#recent;
  }

  /** Why files will be lost with the page, for people; null while they are kept. */
  get problem(): string | null {
    return this.#problem;
  }

  /** The file that was removed last, for as long as that can be undone. */
  get removed(): DeviceFile | null {
    return this.#removed;
  }

  /** Reads the list. Call in the browser, after hydration. */
  async load(): Promise<void> {
    this.#listen();
    const files = await this.#store.all();
    this.#recent = files.map(withoutText).sort(byTime);
  }

  open(id: string): Promise<DeviceFile | null> {
    return this.#store.get(id);
  }

  async create(file: Omit<DeviceFile, 'id' | 'saved' | 'revision'>): Promise<DeviceFile> {
    const created = plain({ ...file, id: newId(), saved: this.#now(), revision: 1 });
    await this.#write(created.id, () => created);
    return created;
  }

  /**
   * Keeps what was changed.
   *
   * @param file as it was opened or last saved, with its revision, and with the changes
   * @returns `conflict` with what is kept, when another tab has saved it since; nothing is written then
   */
  async save(file: DeviceFile): Promise<{ saved: DeviceFile } | { conflict: DeviceFile }> {
    const saved = plain({ ...file, saved: this.#now(), revision: file.revision + 1 });
    const { old, written } = await this.#write(file.id, (kept) =>
      kept !== null && kept.revision > file.revision ? null : saved
    );
    return written === null && old !== null ? { conflict: old } : { saved };
  }

  async remove(id: string): Promise<void> {
    this.#removed = await this.#store.get(id);
    await this.#store.remove(id);
    this.#recent = this.#recent.filter((file) => file.id !== id);
    this.#tell(id);
  }

  /** The undo of `remove`. A file of the same id that is there meanwhile stays. */
  async restore(file: DeviceFile): Promise<void> {
    const restored = plain(file);
    await this.#write(file.id, (old) => (old === null ? restored : null));
    if (this.#removed?.id === file.id) this.#removed = null;
  }

  /**
   * Hears what other tabs do to a file.
   *
   * @param listener gets the file's id; the list is already up to date
   * @returns stops listening
   */
  onchange(listener: (id: string) => void): () => void {
    this.#listen();
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((each) => each !== listener);
    };
  }

  /** Lets go of the other tabs. */
  close(): void {
    this.#channel?.close();
    this.#channel = null;
    this.#listeners = [];
  }

  async #write(id: string, change: Change): Promise<Update> {
    const update = await this.#store.update(id, change);
    if (update.written === null) return update;
    const others = this.#recent.filter((file) => file.id !== id);
    this.#recent = [withoutText(update.written), ...others].sort(byTime);
    this.#tell(id);
    return update;
  }

  #listen(): void {
    if (this.#channel !== null || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(this.#channelName);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') void this.#hear(data);
    };
  }

  async #hear(id: string): Promise<void> {
    await this.load();
    for (const listener of this.#listeners) listener(id);
  }

  #tell(id: string): void {
    this.#listen();
    this.#channel?.postMessage(id);
  }
}

const NO_STORE =
  'This browser keeps nothing for this page: your files are here until you close it. Download what matters.';
const NO_ROOM =
  'There is no room left on this device: the latest changes are here until you close the page. Download what matters.';

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function byTime(a: RecentFile, b: RecentFile): number {
  return b.saved - a.saved || (a.id < b.id ? -1 : 1);
}

function withoutText({ text: _, drafts: __, ...rest }: DeviceFile): RecentFile {
  return rest;
}

/** A copy that can be stored, whatever a page has made of its parts. */
function plain(file: DeviceFile): DeviceFile {
  const { id, name, title, base, isJson, text, drafts, saved, revision } = file;
  return { id, name, title, base, isJson, text, drafts: new Map(drafts), saved, revision };
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten letters that nobody mistakes for each other: about 50 bits. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
}
