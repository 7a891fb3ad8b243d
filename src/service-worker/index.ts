/** The service worker: keeps the site in the browser, so that it opens without a network. Waits until it is told to take over. */
import { base, build, files, prerendered, version } from '$service-worker';
import { Quiet } from './quiet.ts';
import { Store, isOurs } from './store.ts';

declare const self: ServiceWorkerGlobalScope;

const store = new Store({ base, build, files, pages: prerendered, version }, self.caches, (address, init) =>
  self.fetch(address, init)
);
const quiet = new Quiet({
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
});

self.addEventListener('install', (event) => {
  event.waitUntil(store.install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // Pages that run an older version may still ask for its parts; whoever asked for the new one is about to load it.
      const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
      if (open.length <= 1) await store.forgetOthers();
      await self.clients.claim();
    })()
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
  if (event.data === 'keep the catalogue') event.waitUntil(store.keepCatalogue(() => quiet.come()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  quiet.disturb();
  if (!isOurs(request, self.location.origin, base)) return;
  event.respondWith(store.answer(request).catch(() => self.fetch(request)));
});
