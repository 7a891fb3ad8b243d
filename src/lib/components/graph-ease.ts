/** Changes what a canvas draws from one graph to the next, eased where motion is welcome. */
import { toElements, type Element } from '../graph/elements.ts';
import { EASE, between, doMeet, eased } from '../graph/ease.ts';
import type { Graph } from '../graph/graph.ts';
import type { Core } from './graph-canvas.ts';

/** Beyond so many elements nothing is eased: it would stutter. */
const MANY = 1500;

/** Moves the nodes of a canvas, with their captions, to where a graph has them. */
export function putNodes(canvas: Core, graph: Graph): void {
  canvas.batch(() => {
    for (const { data, position } of toElements(graph)) {
      const element = position && canvas.getElementById(data.id);
      if (!position || !element || element.empty()) continue;
      const { x, y } = element.position();
      if (x !== position.x || y !== position.y) element.position({ x: position.x, y: position.y });
    }
  });
}

/**
 * @param before as it is drawn now
 * @param onframe what to draw behind and above the canvas meanwhile; null when it is done
 * @returns ends it where it would end
 */
export function change(
  canvas: Core,
  before: Graph,
  after: Graph,
  onframe: (graph: Graph | null) => void
): () => void {
  const elements = toElements(after);
  // Where accounts fold and unfold everything moves: nobody could follow it.
  const isCalm = after.bundles !== undefined || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isEased = elements.length <= MANY && !isCalm && !doMeet(before, after);
  exchange(canvas, toElements(before), elements, isEased);
  const end = () => {
    if (!canvas.destroyed()) putNodes(canvas, after);
    onframe(null);
  };
  if (!isEased) {
    end();
    return () => {};
  }
  let frame = 0;
  const start = performance.now();
  const turn = (now: number) => {
    const share = eased((now - start) / EASE);
    if (share >= 1 || canvas.destroyed()) {
      end();
      return;
    }
    const between_ = between(before, after, share);
    putNodes(canvas, between_);
    onframe(between_);
    frame = requestAnimationFrame(turn);
  };
  putNodes(canvas, before);
  onframe(before);
  frame = requestAnimationFrame(turn);
  return () => {
    cancelAnimationFrame(frame);
    end();
  };
}

/** Takes away what is gone, brings in what is new, and gives the rest what it says and looks like now. */
function exchange(
  canvas: Core,
  before: readonly Element[],
  elements: readonly Element[],
  isEased: boolean
): void {
  const wanted = new Set(elements.map(({ data }) => data.id));
  const looks = new Map(before.map(({ data, classes }) => [data.id, classes]));
  canvas.batch(() => {
    canvas.elements().forEach((element) => {
      if (!wanted.has(element.id())) element.remove();
    });
    for (const { data, classes, ...rest } of elements) {
      const element = canvas.getElementById(data.id);
      if (element.empty()) {
        const added = canvas.add({ ...rest, data: { ...data }, classes });
        if (isEased) fadeIn(added);
        continue;
      }
      const look = looks.get(data.id) ?? '';
      element.data({ ...data });
      if (look !== classes) element.removeClass(look).addClass(classes);
    }
  });
}

function fadeIn(added: ReturnType<Core['add']>): void {
  const complete = () => added.removeStyle('opacity');
  added.style('opacity', 0).animate({ style: { opacity: 1 } }, { duration: EASE, complete });
}
