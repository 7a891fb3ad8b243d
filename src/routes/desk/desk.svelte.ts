/** How a scenario's page stands: the address is the state, what is opened by hand counts until the next step. */
import type { Edit } from '#lib/edit/edit.ts';
import { evaluate } from '#lib/engine/evaluate.ts';
import type { Detail } from '#lib/explain/frame.ts';
import { opensOf, type Opens } from '#lib/graph/opens.ts';
import type { Graph } from '#lib/graph/graph.ts';
import type { Scenario } from '#lib/scenario/scenario.ts';
import type { Changing } from '#lib/workbench/changing.ts';
import type { Column, Panel } from '#lib/workbench/columns.ts';
import type { Stop } from '#lib/workbench/attempt-stop.ts';
import type { Attempt } from '#lib/workbench/attempt.svelte.ts';
import type { Asked } from '#lib/workbench/denial-form.ts';
import type { Command } from '#lib/workbench/keys.ts';
import { toMove } from '#lib/workbench/moves.ts';
import type { ScreenEvents, ScreenView } from '#lib/workbench/screen.ts';
import { Commands } from '#lib/workbench/commands.svelte.ts';
import type { Pointed } from '#lib/workbench/pointing.ts';
import type { Reading } from '#lib/workbench/reading.ts';
import type { Session } from '#lib/workbench/session.svelte.ts';
import type { Opened } from '#lib/workbench/sheet.ts';
import { Workbench } from '#lib/workbench/workbench.svelte.ts';
import type { PolicyId } from '#lib/world/world.ts';
import type { Address } from './address.ts';
import { toEvents } from './desk-events.ts';
import { NO_GRAPH, NOTHING } from './nothing.ts';
import { Stage } from './stage.svelte.ts';
import { Standing } from './standing.svelte.ts';
import { Walkthrough } from './walkthrough.svelte.ts';
import { Whereabouts } from './whereabouts.svelte.ts';

/** A scenario of the site, as its prerendered page brings it. */
export interface Shipped {
  readonly name: string;
  readonly scenario: Scenario;
  readonly graph: Graph;
  /** Whether it goes on where one left off: an exercise does. */
  readonly isResumed: boolean;
}

/** What was opened by hand, and at which frame. */
interface Handed {
  readonly frame: string;
  readonly opened: Opened | 'context' | null;
}

export class Desk {
  readonly #shipped: () => Shipped | null;
  readonly whereabouts = new Whereabouts();
  session: Session | null = $state.raw(null);
  column: Column = $state('policy');
  panel: Panel = $state('path');
  main: ScreenView['main'] = $state(null);
  /** What the pointer or the focus rests on. */
  pointed: Pointed | null = $state.raw(null);
  /** What can be asked of this page by name. */
  readonly commands = new Commands();
  isAsking = $state(false);
  changing: Changing | null = $state.raw(null);
  #handed: Handed | null = $state.raw(null);
  #selected: string | null = $state(null);
  /** The policy that is open for writing: it stays on the table while one types. */
  #written: PolicyId | null = $state(null);
  #isWriting = $state(false);
  readonly #standing = new Standing();
  /** Presenting, and hiding names. */
  readonly stage: Stage;
  readonly walkthrough: Walkthrough;
  readonly bench: Workbench;
  /** The exercise that somebody is at; null for a scenario. */
  readonly attempt: Attempt | null;

  /** @param attempt makes the attempt at an exercise, of the desk it lies on */
  constructor(shipped: () => Shipped | null, attempt: ((desk: Desk) => Attempt) | null = null) {
    this.#shipped = shipped;
    this.attempt = attempt?.(this) ?? null;
    if (this.attempt) {
      this.panel = 'ask';
      this.column = 'story';
    }
    this.stage = new Stage(this);
    this.walkthrough = new Walkthrough(this);
    this.bench = new Workbench({
      scenario: () => this.scenario ?? NOTHING,
      graph: () => this.#reading?.graph ?? this.#laid?.graph ?? NO_GRAPH,
      watches: () => this.#reading?.watches.filter(({ case: { id } }) => this.#isTold(id)) ?? null,
      request: () => this.stage.place?.request ?? this.address.request ?? this.attempt?.opening ?? null,
      step: () => (this.stage.place ? this.stage.place.step : this.#standing.step(this.address.step)),
      detail: () => this.stage.place?.detail ?? this.address.detail,
      veils: this.attempt ? this.#veils : null,
      opened: () => this.#opened,
      pointed: () => this.pointed
    });
  }

  get #reading() {
    return this.stage.isRedacted ? this.stage.reading : (this.session?.documents?.reading ?? null);
  }
  /** What came with the page; not where names are hidden. */
  get #laid(): Shipped | null {
    return this.stage.isRedacted ? null : this.#shipped();
  }
  /** As it came with the page. */
  get start(): Scenario | null {
    return this.#shipped()?.scenario ?? null;
  }
  /** All that is on the table; null while nothing is. */
  get whole(): Scenario | null {
    return this.#reading?.scenario ?? this.#laid?.scenario ?? null;
  }
  /** What is on the table, without what an exercise does not tell yet; null while nothing is. */
  get scenario(): Scenario | null {
    return this.#told;
  }
  #told: Scenario | null = $derived.by(() => {
    const { whole } = this;
    if (!whole || (this.attempt?.hidden.length ?? 0) === 0) return whole;
    return { ...whole, cases: whole.cases.filter(({ id }) => this.#isTold(id)) };
  });
  #isTold(request: string): boolean {
    return this.attempt?.hidden.includes(request) !== true;
  }
  /** What is to be foretold is not told; whoever presents it means to show it. */
  #veils = (request: string) => !this.stage.isPresenting && this.attempt?.isOpen(request) === true;
  get address(): Address {
    return this.whereabouts.address;
  }

  get #here(): string {
    return `${this.bench.chosen?.id ?? ''} ${this.bench.frame?.id ?? ''}`;
  }
  get #opened(): Opened | 'context' | null {
    if (this.#isWriting && this.#written !== null) return { policy: this.#written };
    const handed = this.#handed;
    if (handed === null) return null;
    // Read apart from the frame, which asks for what is opened; what was opened before there was one stays.
    return [this.#here, `${this.bench.chosen?.id ?? ''} `].includes(handed.frame) ? handed.opened : null;
  }
  /** Id of what is chosen in graph or outline: until the next step, and beyond it while one works on it. */
  get selected(): string | null {
    return this.#selected;
  }
  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** Choosing a request is a place in the history, stepping is not. */
  visit(next: Partial<Address>, isNewPlace = false): void {
    this.#handed = null;
    this.#written = null;
    if (this.column !== 'thing') this.#selected = null;
    if (this.column === 'story' && next.step) this.column = 'policy';
    // As deep as one stands; a scene has a depth of its own.
    const { detail } = this.stage.place ? this.address : this.bench;
    const address = { ...this.address, request: this.bench.chosen?.id ?? null, detail, ...next };
    this.#goto(address, isNewPlace);
  }

  /** The documents are kept as another file: from now on the address names it. */
  kept(): void {
    this.#goto(this.address, false);
  }

  #goto(address: Address, isNewPlace: boolean): void {
    this.whereabouts.go(address, this.session?.file?.id ?? null, isNewPlace);
  }

  /** Shows where a request is decided. */
  goToStop({ request, step, opened }: Stop): void {
    this.visit({ request, step, detail: 'layers' }, true);
    this.#handed = opened && { frame: `${request} ${step}`, opened };
  }

  /** Shows a request at its first step. */
  begin(request: string): void {
    this.visit({ request, step: null }, true);
  }

  go(step: string): void {
    this.visit({ step, detail: this.bench.detailShowing(step) });
  }

  move(command: Command): boolean {
    const { frames, index, layers } = this.bench;
    const next = toMove(command, { frames, index, layers, detail: this.bench.detail });
    if (next && next.detail !== this.bench.detail) this.look(next.detail);
    else if (next) this.visit(next);
    return next !== null;
  }

  /** Stays at the step, or at what it is a part of, at another level of detail. */
  look(detail: Detail): void {
    this.visit({ step: this.bench.idAt(detail), detail });
  }

  /** The step that reads what was clicked; null when this request does not ask it. */
  #stepOf(opens: Opens): string | null {
    if ('path' in opens) return this.bench.stepReading(opens);
    return opens.place ? this.bench.levelReading(opens.place.type, opens.place.target) : null;
  }

  select(id: string): void {
    const opens = opensOf(this.bench.graph, id);
    const step = opens && this.#stepOf(opens);
    if (step !== null) this.go(step);
    this.#handed = {
      frame: step === null ? this.#here : `${this.bench.chosen?.id ?? ''} ${step}`,
      opened: step === null || (opens && 'place' in opens) ? opens : null
    };
    this.#selected = id;
    if (this.column === 'story') this.column = opens === null ? 'thing' : 'policy';
    this.#lead(opens);
  }

  /** From graph or outline standing alone to what was chosen there: the policy that says it, else the thing itself. */
  #lead(opens: Opens | null): void {
    if (this.panel !== 'graph' && this.panel !== 'outline') return;
    this.panel = 'paper';
    if (opens === null) this.column = 'thing';
    else if (this.column === 'file') this.column = 'policy';
  }

  open(opened: Opened | 'context' | null): void {
    this.panel = 'paper';
    this.column = 'policy';
    this.#written = null;
    this.#handed = { frame: this.#here, opened };
  }

  write(policy: PolicyId | null): void {
    this.#isWriting = policy !== null;
    this.#written = policy;
    // What was written goes into the file's own text when one is done with it.
    if (policy === null) void this.session?.documents?.settle();
  }

  type(policy: PolicyId, text: string): void {
    this.#written = policy;
    this.session?.documents?.typePolicy(policy, text);
  }

  show(column: Column): void {
    this.panel = 'paper';
    this.column = column;
    if (column !== 'policy' && column !== 'thing') void this.session?.documents?.settle();
  }

  async edit({ title, changes, shows }: Edit): Promise<void> {
    if (this.stage.isRedacted) return; // what is on show is not the file
    const problems = (await this.session?.documents?.edit(title, changes)) ?? [];
    const [first] = problems;
    if (first) this.session?.tell(`“${title}” cannot be done: ${first.message}.`);
    else if (shows !== undefined) this.#selected = shows;
  }

  /** The file is about to read otherwise: the page goes on standing at the same statement. */
  heard(reading: Reading): void {
    const { scenario } = reading;
    this.attempt?.hear(reading);
    const { frame, evaluation, world, chosen, isStepUnknown: isLost } = this.bench;
    const request = scenario.cases.find(({ id }) => id === chosen?.id)?.request;
    if (!frame || !evaluation || !request || this.address.step === null) return;
    const next = { evaluation: evaluate(scenario.world, request), world: scenario.world };
    const address = { ...this.address, detail: this.bench.detail };
    const step = this.#standing.hear({ evaluation, world, id: frame.id, isLost }, next, address);
    if (step !== null) this.#goto({ ...address, step }, false);
  }

  /** What an edit did to the step on show; usually empty. */
  gone = $derived.by(() => this.#standing.notice(this.address.step));

  /** What AWS refused becomes a request, opened where it is decided; whether this file agrees is told. */
  async ask({ plan, agreement, step, detail }: Asked): Promise<void> {
    await this.edit(plan.edit);
    this.visit({ request: plan.id, step, detail }, true);
    this.session?.tell(agreement.words, null, plan.id);
  }

  /** What the screen asks for. */
  events: ScreenEvents = toEvents(this);
}
