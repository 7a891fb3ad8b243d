/** One text as YAML and JSON write it: plain, quoted, or as a block. What is written reads back as it was. */
import { isTyped } from './change-draft.ts';

/** How a text stands, or stood, in a file. */
export type Quoting = 'plain' | 'single' | 'double';

/** Controls, marks and halves of surrogate pairs: invisible, or not kept by every reader. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u{FEFF}\u{FFFD}]/u;

/** As a JSON string. */
export function quoteJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\u{FEFF}\u{FFFD}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

/**
 * On one line of YAML, as it was quoted before where the text allows.
 *
 * @param inFlow inside brackets, where more signs mean something
 */
export function quoteYaml(text: string, wanted: Quoting, inFlow: boolean): string {
  if (wanted === 'plain' && isPlain(text, inFlow)) return text;
  if (wanted !== 'double' && !UNSEEN.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return quoteJson(text);
}

function isPlain(text: string, inFlow: boolean): boolean {
  if (isTyped(text) || LOOKS_TYPED.test(text) || UNSEEN.test(text) || text !== text.trim()) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|^<<$|^=$|: |:$| #/.test(text)) return false;
  return !inFlow || !/[,[\]{}]/.test(text);
}

/** What YAML 1.1 takes for a flag, a number or a date, so that other tools would not read a text. */
const LOOKS_TYPED = /^(?:yes|no|on|off|[-+]?\.?\d[\da-fxo_.,:+TZ -]*)$/i;

/** A literal block: what stands behind the colon, and the lines below it without their indentation. */
export interface Literal {
  readonly header: string;
  readonly lines: readonly string[];
}

/**
 * @param indicator columns that the lines will be indented beyond their parent, as YAML counts; 0 if that cannot
 *   be said
 * @param mayKeep the empty lines that follow in the file are its own, so that it may end in some
 * @returns null when only quotes can hold the text
 */
export function literalOf(text: string, indicator: number, mayKeep: boolean): Literal | null {
  if (!canBeBlock(text) || (text.endsWith('\n\n') && !mayKeep)) return null;
  const chomp = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const lines = (chomp === '-' ? text : text.slice(0, -1)).split('\n');
  const isIndented = /^\n*[ \t]/.test(text);
  if (isIndented && indicator === 0) return null;
  return { header: `|${isIndented ? indicator : ''}${chomp}`, lines };
}

/** Something must stand on it, nothing invisible, and no blanks alone on its last line. */
function canBeBlock(text: string): boolean {
  return /\S/.test(text) && !UNSEEN.test(text.replaceAll(/[\n\t]/g, '')) && !/(?:^|\n)[ \t]+\n?$/.test(text);
}
