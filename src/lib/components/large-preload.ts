/** Fetches what a large world is drawn with while its file is still being read, so that nothing waits for the network. */
import { loadCytoscape } from './graph-canvas.ts';

/** Never fails: what could not be fetched is asked for again when it is needed. */
export async function preloadLarge(): Promise<void> {
  await Promise.allSettled([import('./large-kit.ts'), loadCytoscape()]);
}
