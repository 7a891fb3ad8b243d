/** A small JSON Schema validator for the keywords that the scenario schema uses; an unknown keyword is a failure. */
type Schema = Readonly<Record<string, unknown>>;

const ANNOTATIONS = new Set(['$schema', '$defs', 'title', 'description', 'deprecated']);

const MAP_KEYWORDS = new Set(['required', 'propertyNames', 'additionalProperties']);

interface Row {
  readonly says: string;
  readonly holds: (rule: unknown, value: unknown) => boolean;
}

const SCALAR_KEYWORDS: Readonly<Record<string, Row>> = {
  type: {
    says: 'is not of type',
    holds: (rule, value) => [rule].flat().some((type) => isOfType(value, String(type)))
  },
  enum: { says: 'is none of', holds: (rule, value) => (rule as unknown[]).includes(value) },
  pattern: {
    says: 'does not match',
    holds: (rule, value) => typeof value !== 'string' || new RegExp(String(rule), 'u').test(value)
  },
  minimum: { says: 'is below', holds: (rule, value) => typeof value !== 'number' || value >= Number(rule) },
  maximum: { says: 'is above', holds: (rule, value) => typeof value !== 'number' || value <= Number(rule) }
};

function isMap(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export class SchemaCheck {
  readonly errors: string[] = [];
  /** Schema locations of the properties met, e.g. `#/properties/title`. */
  readonly met = new Set<string>();
  #root: Schema;

  constructor(root: object) {
    this.#root = root as Schema;
  }

  validate(value: unknown): readonly string[] {
    this.#check(this.#root, '#', value, '');
    return this.errors;
  }

  /** Every property the schema knows, as locations. */
  properties(): readonly string[] {
    const found: string[] = [];
    const walk = (node: unknown, at: string) => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, child] of Object.entries(node)) {
        const isProperties = key === 'properties' && typeof (node as Schema).type !== 'undefined';
        if (isProperties)
          for (const name of Object.keys(child as Schema)) found.push(`${at}/properties/${name}`);
        walk(child, `${at}/${key}`);
      }
    };
    walk(this.#root, '#');
    return found;
  }

  #fail(at: string, message: string): void {
    this.errors.push(`${at || '/'}: ${message}`);
  }

  #check(schema: Schema, where: string, value: unknown, at: string): void {
    for (const [keyword, rule] of Object.entries(schema)) {
      if (ANNOTATIONS.has(keyword)) continue;
      this.#apply(keyword, rule, schema, where, value, at);
    }
  }

  #apply(keyword: string, rule: unknown, schema: Schema, where: string, value: unknown, at: string): void {
    if (keyword === '$ref') this.#follow(String(rule).replace('#/$defs/', ''), value, at);
    else if (keyword === 'anyOf') this.#anyOf(rule as Schema[], where, value, at);
    else if (keyword === 'properties')
      return; // with additionalProperties
    else if (isMap(value) && MAP_KEYWORDS.has(keyword)) this.#checkMap(keyword, schema, where, value, at);
    else if (keyword === 'items' && Array.isArray(value)) {
      value.forEach((item, i) => {
        this.#check(rule as Schema, `${where}/items`, item, `${at}/${String(i)}`);
      });
    } else if (keyword !== 'items' && !MAP_KEYWORDS.has(keyword)) this.#checkScalar(keyword, rule, value, at);
  }

  #follow(name: string, value: unknown, at: string): void {
    const target = (this.#root.$defs as Readonly<Record<string, Schema>>)[name];
    if (target) this.#check(target, `#/$defs/${name}`, value, at);
    else this.#fail(at, `no definition ${name}`);
  }

  #checkScalar(keyword: string, rule: unknown, value: unknown, at: string): void {
    const row = SCALAR_KEYWORDS[keyword];
    if (!row) this.#fail(at, `keyword ${keyword} is not known here`);
    else if (!row.holds(rule, value)) this.#fail(at, `${row.says} ${JSON.stringify(rule)}`);
  }

  #checkMap(keyword: string, schema: Schema, where: string, value: Schema, at: string): void {
    if (keyword === 'additionalProperties') this.#checkEntries(schema, where, value, at);
    for (const key of keyword === 'required' ? (schema.required as string[]) : []) {
      if (!Object.hasOwn(value, key)) this.#fail(at, `lacks ${key}`);
    }
    for (const key of keyword === 'propertyNames' ? Object.keys(value) : []) {
      this.#check(schema.propertyNames as Schema, `${where}/propertyNames`, key, `${at}/${key}`);
    }
  }

  #checkEntries(schema: Schema, where: string, value: Schema, at: string): void {
    const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
    for (const [key, child] of Object.entries(value)) {
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (known) {
        this.met.add(`${where}/properties/${key}`);
        this.#check(known, `${where}/properties/${key}`, child, `${at}/${key}`);
      } else if (schema.additionalProperties === false) this.#fail(at, `may not have ${key}`);
      else
        this.#check(
          schema.additionalProperties as Schema,
          `${where}/additionalProperties`,
          child,
          `${at}/${key}`
        );
    }
  }

  #anyOf(schemas: readonly Schema[], where: string, value: unknown, at: string): void {
    const before = this.errors.length;
    for (const [i, schema] of schemas.entries()) {
      this.errors.length = before;
      this.#check(schema, `${where}/anyOf/${String(i)}`, value, at);
      if (this.errors.length === before) return;
    }
  }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return isMap(value);
  return typeof value === type;
}
