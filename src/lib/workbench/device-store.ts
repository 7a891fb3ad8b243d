/** The one door to the device's large store: files under their ids, kept between visits, never sent anywhere. */
import { createStore, del, get, update, values, type UseStore } from 'idb-keyval';

/** A scenario file on this device. */
export interface DeviceFile {
  /** Short and random; stands in links on this device. */
  readonly id: string;
  /** File name without ending. */
  readonly name: string;
  readonly title: string;
  /** Name of the shipped scenario it began as. */
  readonly base: string | null;
  readonly isJson: boolean;
  readonly text: string;
  /** JSON Pointer → text of a policy being written that is no JSON yet; `''` is the whole file. */
  readonly drafts: ReadonlyMap<string, string>;
  /** When, in ms since 1970. */
  readonly saved: number;
  /** Counts from 1; grows with each save, in whichever tab. */
  readonly revision: number;
}

export type Change = (old: DeviceFile | null) => DeviceFile | null;

export interface Update {
  readonly old: DeviceFile | null;
  /** Null when nothing was to be changed. */
  readonly written: DeviceFile | null;
}

/** Where files are kept. Every promise is rejected when the device has no store for us, or no room. */
export interface DeviceStore {
  all(): Promise<readonly DeviceFile[]>;
  get(id: string): Promise<DeviceFile | null>;
  /**
   * Reads and writes at once: no other tab comes between.
   *
   * @param change the file to write in the place of the one that is there, or null to leave it
   */
  update(id: string, change: Change): Promise<Update>;
  remove(id: string): Promise<void>;
}

/** @param name of the database; it is opened with the first question, so that making the store can't fail */
export function openDeviceStore(name = 'bouncer'): DeviceStore {
  let opened: UseStore | null = null;
  const store = () => (opened ??= createStore(name, 'files'));
  return {
    all: async () => (await values<unknown>(store())).filter(isDeviceFile),
    get: async (id) => toFile(await get<unknown>(id, store())),
    update: async (id, change) => {
      const made: Update[] = [];
      const step = (found: unknown) => {
        const old = toFile(found);
        const written = change(old);
        made.push({ old, written });
        return written ?? found;
      };
      await update<unknown>(id, step, store());
      return made.at(-1) ?? { old: null, written: null };
    },
    remove: async (id) => {
      await del(id, store());
    }
  };
}

function toFile(found: unknown): DeviceFile | null {
  return isDeviceFile(found) ? found : null;
}

/** Another version of the site may have left something else behind. */
function isDeviceFile(found: unknown): found is DeviceFile {
  if (typeof found !== 'object' || found === null) return false;
  const has = (type: string, ...keys: readonly string[]) =>
    keys.every((key) => typeof Reflect.get(found, key) === type);
  const base: unknown = Reflect.get(found, 'base');
  return (
    has('string', 'id', 'name', 'title', 'text') &&
    has('number', 'saved', 'revision') &&
    has('boolean', 'isJson') &&
    (base === null || typeof base === 'string') &&
    Reflect.get(found, 'drafts') instanceof Map
  );
}
