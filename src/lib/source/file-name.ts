/** Names of files: whether the ending says JSON, and what a file is called without folder and ending. */

export function isJsonName(name: string): boolean {
  return /\.json$/i.test(name);
}

/** Without folder, and without an ending that only says how to read it. May be empty. */
export function stemOf(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.(?:ya?ml|json|txt)$/i, '');
}
