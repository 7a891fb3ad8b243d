/** The scenarios that come with the site, read at build time: YAML stays out of the pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '#lib/source/diagnostic.ts';
import { renderDiagnostics } from '#lib/source/render.ts';
import { parseScenario } from '#lib/scenario/parse.ts';
import type { ParsedScenario } from '#lib/scenario/scenario.ts';

const FOLDER = 'scenarios';

/** Names of the shipped scenarios, which are their addresses. */
export function shippedNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/** The file of a shipped scenario as it stands; null if there is none of that name. */
export function shippedText(name: string): string | null {
  return shippedNames().includes(name) ? readFileSync(join(FOLDER, `${name}.yaml`), 'utf8') : null;
}

/**
 * Reads a shipped scenario.
 *
 * @returns null if there is none of that name
 * @throws if it has errors: what we ship must be sound
 */
export function readShipped(name: string): ParsedScenario | null {
  const text = shippedText(name);
  if (text === null) return null;
  const { value, diagnostics } = parseScenario({ name: `${FOLDER}/${name}.yaml`, text });
  if (!value || hasErrors(diagnostics)) throw new Error(renderDiagnostics(diagnostics));
  return { ...value, name };
}
