/** Pointing at a place of a text that is shown in pieces, each with its offset in `data-at`; and copying it exactly. */
import type { Attachment } from 'svelte/attachments';
import type { Door } from '../workbench/sheet-spans.ts';

export interface TextPointing {
  /** The pointer rests on a character, by its offset; null: on none any more. */
  readonly over: (offset: number | null) => void;
  /** Somebody clicked at a character or selected some; the later offset is exclusive. */
  readonly choose: (from: number, to: number) => void;
  /** What a line is about, in words, so that it can be chosen by keyboard; null: nothing that is read. */
  readonly door?: (line: string, from: number) => Door | null;
}

/** @param text as it is, whatever is shown of it */
export function pointable(text: string, on: TextPointing | null): Attachment<HTMLElement> {
  return (box) => {
    const end = new AbortController();
    const listen = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      hear: (event: HTMLElementEventMap[Name]) => void
    ) => {
      box.addEventListener(name, hear, { signal: end.signal });
    };
    listen('copy', (event) => {
      const chosen = selectedIn(box);
      if (!chosen || chosen.from === chosen.to) return;
      event.clipboardData?.setData('text/plain', text.slice(chosen.from, chosen.to));
      event.preventDefault();
    });
    if (on) {
      listen('pointerover', ({ target }) => {
        on.over(target instanceof Element ? startOf(target) : null);
      });
      listen('pointerleave', () => {
        on.over(null);
      });
      listen('pointerup', ({ target, pointerType }) => {
        const isText = target instanceof Element && target.closest('[data-at]') !== null;
        const chosen = isText && pointerType !== 'touch' ? selectedIn(box) : null;
        if (!chosen) return;
        on.choose(chosen.from, chosen.to);
        requestAnimationFrame(() => {
          select(box, chosen);
        });
      });
    }
    return () => {
      end.abort();
    };
  };
}

/** Up and down lead from door to door of a text; the rest of the keys are the page's. */
export const walkable: Attachment<HTMLElement> = (box) => {
  const hear = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const doors = [...box.querySelectorAll<HTMLElement>('.door')];
    const place = doors.findIndex((door) => door === document.activeElement);
    if (by === 0 || place < 0) return;
    event.preventDefault();
    event.stopPropagation();
    doors[place + by]?.focus();
  };
  box.addEventListener('keydown', hear);
  return () => {
    box.removeEventListener('keydown', hear);
  };
};

interface Chosen {
  readonly from: number;
  readonly to: number;
}

function selectedIn(box: HTMLElement): Chosen | null {
  const selection = getSelection();
  if (
    !selection ||
    selection.rangeCount === 0 ||
    !selection.anchorNode ||
    !box.contains(selection.anchorNode)
  )
    return null;
  const range = selection.getRangeAt(0);
  const from = offsetAt(range.startContainer, range.startOffset);
  const to = offsetAt(range.endContainer, range.endOffset);
  return from === null || to === null ? null : { from, to };
}

function offsetAt(node: Node, within: number): number | null {
  if (node instanceof Text) {
    const start = node.parentElement && startOf(node.parentElement);
    return typeof start === 'number' ? start + within : null;
  }
  const next = node instanceof Element ? node.childNodes[within] : null;
  const inside = next instanceof Element ? (next.querySelector('[data-at]') ?? next) : null;
  return inside ? startOf(inside) : null;
}

function startOf(element: Element): number | null {
  const at = element.closest('[data-at]')?.getAttribute('data-at');
  return at === null || at === undefined ? null : Number(at);
}

/** What was chosen stays chosen when the text is cut into other pieces. */
function select(box: HTMLElement, { from, to }: Chosen): void {
  const [start, last] = [spotAt(box, from), spotAt(box, to)];
  if (from === to || !start || !last) return;
  getSelection()?.setBaseAndExtent(start.node, start.within, last.node, last.within);
}

function spotAt(box: HTMLElement, offset: number): { node: Node; within: number } | null {
  for (const piece of box.querySelectorAll('[data-at]')) {
    const within = offset - Number(piece.getAttribute('data-at'));
    const node = piece.firstChild;
    if (node instanceof Text && within >= 0 && within <= node.length) return { node, within };
  }
  return null;
}
