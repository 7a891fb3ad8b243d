/** The scenarios that come with the site, read at build time: YAML stays out of the pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDiagnostics } from '#lib/source/render.ts';
import { parseScenario } from '#lib/scenario/parse.ts';
import type { ParsedScenario } from '#lib/scenario/scenario.ts';

const ENDING = '.yaml';

class Folder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Names of the scenarios, which are their addresses. */
  names(): readonly string[] {
    const files = readdirSync(this.#folder).filter((file) => file.endsWith(ENDING));
    return files.map((file) => file.slice(0, -ENDING.length)).sort();
  }

  /** A file as it stands; null if there is none of that name. */
  text(name: string): string | null {
    return this.names().includes(name) ? readFileSync(join(this.#folder, name + ENDING), 'utf8') : null;
  }

  /** @throws if there is none of that name, or if it has errors that are not meant: what we ship must be sound */
  read(name: string): ParsedScenario {
    const text = this.text(name) ?? '';
    const { value, diagnostics } = parseScenario({ name: `${this.#folder}/${name}${ENDING}`, text });
    const meant = new Set(value?.startErrors ?? []);
    const faults = diagnostics.filter(({ severity, code }) => severity === 'error' && !meant.has(code));
    if (!value || faults.length > 0) throw new Error(renderDiagnostics(diagnostics));
    return value;
  }

  all(): readonly ParsedScenario[] {
    return this.names().map((name) => this.read(name));
  }
}

/** Those with a page of their own. */
export const SHIPPED = new Folder('scenarios');

/** The ladder; its files are named by number, so that their names are in its order. */
export const EXERCISES = new Folder('scenarios/exercises');

/** The small complete ones of the format's page. */
export const EXAMPLES = new Folder('src/routes/format/examples-data');
