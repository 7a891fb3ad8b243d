/** What begins while the desk is still being fetched: the worker for a long file that this device has had open before. */
import { isLong, makeAhead } from '#lib/workbench/reading-ahead.ts';

/** Under which the device keeps the id of the long file that was open last. */
const LAST = 'bouncer.long';

/** @param id of the file that an address names */
export function lookAhead(id: string): void {
  try {
    if (localStorage.getItem(LAST) === id) makeAhead();
  } catch {
    // No storage: the worker is made when the file has come.
  }
}

/** Remembers the file that is open, if it is long. */
export function remember(id: string | undefined, text: string): void {
  try {
    if (id !== undefined && isLong(text)) localStorage.setItem(LAST, id);
  } catch {
    // No room: see above.
  }
}
