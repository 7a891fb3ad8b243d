/** How much a text may ask of us. Beyond a limit stands a diagnostic, never a hang. */

/** In UTF-16 code units, which is what a string can tell of its size without being encoded. */
export const MEGABYTE = 2 ** 20;
export const MAX_JSON = 20 * MEGABYTE;
export const MAX_YAML = 2 * MEGABYTE;

/** Lists and maps inside each other. */
export const MAX_DEPTH = 64;

/** Aliases followed in one text, those inside aliased values included. */
export const MAX_ALIASES = 100;

/** Values that aliases may repeat, in all. */
export const MAX_ALIASED_VALUES = 100_000;
