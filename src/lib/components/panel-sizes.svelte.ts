/** The sizes of the panels of a wide screen, as chosen on this device. */
import { PANEL_SIZES, SIZED_PANELS, type SizedPanel } from '../workbench/panel-sizes.ts';
import { PersistedSize } from '../workbench/persisted.svelte.ts';

export class PanelSizes {
  readonly #kept: Readonly<Record<SizedPanel, PersistedSize>> = {
    outline: new PersistedSize('bouncer.size.outline', PANEL_SIZES.outline),
    column: new PersistedSize('bouncer.size.column', PANEL_SIZES.column),
    ribbon: new PersistedSize('bouncer.size.ribbon', PANEL_SIZES.ribbon)
  };
  /** What the page itself says since its first paint, see app.html; null before what is kept has been read. */
  #painted: Readonly<Record<SizedPanel, number>> | null = $state.raw(null);

  of(panel: SizedPanel): number {
    return this.#kept[panel].value;
  }

  /** For a style: nothing where the page is painted so already. To say it again would have all that is inside styled anew. */
  styleOf(panel: SizedPanel): number | undefined {
    const size = this.of(panel);
    return this.#painted === null || this.#painted[panel] === size ? undefined : size;
  }

  set(panel: SizedPanel, size: number): void {
    this.#kept[panel].value = size;
  }

  /** Reads what is kept. Call in the browser, after hydration. */
  load(): void {
    for (const panel of SIZED_PANELS) this.#kept[panel].load();
    this.#painted = {
      outline: paintedAs('outline'),
      column: paintedAs('column'),
      ribbon: paintedAs('ribbon')
    };
  }
}

function paintedAs(panel: SizedPanel): number {
  const said = document.documentElement.style.getPropertyValue(`--size-${panel}`);
  return said === '' ? PANEL_SIZES[panel].initial : Number(said);
}
