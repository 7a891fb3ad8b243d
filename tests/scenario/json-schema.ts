/** A small JSON Schema validator for the keywords that the scenario schema uses; an unknown keyword is a failure. */
type Schema = Readonly<Record<string, unknown>>;

const ANNOTATIONS = new Set(['$schema', '$defs', 'title', 'description', 'deprecated']);

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
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    switch (keyword) {
      case '$ref': {
        const name = String(rule).replace('#/$defs/', '');
        const target = (this.#root.$defs as Readonly<Record<string, Schema>>)[name];
        if (target) this.#check(target, `#/$defs/${name}`, value, at);
        else this.#fail(at, `no definition ${name}`);
        return;
      }
      case 'type': {
        const types = [rule].flat() as string[];
        if (!types.some((type) => isOfType(value, type))) this.#fail(at, `is no ${types.join(' or ')}`);
        return;
      }
      case 'enum':
        if (!(rule as unknown[]).includes(value)) this.#fail(at, `is none of ${JSON.stringify(rule)}`);
        return;
      case 'pattern':
        if (typeof value === 'string' && !new RegExp(String(rule), 'u').test(value))
          this.#fail(at, `does not match ${String(rule)}`);
        return;
      case 'minimum':
        if (typeof value === 'number' && value < Number(rule)) this.#fail(at, 'is too small');
        return;
      case 'maximum':
        if (typeof value === 'number' && value > Number(rule)) this.#fail(at, 'is too large');
        return;
      case 'required':
        if (isMap) for (const key of rule as string[]) if (!(key in value)) this.#fail(at, `lacks ${key}`);
        return;
      case 'items':
        if (Array.isArray(value))
          value.forEach((item, i) => {
            this.#check(rule as Schema, `${where}/items`, item, `${at}/${String(i)}`);
          });
        return;
      case 'propertyNames':
        if (isMap)
          for (const key of Object.keys(value))
            this.#check(rule as Schema, `${where}/propertyNames`, key, `${at}/${key}`);
        return;
      case 'properties':
        return; // with additionalProperties
      case 'additionalProperties':
        if (isMap) this.#checkMap(schema, where, value as Schema, at);
        return;
      case 'anyOf':
        this.#anyOf(rule as Schema[], where, value, at);
        return;
      default:
        this.#fail(at, `keyword ${keyword} is not known here`);
    }
  }

  #checkMap(schema: Schema, where: string, value: Schema, at: string): void {
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
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
