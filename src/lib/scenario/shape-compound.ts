/** Shapes made of shapes: lists, records, objects and unions. A broken part is left out and the rest is read. */
import { isNull, type Tree, type TreeMap } from '../source/tree.ts';
import type { SourceRange } from '../source/text.ts';
import { deprecatedKey, invalidKey, missingKey, notModelled, unknownKey, wrongKind } from './diagnostics.ts';
import type { Definitions, Json, JsonSchema, Log, Read, Shape } from './shape.ts';

/** A list; items that cannot be read are left out. An empty YAML value is an empty list. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    expected: 'a list',
    schema: (definitions) => ({ type: ['array', 'null'], items: item.schema(definitions) }),
    read: (tree, log) => {
      if (isNull(tree)) return [];
      if (tree.kind === 'list') return tree.items.flatMap((part) => some(item.read(part, log)));
      log.push(
        wrongKind(tree, 'a list', 'a list has `- ` before each of its items, even before a single one')
      );
      return null;
    }
  };
}

function some<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

/** One entry of a record, with its place. */
export interface Entry<T> {
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly at: Tree;
  readonly value: T;
}

/** A map whose keys are names chosen in the file; order is the file's. Entries that cannot be read are left out. */
export function record<T>(
  value: Shape<T>,
  keys?: { readonly pattern: RegExp; readonly says: string }
): Shape<readonly Entry<T>[]> {
  return {
    expected: 'a map',
    schema: (definitions) => ({
      type: ['object', 'null'],
      additionalProperties: value.schema(definitions),
      ...(keys ? { propertyNames: { pattern: keys.pattern.source } } : {})
    }),
    read: (tree, log) => {
      if (isNull(tree)) return [];
      if (tree.kind !== 'map') {
        log.push(wrongKind(tree, 'a map'));
        return null;
      }
      return tree.entries.flatMap((entry) => {
        if (keys && !keys.pattern.test(entry.key)) log.push(invalidKey(entry, keys.says));
        const read = value.read(entry.value, log);
        return read === null
          ? []
          : [{ key: entry.key, keyRange: entry.keyRange, at: entry.value, value: read }];
      });
    }
  };
}

/** How a key is meant beside its shape. */
export interface Marks {
  readonly required?: boolean;
  /** Read, but no decision depends on it: `true`, or the test that says so of a value. */
  readonly notModelled?: true | ((tree: Tree) => boolean);
  /** What to write instead. */
  readonly deprecated?: string;
}

export interface Field<T> extends Marks {
  readonly shape: Shape<T>;
  /** One line, for the schema and so for an editor's hover. */
  readonly about: string;
}

export function field<T>(shape: Shape<T>, about: string, marks: Marks = {}): Field<T> {
  return { shape, about, ...marks };
}

export function required<T>(shape: Shape<T>, about: string): Field<T> {
  return { shape, about, required: true };
}

// The one place where a field's value type does not matter.
type Fields = Readonly<Record<string, Field<unknown>>>;

/** What an object reads into: null for a key that is absent or could not be read. */
export type ObjectOf<F extends Fields> = {
  readonly [K in keyof F]: Read<F[K]['shape']> | null;
} & {
  /** The map it was read from. */
  readonly map: TreeMap;
};

/** A map with fixed keys; any other key is an error. */
export function object<const F extends Fields>(fields: F): Shape<ObjectOf<F>> {
  const nothing = Object.fromEntries(Object.keys(fields).map((key) => [key, null]));
  const needed = Object.entries(fields).filter(([, { required }]) => required === true);
  return {
    expected: 'a map',
    schema: (definitions) => objectSchema(fields, definitions),
    read: (tree, log) => {
      if (tree.kind !== 'map' && !isNull(tree)) {
        log.push(wrongKind(tree, 'a map', asMap(fields, tree)));
        return null;
      }
      const map: TreeMap =
        tree.kind === 'map' ? tree : { kind: 'map', range: tree.range, path: tree.path, entries: [] };
      const values = readFields({ fields, nothing, needed }, map, log);
      // The mapped type is built key by key; TypeScript cannot follow that.
      return { ...values, map } as ObjectOf<F>;
    }
  };
}

/** How to write as a map what is none: a text may be meant for the one key that is needed. */
function asMap(fields: Fields, tree: Tree): string {
  const keys = Object.keys(fields);
  const needed = keys.filter((key) => fields[key]?.required === true);
  const [first] = needed;
  if (tree.kind === 'text' && /^.{1,60}$/.test(tree.text) && first !== undefined && needed.length === 1) {
    return `write \`${first}: ${tree.text}\``;
  }
  return `its keys are ${keys.map((key) => `\`${key}\``).join(', ')}`;
}

/** What is known of an object before any is read. */
interface Form {
  readonly fields: Fields;
  /** All keys, with null. */
  readonly nothing: Readonly<Record<string, null>>;
  readonly needed: readonly (readonly [key: string, field: Field<unknown>])[];
}

function readFields({ fields, nothing, needed }: Form, at: TreeMap, log: Log): Record<string, unknown> {
  const values: Record<string, unknown> = { ...nothing };
  const seen = new Set<string>();
  for (const entry of at.entries) {
    const known = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
    if (!known) {
      log.push(unknownKey(at, entry, Object.keys(fields)));
      continue;
    }
    if (seen.has(entry.key)) continue; // the reader has complained of the duplicate
    seen.add(entry.key);
    if (known.deprecated !== undefined) log.push(deprecatedKey(at, entry, known.deprecated));
    if (known.notModelled === true || known.notModelled?.(entry.value) === true) {
      log.push(notModelled(at, entry));
    }
    values[entry.key] = known.shape.read(entry.value, log);
  }
  for (const [key, { shape }] of needed) if (!seen.has(key)) log.push(missingKey(at, key, shape.expected));
  return values;
}

function objectSchema(fields: Fields, definitions: Definitions): JsonSchema {
  const properties: Record<string, Json> = {};
  for (const [key, known] of Object.entries(fields)) {
    const later = known.notModelled === undefined ? '' : ' Changes no decision.';
    properties[key] = {
      ...known.shape.schema(definitions),
      description: known.about + later,
      ...(known.deprecated === undefined ? {} : { deprecated: true })
    };
  }
  const needed = Object.keys(fields).filter((key) => fields[key]?.required === true);
  return {
    type: needed.length > 0 ? 'object' : ['object', 'null'],
    properties,
    ...(needed.length > 0 ? { required: needed } : {}),
    additionalProperties: false
  };
}

/** One of two shapes; `isFirst` looks at the tree to tell which is meant. */
export function either<A, B>(
  isFirst: (tree: Tree) => boolean,
  first: Shape<A>,
  second: Shape<B>
): Shape<A | B> {
  return {
    expected: `${first.expected} or ${second.expected}`,
    schema: (definitions) => ({ anyOf: [first.schema(definitions), second.schema(definitions)] }),
    read: (tree, log) => (isFirst(tree) ? first.read(tree, log) : second.read(tree, log))
  };
}

export const isText = (tree: Tree): boolean => tree.kind === 'text';
export const isList = (tree: Tree): boolean => tree.kind === 'list';

/** One item or a list of them, read as a list. */
export function listOrOne<T>(item: Shape<T>): Shape<readonly T[]> {
  const many = list(item);
  return {
    expected: `${item.expected} or a list`,
    schema: (definitions) => ({ anyOf: [item.schema(definitions), many.schema(definitions)] }),
    read: (tree, log) => {
      if (tree.kind === 'list') return many.read(tree, log);
      const one = item.read(tree, log);
      return one === null ? null : [one];
    }
  };
}

/** A shape with a name of its own in the schema's `$defs`; made on first use, so that it may contain itself. */
export function named<T>(name: string, make: () => Shape<T>): Shape<T> {
  let made: Shape<T> | null = null;
  const inner = (): Shape<T> => (made ??= make());
  return {
    get expected() {
      return inner().expected;
    },
    schema: (definitions) => {
      if (!definitions.has(name)) {
        definitions.set(name, {}); // stops the recursion
        definitions.set(name, inner().schema(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
    read: (tree, log) => inner().read(tree, log)
  };
}
