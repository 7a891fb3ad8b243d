/** How a large world is looked at: what is folded, how deep, which bundle is open; and the drawing that follows. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Request } from '../engine/request.ts';
import { boxOf, fold, isOpen, type FoldPlan, type Level } from '../graph/fold.ts';
import { allOf, foldLight, standIns } from '../graph/fold-light.ts';
import type { Graph, GraphBundle, Light } from '../graph/graph.ts';
import { narrow, NO_NARROWING, type Narrowing } from '../graph/narrow.ts';
import { pathOf } from '../graph/path.ts';
import type { Tags } from '../graph/search.ts';
import { MORE } from '../graph/tiles.ts';
import type { Layout } from '../scenario/scenario.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { PolicyId } from '../world/world.ts';
import { joined, pinsOf, unfoldedIn } from './pins.ts';

export interface LargeFacts {
  /** All of the world. */
  readonly graph: () => Graph;
  readonly request: () => Request | null;
  /** The requests of the file that end in an outcome, for the filter by verdict. */
  readonly requestsEnding: (outcome: string) => readonly Request[];
  readonly tags: () => Tags;
  readonly light: () => Light | null;
  readonly selected: () => string | null;
  /** The document of a policy; undefined for a broken one. */
  readonly documentOf: (policy: PolicyId) => PolicyDocument | undefined;
  /** What the file says of places, and of what is folded. */
  readonly layout: () => Layout;
  /** Writes into the file that an account is folded, or unfolded; null where nothing can be written. */
  readonly keep: () => Keep | null;
}

/** @param isFolded what the file is to say; null for nothing, as the drawing would have it so anyway */
export type Keep = (account: string, isTile: boolean, isFolded: boolean | null) => void;

const NOTHING: ReadonlyMap<string, boolean> = new Map();

export class Large {
  readonly #facts: LargeFacts;
  #level: Level = $state('account');
  readonly #byHand = new SvelteMap<string, boolean>();
  /** What is being written into the file, until that is read again. */
  #asked: { readonly layout: Layout; readonly byHand: ReadonlyMap<string, boolean> } | null =
    $state.raw(null);
  readonly #full = new SvelteSet<string>();
  #chosen: string | null = $state(null);
  narrowing: Narrowing = $state.raw(NO_NARROWING);

  constructor(facts: LargeFacts) {
    this.#facts = facts;
  }

  /** All of the world. */
  whole: Graph = $derived.by(() => this.#facts.graph());
  path = $derived.by(() => pathOf(this.whole, this.#facts.request()));
  /** What is left of it by the filters. */
  graph: Graph = $derived.by(() => {
    const { verdict } = this.narrowing;
    const requests = verdict === null ? [] : this.#facts.requestsEnding(verdict);
    const paths = requests.map((request) => pathOf(this.whole, request));
    return narrow(this.whole, this.narrowing, { path: this.path, paths, tags: this.#facts.tags() });
  });

  get level(): Level {
    return this.#level;
  }
  /** Another level is another look at all: what was unfolded by hand is forgotten. */
  set level(level: Level) {
    this.#level = level;
    this.#byHand.clear();
    this.#full.clear();
  }

  #layout: Layout = $derived.by(() => this.#facts.layout());
  #pins = $derived.by(() => pinsOf(this.#layout));
  #kept = $derived.by(() => unfoldedIn(this.#layout));
  #plan: Omit<FoldPlan, 'selected'> = $derived.by(() => ({
    level: this.#level,
    path: this.path,
    byHand: joined(this.#byHand, this.#asked?.layout === this.#layout ? this.#asked.byHand : NOTHING),
    kept: this.#kept,
    pins: this.#pins,
    documentOf: this.#facts.documentOf,
    whole: this.#full
  }));
  #usual = $derived.by(() => fold(this.graph, { ...this.#plan, selected: null }));
  /** A node that is chosen elsewhere and not drawn yet. */
  #wanted: string | null = $derived.by(() => {
    const id = this.#facts.selected();
    if (id === null || !boxOf(this.graph).has(id)) return null;
    return this.#usual.nodes.some((node) => node.id === id) ? null : id;
  });
  drawing: Graph = $derived.by(() =>
    this.#wanted === null ? this.#usual : fold(this.graph, { ...this.#plan, selected: this.#wanted })
  );

  #standIn = $derived.by(() => standIns(this.drawing, boxOf(this.graph)));
  light: Light | null = $derived.by(() => {
    const light = this.#facts.light();
    return light && foldLight(light, this.drawing, boxOf(this.graph));
  });
  /** What stands for the chosen thing in the drawing. */
  selected: string | null = $derived.by(() => {
    const id = this.#facts.selected();
    return this.#chosen ?? (id === null ? null : this.#standIn(id));
  });
  /** The bundle whose list is open; null when it is not drawn any more. */
  bundle: GraphBundle | null = $derived.by(
    () => this.drawing.bundles?.find(({ id }) => id === this.#chosen) ?? null
  );
  tiles = $derived.by(() => this.drawing.boxes.filter(({ tile }) => tile !== undefined).length);

  /** Whether something was folded or unfolded by hand. */
  get isByHand(): boolean {
    return this.#plan.byHand.size > 0 || (this.#level !== 'org' && this.#kept.size > 0);
  }

  focusOf(focus: ReadonlySet<string> | null): ReadonlySet<string> | null {
    return focus && allOf(focus, this.#standIn);
  }

  /** What is chosen in the drawing. @returns whether that was for the drawing itself to answer */
  choose(id: string): boolean {
    if (id.startsWith(MORE)) {
      this.#full.add(id.slice(MORE.length));
      return true;
    }
    const isBundle = this.drawing.bundles?.some((bundle) => bundle.id === id) === true;
    this.#chosen = isBundle ? id : null;
    return isBundle;
  }

  close(): void {
    this.#chosen = null;
  }

  /** Folds or unfolds an account, or the account of a node. @returns false for everything else */
  toggle(id: string | null): boolean {
    const account = this.#accountOf(id);
    if (account === null) return false;
    const plan = { ...this.#plan, selected: this.#wanted };
    const isTile = isOpen(plan, this.graph, account);
    const keep = this.#facts.keep();
    // How the whole organization is looked at is nobody else's business; neither is it where nothing can be written.
    if (keep === null || this.#level === 'org') {
      this.#byHand.set(account, !isTile);
      return true;
    }
    const isUsual = isOpen({ ...plan, byHand: NOTHING, kept: NOTHING }, this.graph, account) === !isTile;
    const before = this.#asked?.layout === this.#layout ? this.#asked.byHand : NOTHING;
    this.#asked = { layout: this.#layout, byHand: joined(before, [[account, !isTile]]) };
    this.#byHand.delete(account);
    keep(account, isTile, isUsual ? null : isTile);
    return true;
  }

  #accountOf(id: string | null): string | null {
    if (id === null) return null;
    const isAccount = this.drawing.boxes.some((box) => box.id === id && box.kind === 'account');
    return isAccount ? id : (boxOf(this.graph).get(id) ?? null);
  }
}
