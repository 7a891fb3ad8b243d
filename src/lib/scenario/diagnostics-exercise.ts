/** Problems of the section `exercise` that can be told by reading it. Whether it keeps its law is found by trying. */
import { abridge, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from './diagnostics.ts';

/** A problem of an exercise; `code` comes after `exercise/`. */
export function exerciseProblem(
  code: string,
  at: Place,
  words: readonly [message: string, help: string],
  severity: Diagnostic['severity'] = 'error'
): Diagnostic {
  const [message, help] = words;
  return {
    code: `exercise/${code}`,
    severity,
    message: abridge(message),
    range: at.range,
    path: at.path,
    help: abridge(help)
  };
}

export function withoutExpectation(at: Place, request: string): Diagnostic {
  return exerciseProblem('goal-without-expect', at, [
    `request \`${request}\` says not what is expected of it`,
    `give it \`expect\`: allowed, implicitDeny, explicitDeny or denied`
  ]);
}

export function goalAndProbe(at: Place, request: string): Diagnostic {
  return exerciseProblem('goal-and-probe', at, [
    `request \`${request}\` is a goal and a probe`,
    'a probe is hidden until the goals first pass; leave it in one of the two lists'
  ]);
}

export function goalTwice(at: Place, request: string): Diagnostic {
  return exerciseProblem('duplicate-goal', at, [
    `request \`${request}\` is asked for twice`,
    'once is enough'
  ]);
}

export function unclearGoal(at: Place): Diagnostic {
  return exerciseProblem('unclear-goal', at, [
    'this is no goal',
    'write the id of a request, `{ unreachable: [FROM, TO] }` or `{ state: POINTER, equals: VALUE }`'
  ]);
}

export function noGoals(at: Place): Diagnostic {
  return exerciseProblem('no-goals', at, [
    'there is nothing to reach',
    'name at least one request under `goals`'
  ]);
}

export function leadsNowhere(at: Place, pointer: string): Diagnostic {
  return exerciseProblem('leads-nowhere', at, [
    `nothing stands at \`${pointer}\``,
    'what may be edited is there at the start, or at least the map around it'
  ]);
}

export function unclearEdit(at: Place): Diagnostic {
  return exerciseProblem('unclear-edit', at, [
    'this edit does nothing',
    'write either `set: VALUE` or `remove: true`'
  ]);
}

/** @param isNumbered whether it has a place on the ladder, where three are due */
export function hints(at: Place, count: number, isNumbered: boolean): Diagnostic {
  const due = isNumbered ? 'an exercise with a number has three' : 'an exercise has three at most';
  return exerciseProblem('hints', at, [
    count === 1 ? 'there is 1 hint' : `there are ${count} hints`,
    `${due}: where to look, what it is about, what to write`
  ]);
}

export function emptyHint(at: Place): Diagnostic {
  return exerciseProblem('hints', at, ['this hint is empty', 'say where to look, or leave it out']);
}

export function nameTwice(at: Place, name: string): Diagnostic {
  return exerciseProblem('duplicate-name', at, [
    `\`${name}\` is the name of another one`,
    'names stand in reports; give each its own'
  ]);
}

export function saysNothing(at: Place, name: string): Diagnostic {
  return exerciseProblem(
    'decoy-says-nothing',
    at,
    [`decoy \`${name}\` says nothing`, 'give it `says`: one line for the one who tries it'],
    'warning'
  );
}
