/** Where the keyboard stands on the main screen: goes to a panel, and knows in which one is. Panels bear `data-region`. */
import { tick } from 'svelte';
import { REGION_ENTRIES, REGIONS, STOPS, regionBeside, type Region } from '../workbench/regions.ts';

/** The place of a region on the page; null where it is not drawn at all. */
function placeOf(region: Region): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-region="${region}"]`);
}

/** Whether somebody can see it and stand on it. */
export function isInSight(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null;
}

/** The best to stand on inside of an element: the first of the wishes that is in sight, else the first of all stops. */
export function stopIn(place: Element, wishes: readonly string[] = []): HTMLElement | null {
  for (const wish of [...wishes, STOPS]) {
    const all = [...place.querySelectorAll<HTMLElement>(wish)];
    const found = all.find((each) => each.matches(`${STOPS}, [tabindex]`) && isInSight(each));
    if (found) return found;
  }
  return null;
}

/** Stands on something in a region that is in sight; on the region itself where nothing in it can be stood on. */
export function standIn(region: Region): boolean {
  const place = placeOf(region);
  if (!place || !isInSight(place)) return false;
  const stop = stopIn(place, REGION_ENTRIES[region].stops);
  if (stop) stop.focus();
  else {
    place.tabIndex = -1;
    place.focus();
  }
  return true;
}

/** What the screen does so that a region is seen: on a narrow one it shows its panel. */
export type Show = (region: Region) => void;

/** Goes to a region; a drawer that is closed over it is pulled out. @returns whether one stands there now */
export async function goTo(region: Region, show: Show): Promise<boolean> {
  show(region);
  await tick();
  const place = placeOf(region);
  if (!place) return false;
  const isStopped = REGION_ENTRIES[region].stops.some((wish) =>
    [...place.querySelectorAll(wish)].some(isInSight)
  );
  const handle = place.querySelector<HTMLElement>('[aria-expanded="false"]');
  if (!isStopped && region === 'outline' && handle && isInSight(handle)) {
    handle.click();
    await tick();
  }
  return standIn(region);
}

/** The region in which the keyboard stands; null outside of all. */
export function regionAt(element: Element | null = document.activeElement): Region | null {
  const name = element?.closest<HTMLElement>('[data-region]')?.dataset['region'];
  return REGIONS.find((each) => each === name) ?? null;
}

/** Goes to the next region in sight, or the one before. */
export function goBeside(by: 1 | -1): boolean {
  const isThere = (region: Region) => {
    const place = placeOf(region);
    return place !== null && isInSight(place);
  };
  const to = regionBeside(regionAt(), by, isThere);
  return to !== null && standIn(to);
}
