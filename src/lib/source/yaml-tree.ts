/** From YAML's nodes to our tree: anchors and aliases, duplicate keys, tags, limits. Knows no library. */
import type { Checked, Diagnostic } from './diagnostic.ts';
import * as problem from './diagnostics.ts';
import { MAX_ALIASED_TEXT, MAX_ALIASED_VALUES, MAX_ALIASES, MAX_DEPTH } from './limits.ts';
import { join } from './pointer.ts';
import { lineColumn, type SourceRange, type SourceText } from './text.ts';
import type { Tree, TreeEntry } from './tree.ts';

interface Extent {
  /** Offsets; trailing white space may be included in `to`. */
  readonly from: number;
  readonly to: number;
}

interface Properties extends Extent {
  /** Resolved, e.g. `tag:yaml.org,2002:str`; null if none is written. */
  readonly tag: string | null;
  readonly anchor: string | null;
}

export type YamlNode = YamlAlias | YamlText | YamlMap | YamlList;

interface YamlAlias extends Extent {
  readonly kind: 'alias';
  readonly name: string;
}

interface YamlText extends Properties {
  readonly kind: 'text';
  readonly text: string;
  /** Neither quoted nor a block. */
  readonly plain: boolean;
}

interface YamlMap extends Properties {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
}

interface YamlEntry {
  readonly key: YamlNode;
  /** Null for a key without colon. */
  readonly value: YamlNode | null;
}

interface YamlList extends Properties {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

/** See {@link parseYaml} for what becomes of aliases and of what cannot be read. Never throws. */
export function buildTree(source: SourceText, root: YamlNode): Checked<Tree> {
  return new Builder(source).build(root);
}

class Builder {
  readonly #source: SourceText;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #anchors = new Map<string, YamlNode>();
  /** What each alias means: the anchor of that name nearest before it. */
  readonly #targets = new Map<YamlAlias, YamlNode>();
  /** Anchored values being built right now: an alias to one of them would never end. */
  readonly #open = new Set<YamlNode>();
  /** Inside how many aliased values we are. */
  #copying = 0;
  #aliases = 0;
  #copies = 0;
  #copiedText = 0;
  /** A limit was passed: what is built is incomplete in places nobody can tell. */
  #stopped = false;

  constructor(source: SourceText) {
    this.#source = source;
  }

  build(root: YamlNode): Checked<Tree> {
    const value = this.#node(root, '', 0);
    return { value: this.#stopped ? null : value, diagnostics: this.#diagnostics };
  }

  #node(node: YamlNode, path: string, depth: number): Tree | null {
    if (this.#stopped) return null;
    if (node.kind === 'alias') return this.#alias(node, path, depth);
    const at = { range: this.#range(node), path };
    if (this.#copying > 0 && !this.#mayCopy(node)) return this.#stop(problem.tooManyAliases(at, MAX_ALIASES));
    this.#properties(node, at);
    if (node.kind === 'text') {
      const quoted = !node.plain || TEXT_TAGS.has(node.tag ?? '');
      return { kind: 'text', text: node.text, quoted, ...at };
    }
    if (depth >= MAX_DEPTH) return this.#stop(problem.tooDeep(at, MAX_DEPTH));
    this.#open.add(node);
    const tree: Tree =
      node.kind === 'map'
        ? { kind: 'map', entries: this.#entries(node.entries, path, depth), ...at }
        : { kind: 'list', items: this.#items(node.items, path, depth), ...at };
    this.#open.delete(node);
    return tree;
  }

  #mayCopy(node: YamlText | YamlMap | YamlList): boolean {
    this.#copies++;
    if (node.kind === 'text') this.#copiedText += node.text.length;
    return this.#copies <= MAX_ALIASED_VALUES && this.#copiedText <= MAX_ALIASED_TEXT;
  }

  #properties(node: YamlText | YamlMap | YamlList, at: problem.Place): void {
    const { tag, anchor } = node;
    if (tag !== null && !TEXT_TAGS.has(tag) && !COLLECTION_TAGS.has(tag)) {
      this.#report(problem.unsupportedTag(at, tag.replace('tag:yaml.org,2002:', '!!')));
    }
    if (anchor !== null && this.#copying === 0) this.#anchors.set(anchor, node);
  }

  #items(items: readonly YamlNode[], path: string, depth: number): readonly Tree[] {
    return items.flatMap((item, index) => this.#node(item, join(path, index), depth + 1) ?? []);
  }

  #entries(items: readonly YamlEntry[], path: string, depth: number): readonly TreeEntry[] {
    const entries = new Map<string, TreeEntry>();
    const seen = new Map<string, SourceRange>();
    for (const item of items) {
      const keyRange = this.#range(item.key);
      const key = this.#key(item.key, { range: keyRange, path });
      if (key === null) continue;
      const at = { range: keyRange, path: join(path, key) };
      const first = seen.get(key);
      if (first) {
        this.#report(problem.duplicateKey(at, key, lineColumn(first.source, first.from).line));
        continue;
      }
      seen.set(key, keyRange);
      const value = item.value
        ? this.#node(item.value, at.path, depth + 1)
        : this.#nothing(keyRange.to, at.path);
      if (value) entries.set(key, { key, keyRange, value });
    }
    return [...entries.values()];
  }

  /** The text of a key, or null with a diagnostic. */
  #key(node: YamlNode, at: problem.Place): string | null {
    const key = node.kind === 'alias' ? this.#anchors.get(node.name) : node;
    if (key?.kind !== 'text') return this.#report(problem.keyNotText(at));
    if (key.text === '<<' && key.plain) return this.#report(problem.mergeKey(at));
    if (key.anchor !== null && this.#copying === 0) this.#anchors.set(key.anchor, key);
    return key.text;
  }

  #alias(node: YamlAlias, path: string, depth: number): Tree | null {
    const at = { range: this.#range(node), path };
    const target = this.#targets.get(node) ?? this.#anchors.get(node.name);
    if (!target) return this.#report(problem.unknownAlias(at, node.name));
    if (this.#open.has(target)) return this.#report(problem.cyclicAlias(at, node.name));
    if (++this.#aliases > MAX_ALIASES) return this.#stop(problem.tooManyAliases(at, MAX_ALIASES));
    this.#targets.set(node, target);
    this.#copying++;
    const tree = this.#node(target, path, depth);
    this.#copying--;
    return tree;
  }

  #nothing(at: number, path: string): Tree {
    return { kind: 'text', text: '', quoted: false, path, range: { source: this.#source, from: at, to: at } };
  }

  #report(diagnostic: Diagnostic): null {
    this.#diagnostics.push(diagnostic);
    return null;
  }

  #stop(diagnostic: Diagnostic): null {
    this.#stopped = true;
    return this.#report(diagnostic);
  }

  #range({ from, to }: Extent): SourceRange {
    let end = Math.max(from, to);
    while (end > from && /\s/.test(this.#source.text.charAt(end - 1))) end--;
    return { source: this.#source, from, to: end };
  }
}

const TEXT_TAGS: ReadonlySet<string> = new Set(['!', 'tag:yaml.org,2002:str']);
const COLLECTION_TAGS: ReadonlySet<string> = new Set(['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq']);
