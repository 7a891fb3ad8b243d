/** The sizes of the panels of a wide screen, as chosen on this device. */
import { PANEL_SIZES, SIZED_PANELS, type SizedPanel } from '../workbench/panel-sizes.ts';
import { PersistedSize } from '../workbench/persisted.svelte.ts';

export class PanelSizes {
  readonly #kept: Readonly<Record<SizedPanel, PersistedSize>> = {
    outline: new PersistedSize('bouncer.size.outline', PANEL_SIZES.outline),
    column: new PersistedSize('bouncer.size.column', PANEL_SIZES.column),
    ribbon: new PersistedSize('bouncer.size.ribbon', PANEL_SIZES.ribbon)
  };
  #isLoaded = $state(false);

  of(panel: SizedPanel): number {
    return this.#kept[panel].value;
  }

  /** For a style: nothing before what is kept has been read; theme.js has set it for the first paint. */
  styleOf(panel: SizedPanel): number | undefined {
    return this.#isLoaded ? this.of(panel) : undefined;
  }

  set(panel: SizedPanel, size: number): void {
    this.#kept[panel].value = size;
  }

  /** Reads what is kept. Call in the browser, after hydration. */
  load(): void {
    for (const panel of SIZED_PANELS) this.#kept[panel].load();
    this.#isLoaded = true;
  }
}
