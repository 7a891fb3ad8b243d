/** Problems of an exercise that are found by trying it: a function each, from facts to diagnostic. */
import { abridge, type Diagnostic, type Severity } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/text.ts';
import type { Locked } from './editable.ts';

export interface Place {
  readonly range: SourceRange;
  readonly path: string;
}

function make(
  code: string,
  at: Place,
  message: string,
  help: string,
  severity: Severity = 'error'
): Diagnostic {
  return {
    code: `exercise/${code}`,
    severity,
    message: abridge(message),
    range: at.range,
    path: at.path,
    help: abridge(help)
  };
}

export function startPasses(at: Place): Diagnostic {
  return make(
    'start-passes',
    at,
    'the start meets all goals and probes: there is nothing to solve',
    'a goal must fail before the first edit'
  );
}

/** @param what `the solution`, or an alternative by its name */
export function doesNotSolve(at: Place, what: string, why: readonly string[]): Diagnostic {
  return make(
    'does-not-solve',
    at,
    `${what} does not solve it: ${some(why)}`,
    'all goals and probes must hold'
  );
}

export function decoyPasses(at: Place, name: string): Diagnostic {
  return make(
    'decoy-passes',
    at,
    `decoy \`${name}\` passes`,
    'add a probe that it fails, or make it an alternative'
  );
}

/** @param statement with its policy */
export function notNeeded(at: Place, statement: string): Diagnostic {
  return make(
    'statement-not-needed',
    at,
    `without ${statement} all goals and probes still hold`,
    'add a probe that needs it, or leave it out'
  );
}

/** An edit that cannot be made. */
export function cannotEdit(at: Place, problem: Diagnostic): Diagnostic {
  return make(
    'cannot-edit',
    at,
    `this edit cannot be made: ${problem.message}`,
    problem.help ?? 'each edit sees what those before it did'
  );
}

/** The edits make a file that has errors. */
export function editBreaks(at: Place, what: string, problem: Diagnostic): Diagnostic {
  return make(
    'edit-breaks',
    at,
    `with ${what} the file has an error: ${problem.message} [${problem.code}]`,
    problem.help ?? 'write what AWS would store'
  );
}

export function locked(at: Place, what: string, { kind, at: pointer, only }: Locked): Diagnostic {
  const where = `\`${pointer === '' ? '/' : pointer}\``;
  return only === null
    ? make('locked', at, `${what} has ${where} ${kind}, which is locked`, 'unlock it under `edit`')
    : make(
        'only',
        at,
        `${what} has ${where} ${kind}; \`only: ${only}\` is allowed there`,
        'leave `only` out, or edit otherwise'
      );
}

const ALLOWED = { add: 'added to', remove: 'taken from', change: 'changed in its values' } as const;

/** Somebody at the exercise wants to change it. @param place in words */
export function lockedHere(at: Place, place: string, only: Locked['only']): Diagnostic {
  const code = only === null ? 'locked' : 'only';
  const what = only === null ? 'is locked in this exercise' : `may only be ${ALLOWED[only]} in this exercise`;
  return make(code, at, `\`${place}\` ${what}`, 'the task lists what may be edited');
}

export function wrongPar(at: Place, key: 'par' | 'moves', written: number, measured: number): Diagnostic {
  const noun = key === 'par' ? 'statements are added, changed or removed' : 'structural edits are made';
  return make(
    `wrong-${key}`,
    at,
    `\`${key}\` is ${written}, but by the solution ${measured} ${noun}`,
    `write \`${key}: ${measured}\``
  );
}

export function missingStartError(at: Place, code: string): Diagnostic {
  return make(
    'no-start-error',
    at,
    `the start has no problem \`${code}\``,
    '`startErrors` names the codes that the start is meant to have'
  );
}

/** @param mutant as mutants.ts calls it */
export function survives(at: Place, mutant: string): Diagnostic {
  return make(
    'survivor',
    at,
    `nobody notices the mutant \`${mutant}\``,
    'add a probe that it fails, or say under `survivors` why none is needed'
  );
}

export function noSurvivor(at: Place, mutant: string): Diagnostic {
  return make(
    'no-survivor',
    at,
    `\`${mutant}\` is explained, but does not survive`,
    'take the explanation out, or write the name as `bouncer check --mutants` does',
    'warning'
  );
}

/** The first few of many. */
function some(lines: readonly string[]): string {
  return lines.length > 3
    ? `${lines.slice(0, 3).join('; ')}; and ${lines.length - 3} more`
    : lines.join('; ');
}
