/** What somebody may have meant by an address that leads nowhere, and what they look for instead. */
import { nearest } from '../source/suggest.ts';
import type { PageLink } from './palette-items.ts';

/** So many are shown. */
const MOST = 8;

/**
 * With words to look for: everything whose title or address has all of them. Else what the address resembles.
 *
 * @param links by what leads to them; `href` ends with the name
 * @param path of the address that leads nowhere
 */
export function toNear(links: readonly PageLink[], path: string, sought: string): readonly PageLink[] {
  const words = wordsOf(sought);
  if (words.length > 0) {
    const has = ({ title, href }: PageLink, word: string) =>
      `${title} ${nameOf(href)}`.toLowerCase().includes(word);
    return links.filter((link) => words.every((word) => has(link, word))).slice(0, MOST);
  }
  const name = nameOf(path);
  const names = links.map(({ href }) => nameOf(href)).filter((each) => each !== '');
  const slip = nearest(name, names);
  // A word of four letters or more is hardly shared by chance.
  const parts = wordsOf(name).filter((part) => part.length > 3);
  const shares = (other: string) => parts.filter((part) => wordsOf(other).includes(part)).length;
  const sharing = links.filter(({ href }) => shares(nameOf(href)) > 0);
  const ranked = [...sharing].sort((a, b) => shares(nameOf(b.href)) - shares(nameOf(a.href)));
  const first = links.filter(({ href }) => slip !== null && nameOf(href) === slip);
  return [...new Set([...first, ...ranked])].slice(0, MOST);
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s\-_/.]+/)
    .filter(Boolean);
}

/** The last part of a path. A path may hold anything, also what cannot be decoded. */
function nameOf(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
