/** Where the command line writes. Given to it, so that tests can read what it says. */

export interface Terminal {
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** What went wrong on the way. */
  readonly err: (text: string) => void;
  /** Whether `out` is a terminal that shows colours. */
  readonly colour: boolean;
}

/** Exit codes, as the scenario format fixes them. */
export const EXIT = {
  /** All holds. */
  ok: 0,
  /** Something does not hold. */
  failed: 1,
  /** The command, a file, or something in a file cannot be understood. */
  unusable: 2,
  /** A fault of ours. */
  bug: 70
} as const;

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

/** The text in a colour, or as it is where none are shown. */
export function paint(terminal: Terminal, colour: keyof typeof CODES, text: string): string {
  return terminal.colour ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text;
}

/**
 * A user's text made safe for a terminal: control characters and marks of direction, which could move the cursor,
 * recolour or turn round what follows, stand as `\u001b`.
 */
export function printable(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}
