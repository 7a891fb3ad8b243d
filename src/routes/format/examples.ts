/** The small complete scenarios of the format's page, read at build time. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '#lib/source/diagnostic.ts';
import { renderDiagnostics } from '#lib/source/render.ts';
import { parseScenario } from '#lib/scenario/parse.ts';
import type { ParsedScenario } from '#lib/scenario/scenario.ts';

const FOLDER = 'src/routes/format/examples-data';

export function exampleNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/** @returns null if there is none of that name */
export function exampleText(name: string): string | null {
  return exampleNames().includes(name) ? readFileSync(join(FOLDER, `${name}.yaml`), 'utf8') : null;
}

/** @throws if there is none of that name, or if it has errors: what we ship must be sound */
export function readExample(name: string): ParsedScenario {
  const { value, diagnostics } = parseScenario({ name: `${name}.yaml`, text: exampleText(name) ?? '' });
  if (!value || hasErrors(diagnostics)) throw new Error(renderDiagnostics(diagnostics));
  return value;
}
