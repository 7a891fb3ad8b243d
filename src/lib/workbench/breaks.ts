/** Where a name that is too long for its line may be broken: after the parts of an ARN, never inside of them. */

/** Longer parts may have to be broken anywhere. */
const WHOLE = 26;

/** After colons and slashes; a run of them stays together, and so does what stands before the end of a string. */
const AFTER = /(?<=[:/])(?![:/"',;.\s]|$)/;

/** The text in parts between which a line may end; together they are the text. */
export function toParts(text: string): readonly string[] {
  return text.split(AFTER);
}

/** Whether a part is so short that no line needs to end inside of it, not even after a hyphen. */
export function isWhole(part: string): boolean {
  return part.length <= WHOLE && !/\s/.test(part);
}
