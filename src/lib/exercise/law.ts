/**
 * The law of an exercise: the start fails a goal or a probe; the solution and each alternative pass all; every decoy
 * fails; reverting any single statement that the solution adds or changes fails something. Beside it: nobody edits what
 * is locked, par and moves are what the solution takes.
 */
import type { Place } from '../scenario/diagnostics.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { hasErrors } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import { treeAt } from '../source/tree.ts';
import { applyEdits, type Applied } from './apply.ts';
import * as problem from './diagnostics.ts';
import { vetEdit, type Locked } from './editable.ts';
import { toExercise, type Exercise, type Way } from './exercise.ts';
import { grade, type Grade } from './grade.ts';
import { measure, type Measure, type StatementChange } from './measure.ts';
import { revert } from './revert.ts';
import { failures, goalName } from './tell.ts';

export interface LawReport {
  readonly start: Tried;
  /** Null edits where it could not be made. */
  readonly solution: Tried;
  readonly alternatives: readonly NamedTried[];
  readonly decoys: readonly NamedTried[];
  /** What of the solution is needed, statement by statement. */
  readonly statements: readonly Needed[];
  /** Statements and structural edits that the solution takes; null where it could not be made. */
  readonly measured: { readonly par: number; readonly moves: number } | null;
  /** What the law has against it, warnings among it, at the places of the file. */
  readonly problems: readonly Diagnostic[];
  readonly ok: boolean;
}

/** A state of the file, graded. */
export interface Tried {
  readonly passes: boolean;
  /** Names of goals and probes that are not met; empty for a state that could not be made. */
  readonly fails: readonly string[];
  /** The same in sentences, or why it could not be made. */
  readonly why: readonly string[];
}

export interface NamedTried extends Tried {
  readonly name: string;
}

export interface Needed {
  /** `POLICY#SID`, or with the number of the statement from 1. */
  readonly statement: string;
  readonly kind: StatementChange['kind'];
  /** Goals and probes that fail without it. */
  readonly fails: readonly string[];
}

/**
 * Holds an exercise to the law; null for a file without one. Never throws. Time: that of reading the file for the
 * solution, each alternative and each decoy.
 *
 * @param diagnostics those of the file as it is
 */
export function holdToLaw(scenario: ParsedScenario, diagnostics: readonly Diagnostic[]): LawReport | null {
  const exercise = toExercise(scenario);
  return exercise === null ? null : new Law(scenario, exercise, diagnostics).report();
}

class Law {
  readonly #scenario: ParsedScenario;
  readonly #source: SourceText;
  readonly #exercise: Exercise;
  readonly #diagnostics: readonly Diagnostic[];
  readonly #problems: Diagnostic[] = [];

  constructor(scenario: ParsedScenario, exercise: Exercise, diagnostics: readonly Diagnostic[]) {
    this.#scenario = scenario;
    this.#source = scenario.root.range.source;
    this.#exercise = exercise;
    this.#diagnostics = diagnostics;
  }

  report(): LawReport {
    const start = this.#tried(this.#scenario);
    if (start.passes) this.#problems.push(problem.startPasses(this.#at('/goals')));
    this.#checkStartErrors();
    const { solution, alternatives, decoys } = this.#exercise;
    const solved = this.#make(solution, 'the solution');
    const measured = solved && measure(this.#scenario, solved);
    if (measured) this.#checkPar(measured);
    const report = {
      start,
      solution: this.#mustPass(solution, 'the solution', solved),
      alternatives: alternatives.map((way) => this.#alternative(way)),
      decoys: decoys.map((way) => this.#decoy(way)),
      statements: solved && measured ? this.#needed(solved, measured) : [],
      measured: measured && { par: measured.changes.length, moves: measured.moves.length }
    };
    return { ...report, problems: this.#problems, ok: !hasErrors(this.#problems) };
  }

  #checkStartErrors(): void {
    const there = new Set(this.#diagnostics.map(({ code }) => code));
    for (const code of this.#exercise.startErrors) {
      if (!there.has(code)) this.#problems.push(problem.missingStartError(this.#at('/startErrors'), code));
    }
  }

  #checkPar({ changes, moves }: Measure): void {
    const { par, moves: written } = this.#exercise;
    if (par !== null && par !== changes.length)
      this.#problems.push(problem.wrongPar(this.#at('/par'), 'par', par, changes.length));
    // A file that says nothing of moves says that there are none, once it speaks of par.
    const said = written ?? (par === null ? null : 0);
    if (said !== null && said !== moves.length)
      this.#problems.push(problem.wrongPar(this.#at('/moves', '/par'), 'moves', said, moves.length));
  }

  /** The file with a way's edits in it; null, and the problems told, where they cannot be made. */
  #make(way: Way, what: string): ParsedScenario | null {
    const applied = applyEdits(this.#source, way.changes);
    if (applied.scenario === null) {
      for (const each of applied.diagnostics)
        this.#problems.push(problem.cannotEdit(this.#editAt(way, each.path), each));
      return null;
    }
    this.#checkErrors(way, what, applied);
    for (const locked of vetEdit(this.#exercise.edit, this.#scenario.root, applied.scenario.root))
      this.#problems.push(problem.locked(this.#lockedAt(way, locked), what, locked));
    return applied.scenario;
  }

  #checkErrors(way: Way, what: string, { diagnostics }: Applied): void {
    const { startErrors } = this.#exercise;
    const fresh = diagnostics.find(
      ({ code, severity, path }) =>
        severity === 'error' && !startErrors.includes(code) && !path.startsWith('/exercise')
    );
    const isOld = this.#diagnostics.some(
      ({ code, message }) => code === fresh?.code && message === fresh.message
    );
    if (fresh && !isOld) this.#problems.push(problem.editBreaks(this.#at(null, way.path), what, fresh));
  }

  #mustPass(way: Way, what: string, made: ParsedScenario | null): Tried {
    const tried = made === null ? NOT_MADE : this.#tried(made);
    if (made !== null && !tried.passes)
      this.#problems.push(problem.doesNotSolve(this.#at(null, way.path), what, tried.why));
    return tried;
  }

  #alternative(way: Way): NamedTried {
    const what = `the alternative \`${way.name}\``;
    return { name: way.name, ...this.#mustPass(way, what, this.#make(way, what)) };
  }

  #decoy(way: Way): NamedTried {
    const made = this.#make(way, `decoy \`${way.name}\``);
    const tried = made === null ? NOT_MADE : this.#tried(made);
    if (tried.passes) this.#problems.push(problem.decoyPasses(this.#at(null, way.path), way.name));
    return { name: way.name, ...tried };
  }

  #needed(solved: ParsedScenario, { changes }: Measure): readonly Needed[] {
    if (!grade(this.#exercise, solved).passes) return [];
    return changes
      .filter(({ kind }) => kind !== 'removed')
      .map((change) => {
        const graded = grade(this.#exercise, { ...solved, world: revert(solved.world, change) });
        const statement = statementName(change);
        if (graded.passes) this.#problems.push(problem.notNeeded(this.#at('/solution'), statement));
        return { statement, kind: change.kind, fails: failing(graded) };
      });
  }

  #tried(state: ParsedScenario): Tried {
    const graded = grade(this.#exercise, state);
    return { passes: graded.passes, fails: failing(graded), why: failures(graded, state.cases) };
  }

  /** The place of a part of the exercise, the first of those that is there; else the exercise. */
  #at(...parts: readonly (string | null)[]): Place {
    const paths = parts.flatMap((part) =>
      part === null ? [] : [part.startsWith('/exercise') ? part : `/exercise${part}`]
    );
    for (const path of [...paths, '/exercise']) {
      const tree = treeAt(this.#scenario.root, path);
      if (tree) return { range: tree.range, path };
    }
    return this.#scenario.root;
  }

  /** The edit of a way that has this pointer, else the way. */
  #editAt(way: Way, pointer: string): Place {
    const list = way.name === '' ? way.path : `${way.path}/edits`;
    const index = way.changes.findIndex(({ at }) => at === pointer);
    return this.#at(index < 0 ? null : `${list}/${index}/at`, way.path);
  }

  /** The edit that leads to what is locked, or around it. */
  #lockedAt(way: Way, { at: pointer }: Locked): Place {
    const near = way.changes.find(({ at }) => pointer.startsWith(at) || at.startsWith(pointer));
    return this.#editAt(way, near?.at ?? pointer);
  }
}

const NOT_MADE: Tried = { passes: false, fails: [], why: ['its edits cannot be made'] };

function failing({ goals, probes, broken }: Grade): readonly string[] {
  const marks = [...goals, ...probes].filter(({ isMet }) => !isMet);
  return [...broken.map((id) => `broken ${id}`), ...marks.map(({ goal }) => goalName(goal))];
}

/** `POLICY#SID`, or with its number from 1. */
export function statementName({ policy, before, after }: StatementChange): string {
  const statement = after ?? before;
  const number = Number(/^\/Statement\/(\d+)$/.exec(statement?.path ?? '')?.[1] ?? 0) + 1;
  return `${policy}#${statement?.sid ?? number}`;
}
