/** Where a name that is too long for its line may be broken: after the parts of an ARN, never inside of them. */

/** Longer parts may have to be broken anywhere. */
const WHOLE = 26;

/** A word that is an ARN, or holds one. */
const ARN = /(\S*\barn:\S*)/;
/** After colons and slashes; a run of them stays together, and so does what stands before the end of a string. */
const AFTER = /(?<=[:/])(?![:/"',;.\s]|$)/;

/** The text in parts between which a line may end; together they are the text. Actions stay as they are. */
export function toParts(text: string): readonly string[] {
  const parts = text.split(ARN).flatMap((word, i) => (i % 2 === 1 ? word.split(AFTER) : [word]));
  return parts.filter((part) => part !== '');
}

/** Whether a part is so short that no line needs to end inside of it, not even after a hyphen. */
export function isWhole(part: string): boolean {
  return part.length <= WHOLE && !/\s/.test(part);
}
