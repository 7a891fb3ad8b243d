/** A row of things that is wider than its place: which of them is kept in sight, and how many are not. */
import type { Attachment } from 'svelte/attachments';

/** Keeps the thing at a place in sight, inside the row alone. Looks just before the page is painted, when all of it stands. */
export const keepInSight =
  (place: number): Attachment<HTMLElement> =>
  (row) => {
    const frame = requestAnimationFrame(() => {
      const thing = row.children[place];
      if (!thing) return;
      const [inner, outer] = [thing.getBoundingClientRect(), row.getBoundingClientRect()];
      if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left;
      else if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right;
    });
    return () => cancelAnimationFrame(frame);
  };

/** Tells how many things do not fit, at first and whenever that changes. */
export const countHidden =
  (tell: (hidden: number) => void): Attachment<HTMLElement> =>
  (row) => {
    const hidden = new Set<Element>();
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries) {
          const isCut = intersectionRatio <= MOSTLY;
          if (isCut) hidden.add(target);
          else hidden.delete(target);
          target.toggleAttribute('data-cut', isCut); // half a word tells nothing: it shows whole or not at all
        }
        tell(hidden.size);
      },
      { root: row, threshold: [0, MOSTLY, 1] }
    );
    for (const thing of row.children) watcher.observe(thing);
    return () => watcher.disconnect();
  };

/** Part of a thing that must show for it to count as seen. */
const MOSTLY = 0.98;
