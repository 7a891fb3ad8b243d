/** The breakpoints of the scenario on the table, kept on the device: each scenario has its own. */
import { keyOf, readBreakpoints, toggled, writeBreakpoints, type Breakpoint } from './breakpoints.ts';
import { PersistedValue } from './persisted.svelte.ts';

type Kept = Readonly<Record<string, readonly Breakpoint[]>>;

export class BreakpointList {
  readonly #scenario: () => string;
  readonly #kept = new PersistedValue<Kept>('bouncer.breakpoints', {
    empty: {},
    read: readAll,
    write: writeAll
  });

  /** @param scenario name of the scenario on the table */
  constructor(scenario: () => string) {
    this.#scenario = scenario;
  }

  get points(): readonly Breakpoint[] {
    return this.#kept.value[this.#scenario()] ?? [];
  }

  set points(points: readonly Breakpoint[]) {
    this.#kept.value = { ...this.#kept.value, [this.#scenario()]: points };
  }

  toggle(point: Breakpoint): void {
    this.points = toggled(this.points, point);
  }

  has(point: Breakpoint): boolean {
    const key = keyOf(point);
    return this.points.some((each) => keyOf(each) === key);
  }

  /** Reads the store; in the browser, after hydration. */
  load(): void {
    this.#kept.load();
  }
}

/** Scenarios without breakpoints are not kept. */
function writeAll(kept: Kept): string {
  const some = Object.entries(kept).filter(([, points]) => points.length > 0);
  return JSON.stringify(Object.fromEntries(some.map(([name, points]) => [name, writeBreakpoints(points)])));
}

/** Never throws. */
function readAll(text: string | null): Kept {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(
      Object.entries(found).map(([name, points]) => [
        name,
        readBreakpoints(typeof points === 'string' ? points : null)
      ])
    );
  } catch {
    return {};
  }
}
