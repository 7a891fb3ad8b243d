/**
 * The door to cytoscape: loading it, making a canvas, its camera and its pointer, and the canvas behind an
 * element, so that a test can measure what is really drawn.
 */
import { tick } from 'svelte';
import type cytoscape from 'cytoscape';
import type { Core, EventObject, SingularElementReturnValue, StylesheetJson } from 'cytoscape';
import type { Camera, Size } from '../graph/camera.ts';
import type { Element } from '../graph/elements.ts';
import type { Point } from '../graph/curve.ts';

export type Cytoscape = typeof cytoscape;
export type { Core, EdgeSingular, EventObject, StylesheetJson } from 'cytoscape';

let fetched: typeof cytoscape | null = null;

/**
 * Cytoscape comes after the first paint and never while prerendering. With it come the fonts that a canvas writes
 * with, as it does not ask for them itself. What has come once is there at once.
 */
export async function loadCytoscape(): Promise<typeof cytoscape> {
  const fonts = [400, 500, 600].map((weight) => document.fonts.load(`${weight} 13px "IBM Plex Sans"`));
  if (fetched === null) {
    const [loaded] = await Promise.all([import('cytoscape'), ...fonts]);
    fetched = loaded.default;
  } else await Promise.all(fonts);
  return fetched;
}

/**
 * Resolves once an element has room on the page and the browser a moment for it: nothing is drawn on a panel that nobody
 * sees, as on a phone, nor before the page answers to keys.
 *
 * @param isLate whether the page has answered to keys for long: then nobody waits for an idle moment
 */
export async function whenSeen(element: HTMLElement, isLate = false): Promise<void> {
  if (isLate) {
    await tick(); // what else is new on the page is measured along with it, once
    if (element.clientWidth > 0 && element.clientHeight > 0) return;
  }
  await new Promise<void>((go) => {
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === 0 || element.clientHeight === 0) return;
      observer.disconnect();
      go();
    });
    observer.observe(element);
  });
  if (!isLate) await idle();
}

function idle(): Promise<void> {
  return new Promise((go) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(
        () => {
          go();
        },
        { timeout: 300 }
      );
    else setTimeout(go);
  });
}

/** What an element looked like the last time. */
const STATE = 'bouncer-state';
/** More elements than this are a picture while they move, without their edges. */
const LARGE = 1500;

/**
 * Draws elements where they stand. One may move and zoom the whole, and nothing in it.
 *
 * @param stateOf see giveStates; given at once, so that nothing is styled twice
 */
export function makeCanvas(
  create: typeof cytoscape,
  container: HTMLElement,
  elements: readonly Element[],
  { style, stateOf }: { readonly style: StylesheetJson; readonly stateOf: (id: string) => string }
): Core {
  const isLarge = elements.length > LARGE;
  return create({
    container,
    elements: elements.map((element) => {
      const state = stateOf(element.data.id);
      return { ...element, classes: `${element.classes} ${state}`, scratch: { [STATE]: state } };
    }),
    layout: { name: 'preset', fit: false },
    style,
    minZoom: 0.15,
    maxZoom: 3,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    textureOnViewport: isLarge,
    hideEdgesOnViewport: isLarge
  });
}

/** Larger or smaller around the middle of the panel. */
export function zoomBy(canvas: Core, factor: number): void {
  const { width, height } = panelOf(canvas);
  canvas.zoom({ level: canvas.zoom() * factor, renderedPosition: { x: width / 2, y: height / 2 } });
}

/** The size of a canvas, CSS pixels. */
export function panelOf(canvas: Core): Size {
  return { width: canvas.width(), height: canvas.height() };
}

/** Milliseconds a camera takes to where it is sent. */
const GLIDE = 280;

/** Sends the camera of a canvas somewhere, eased where motion is welcome. Each move ends the one before. */
export function glide(canvas: Core, { zoom, x, y }: Camera): void {
  canvas.stop();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) canvas.viewport({ zoom, pan: { x, y } });
  else canvas.animate({ zoom, pan: { x, y } }, { duration: GLIDE, easing: 'ease-out' });
}

/** Puts the camera of a canvas somewhere at once; one that is on its way goes there instead. */
export function place(canvas: Core, camera: Camera): void {
  if (canvas.animated()) glide(canvas, camera);
  else canvas.viewport({ zoom: camera.zoom, pan: { x: camera.x, y: camera.y } });
}

const canvases = new WeakMap<HTMLElement, object>();

/** Remembers the canvas (cytoscape's core) of a container for as long as the container lives. */
export function keepCanvas(container: HTMLElement, canvas: object): void {
  canvases.set(container, canvas);
}

/** The canvas of a container that has been drawn; null before. */
export function canvasOf(container: HTMLElement): object | null {
  return canvases.get(container) ?? null;
}

/** What a canvas asks about its drawing, and tells. */
interface Listener {
  /** The id of what lies behind nodes and edges at a point of the drawing. */
  readonly behind: (point: Point) => string | null;
  /** Whether something opens when it is chosen. */
  readonly opens: (id: string) => boolean;
  readonly choose: (id: string) => void;
  /** It was chosen twice in a moment. */
  readonly twice: (id: string) => void;
  /** The pointer came to something else; null: to bare paper, or it left. */
  readonly point: (id: string | null) => void;
}

/** What is pointed at in the graph or elsewhere, and how the graph tells. */
export interface GraphPointing {
  readonly things: ReadonlySet<string>;
  readonly point: (id: string | null) => void;
  /** Whether only what the request is about is to be seen, and the way to change that. */
  readonly lens?: { readonly isOn: boolean; readonly toggle: () => void };
  /** Asks to fold or unfold an account; absent where nothing folds. */
  readonly toggle?: (account: string) => void;
  /** Null where nothing can be moved. */
  readonly hands?: GraphHands | null;
}

/** What comes of moving things by hand. */
export interface GraphHands {
  /** A node or an account was moved to a place as the file has them. */
  readonly move: (id: string, at: Point) => void;
  /** Takes all such places away; null while there are none. */
  readonly tidy: (() => void) | null;
}

/** Tells what is tapped, and shows by the pointer what opens. */
export function listen(canvas: Core, { behind, opens, choose, twice, point }: Listener): void {
  let at: string | null = null;
  const stand = (id: string | null) => {
    if (id !== at) point((at = id));
  };
  canvas.container()?.addEventListener('pointerleave', () => {
    stand(null);
    canvas.elements('.hover').removeClass('hover'); // a canvas is not told that the pointer has left it
  });
  const under = (event: EventObject) => idAt(event, canvas) ?? behind(event.position);
  canvas.on('mouseover mouseout', 'node, edge', (event) => {
    canvas.getElementById(idAt(event, canvas) ?? '').toggleClass('hover', event.type === 'mouseover');
  });
  canvas.on('tap', (event) => {
    const id = under(event);
    if (id !== null) choose(id);
  });
  canvas.on('dbltap', (event) => {
    const id = under(event);
    if (id !== null) twice(id);
  });
  canvas.on('mousemove', (event) => {
    // While one pans or drags nothing is pointed at: what happens to pass under the pointer is no question.
    if (event.originalEvent instanceof MouseEvent && event.originalEvent.buttons !== 0) return;
    const id = under(event);
    stand(id);
    canvas.container()?.style.setProperty('cursor', id !== null && opens(id) ? 'pointer' : 'default');
  });
}

/** The id of the node or edge under the pointer; null on bare canvas. */
export function idAt({ target }: EventObject, canvas: Core): string | null {
  const element = target as Core | SingularElementReturnValue;
  return element === canvas || !('id' in element) ? null : element.id();
}

/** Gives every element the class names of its state; touches only those whose state is another than before. */
export function giveStates(canvas: Core, stateOf: (id: string) => string): void {
  canvas.batch(() => {
    for (const element of canvas.elements().toArray()) {
      const [before, state] = [String(element.scratch(STATE) ?? ''), stateOf(element.id())];
      if (before === state) continue;
      element.removeClass(before).addClass(state).scratch(STATE, state);
    }
  });
}

/** Shows what is pointed at elsewhere: nodes and edges, each with its captions. */
export function giveTouch(canvas: Core | null, things: ReadonlySet<string> | null): void {
  if (!canvas || !things) return;
  canvas.batch(() => {
    canvas.elements('.touch').forEach((element) => {
      if (!things.has(element.id())) element.removeClass('touch');
    });
    for (const id of things) canvas.getElementById(id).addClass('touch');
  });
}
