/**
 * A scenario being written: its text, what is typed over it, one history for all of it, and the last good reading.
 * Every way of editing ends here. Knows no page, no address and no store; it tells when something changed.
 */
import { lateGround, toGround, type Ground } from '../edit/edit.ts';
import { patchBetween, type Patch } from '../source/patch.ts';
import type { Change } from '../source/change.ts';
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import type { Graph } from '../graph/graph.ts';
import type { ShownText } from '../scenario/live.ts';
import type { PolicyId } from '../world/world.ts';
import type { Beginning, Deal } from './beginning.ts';
import type { Guard } from './guard.ts';
import * as past from './history.ts';
import { deedOf, type Deed, type Draft, type History, type Span, type Turn } from './history.ts';
import { LastReading } from './last-reading.svelte.ts';
import { mend } from './mend.ts';
import type { Readers } from './readers.ts';
import type { Reading } from './reading.ts';
import { toTicks, toVerdicts, type Tick } from './ticker.ts';
import {
  bind,
  heldIn,
  isRipe,
  toBlocks,
  toChange,
  toDrafts,
  toShown,
  toTyped,
  withText,
  withoutTexts
} from './typed.ts';

const NOTHING: Draft = { text: '', typed: toTyped(new Map()) };

export class Documents {
  readonly #readers: Readers;
  readonly #onchange: () => void;
  /** Told of a new reading just before it takes the place of the last one. */
  onread: ((next: Reading) => void) | null = null;
  /** Told what kept something from being done that nobody waits for. */
  onrefuse: ((problems: readonly Diagnostic[]) => void) | null = null;
  /** What is to stay as it began; null where all may be changed. */
  guard: Guard | null = $state.raw(null);
  readonly name: string;
  readonly original: string;

  #draft: Draft = $state.raw(NOTHING);
  #history: History = $state.raw(past.NO_HISTORY);
  readonly #last: LastReading;
  #deal: Deal | null = $state.raw(null);
  #stroke: Patch | null = null;

  /** @param onchange told of every change of text or typed texts, not of readings */
  constructor({ name, text, original, drafts, graph }: Beginning, readers: Readers, onchange: () => void) {
    this.#readers = readers;
    this.#last = new LastReading(readers);
    this.#onchange = onchange;
    this.name = name;
    this.original = original;
    this.#draft = { text, typed: toTyped(drafts) };
    this.#read(graph);
  }

  get text(): string {
    return this.#draft.text;
  }
  /** The last good reading; null until there is one. */
  get reading(): Reading | null {
    return this.#last.reading;
  }
  /** When that was made, ms since 1970. */
  get readAt(): number {
    return this.#last.readAt;
  }
  /** Of the present text, be it a scenario or not. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#last.diagnostics;
  }
  /** Whether the present text is being read in the background. */
  get isPending(): boolean {
    return this.#last.isPending;
  }
  /** Whether the present text is no scenario, so that what is on show is older. */
  get isUnread(): boolean {
    return this.#last.isUnread;
  }
  /** Whether what is on show is older than the text. */
  get isStale(): boolean {
    return this.isPending || this.isUnread;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }
  /** What was done last. */
  get deal(): Deal | null {
    return this.#deal;
  }
  /** Whether anything differs from how it began. */
  isChanged = $derived.by(() => this.#draft.text !== this.original || this.#draft.typed.size > 0);

  /** What of the typed texts is locked, so that they are not written into the file. */
  held = $derived.by(() => heldIn(this.#draft.typed, this.guard));

  /** What each edit did to the requests, the last one first. */
  ticks: readonly Tick[] = $derived.by(() =>
    toTicks(this.#history.past, toVerdicts(this.reading?.watches ?? []))
  );

  /** What direct edits are planned on; null while the text is no scenario. */
  ground: Ground | null = $derived.by(() => {
    const { reading } = this;
    if (!reading || this.isUnread) return null;
    return (this.isPending ? toGround : lateGround)(this.#source(), reading.scenario.world);
  });

  /** What to keep beside the text: every text that is typed and not in the file. */
  drafts(): ReadonlyMap<string, string> {
    return toDrafts(this.#draft.typed);
  }

  /** The text on show of a policy; null for one that the file does not have, such as AWS's own. */
  shown(policy: PolicyId): ShownText | null {
    return toShown(this.reading?.texts.get(policy) ?? null, this.#draft.typed, this.guard);
  }

  /** Takes the text of a policy as it is typed, sound or not. */
  typePolicy(policy: PolicyId, text: string): void {
    const shown = this.shown(policy);
    if (!shown || shown.text === text) return;
    const typed = withText(this.#draft.typed, shown, text);
    const name = this.reading?.scenario.world.papers.get(policy)?.name ?? policy;
    const deed = this.#typing(`Type in ${name}`, shown.pointer, patchBetween(shown.text, text));
    this.#told(this.#commit({ text: this.#draft.text, typed }, deed));
  }

  /** Takes the text of the whole file as it is typed. */
  typeFile(text: string): void {
    if (text === this.#draft.text) return;
    const deed = this.#typing(`Type in ${this.name}`, '', patchBetween(this.#draft.text, text));
    this.#told(this.#commit({ text, typed: this.#draft.typed }, deed));
  }

  /** Puts another text in the place of everything; that, too, can be undone. */
  rewrite(title: string, text: string): void {
    this.#told(this.#commit({ text, typed: NOTHING.typed }, deedOf(title)));
  }

  /** Changes the file otherwise than by typing. What stands in the way is returned and nothing is changed. */
  async edit(title: string, changes: readonly Change[]): Promise<readonly Diagnostic[]> {
    await this.settle();
    const { changed, from } = await this.#change(changes);
    if (changed.value === null) return changed.diagnostics.filter(({ severity }) => severity === 'error');
    return this.#commit({ ...from, text: changed.value }, deedOf(title));
  }

  /** Takes the way out of a problem, see {@link mend}. */
  async mend(problem: Diagnostic): Promise<readonly Diagnostic[]> {
    return this.#told(await mend(this, problem));
  }

  /**
   * Changes the text of a policy otherwise than by typing: typed over the file, as one step of the history. What stands
   * in the way is returned and nothing is changed.
   * @param changes of the policy document, by pointers into it
   */
  async change(policy: PolicyId, title: string, changes: readonly Change[]): Promise<readonly Diagnostic[]> {
    const shown = this.shown(policy);
    if (!shown || this.isStale) return [];
    const from = this.#draft;
    const changed = await this.#readers.change({ name: 'policy.json', text: shown.text }, changes);
    if (changed.value === null) return changed.diagnostics;
    if (from !== this.#draft) return []; // something else was done meanwhile; a problem will be told anew
    const typed = withText(from.typed, shown, changed.value);
    return this.#commit({ text: from.text, typed }, deedOf(title));
  }

  /** Writes into the file what is typed and can stand there. Taken back together with the typing. */
  async settle(): Promise<void> {
    const shown = [...(this.reading?.texts.keys() ?? [])].flatMap((id) => this.shown(id) ?? []);
    const ripe = shown.filter((each) => isRipe(each, this.guard));
    if (ripe.length === 0) return;
    const { changed, from } = await this.#change(ripe.map(toChange));
    if (changed.value === null) return;
    const draft = { text: changed.value, typed: withoutTexts(from.typed, ripe) };
    this.#commit(draft, { ...deedOf('Write what was typed'), isSequel: true });
  }

  /** The text of the file with everything that is typed, even what is no JSON: nothing is lost in a download. */
  async whole(): Promise<string> {
    await this.settle();
    const blocks = toBlocks(this.#draft.typed);
    if (blocks.length === 0) return this.#draft.text;
    const { changed } = await this.#change(blocks);
    return changed.value ?? this.#draft.text;
  }

  undo(): void {
    this.#turn('undone', past.undo(this.#history, this.#draft));
  }

  redo(): void {
    this.#turn('redone', past.redo(this.#history, this.#draft));
  }

  /** Whether some entries of the past can be taken back alone, whatever was done since. */
  canTakeBack(span: Span): boolean {
    return span.to >= this.#history.past.length || past.without(this.#history, this.#draft, span) !== null;
  }

  /** Takes some entries of the past back: by undoing where they are the last, else as one more step. */
  takeBack(title: string, span: Span): void {
    if (span.to >= this.#history.past.length) {
      this.#turn('undone', past.undoTo(this.#history, this.#draft, span.from));
      return;
    }
    const draft = past.without(this.#history, this.#draft, span);
    if (draft) this.#told(this.#commit(draft, deedOf(`Take back: ${title}`)));
  }

  /** Stops a reading that takes long; the last good one stays. */
  stop(): void {
    this.#last.stop();
  }

  #turn(kind: 'undone' | 'redone', turn: Turn | null): void {
    if (!turn) return;
    this.#history = turn.history;
    this.#stroke = null;
    this.#take(turn.draft, { kind, title: turn.title });
  }

  #typing(title: string, document: string, stroke: Patch | null): Deed {
    const goesOn = past.isGoingOn(this.#stroke, stroke);
    this.#stroke = stroke;
    return { title, document, goesOn, isSequel: false };
  }

  /** Every change comes through here, but for turning back. @returns what keeps it from being made */
  #commit(draft: Draft, deed: Deed): readonly Diagnostic[] {
    const problems = this.guard?.vet(this.#draft, draft) ?? [];
    if (problems.length > 0) return problems;
    const verdicts = this.isStale ? null : toVerdicts(this.reading?.watches ?? []);
    this.#history = past.enter(this.#history, this.#draft, draft, { ...deed, verdicts });
    if (deed.document === null) this.#stroke = null;
    this.#take(draft, deed.isSequel ? this.#deal : { kind: 'done', title: deed.title });
    return [];
  }

  /** For those who asked for it and do not wait. */
  #told(problems: readonly Diagnostic[]): readonly Diagnostic[] {
    if (problems.length > 0) this.onrefuse?.(problems);
    return problems;
  }

  #take(draft: Draft, deal: Deal | null): void {
    this.#draft = draft;
    this.#deal = deal;
    this.#read(null);
    this.#onchange();
  }

  /** A change in the worker may be overtaken by another one: then it is made anew upon that. */
  async #change(changes: readonly Change[]): Promise<{ changed: Checked<string>; from: Draft }> {
    for (;;) {
      const from = this.#draft;
      const changed = this.#readers.change(this.#source(), changes);
      const done = changed instanceof Promise ? await changed : changed;
      if (from === this.#draft) return { changed: done, from };
    }
  }

  #source(): SourceText {
    return { name: this.name, text: this.#draft.text };
  }

  #read(graph: Graph | null): void {
    this.#last.read(this.#source(), this.#draft.typed, graph, {
      before: (next) => this.onread?.(next),
      after: (next) => {
        const bound = bind(this.#draft.typed, next);
        if (bound) this.#draft = { text: this.#draft.text, typed: bound };
      }
    });
  }
}
