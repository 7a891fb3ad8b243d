/**
 * What stands between a graph and the canvas it is drawn on: its camera, the way from one drawing to the next, things
 * that are moved by hand. One for each view of a graph; its parts are attachments of the canvas's element.
 */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { unfolds } from '../graph/bundle-elements.ts';
import { backdropAt, fit, fitTo, shows, whole, type Camera } from '../graph/camera.ts';
import type { Point } from '../graph/curve.ts';
import { canMove, dragged, savedAt } from '../graph/drag.ts';
import { stateOf, toElements } from '../graph/elements.ts';
import { NO_THREADS, lineLabels, threadsOf } from '../graph/line-labels.ts';
import { overOf } from '../graph/over.ts';
import type { Graph, Light } from '../graph/graph.ts';
import { enlargedAt } from '../graph/look-small.ts';
import type { Thread } from '../graph/thread.ts';
import { opensOf } from '../graph/opens.ts';
import {
  giveStates,
  giveTouch,
  glide,
  keepCanvas,
  listen,
  loadCytoscape,
  makeCanvas,
  panelOf,
  place,
  whenSeen,
  zoomBy,
  type Core,
  type GraphHands,
  type GraphPointing
} from './graph-canvas.ts';
import { enableDrag } from './graph-drag.ts';
import { placeLabels } from './graph-labels.ts';
import { change, putNodes } from './graph-ease.ts';
import { bringIn, keepView } from './graph-stay.ts';
import { sheetAt, watchTheme } from './palette.ts';

/** What a view of a graph is told; read when it is needed, so that each is tracked by itself. */
export interface Staged {
  readonly graph: Graph;
  readonly light: Light | null;
  readonly selected: string | null;
  readonly focus: ReadonlySet<string> | null;
  readonly pointing: GraphPointing | null;
  readonly onselect: (id: string) => void;
}

export class GraphStage {
  readonly #told: Staged;
  #core = $state.raw<Core | null>(null);
  camera = $state.raw<Camera | null>(null);
  /** The drawing on its way, or while something in it is moved by hand. */
  #moving = $state.raw<Graph | null>(null);
  #threads = $state.raw(NO_THREADS);
  /** What the canvas has, or is on its way to. */
  #drawn: Graph | null = null;
  /** Only another graph is a reason to draw anew, not just any news from the parent. */
  #model: Graph = $derived.by(() => this.#told.graph);
  /** A set anew with the same ids in it is no reason to move. */
  #aim: string = $derived.by(() => [...(this.#told.focus ?? [])].join(' '));
  #hands: GraphHands | null = $derived.by(() => this.#told.pointing?.hands ?? null);
  /** What is drawn at the moment, on the canvas and around it. */
  shown: Graph = $derived.by(() => this.#moving ?? this.#told.graph);
  /** From words that stand off to their line, by its id; none while things move. */
  threads: ReadonlyMap<string, Thread> = $derived.by(() => (this.#moving ? NO_THREADS : this.#threads));

  /** @param told with getters for what changes */
  constructor(told: Staged) {
    this.#told = told;
  }

  /** Draws once, when there is something to see of it. Cytoscape comes after the first paint and never while prerendering. */
  draw: Attachment<HTMLElement> = (container) => {
    let stop = () => {};
    let isGone = false;
    // Asked for at once, so that a page that has loaded can lose the network.
    const isLate = untrack(() => this.#model.bundles !== undefined);
    void Promise.all([loadCytoscape(), whenSeen(container, isLate)]).then(([cytoscape]) => {
      if (isGone) return;
      const first = (this.#drawn = untrack(() => this.#model));
      const { light, selected } = this.#told;
      const look = { style: sheetAt(container), stateOf: (id: string) => stateOf(id, light, selected) };
      const made = makeCanvas(cytoscape, container, toElements(first), look);
      let enlarged = 1;
      const restyle = () => made.style(sheetAt(container, enlarged));
      made.on('viewport', () => {
        this.camera = { zoom: made.zoom(), ...made.pan() };
        const next = this.#model.bundles ? 1 : enlargedAt(made.zoom());
        if (next === enlarged) return;
        enlarged = next;
        restyle();
        this.#label(made);
      });
      listen(made, {
        behind: ({ x, y }) => backdropAt(this.#model, x, y),
        opens: (id) => opensOf(this.#model, id) !== null || unfolds(this.#model, id),
        choose: (id) => this.#told.onselect(id),
        twice: (id) => this.#told.pointing?.toggle?.(id),
        point: (id) => this.#told.pointing?.point(id)
      });
      const unwatch = watchTheme(restyle);
      const observer = new ResizeObserver(() => {
        made.resize();
        this.#frame(made);
      });
      observer.observe(container);
      this.#frame(made);
      keepCanvas(container, made);
      this.#core = made;
      stop = () => {
        observer.disconnect();
        unwatch();
        this.#core = null;
        made.destroy();
      };
    });
    return () => {
      isGone = true;
      stop();
    };
  };

  /** Goes from what is drawn to another graph. */
  turn: Attachment<HTMLElement> = () => {
    const [made, next] = [this.#core, this.#model];
    if (!made || !this.#drawn || next === this.#drawn) return;
    const before = this.#drawn;
    const from = untrack(() => this.#moving) ?? before;
    this.#drawn = next;
    const end = change(made, from, next, (graph) => {
      this.#moving = graph;
      if (graph === null && !made.destroyed()) this.#label(made);
    });
    keepView(made, before, next);
    return end;
  };

  /** Moves only the light: the class names of what is drawn. Brings the lit into view when it is not. */
  shine: Attachment<HTMLElement> = (container) => {
    const [made, graph] = [this.#core, this.#model];
    if (!made) return;
    const { light, selected } = this.#told;
    giveStates(made, (id) => stateOf(id, light, selected));
    this.#label(made);
    const at = untrack(() => this.camera);
    if (at && light && this.#aim === '' && !shows(graph, panelOf(made), at, light)) this.#frame(made);
    container.dataset['ready'] = 'true';
  };

  /** What is pointed at elsewhere looks as if the pointer were on it. */
  touch: Attachment<HTMLElement> = () => giveTouch(this.#core, this.#told.pointing?.things ?? null);

  /** Moves the camera to what a scene points at, and back when it points at nothing any more. */
  point: Attachment<HTMLElement> = () => {
    const made = this.#core;
    if (!made || this.#aim === '') return;
    glide(made, this.#cameraAt(made));
    return () => {
      if (!made.destroyed()) glide(made, this.#allOf(made));
    };
  };

  /** Lets nodes and accounts be moved by the pointer. */
  drag: Attachment<HTMLElement> = () => {
    const [made, hands] = [this.#core, this.#hands];
    if (!made || !hands) return;
    const show = (graph: Graph | null) => (this.#moving = graph);
    return enableDrag(made, { graph: () => this.#model, show, drop: hands.move });
  };

  /** Moves something by keys; the last call of a move says that it is done. */
  nudge = (id: string, by: Point, isDone: boolean): void => {
    const [made, graph] = [this.#core, this.#model];
    if (!made || !canMove(graph)) return;
    const moved = dragged(graph, id, by);
    this.#moving = moved;
    putNodes(made, moved);
    const at = isDone ? savedAt(moved, id) : null;
    if (at) this.#hands?.move(id, at);
  };

  /** One stands on something by keys: it lights and comes into view. */
  stand = (id: string | null): void => {
    this.#told.pointing?.point(id);
    if (this.#core && id !== null) bringIn(this.#core, this.#model, id);
  };

  /** Larger or smaller by a step around the middle of the panel, or all of it. */
  zoom(to: 'fit' | 'in' | 'out' | 'centre'): void {
    const made = this.#core;
    if (made && to === 'fit') this.look(whole(this.#model, panelOf(made)));
    else if (made && to === 'centre') this.look(this.#litIn(made));
    else if (made) zoomBy(made, to === 'in' ? 1.25 : 1 / 1.25);
  }

  /** Words of lit lines stand where nothing else does, at the size that they have at this zoom. */
  #label(made: Core): void {
    const [graph, { light, selected }] = untrack(() => [
      this.#model,
      { light: this.#told.light, selected: this.#told.selected }
    ]);
    const enlarged = graph.bundles ? 1 : enlargedAt(made.zoom());
    const places = lineLabels(graph, light, overOf(graph, light, selected).taken, enlarged);
    placeLabels(made, places);
    this.#threads = threadsOf(places);
  }

  look(camera: Camera): void {
    if (this.#core) this.#frame(this.#core, camera);
  }

  /** What the step is about in the middle of the panel. */
  #litIn(made: Core): Camera {
    const { light } = this.#told;
    const lit = light?.nodes.size === 0 ? light.boxes : light?.nodes;
    return fitTo(this.#model, panelOf(made), lit ?? null) ?? this.#allOf(made);
  }

  #allOf(made: Core): Camera {
    return untrack(() => fit(this.#model, panelOf(made), this.#told.light));
  }

  #cameraAt(made: Core): Camera {
    return untrack(() => fitTo(this.#model, panelOf(made), this.#told.focus)) ?? this.#allOf(made);
  }

  #frame(made: Core, at = this.#cameraAt(made)): void {
    place(made, at);
    this.camera = { zoom: made.zoom(), ...made.pan() };
  }
}
