/**
 * While the pages are written: the letters of their first lines are fetched along with the styles, so that no line moves;
 * the scripts of a page that can be read before it moves wait until it stands (see first-sign.js).
 */
import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import source from './first-sign.js?raw';

const LETTERS = /(?:fraunces-latin-opsz-normal|ibm-plex-sans-latin-(?:400|500)-normal)\.[\w-]+\.woff2$/;
/** Pages that say what they have to say without a script. */
const PATIENT: ReadonlySet<string | null> = new Set(['/', '/s/[scenario]', '/exercises/[exercise]']);

/** The script without what is meant for its readers. */
const FIRST_SIGN = source.replace(/^\/\*\*[^]*?\*\/\s*|^ *(?:\/\/|\/\*\*).*\n/gm, '').replace(/^ +/gm, '');

export const handle: Handle = ({ event, resolve }) => {
  const isPatient = building && PATIENT.has(event.route.id);
  return resolve(event, {
    preload: ({ type, path }) =>
      type === 'css' || (type === 'js' && !isPatient) || (type === 'font' && LETTERS.test(path)),
    transformPageChunk: ({ html }) => {
      const written = building ? withLetters(html) : html;
      return isPatient ? toPatient(written) : written;
    }
  });
};

/** Where no script shows the later letters they are there from the start. */
function withLetters(html: string): string {
  const link = /<link data-letters[^>]*>/.exec(html)?.[0].replace(/ media="[^"]*"/, '') ?? '';
  return html.replace('</head>', () => `<noscript>${link}</noscript></head>`);
}

/** Has SvelteKit's own script wait, and allows it as it is now. @throws where it is not what we know */
function toPatient(html: string): string {
  const from = html.lastIndexOf('<script>') + '<script>'.length;
  const to = html.lastIndexOf('</script>');
  const script = html.slice(from, to);
  const waiting = script.replace(
    /\bPromise\.all\(\[[^\]]*\]\)/,
    (imports) => `bouncerEarly.begun.then(() => ${imports})`
  );
  const patient = FIRST_SIGN + waiting;
  const head = html.slice(0, from).replace(hashOf(script), hashOf(patient));
  if (waiting === script || !head.includes(hashOf(patient)))
    throw new Error('The script that starts a page is not the one that first-sign.js was written for.');
  return head + patient + html.slice(to);
}

/** As a content security policy names it. */
function hashOf(script: string): string {
  return createHash('sha256').update(script).digest('base64');
}
