/**
 * Where the page stands: what its address says. The address follows a moment after it is asked to; until then what was
 * asked for counts, so that keys pressed one upon the other lead on from each other.
 */
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { START, asksFor, carriedBy, readAddress, writeAddress, type Address } from './address.ts';

export class Whereabouts {
  /** The first paint equals the prerendered page, which knows no query; the address counts from then on. */
  isHydrated = $state(false);
  /** Whether another step, request or file of this page has been gone to: then there is no new page to call out. */
  hasMoved = $state(false);
  /** What the address is about to say; null once it says so. */
  #ahead: Address | null = $state.raw(null);
  address: Address = $derived.by(() => (this.isHydrated ? (this.#ahead ?? readAddress(page.url)) : START));

  /**
   * @param file id of the device's file that is open; null for one that the address names otherwise
   * @param isNewPlace whether going back leads here again
   */
  go(address: Address, file: string | null, isNewPlace: boolean): void {
    this.hasMoved = true;
    this.#ahead = address;
    const asked = { carried: carriedBy(page.url), ...asksFor(page.url) };
    const written = writeAddress(address, file === null ? asked : { file });
    // eslint-disable-next-line svelte/no-navigation-without-resolve -- the page that is open, with another query
    const going = goto(`${page.url.pathname}${written}`, {
      replaceState: !isNewPlace,
      keepFocus: true,
      noScroll: true
    });
    void going.finally(() => {
      // Somebody may have gone on meanwhile.
      if (this.#ahead === address) this.#ahead = null;
    });
  }
}
