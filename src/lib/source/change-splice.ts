/** From a draft to the patches of its file: walks what changed, leaves alone what did not. */
import { blockPatches, type Block, type Row } from './change-block.ts';
import {
  keep,
  open,
  type Draft,
  type DraftEntry,
  type DraftItem,
  type DraftList,
  type DraftMap
} from './change-draft.ts';
import { flowPatches, indentIn, type Flow } from './change-flow.ts';
import { jsonHand, type Hand } from './change-hand.ts';
import { columnOf, isFlow, partsOf, rootSlot, type Part, type Slot } from './change-layout.ts';
import { printEntry, printInFlow, printItem } from './change-print.ts';
import { replace } from './change-replace.ts';
import { quoteJson, quoteYaml } from './change-scalar.ts';
import { parseJson } from './json.ts';
import type { Patch } from './patch.ts';
import type { SourceRange } from './text.ts';
import type { Tree, TreeList, TreeMap } from './tree.ts';

export interface Splices {
  readonly patches: readonly Patch[];
  /** Lists and maps that are printed anew: what the tree does not hold of them is lost. */
  readonly lost: readonly SourceRange[];
}

/**
 * @param draft in which no text is opened any more
 * @param level lists and maps up to so many levels above a change are printed anew instead of being spliced
 */
export function splice(draft: Draft, root: Tree, hand: Hand, level: number): Splices {
  const splicer = new Splicer(hand, level);
  splicer.value(draft, rootSlot(root), hand);
  splicer.expandAliases();
  return splicer;
}

class Splicer implements Splices {
  readonly patches: Patch[] = [];
  readonly lost: SourceRange[] = [];
  readonly #text: string;
  readonly #hand: Hand;
  readonly #level: number;
  /** Lists and maps that got or lost parts. */
  readonly #edited: SourceRange[] = [];
  /** Aliases that stay as they are, unless what they stand for is changed. */
  readonly #aliases: Slot[] = [];
  readonly #hasAliases: boolean;

  constructor(hand: Hand, level: number) {
    this.#hand = hand;
    this.#text = hand.text;
    this.#level = level;
    this.#hasAliases = hand.json === null && /&/.test(hand.text) && /\*/.test(hand.text);
  }

  value(draft: Draft, slot: Slot, hand: Hand): void {
    if (draft.kind === 'kept') {
      this.#findAliases(slot);
      return;
    }
    const isCollection = draft.kind === 'map' || draft.kind === 'list';
    if (isCollection && this.#collection(draft, slot, hand)) return;
    if (isCollection && draft.origin && !slot.isAlias) this.lost.push(draft.origin.range);
    this.patches.push(replace(draft, slot, hand));
  }

  /** Splices a list or map; false when it has to be printed anew. */
  #collection(draft: DraftMap | DraftList, slot: Slot, outer: Hand): boolean {
    const { origin } = draft;
    if (!origin || slot.isAlias || rank(draft) < this.#level) return false;
    const parts = partsOf(origin, this.#text, slot.isFlow);
    const children = childrenOf(draft);
    const indices = indicesIn(children, origin);
    if (!parts || indices.every((index) => index === null)) return false;
    const isInFlow = isFlow(origin, this.#text);
    const hand = isInFlow && !slot.isFlow ? this.#handIn(origin, outer) : outer;
    // Inner patches first: where two are put in at one place, what belongs further inside stands further left.
    for (const [at, child] of children.entries()) this.#child(child, parts[indices[at] ?? -1], hand);
    const edit = isInFlow ? this.#inFlow(origin, parts, hand) : this.#inBlock(slot, parts);
    const edits = edit(children, indices);
    if (edits.length > 0) this.#edited.push(origin.range);
    this.patches.push(...edits);
    return true;
  }

  /** Brackets in YAML that are JSON are written on as JSON. */
  #handIn(tree: Tree, hand: Hand): Hand {
    const { from, to, source } = tree.range;
    const isQuoted = hand.json === null && this.#text.slice(from, to).includes('"');
    if (!isQuoted || !parseJson(source, { from, to }).value) return hand;
    return { ...hand, json: jsonHand(this.#text, tree) };
  }

  #inFlow(origin: Tree, parts: readonly Part[], hand: Hand) {
    const gap = hand.json ? hand.json.comma : ' ';
    const flow: Flow = { text: this.#text, eol: hand.eol, from: origin.range.from + 1, parts, gap };
    const indent = indentIn(flow);
    return (children: Children, indices: Indices) =>
      flowPatches(
        flow,
        toRows(children, indices, (child) => printInFlow(keyOf(child), child.value, hand, indent))
      );
  }

  #inBlock(slot: Slot, parts: readonly Part[]) {
    const text = this.#text;
    const from = slot.column < 0 ? 0 : slot.from;
    const block: Block = { text, eol: this.#hand.eol, parts, from };
    const column = columnOf(text, parts.at(-1)?.from ?? 0);
    return (children: Children, indices: Indices) =>
      blockPatches(
        block,
        toRows(children, indices, (child) =>
          'key' in child
            ? printEntry(child.key, child.value, column, this.#hand)
            : printItem(child.value, column, this.#hand)
        )
      );
  }

  /** An entry or item that stays: its key, its value. */
  #child(child: DraftEntry | DraftItem, part: Part | undefined, hand: Hand): void {
    if (!part) return;
    const isEntry = 'key' in child && child.origin !== null;
    if (!part.slot) {
      if (isEntry && (child.value.kind !== 'kept' || child.key !== child.origin.key))
        this.#writeOut(child, part, hand);
      return;
    }
    if (isEntry && child.key !== child.origin.key) this.#rename(child, hand);
    this.value(child.value, part.slot, hand);
  }

  #rename({ key, origin }: DraftEntry, hand: Hand): void {
    if (!origin) return;
    const { from, to } = origin.keyRange;
    const sign = this.#text.charAt(from);
    const quoting = sign === '"' ? 'double' : sign === "'" ? 'single' : 'plain';
    this.patches.push({ from, to, insert: hand.json ? quoteJson(key) : quoteYaml(key, quoting, false) });
  }

  /** An entry that is a key alone gets a colon and a value. */
  #writeOut({ key, value }: DraftEntry, part: Part, hand: Hand): void {
    const { from, to } = part;
    const column = columnOf(this.#text, from);
    const isBlock = this.#text.charAt(from) === '?';
    const lines = printEntry(key, value, column, hand);
    const insert = isBlock ? lines.join(hand.eol).slice(column) : printInFlow(key, value, hand, '');
    this.patches.push({ from, to, insert });
  }

  #findAliases(slot: Slot): void {
    if (!this.#hasAliases) return;
    const { tree, isAlias } = slot;
    if (isAlias) this.#aliases.push(slot);
    else if (tree.kind !== 'text') {
      for (const part of partsOf(tree, this.#text, slot.isFlow) ?? []) {
        if (part.slot) this.#findAliases(part.slot);
      }
    }
  }

  /** An alias whose value is changed where it was anchored goes on meaning what it meant. */
  expandAliases(): void {
    const changed = [...this.patches];
    for (const slot of this.#aliases) {
      const { from, to } = slot.tree.range;
      const isTouched = changed.some((patch) =>
        from === to ? patch.from <= to && patch.to >= from : patch.from < to && patch.to > from
      );
      const isEdited = this.#edited.some((edited) => from <= edited.from && edited.to <= to);
      if (isTouched || isEdited) this.patches.push(replace(open(keep(slot.tree)), slot, this.#hand));
    }
  }
}

type Children = readonly (DraftEntry | DraftItem)[];
type Indices = readonly (number | null)[];

function childrenOf(draft: DraftMap | DraftList): Children {
  return draft.kind === 'map' ? draft.entries : draft.items;
}

function keyOf(child: DraftEntry | DraftItem): string | null {
  return 'key' in child ? child.key : null;
}

function toRows<New>(
  children: Children,
  indices: Indices,
  print: (child: DraftEntry | DraftItem) => New
): readonly Row<New>[] {
  return children.map((child, at) => indices[at] ?? print(child));
}

/** For each child its index among those that stood there, or null for a new one. */
function indicesIn(children: Children, origin: TreeMap | TreeList): Indices {
  const known = new Map<unknown, number>();
  const old: readonly unknown[] = origin.kind === 'map' ? origin.entries : origin.items;
  for (const [index, child] of old.entries()) known.set(child, index);
  return children.map((child) => (child.origin ? (known.get(child.origin) ?? null) : null));
}

/** How many levels below a list or map the nearest change is that is not only inside one of its values. */
function rank(draft: DraftMap | DraftList): number {
  const children = childrenOf(draft);
  const size = draft.origin?.kind === 'map' ? draft.origin.entries.length : (draft.origin?.items.length ?? 0);
  if (children.length !== size) return 0;
  const ranks = children.map((child) => {
    const { value, origin } = child;
    if (!origin || ('key' in child && child.key !== child.origin?.key)) return 0;
    if (value.kind === 'kept') return Infinity;
    const isSpliced = (value.kind === 'map' || value.kind === 'list') && value.origin;
    return isSpliced ? 1 + rank(value) : 0;
  });
  return Math.min(...ranks);
}
