/** Fetches what a large world is drawn with while its file is still being read, so that nothing waits for the network. */
import { loadCytoscape } from './graph-canvas.ts';
import type { LargeKit } from './large-kit.ts';

let kit: LargeKit | null = null;

/** What a large world is drawn with, where it has come: then it is drawn along with all else. */
export function largeKit(): LargeKit | null {
  return kit;
}

export async function loadLarge(): Promise<LargeKit> {
  kit ??= (await import('./large-kit.ts')).KIT;
  return kit;
}

/**
 * Never fails: what could not be fetched is asked for again when it is needed.
 *
 * @param isAwaited whether the file is still being read: then there is time to rehearse
 */
export async function preloadLarge(isAwaited: () => boolean): Promise<void> {
  const [kit, create] = await Promise.allSettled([loadLarge(), loadCytoscape()]);
  if (kit.status === 'fulfilled' && create.status === 'fulfilled' && isAwaited())
    kit.value.rehearse(create.value);
}
