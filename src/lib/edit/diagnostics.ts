/** Every reason to refuse an edit: a function each. Ranges cover what was typed, the path names the field. */
import { abridge, type Diagnostic } from '../source/diagnostic.ts';
import { nearest } from '../source/suggest.ts';

function error(code: string, message: string, typed: string, field: string, help?: string): Diagnostic {
  const base = {
    code: `edit/${code}`,
    severity: 'error',
    message: abridge(message),
    range: { source: { name: field, text: typed }, from: 0, to: typed.length },
    path: `/${field}`
  } as const;
  return help === undefined ? base : { ...base, help: abridge(help) };
}

/** @param what with its article: `a user` */
export function nameTaken(typed: string, what: string, home: string): Diagnostic {
  const where = home === '' ? 'there is' : `\`${home}\` has`;
  return error('name-taken', `${where} ${what} called \`${typed}\` already`, typed, 'name');
}

/** @param says what a good one is: `a name in IAM: at most 128 letters …` */
export function invalidName(typed: string, says: string, field = 'name'): Diagnostic {
  if (typed === '') return error('empty', 'nothing is written here', typed, field, `it takes ${says}`);
  return error('invalid-name', `\`${typed}\` is not ${says}`, typed, field);
}

export function idTaken(typed: string, alias: string): Diagnostic {
  return error('id-taken', `\`${typed}\` is the id of \`${alias}\` already`, typed, 'id');
}

/** @param what with its article: `a group` */
export function unknownThing(
  typed: string,
  what: string,
  known: readonly string[],
  field = 'name'
): Diagnostic {
  const near = nearest(typed, known.slice(0, 500));
  const help = near === null ? undefined : `did you mean \`${near}\`?`;
  return error('unknown', `\`${typed}\` is not ${what} of this world`, typed, field, help);
}

export function alreadyThere(typed: string, what: string): Diagnostic {
  return error('already-there', `\`${typed}\` ${what} already`, typed, 'name');
}

export function notThere(typed: string, what: string): Diagnostic {
  return error('not-there', `\`${typed}\` ${what}`, typed, 'name');
}

export function wrongAccount(typed: string, alias: string): Diagnostic {
  return error(
    'wrong-account',
    `\`${typed}\` carries another account id than \`${alias}\``,
    typed,
    'name',
    'add it to the account it belongs to'
  );
}

/** @param use `manages \`acme\``: what would be left without it */
export function inUse(typed: string, use: string): Diagnostic {
  return error('in-use', `\`${typed}\` ${use}`, typed, 'name', 'change that first');
}

/** A file whose text the change cannot be made in, or a document that is no JSON. */
export function unreadable(typed: string, what: string): Diagnostic {
  return error('unreadable', `${what} cannot be read`, typed, 'name', 'edit its text instead');
}

/** What the scenario itself says against a change, as a problem of the field. */
export function fromFile(problem: Diagnostic, typed: string, field: string): Diagnostic {
  const range = { source: { name: field, text: typed }, from: 0, to: typed.length };
  return { ...problem, range, path: `/${field}` };
}
