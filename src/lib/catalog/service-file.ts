/** The slim file of a service, as scripts/catalogue-slim.js writes it, read into its facts; and the index of all. */
import type {
  AccessLevel,
  ActionFacts,
  ActionResource,
  KeyFacts,
  KeyType,
  ResourceTypeFacts,
  ServiceFacts
} from './service.ts';

const LEVELS: ReadonlyMap<unknown, AccessLevel> = new Map([
  ['L', 'List'],
  ['R', 'Read'],
  ['W', 'Write'],
  ['P', 'Permissions management'],
  ['T', 'Tagging']
]);

const TYPES: readonly KeyType[] = ['String', 'Numeric', 'Bool', 'Date', 'ARN', 'IPAddress', 'Binary'];

/** What the index says: the data's version and day, and the name of every service by its prefix. */
export interface CatalogueIndex {
  readonly version: string;
  /** ISO, e.g. `2026-09-26`. */
  readonly day: string;
  readonly names: ReadonlyMap<string, string>;
}

/** @param json of `index.json`; null for anything else, such as the page a server sends in its place */
export function readIndex(json: unknown): CatalogueIndex | null {
  if (!isMap(json) || !isMap(json['services'])) return null;
  const names = Object.entries(json['services']).map(([prefix, name]) => [prefix, text(name)] as const);
  return { version: text(json['version']), day: text(json['day']), names: new Map(names) };
}

/** @param json of a service's file; null for anything else. Never throws. Time O(file). */
export function readService(json: unknown): ServiceFacts | null {
  if (!isMap(json) || typeof json['prefix'] !== 'string' || !Array.isArray(json['actions'])) return null;
  const keys = list(json['keys']).map(readKey);
  const names = keys.map(({ key }) => key);
  // The same few sets stand with hundreds of actions: each is made once.
  const sets = list(json['sets']).map((set) => list(set).flatMap((at) => names[number(at)] ?? []));
  const setAt = (at: unknown) => sets[number(at)] ?? [];
  const resources = list(json['resources']).map((row) => readResource(list(row), setAt));
  const types = resources.map(({ type }) => type);
  const actions = json['actions'].map((row) => readAction(list(row), setAt, types));
  return {
    prefix: json['prefix'],
    name: text(json['name']),
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resources: new Map(resources.map((resource) => [resource.type.toLowerCase(), resource])),
    keys: new Map(keys.map((key) => [key.key.toLowerCase(), key]))
  };
}

type SetAt = (at: unknown) => readonly string[];

function readKey(row: unknown): KeyFacts {
  const [key, written] = list(row);
  const name = text(written).replace(/^ArrayOf/, '');
  return {
    key: text(key),
    type: TYPES.find((type) => type === name) ?? 'String',
    multivalued: text(written).startsWith('ArrayOf')
  };
}

function readResource([type, arns, set]: readonly unknown[], setAt: SetAt): ResourceTypeFacts {
  return { type: text(type), arns: list(arns).map(text), keys: setAt(set) };
}

function readAction(row: readonly unknown[], setAt: SetAt, types: readonly string[]): ActionFacts {
  const [name, level, resources, set, dependent] = row;
  return {
    name: text(name),
    access: LEVELS.get(level) ?? 'Write',
    resources: list(resources).map((each): ActionResource => {
      const [type, required, keys, further] = list(each);
      return {
        type: types[number(type)] ?? '',
        required: required === 1,
        keys: setAt(keys),
        dependent: list(further).map(text)
      };
    }),
    keys: setAt(set),
    dependent: list(dependent).map(text)
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The files leave out zeros at the end of a row. */
function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
