/** The worker that reads long files, made as soon as it is known that there is one: it takes a moment to stand. */

/** Beyond so many UTF-16 units a file is read in a worker from the first. */
const AT_ONCE = 60_000;

let ahead: Worker | null = null;

export function isLong(text: string): boolean {
  return text.length > AT_ONCE;
}

/** Makes a worker for whoever asks first. */
export function makeAhead(): void {
  if (ahead !== null) return;
  ahead = make();
  // Its script could not be had: the next one finds out for itself.
  ahead.onerror = () => (ahead = null);
}

/** The worker that was made ahead, else another one. */
export function takeWorker(): Worker {
  const worker = ahead ?? make();
  ahead = null;
  return worker;
}

function make(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
}
