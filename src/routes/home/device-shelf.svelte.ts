/** The files of this device as the first page has them. All that it takes is fetched after the first paint. */
import type { SourceText } from '#lib/source/text.ts';
import type { DeviceFiles } from '#lib/workbench/device-files.svelte.ts';

export class DeviceShelf {
  #opening: Promise<DeviceFiles> | null = null;
  /** Null until they have been read. */
  files = $state.raw<DeviceFiles | null>(null);
  /** When they were read, in ms since 1970. */
  now = $state(0);
  /** Why something dropped was not opened, as a sentence; usually empty. */
  problem = $state('');

  /** Call in the browser, after hydration. @returns lets go of them */
  open(): () => void {
    const opening = this.#open();
    return () => void opening.then((files) => files.close());
  }

  /** @returns the id of the file to go to; null when there is none, and `problem` says why */
  async keep(sources: readonly SourceText[]): Promise<string | null> {
    this.problem = '';
    const files = await this.#open();
    const { toKeep } = await import('./keeping.ts');
    const made = await toKeep(sources);
    if ('message' in made) {
      this.problem = made.message;
      return null;
    }
    const [first] = await Promise.all(made.files.map((file) => files.create(file)));
    if (files.problem === null) return first?.id ?? null;
    this.problem = FORGETFUL; // another page would not find it
    return null;
  }

  #open(): Promise<DeviceFiles> {
    this.#opening ??= import('#lib/workbench/device-files.svelte.ts').then(async ({ DeviceFiles }) => {
      const files = new DeviceFiles();
      await files.load();
      this.now = Date.now();
      this.files = files;
      return files;
    });
    return this.#opening;
  }
}

const FORGETFUL =
  'This browser keeps nothing from one page to the next: drop it on “Your own world” instead.';
