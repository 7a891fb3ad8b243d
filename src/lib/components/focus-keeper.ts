/**
 * Keeps the keyboard's place. Where what has the focus is taken away or hidden, a browser puts the focus on nothing,
 * and whoever works by keyboard begins at the top again. Then the nearest that is left is stood on.
 */
import type { Attachment } from 'svelte/attachments';
import { REGION_ENTRIES, type Region } from '../workbench/regions.ts';
import { isInSight, regionAt, stopIn } from './region-focus.ts';

/** An element and all above it, the inner first, each with its neighbours, as they were when it got the focus. */
interface Trail {
  readonly element: HTMLElement;
  readonly sign: string;
  /** The panel it stood in. */
  readonly region: Region | null;
  readonly steps: readonly {
    readonly element: Element;
    readonly beside: readonly (Element | null)[];
  }[];
}

/** What a thing is called: drawn anew, it is called the same. */
function signOf(element: Element): string {
  const name = element.getAttribute('aria-label') ?? element.textContent;
  return [element.tagName, element.getAttribute('role') ?? '', element.id || name.trim().slice(0, 200)].join(
    '\n'
  );
}

function trailOf(element: HTMLElement): Trail {
  const steps = [];
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
    steps.push({ element: at, beside: [at.nextElementSibling, at.previousElementSibling] });
  return { element, sign: signOf(element), region: regionAt(element), steps };
}

/** Whether all around it went as well: then another page was laid in the place of its own. What is only a wrapper stays. */
function isPageGone({ steps }: Trail): boolean {
  return steps.every(
    ({ element }) => !element.isConnected || getComputedStyle(element).display === 'contents'
  );
}

/**
 * Where to stand on a page that was drawn anew, or come back to: on what is called like the last of what was lost, else in
 * the panel where that was, else so with what was lost before; else at the step. Null where a page has none of it, as one
 * that still waits for something.
 *
 * @param lost what was stood on as pages went, the last first
 */
function counterpart(lost: readonly Trail[], root: HTMLElement): HTMLElement | null {
  for (const { sign, element, region } of lost) {
    const all = [...root.querySelectorAll<HTMLElement>(element.tagName)];
    const again = all.find((each) => isInSight(each) && signOf(each) === sign);
    const stop = again ?? (region === null ? null : stopOf(region, root));
    if (stop) return stop;
  }
  return stopOf('ribbon', root);
}

function stopOf(region: Region, root: HTMLElement): HTMLElement | null {
  const place = root.querySelector<HTMLElement>(`[data-region="${region}"]`);
  return place && isInSight(place) ? stopIn(place, REGION_ENTRIES[region].stops) : null;
}

/** How many pages back is thought of. */
const PAGES = 4;

const isLeft = (element: Element | null): element is Element =>
  element !== null && element.isConnected && isInSight(element);

/** Whether keys that step are left to the page there; in a form one means to fill in what is next. */
function isFree(stop: HTMLElement): boolean {
  const isField = stop.matches('input, select, textarea, [contenteditable="true"]');
  return !isField || stop.closest('form, dialog, [role="dialog"], [popover]') !== null;
}

/** The same drawn anew, else what stands nearest: a neighbour, or what is best in the panel; a field for want of all else. */
function nearest(trail: Trail): HTMLElement | null {
  let field: HTMLElement | null = null;
  for (const { element, beside } of trail.steps) {
    const within = isLeft(element) && element !== trail.element ? stopWithin(element, trail) : null;
    if (within && (isFree(within) || signOf(within) === trail.sign)) return within;
    field ??= within;
    const stop = beside.map(stopBeside).find((each) => each !== null);
    if (stop) return stop;
  }
  return field;
}

function stopBeside(neighbour: Element | null): HTMLElement | null {
  return isLeft(neighbour) && neighbour.matches('li, [role], button, tr, dd') ? stopAt(neighbour) : null;
}

/** What is best in an element that is left of those around what was lost; the step, where that is a whole part of a page. */
function stopWithin(place: Element, { sign, element: lost }: Trail): HTMLElement | null {
  const all = [...place.querySelectorAll<HTMLElement>(`${lost.tagName}, [tabindex]`)];
  const again = all.find((each) => each !== lost && signOf(each) === sign && isInSight(each));
  const region = regionAt(place);
  if (again) return again;
  if (region !== null) return stopIn(place, REGION_ENTRIES[region].stops);
  const step = place.querySelector('header, main') ? stopOf('ribbon', document.body) : null;
  return step ?? stopIn(place);
}

function stopAt(element: Element): HTMLElement | null {
  if (element instanceof HTMLElement && element.matches('button:not([disabled]), a[href], [tabindex="0"]'))
    return element;
  return stopIn(element);
}

/** Keeps the focus inside of the whole document; for the outermost element of a page. */
export function keepFocus(): Attachment<HTMLElement> {
  return (root) => {
    let trail: Trail | null = null;
    let lost: readonly Trail[] = [];
    let asked = 0;

    const check = () => {
      asked = 0;
      const { activeElement: at } = document;
      const isNowhere = at === null || at === document.body || !isInSight(at);
      if (!isNowhere || !trail) return;
      // Whoever clicks beside everything wants to stand nowhere.
      if (isLeft(trail.element) && !trail.element.matches(':disabled')) trail = null;
      else find(trail)?.focus({ preventScroll: true });
    };
    const find = (last: Trail) => (isPageGone(last) ? counterpart([last, ...lost], root) : nearest(last));
    const ask = () => {
      if (asked === 0 && trail) asked = requestAnimationFrame(check);
    };
    const enter = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === document.body) return;
      if (trail && isPageGone(trail)) lost = [trail, ...lost].slice(0, PAGES);
      trail = trailOf(target);
    };
    const observer = new MutationObserver(ask);
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class', 'hidden', 'disabled', 'style', 'data-panel', 'data-main', 'open', 'inert']
    });
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', ask);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', ask);
      cancelAnimationFrame(asked);
    };
  };
}
