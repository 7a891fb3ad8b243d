/** Moving things in the drawing, and letting them find their own places again. The file's `layout` holds it. */
import type { Layout, SavedPlace, Scenario } from '../scenario/scenario.ts';
import { placeName } from '../scenario/layout.ts';
import { join } from '../source/pointer.ts';
import type { Change } from '../source/change.ts';
import type { Edit } from './edit.ts';

const AT = '/layout';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Puts a node or an account somewhere.
 *
 * @param label as people call it
 * @param at of a node its middle, within an account counted from its wall; of an account its wall. Rounded
 */
export function moveTo(
  { world, layout }: Pick<Scenario, 'world' | 'layout'>,
  id: string,
  label: string,
  at: Spot
): Edit {
  const saved = layout.get(id);
  const key = join(AT, saved?.name ?? placeName(world, id));
  const [x, y] = [Math.round(at.x), Math.round(at.y)];
  return { title: `Move ${label}`, changes: [{ at: key, set: { x, y, ...foldedOf(saved) } }] };
}

function foldedOf(saved: SavedPlace | undefined): { readonly folded?: boolean } {
  return typeof saved?.folded === 'boolean' ? { folded: saved.folded } : {};
}

/** Whether the file has places that tidying up would take away. */
export function isMoved(layout: Layout): boolean {
  return [...layout.values()].some(({ at }) => at !== null);
}

/** All places away; what is folded stays so. */
export function tidyUp(layout: Layout): Edit {
  const title = 'Tidy up';
  const folded = [...layout.values()].filter((saved) => saved.folded !== null);
  if (folded.length === 0) return { title, changes: [{ at: AT, remove: true }] };
  const changes = [...layout.values()]
    .filter(({ at }) => at !== null)
    .map((saved): Change => {
      const at = join(AT, saved.name);
      return saved.folded === null ? { at, remove: true } : { at, set: foldedOf(saved) };
    });
  return { title, changes };
}

/**
 * Draws an account as one tile, or with what is in it. Its place stays.
 *
 * @param isFolded null for as the drawing would have it, which the file need not say
 */
export function setFolded(
  { world, layout }: Pick<Scenario, 'world' | 'layout'>,
  account: string,
  label: string,
  isFolded: boolean | null,
  isTile = isFolded === true
): Edit {
  const saved = layout.get(account);
  const at = join(AT, saved?.name ?? placeName(world, account));
  const title = `${isTile ? 'Fold' : 'Unfold'} ${label}`;
  if (isFolded !== null) return { title, changes: [{ at, set: { ...saved?.at, folded: isFolded } }] };
  return { title, changes: [saved?.at ? { at, set: { ...saved.at } } : { at, remove: true }] };
}
