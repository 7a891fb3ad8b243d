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

/** Never fails: what could not be fetched is asked for again when it is needed. */
export async function preloadLarge(): Promise<void> {
  await Promise.allSettled([loadLarge(), loadCytoscape()]);
}
