/** Has the service worker registered once the page has nothing else to do; fetched apart, as no page needs it to work. */
import { asset } from '$app/paths';
import UpdateOffer from '#lib/components/UpdateOffer.svelte';
import { Updates } from '#lib/workbench/updates.svelte.ts';

export function begin(container: ServiceWorkerContainer): {
  readonly updates: Updates;
  readonly UpdateOffer: typeof UpdateOffer;
} {
  const updates = new Updates({ container, reload: () => location.reload(), now: () => Date.now() });
  void updates.start(asset('/service-worker.js'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void updates.check();
  });
  return { updates, UpdateOffer };
}
