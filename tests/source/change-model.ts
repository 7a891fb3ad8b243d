/** For the properties of changes: the same changes on plain data, and files written in every style at once. */
import type { Change, Plain } from '../../src/lib/source/change.ts';
import { split } from '../../src/lib/source/pointer.ts';
import type { Tree } from '../../src/lib/source/tree.ts';

export type Data = string | number | boolean | null | Data[] | Map<string, Data>;

/** What a tree says, numbers and flags as such. */
export function dataOf(tree: Tree): Data {
  if (tree.kind === 'list') return tree.items.map(dataOf);
  if (tree.kind === 'map') return new Map(tree.entries.map(({ key, value }) => [key, dataOf(value)]));
  if (tree.quoted) return tree.text;
  if (/^(?:|~|null|true|false)$/.test(tree.text)) return tree.text.length < 2 ? null : JSON.parse(tree.text);
  return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/.test(tree.text) ? Number(tree.text) : tree.text;
}

export function plainOf(data: Data): Plain {
  if (Array.isArray(data)) return data.map(plainOf);
  if (!(data instanceof Map)) return data;
  return Object.fromEntries(Array.from(data, ([key, value]) => [key, plainOf(value)]));
}

export function fromPlain(plain: Plain): Data {
  if (typeof plain !== 'object' || plain === null) return plain;
  if (Array.isArray(plain)) return plain.map(fromPlain);
  return new Map(Object.entries(plain).map(([key, value]) => [key, fromPlain(value)]));
}

/** Maps without an order. */
export function sorted(data: Data): unknown {
  if (Array.isArray(data)) return data.map(sorted);
  if (!(data instanceof Map)) return data;
  const entries = Array.from(data, ([key, value]) => [key, sorted(value)] as const);
  return { entries: entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

/** The data after a change, or undefined for one that cannot be made. */
export function changed(data: Data, change: Change): Data | undefined {
  return follow(data, split(change.at), change);
}

function follow(data: Data, keys: readonly string[], change: Change): Data | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return valueOf(change);
  const here = data === null && valueOf(change) !== undefined ? (key === '-' ? [] : new Map()) : data;
  if (Array.isArray(here)) return inList(here, key, rest, change);
  return here instanceof Map ? inMap(here, key, rest, change) : undefined;
}

function valueOf(change: Change): Data | undefined {
  return 'set' in change ? fromPlain(change.set) : 'block' in change ? change.block : undefined;
}

function inList(list: Data[], key: string, rest: readonly string[], change: Change): Data | undefined {
  const at = key === '-' ? list.length : /^(?:0|[1-9]\d*)$/.test(key) ? Number(key) : Infinity;
  if (at > list.length || ('rename' in change && rest.length === 0)) return undefined;
  if (rest.length === 0 && 'remove' in change) return at < list.length ? list.toSpliced(at, 1) : undefined;
  const value = follow(at < list.length ? list[at]! : null, rest, change);
  return value === undefined ? undefined : list.toSpliced(at, 1, value);
}

function inMap(
  map: Map<string, Data>,
  key: string,
  rest: readonly string[],
  change: Change
): Data | undefined {
  const copy = new Map(map);
  if (rest.length === 0 && 'remove' in change) return copy.delete(key) ? copy : undefined;
  if (rest.length === 0 && 'rename' in change) {
    if (!copy.has(key) || (copy.has(change.rename) && key !== change.rename)) return undefined;
    return new Map(Array.from(map, ([name, value]) => [name === key ? change.rename : name, value]));
  }
  const value = follow(map.get(key) ?? null, rest, change);
  return value === undefined ? undefined : copy.set(key, value);
}

/** Writes data as YAML; each question of style takes the next of the choices. Comments are `# c0`, `# c1`, … */
export class Writer {
  readonly #choices: readonly number[];
  readonly #eol: string;
  #at = 0;
  #comments = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
    this.#eol = this.#pick(4) === 0 ? '\r\n' : '\n';
  }

  write(data: Data): string {
    const isBlock = !isSmall(data);
    const body = isBlock
      ? this.#lines(data, this.#pick(6) === 0 ? 2 : 0).join('\n')
      : this.#inline(data, false);
    const text = (this.#pick(4) === 0 ? '--- # top\n' : '') + body + (this.#pick(3) === 0 ? '' : '\n');
    return text.replaceAll('\n', this.#eol);
  }

  #pick(ways: number): number {
    return (this.#choices[this.#at++ % this.#choices.length] ?? 0) % ways;
  }

  #comment(): string {
    return `# c${this.#comments++}`;
  }

  #lines(data: Data, indent: number): string[] {
    const pad = ' '.repeat(indent);
    const parts = Array.isArray(data)
      ? data.map((value) => [null, value] as const)
      : [...(data as Map<string, Data>)];
    return parts.flatMap(([key, value]) => {
      const above = [
        ...(this.#pick(5) === 0 ? [''] : []),
        ...(this.#pick(4) === 0 ? [pad + this.#comment()] : [])
      ];
      const head = key === null ? `${pad}-` : `${pad}${this.#key(key)}:`;
      return [...above, ...this.#after(head, value, indent, key === null)];
    });
  }

  #after(head: string, value: Data, indent: number, isItem: boolean): string[] {
    const trail = this.#pick(4) === 0 ? ` ${this.#comment()}` : '';
    if (canBeLiteral(value) && this.#pick(2) === 0) return this.#literal(head, value, indent, trail);
    if (value === null && this.#pick(2) === 0) return [head + trail];
    if (isSmall(value) || this.#pick(3) === 0) return [`${head} ${this.#inline(value, false)}${trail}`];
    return this.#below(head, value, indent, isItem, trail);
  }

  #below(head: string, value: Data, indent: number, isItem: boolean, trail: string): string[] {
    const deeper = isItem || this.#pick(2) === 0 ? 1 + this.#pick(4) : 2;
    const isSame = Array.isArray(value) && !isItem && this.#pick(3) === 0;
    const isCompact = isItem && trail === '' && this.#pick(2) === 0;
    if (!isCompact) return [head + trail, ...this.#lines(value, indent + (isSame ? 0 : deeper))];
    const [first = '', ...rest] = this.#lines(value, indent + 1 + deeper);
    if (/^ *[^ #]/.test(first)) return [head + first.slice(head.length), ...rest];
    return [head, first, ...rest];
  }

  #literal(head: string, value: string, indent: number, trail: string): string[] {
    const lines = value.replace(/\n$/, '').split('\n');
    const pad = ' '.repeat(indent + 1 + this.#pick(4));
    const written = lines.map((line) => (line === '' ? '' : pad + line));
    return [`${head} |${value.endsWith('\n') ? '' : '-'}${trail}`, ...written];
  }

  #inline(data: Data, inFlow: boolean): string {
    if (Array.isArray(data))
      return this.#brackets(
        '[',
        data.map((value) => this.#inline(value, true)),
        ']'
      );
    if (data instanceof Map) {
      const parts = Array.from(data, ([key, value]) => `${this.#key(key)}: ${this.#inline(value, true)}`);
      return this.#brackets('{', parts, '}');
    }
    return typeof data === 'string' ? this.#text(data, inFlow) : String(data);
  }

  #brackets(open: string, parts: readonly string[], close: string): string {
    const gap = this.#pick(2) === 0 ? ' ' : '';
    return open + gap + parts.join(`,${gap}`) + gap + close;
  }

  #key(key: string): string {
    return this.#text(key, true);
  }

  #text(text: string, _inFlow: boolean): string {
    const isPlain = /^[A-Za-z]([\w ]*\w)?$/.test(text) && !/^(?:null|true|false|yes|no)$/.test(text);
    const way = this.#pick(3);
    if (isPlain && way < 2) return text;
    return /^[ -~é]*$/.test(text) && way === 1
      ? `'${text.replaceAll("'", "''")}'`
      : JSON.stringify(text).replaceAll('\u007F', '\\x7f');
  }
}

function isSmall(data: Data): boolean {
  return data instanceof Map ? data.size === 0 : !Array.isArray(data) || data.length === 0;
}

function canBeLiteral(data: Data): data is string {
  return typeof data === 'string' && /^[^\s][ -~\n]*[!-~]\n?$/.test(data);
}
