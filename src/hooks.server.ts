/** While the pages are written: the letters of their first lines are fetched along with the styles, so that no line moves. */
import type { Handle } from '@sveltejs/kit';

const LETTERS = /(?:fraunces-latin-opsz-normal|ibm-plex-sans-latin-(?:400|500)-normal)\.[\w-]+\.woff2$/;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && LETTERS.test(path))
  });
