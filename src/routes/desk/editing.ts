/** All that writing takes, fetched in one piece after the first paint: the session, the forms, the text editor. */
import { asset } from '$app/paths';
import { preloadEditor } from '#lib/components/code-editor.ts';
import * as kit from '#lib/components/editing-kit.ts';
import { preloadFonts } from '#lib/components/fonts.ts';
import { preloadLarge } from '#lib/components/large-preload.ts';
import { DeviceFiles } from '#lib/workbench/device-files.svelte.ts';
import { NamesHider } from '#lib/workbench/names-hider.svelte.ts';
import { ServiceShelf } from '#lib/workbench/services.svelte.ts';
import { Session } from '#lib/workbench/session.svelte.ts';
import * as stage from '#lib/workbench/stage-kit.ts';
import { loadStoryReader } from '#lib/workbench/story.ts';
import { remember } from './ahead.ts';
import type { Shipped } from './desk.svelte.ts';
import './link.ts'; // so that it is here when it is asked for, network or not
import { openFrom } from './opening.ts';

/** Opens what the address asks for. @param onkept see {@link Session} */
export async function begin(url: URL, shipped: Shipped | null, onkept: () => void) {
  const files = new DeviceFiles();
  const services = new ServiceShelf(fetchFacts);
  const names = new NamesHider();
  const session = new Session(files, onkept, services);
  void services.start();
  await openFrom(url, session, shipped);
  const isReading = () => session.documents?.isPending === true;
  if (isReading()) void preloadLarge(isReading);
  remember(session.file?.id, session.documents?.text ?? '');
  const unlisten = session.listen();
  void preloadEditor();
  void loadStoryReader();
  void preloadFonts();
  const again = () => void services.retry();
  window.addEventListener('online', again);
  const stop = () => {
    unlisten();
    window.removeEventListener('online', again);
    session.documents?.stop();
    names.stop();
    files.close();
  };
  return {
    session,
    kit,
    stage: { ...stage, names },
    stop,
    open: (to: URL) => openFrom(to, session, shipped)
  };
}

/** A file of the catalogue of services, see scripts/catalogue.js. */
async function fetchFacts(name: string): Promise<unknown> {
  const answer = await fetch(asset(`/catalogue/${name}`));
  return answer.ok ? await answer.json() : null;
}
