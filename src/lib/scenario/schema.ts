/** The JSON Schema (draft 2020-12) of the scenario file, made from the definition that parses it. */
import { scenarioFormat } from './format.ts';
import type { Definitions, JsonSchema } from './shape.ts';

/** Schema of format 1; published as `schema/scenario-1.json`. */
export function scenarioSchema(): JsonSchema {
  const definitions: Definitions = new Map();
  const root = scenarioFormat.schema(definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Bouncer scenario, format 1',
    ...root,
    $defs: Object.fromEntries(definitions)
  };
}
