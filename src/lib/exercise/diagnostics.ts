/** Problems of an exercise that are found by trying it: a function each, from facts to diagnostic. */
import { exerciseProblem } from '../scenario/diagnostics-exercise.ts';
import type { Place } from '../scenario/diagnostics.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { nearest } from '../source/suggest.ts';
import type { Locked } from './editable.ts';

export function startPasses(at: Place): Diagnostic {
  return exerciseProblem('start-passes', at, [
    'the start meets all goals and probes: there is nothing to solve',
    'a goal must fail before the first edit'
  ]);
}

/** @param what `the solution`, or an alternative by its name */
export function doesNotSolve(at: Place, what: string, why: readonly string[]): Diagnostic {
  return exerciseProblem('does-not-solve', at, [
    `${what} does not solve it: ${some(why)}`,
    'all goals and probes must hold'
  ]);
}

export function decoyPasses(at: Place, name: string): Diagnostic {
  return exerciseProblem('decoy-passes', at, [
    `decoy \`${name}\` passes`,
    'add a probe that it fails, or make it an alternative'
  ]);
}

/** @param statement with its policy */
export function notNeeded(at: Place, statement: string): Diagnostic {
  return exerciseProblem('statement-not-needed', at, [
    `without ${statement} all goals and probes still hold`,
    'add a probe that needs it, or leave it out'
  ]);
}

/** An edit that cannot be made. */
export function cannotEdit(at: Place, problem: Diagnostic): Diagnostic {
  return exerciseProblem('cannot-edit', at, [
    `this edit cannot be made: ${problem.message}`,
    problem.help ?? 'each edit sees what those before it did'
  ]);
}

/** The edits make a file that has errors. */
export function editBreaks(at: Place, what: string, problem: Diagnostic): Diagnostic {
  return exerciseProblem('edit-breaks', at, [
    `with ${what} the file has an error: ${problem.message} [${problem.code}]`,
    problem.help ?? 'write what AWS would store'
  ]);
}

/** A way through the exercise goes where it is locked. @param what as in {@link doesNotSolve} */
export function locked(at: Place, what: string, { kind, at: pointer, only }: Locked): Diagnostic {
  const where = `\`${pointer === '' ? '/' : pointer}\``;
  return only === null
    ? exerciseProblem('locked', at, [
        `${what} has ${where} ${kind}, which is locked`,
        'unlock it under `edit`'
      ])
    : exerciseProblem('only', at, [
        `${what} has ${where} ${kind}; \`only: ${only}\` is allowed there`,
        'leave `only` out, or edit otherwise'
      ]);
}

/** What may be done to a place, by its `only`. */
export const ALLOWED = { add: 'added to', remove: 'taken from', change: 'changed in its values' } as const;

/** Somebody at the exercise wants to change it. @param place in words */
export function lockedHere(at: Place, place: string, only: Locked['only']): Diagnostic {
  const code = only === null ? 'locked' : 'only';
  const what = only === null ? 'is locked in this exercise' : `may only be ${ALLOWED[only]} in this exercise`;
  return exerciseProblem(code, at, [`\`${place}\` ${what}`, 'the task lists what may be edited']);
}

export function wrongPar(at: Place, key: 'par' | 'moves', written: number, measured: number): Diagnostic {
  const [does, noun] =
    key === 'par' ? ['adds, changes or removes', 'statement'] : ['makes', 'structural edit'];
  return exerciseProblem(`wrong-${key}`, at, [
    `\`${key}\` is ${written}, but the solution ${does} ${measured} ${noun}${measured === 1 ? '' : 's'}`,
    `write \`${key}: ${measured}\``
  ]);
}

export function missingStartError(at: Place, code: string): Diagnostic {
  return exerciseProblem('no-start-error', at, [
    `the start has no problem \`${code}\``,
    '`startErrors` names the codes that the start is meant to have'
  ]);
}

/** `teaches` names what the glossary does not have. @param terms the glossary's */
export function unknownTerm(at: Place, term: string, terms: readonly string[]): Diagnostic {
  const near = nearest(term, terms);
  return exerciseProblem('unknown-term', at, [
    `the glossary has no term \`${term}\``,
    near === null ? 'name terms as the glossary does, or leave them out' : `did you mean \`${near}\`?`
  ]);
}

/** @param mutant as mutants.ts calls it */
export function survives(at: Place, mutant: string): Diagnostic {
  return exerciseProblem('survivor', at, [
    `nobody notices the mutant \`${mutant}\``,
    'add a probe that it fails, or say under `survivors` why none is needed'
  ]);
}

export function noSurvivor(at: Place, mutant: string): Diagnostic {
  return exerciseProblem(
    'no-survivor',
    at,
    [
      `\`${mutant}\` is explained, but does not survive`,
      'take the explanation out, or write the name as `bouncer check --mutants` does'
    ],
    'warning'
  );
}

/** The first few of many. */
function some(lines: readonly string[]): string {
  return lines.length > 3
    ? `${lines.slice(0, 3).join('; ')}; and ${lines.length - 3} more`
    : lines.join('; ');
}
