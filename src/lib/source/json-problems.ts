/** What is wrong where JSON cannot go on, in words a person can act on. Looks at the text only. */

/** A stretch `[from, to)` of the text that breaks the grammar, and what to say about it. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly help?: string;
}

const QUOTES = "'`‘’‚“”„«»";
const WORD = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const NUMBER_LIKE = /[-+.\w]+/y;

/** Why no value begins here. */
export function badValue(text: string, at: number): Problem {
  const char = text.charAt(at);
  if (char === ',' || char === ']' || char === '}' || char === ':') {
    return { from: at, to: at + 1, message: `a value is missing before \`${char}\`` };
  }
  return wrongToken(text, at) ?? badWord(text, at) ?? badNumber(text, at) ?? unexpected(text, at);
}

/** Why no key begins here. */
export function badKey(text: string, at: number): Problem {
  const char = text.charAt(at);
  const word = matchAt(WORD, text, at);
  if (word !== null) {
    return {
      from: at,
      to: at + word.length,
      message: `the key \`${word}\` is not quoted`,
      help: `write \`"${word}"\``
    };
  }
  if (char === ',') return { from: at, to: at + 1, message: 'a key is missing before `,`' };
  return (
    wrongToken(text, at) ?? {
      from: at,
      to: at + 1,
      message: `expected a key in double quotes, found ${show(text, at)}`
    }
  );
}

/**
 * Why what stands between two values is neither a comma nor the closing bracket.
 *
 * @param close the bracket that would close what is open
 * @param line where that was opened, from 1
 */
export function badSeparator(text: string, at: number, close: string, line: number): Problem {
  const char = text.charAt(at);
  const wrong = wrongToken(text, at);
  if (wrong?.message.includes('comment')) return wrong;
  if (char === ']' || char === '}') {
    const open = close === ']' ? '[' : '{';
    return {
      from: at,
      to: at + 1,
      message: `found \`${char}\` where \`${close}\` should stand`,
      help: `the \`${open}\` of line ${line} is still open`
    };
  }
  const next = startOfValue(text, at);
  if (next !== null) {
    return {
      from: at,
      to: at + next.length,
      message: 'a comma is missing before this',
      help: 'put `,` after the value before it'
    };
  }
  return {
    from: at,
    to: at + 1,
    message: `expected \`,\` or \`${close}\`, found ${show(text, at)}`
  };
}

/** A comma with nothing but the closing bracket after it. */
export function trailingComma(comma: number, close: string): Problem {
  return {
    from: comma,
    to: comma + 1,
    message: `a comma stands before \`${close}\``,
    help: 'remove it: in JSON nothing follows the last value'
  };
}

/** A line break (or the end of the text) or another control character in the string that begins at `from`. */
export function badCharacter(text: string, from: number, at: number): Problem {
  const code = at < text.length ? text.charCodeAt(at) : 10;
  if (code === 10 || code === 13) {
    return {
      from,
      to: at,
      message: 'this string is not closed on its line',
      help: 'close it with `"`; a line break inside a string is written `\\n`'
    };
  }
  const escape = code === 9 ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`;
  return {
    from: at,
    to: at + 1,
    message: `${show(text, at)} may not stand in a string`,
    help: `write \`${escape}\``
  };
}

/** A backslash before something that it cannot stand before. */
export function badEscape(text: string, at: number): Problem {
  const letter = text.charAt(at + 1);
  const visible = letter !== '' && !/[\p{C}\p{Z}]/u.test(letter);
  return {
    from: at,
    to: visible ? at + 2 : at + 1,
    message: `\`${visible ? `\\${letter}` : '\\'}\` is not an escape in JSON`,
    help:
      letter === 'u' ? 'write four hexadecimal digits after `\\u`' : 'a backslash itself is written `\\\\`'
  };
}

/** More text after the one value that is the document. */
export function afterEnd(text: string, at: number): Problem {
  const wrong = wrongToken(text, at);
  if (wrong) return wrong;
  const next = startOfValue(text, at)?.length ?? 1;
  return {
    from: at,
    to: at + next,
    message: 'the document has ended before this',
    help: 'the text is one JSON value; look for a bracket that closes too early'
  };
}

/** The number-like run of characters here: what somebody meant as one number. */
function numberRun(text: string, at: number): string {
  return matchAt(NUMBER_LIKE, text, at) ?? text.charAt(at);
}

/** A number with a form that JSON does not have, e.g. `01`, `+1`, `.5`, `1.`, `0x10`. */
function badNumber(text: string, at: number): Problem | null {
  if (!/[-+.\d]/.test(text.charAt(at))) return null;
  const run = numberRun(text, at);
  return {
    from: at,
    to: at + run.length,
    message: `\`${run}\` is not a number in JSON`,
    help: 'a number has no leading zero or plus and digits on both sides of its point; put anything else in double quotes'
  };
}

/** One character for a message: in backticks, or by its code point if it cannot be seen. */
export function show(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const char = String.fromCodePoint(code);
  const visible = code > 32 && !/[\p{C}\p{Z}]/u.test(char);
  return visible ? `\`${char}\`` : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Comments, quotes of the wrong kind, white space that only looks like white space. */
function wrongToken(text: string, at: number): Problem | null {
  const char = text.charAt(at);
  const comment = char === '#' || text.startsWith('//', at) || text.startsWith('/*', at);
  if (comment) {
    return {
      from: at,
      to: commentEnd(text, at),
      message: 'JSON has no comments',
      help: 'remove the comment'
    };
  }
  if (char !== '' && QUOTES.includes(char)) {
    return {
      from: at,
      to: at + 1,
      message: `JSON does not know the quote \`${char}\``,
      help: 'use straight double quotes `"`'
    };
  }
  if (char !== '' && /[\s\p{Z}\u{FEFF}\u{200B}]/u.test(char)) {
    return {
      from: at,
      to: at + 1,
      message: `${show(text, at)} is not white space in JSON`,
      help: 'put an ordinary space in its place'
    };
  }
  return null;
}

function badWord(text: string, at: number): Problem | null {
  const word = matchAt(WORD, text, at);
  if (word === null) return null;
  const lower = word.toLowerCase();
  const literal = lower === 'none' || lower === 'nil' || lower === 'undefined' ? 'null' : lower;
  const known = literal === 'true' || literal === 'false' || literal === 'null';
  return {
    from: at,
    to: at + word.length,
    message: `\`${word}\` is not a value in JSON`,
    help: known ? `write \`${literal}\`` : `put text in double quotes: \`"${word}"\``
  };
}

function unexpected(text: string, at: number): Problem {
  return { from: at, to: at + 1, message: `expected a value, found ${show(text, at)}` };
}

/** What begins here, if it could be the start of a value or key; the whole of it if it is short and plain. */
function startOfValue(text: string, at: number): string | null {
  const char = text.charAt(at);
  if (char === '{' || char === '[') return char;
  if (char === '"') return matchAt(/"[^"\\\n\r]*"?/y, text, at);
  return matchAt(WORD, text, at) ?? matchAt(NUMBER_LIKE, text, at);
}

function commentEnd(text: string, at: number): number {
  const block = text.startsWith('/*', at);
  const end = text.indexOf(block ? '*/' : '\n', at);
  if (end < 0) return text.length;
  return block ? end + 2 : end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
