/** JSON Pointers (RFC 6901): how the house names a place inside a document. */

/** One step deeper: escapes `~` and `/` in the key. `join('/a', 'b/c')` is `/a/b~1c`. */
export function join(path: string, key: string | number): string {
  const text = String(key);
  return `${path}/${/[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text}`;
}

/** The keys of a pointer, unescaped; the empty pointer has none. */
export function split(path: string): readonly string[] {
  if (path === '') return [];
  return path
    .slice(1)
    .split('/')
    .map((key) => (key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key));
}

/** The pointer one level up; the empty pointer is its own parent. */
export function parent(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether a pointer is another one, or leads to something inside what that one does. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}
