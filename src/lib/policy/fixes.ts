/** Ways out of a problem that can be taken at once: safe, certain, and small. Tested to mend and to break nothing. */
import type { Change } from '../source/change-kind.ts';
import type { Fix } from '../source/diagnostic.ts';
import { split } from '../source/pointer.ts';
import type { TreeMap } from '../source/tree.ts';

/**
 * A fix. What makes a refused document readable changes decisions; what only tidies up keeps them.
 *
 * @param title imperative, names in backticks
 */
export function fix(title: string, behaviour: Fix['behaviour'], ...changes: readonly Change[]): Fix {
  return { title, changes, behaviour };
}

/** Another name for a key, unless the map has that one, or its opposite, already. */
export function renamed(map: TreeMap, path: string, name: string): Fix | undefined {
  const opposite = name.startsWith('Not') ? name.slice(3) : `Not${name}`;
  const isTaken = map.entries.some(({ key }) => key === name || key === opposite);
  return isTaken ? undefined : fix(`rename it to \`${name}\``, 'changed', { at: path, rename: name });
}

/** @param path of the element */
export function removed(path: string, behaviour: Fix['behaviour']): Fix {
  const name = split(path).at(-1) ?? '';
  return fix(/^\d+$/.test(name) ? 'remove it' : `remove \`${name}\``, behaviour, { at: path, remove: true });
}

/** @param path of the value */
export function replaced(path: string, text: string, behaviour: Fix['behaviour']): Fix {
  return fix(`write \`${text}\``, behaviour, { at: path, set: text });
}

/** The current version of the language. @param root path of the document */
export function currentVersion(root: string, behaviour: Fix['behaviour']): Fix {
  const changes = [{ at: `${root}/Version`, set: '2012-10-17' }];
  return fix('write `"Version": "2012-10-17"`', behaviour, ...changes);
}

/** The same fix for a document that lies at a place of a file. */
export function movedTo(place: string, { changes, ...rest }: Fix): Fix {
  return { ...rest, changes: changes.map((change) => ({ ...change, at: place + change.at })) };
}
