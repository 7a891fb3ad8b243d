/** The JSON Schema of the scenario file as something to read: sections, keys, and what each may hold. */
import { instant, type Json, type JsonSchema } from '../scenario/shape.ts';
import type { Inline } from './markdown.ts';

export interface FormatKey {
  /** `accounts.users.boundary`; names chosen in the file and places in lists have no part of it. */
  readonly id: string;
  /** The last part. */
  readonly key: string;
  /** How many keys stand above it. */
  readonly depth: number;
  readonly type: string;
  readonly about: string;
  readonly isRequired: boolean;
  /** Read, but no decision depends on it. */
  readonly isLater: boolean;
}

/** A key with the keys below it. */
export interface FormatBlock {
  readonly key: FormatKey;
  readonly keys: readonly FormatKey[];
}

/** A key at the top of the file: the keys right below it, and apart those that have many below themselves. */
export interface FormatSection extends FormatBlock {
  readonly blocks: readonly FormatBlock[];
}

/** A small complete file. */
export interface FormatExample {
  /** What it is asked for by. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/** A block with what is said of it beyond the lines of its keys. */
export interface ToldBlock extends FormatBlock {
  /** Paragraphs; words in backticks are code. */
  readonly says: readonly string[];
  readonly examples: readonly FormatExample[];
}

export interface ToldSection extends ToldBlock {
  readonly blocks: readonly ToldBlock[];
}

/** One section for each key at the top of the file. */
export function toSections(schema: JsonSchema): readonly FormatSection[] {
  const reader = new Reader(asSchema(schema['$defs']) ?? {});
  return gather(reader.keysOf(schema, '', 0), 0).map(({ key, keys }) => {
    const blocks = gather(keys, 1).filter((block) => block.keys.length > 0);
    return { key, keys: keys.filter(({ depth }) => depth === 1), blocks };
  });
}

/** Each key of this depth with all that follow below it. */
function gather(keys: readonly FormatKey[], depth: number): readonly FormatBlock[] {
  return keys.reduce<FormatBlock[]>((blocks, key) => {
    const last = blocks.at(-1);
    if (key.depth === depth || !last) return [...blocks, { key, keys: [] }];
    return [...blocks.slice(0, -1), { ...last, keys: [...last.keys, key] }];
  }, []);
}

/** The keys between a block and one of its keys: `credentials` for the password of a user. */
export function pathIn(block: FormatKey | null, { id }: FormatKey): readonly string[] {
  return id.split('.').slice(block === null ? 0 : block.depth + 1, -1);
}

/** A line of text whose words in backticks are code. */
export function toParts(said: string): readonly Inline[] {
  return said
    .split('`')
    .map((text, index) => ({ kind: index % 2 === 1 ? ('code' as const) : ('text' as const), text }))
    .filter(({ text }) => text !== '');
}

const LATER = ' Changes no decision.';
const INSTANT = instant.schema(new Map())['pattern'];

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
    const branches = listOf(schema['anyOf']).filter(isSchema);
    const inner = [schema['items'], schema['additionalProperties']].filter(isSchema);
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

  /** What may stand there, in words; those of the file in backticks. */
  typeOf(schema: JsonSchema): string {
    const name = nameOf(schema);
    if (name === 'policy') return 'policy';
    if (name !== null) return this.typeOf(asSchema(this.#definitions[name]) ?? {});
    const branches = listOf(schema['anyOf']).filter(isSchema);
    if (branches.length > 0) return [...new Set(branches.map((each) => this.typeOf(each)))].join(' or ');
    const words = listOf(schema['enum']);
    if (words.length > 0) return isFlag(words) ? '`true` or `false`' : wordsOf(words);
    return this.#plainType(schema);
  }

  #plainType(schema: JsonSchema): string {
    const types = typeof schema['type'] === 'string' ? [schema['type']] : listOf(schema['type']);
    const [items, values] = [asSchema(schema['items']), asSchema(schema['additionalProperties'])];
    if (types.includes('array') && types.includes('string')) return 'text, list of text or `null`';
    if (types.includes('array')) return items ? `list of ${many(this.typeOf(items))}` : 'list';
    if (types.includes('object')) return values ? `${this.typeOf(values)} ${keyOf(schema)}` : 'map';
    return types.length > 0 ? scalarType(types, schema) : 'any value';
  }
}

function many(type: string): string {
  return type.replace(/^map\b/, 'maps');
}

function scalarType(types: readonly Json[], schema: JsonSchema): string {
  if (types.includes('integer')) return rangeOf(schema);
  if (types.includes('number') && !types.includes('boolean')) return 'number';
  return schema['pattern'] === INSTANT ? 'time' : 'text';
}

function wordsOf(words: readonly Json[]): string {
  return words.flatMap((word) => (typeof word === 'string' ? `\`${word}\`` : [])).join(', ');
}

/** What the names in a map are, as far as their pattern tells. */
function keyOf(schema: JsonSchema): string {
  const pattern = asSchema(schema['propertyNames'])?.['pattern'];
  return typeof pattern === 'string' && pattern.startsWith('^arn') ? 'by ARN' : 'by name';
}

function rangeOf({ minimum, maximum, pattern }: JsonSchema): string {
  if (typeof pattern === 'string' && pattern.includes('P(')) return 'duration: seconds, or such as `PT1H`';
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
