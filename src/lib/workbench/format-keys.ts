/** The JSON Schema of the scenario file as something to read: sections, keys, and what each may hold. */
import type { Json, JsonSchema } from '../scenario/shape.ts';

export interface FormatKey {
  /** `accounts.users.boundary`; names chosen in the file and places in lists have no part of it. */
  readonly id: string;
  /** The last part. */
  readonly key: string;
  /** Steps below its section. */
  readonly depth: number;
  readonly type: string;
  readonly about: string;
  readonly isRequired: boolean;
  /** Understood, and evaluated not at all or not in every form yet. */
  readonly isLater: boolean;
}

export interface FormatSection {
  readonly id: string;
  readonly key: FormatKey;
  readonly keys: readonly FormatKey[];
}

/** One section for each key at the top of the file. */
export function toSections(schema: JsonSchema): readonly FormatSection[] {
  const reader = new Reader(asSchema(schema['$defs']) ?? {});
  return reader.keysOf(schema, '', 0).reduce<FormatSection[]>((sections, key) => {
    const last = sections.at(-1);
    if (key.depth === 0 || !last) return [...sections, { id: key.id, key, keys: [] }];
    return [...sections.slice(0, -1), { ...last, keys: [...last.keys, key] }];
  }, []);
}

const LATER = ' Not evaluated yet.';

class Reader {
  readonly #definitions: JsonSchema;
  /** Definitions that are being told: one that contains itself is told once. */
  #open: readonly string[] = [];

  constructor(definitions: JsonSchema) {
    this.#definitions = definitions;
  }

  /** Every key below, each before its own. */
  keysOf(schema: JsonSchema, above: string, depth: number): readonly FormatKey[] {
    const name = nameOf(schema);
    if (name !== null) return this.#inside(name, above, depth);
    const branches = listOf(schema['anyOf']).flatMap((each) => asSchema(each) ?? []);
    const inner = ['items', 'additionalProperties'].flatMap((key) => asSchema(schema[key]) ?? []);
    const below = [...branches, ...inner].flatMap((each) => this.keysOf(each, above, depth));
    return dedupe([...this.#properties(schema, above, depth), ...below]);
  }

  #inside(name: string, above: string, depth: number): readonly FormatKey[] {
    const definition = asSchema(this.#definitions[name]);
    if (!definition || this.#open.includes(name) || name === 'policy') return [];
    this.#open = [...this.#open, name];
    const keys = this.keysOf(definition, above, depth);
    this.#open = this.#open.slice(0, -1);
    return keys;
  }

  #properties(schema: JsonSchema, above: string, depth: number): readonly FormatKey[] {
    const required = listOf(schema['required']);
    return Object.entries(asSchema(schema['properties']) ?? {}).flatMap(([key, value]) => {
      const own = asSchema(value) ?? {};
      const id = above === '' ? key : `${above}.${key}`;
      const said = typeof own['description'] === 'string' ? own['description'] : '';
      const told: FormatKey = {
        id,
        key,
        depth,
        type: this.typeOf(own),
        about: said.replace(LATER, ''),
        isRequired: required.includes(key),
        isLater: said.endsWith(LATER)
      };
      return [told, ...this.keysOf(own, id, depth + 1)];
    });
  }

  /** What may stand there, in words: `map of policies by name`. */
  typeOf(schema: JsonSchema): string {
    const name = nameOf(schema);
    if (name === 'policy') return 'policy';
    if (name !== null) return this.typeOf(asSchema(this.#definitions[name]) ?? {});
    const branches = listOf(schema['anyOf']).flatMap((each) => asSchema(each) ?? []);
    if (branches.length > 0) return [...new Set(branches.map((each) => this.typeOf(each)))].join(' or ');
    const words = listOf(schema['enum']);
    if (words.length > 0) return isFlag(words) ? 'true or false' : words.map(String).join(' | ');
    return this.#plainType(schema);
  }

  #plainType(schema: JsonSchema): string {
    const types = typeof schema['type'] === 'string' ? [schema['type']] : listOf(schema['type']);
    const [items, values] = [asSchema(schema['items']), asSchema(schema['additionalProperties'])];
    if (types.includes('array') && types.includes('string')) return 'text, list or null';
    if (types.includes('array')) return items ? `list of ${this.typeOf(items)}` : 'list';
    if (types.includes('object')) return values ? `map of names to ${this.typeOf(values)}` : 'map';
    if (types.includes('integer')) return rangeOf(schema);
    if (types.includes('number') && !types.includes('boolean')) return 'number';
    return types.length > 0 ? 'text' : 'any value';
  }
}

function rangeOf({ minimum, maximum, pattern }: JsonSchema): string {
  if (typeof pattern === 'string' && pattern.includes('P(')) return 'duration';
  return typeof minimum === 'number' && typeof maximum === 'number'
    ? `whole number, ${minimum} to ${maximum}`
    : 'whole number';
}

function isFlag(words: readonly Json[]): boolean {
  return words.includes(true) && words.includes(false);
}

function nameOf(schema: JsonSchema): string | null {
  const reference = schema['$ref'];
  return typeof reference === 'string' ? reference.replace('#/$defs/', '') : null;
}

function asSchema(value: Json | undefined): JsonSchema | null {
  return isSchema(value) ? value : null;
}

function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** What stands in several forms of a key is told once. */
function dedupe(keys: readonly FormatKey[]): readonly FormatKey[] {
  return [...new Map(keys.map((key) => [key.id, key])).values()];
}
