/** How much a text may ask of us. Beyond a limit stands a diagnostic, never a hang. */

/** In UTF-16 code units, which is what a string can tell of its size without being encoded. */
export const MEGABYTE = 2 ** 20;
export const MAX_JSON = 20 * MEGABYTE;
export const MAX_YAML = 2 * MEGABYTE;

/** Lists and maps inside each other. */
export const MAX_DEPTH = 64;

/** Texts, lists and maps in one JSON text; words, signs, gaps and line breaks in one YAML text. */
export const MAX_VALUES = 250_000;
export const MAX_LEXEMES = 500_000;

/** Aliases followed in one text, those inside aliased values included. */
export const MAX_ALIASES = 100;

/** Values that aliases may repeat, in all. */
export const MAX_ALIASED_VALUES = 20_000;

/** Text that aliases may repeat, in all: a copied policy is read again in each place. In UTF-16 code units. */
export const MAX_ALIASED_TEXT = MEGABYTE;
