/** What a change of a file can be, and what it can write. Types only, so that a problem may carry its way out. */

/**
 * JSON-like. A string is text (quoted if YAML would read something else, or would be `null`, a number or boolean
 * when unquoted); numbers, booleans and null are written unquoted.
 */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export type Change =
  /** Replaces or adds; missing parents become maps; `/list/-` appends. */
  | { readonly at: string; readonly set: Plain }
  /** A scalar holding exactly this text (a policy's JSON verbatim): a literal block `|` when it can be one. */
  | { readonly at: string; readonly block: string }
  /** An entry or item, with the comment lines that stand directly above it and its trailing comment. */
  | { readonly at: string; readonly remove: true }
  /** The key of a map's entry. */
  | { readonly at: string; readonly rename: string };
