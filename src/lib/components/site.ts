/** Where the site lies: the layout says it, and links that stand in texts count from there. */
import { getContext, setContext } from 'svelte';

/** For tests, which have no layout. */
export const SITE = Symbol('site');

/** @param home address of the first page, with a slash at its end */
export function setSite(home: string): void {
  setContext(SITE, home);
}

/** Makes an address of the page from one of the site, `/glossary/#tag`; every other one stays. While a component begins. */
export function getAddress(): (href: string) => string {
  const home = getContext<string | undefined>(SITE) ?? '/';
  return (href) => (href.startsWith('/') ? `${home}${href.slice(1)}` : href);
}
