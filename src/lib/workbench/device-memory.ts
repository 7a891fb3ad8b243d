/** A store over another one that may refuse: what that would not take is kept in memory, as long as the page is open. */
import type { Change, DeviceFile, DeviceStore, Update } from './device-store.ts';

/**
 * @param store  the one that may have no room, or not exist
 * @param tell   hears why it refused; null when it takes everything again
 * @returns a store whose promises are never rejected
 */
export function withMemory(store: DeviceStore, tell: (reason: unknown) => void): DeviceStore {
  /** Files that the store would not take. They come before what is kept there. */
  const unkept = new Map<string, DeviceFile>();

  async function attempt<T>(ask: () => Promise<T>, otherwise: () => T): Promise<T> {
    try {
      const answer = await ask();
      if (unkept.size === 0) tell(null);
      return answer;
    } catch (reason) {
      tell(reason);
      return otherwise();
    }
  }

  function updateHere(id: string, change: Change): Update {
    const old = unkept.get(id) ?? null;
    const written = change(old);
    if (written !== null) unkept.set(id, written);
    return { old, written };
  }

  async function update(id: string, change: Change): Promise<Update> {
    const updated = await store.update(id, (old) => change(unkept.get(id) ?? old));
    if (updated.written !== null) unkept.delete(id);
    return { old: unkept.get(id) ?? updated.old, written: updated.written };
  }

  return {
    all: async () => {
      const kept = await attempt(
        () => store.all(),
        () => []
      );
      return [...kept.filter(({ id }) => !unkept.has(id)), ...unkept.values()];
    },
    get: async (id) =>
      unkept.get(id) ??
      (await attempt(
        () => store.get(id),
        () => null
      )),
    update: (id, change) =>
      attempt(
        () => update(id, change),
        () => updateHere(id, change)
      ),
    remove: async (id) => {
      unkept.delete(id);
      await attempt(
        () => store.remove(id),
        () => undefined
      );
    }
  };
}
