/** What can be said of an exercise by reading it: goals that ask for nothing, pointers to nowhere, names used twice. */
import { parseEmbeddedJson } from '../source/embedded.ts';
import { parent, split } from '../source/pointer.ts';
import { childOf, find, isNull, type Tree, type TreeMap, type TreeText } from '../source/tree.ts';
import { shortNameOf } from '../world/alias.ts';
import { asArn } from '../world/arn.ts';
import type { Arn, World } from '../world/world.ts';
import { unknownReference, type Place } from './diagnostics.ts';
import * as problem from './diagnostics-exercise.ts';
import type { EditFormat, ExerciseFormat } from './format-exercise.ts';
import type { Case } from './scenario.ts';
import type { Log } from './shape.ts';

interface File {
  readonly root: Tree;
  readonly world: World;
  readonly cases: readonly Case[];
}

/** Says in the log what is wrong with it. Names of requests are held by references.ts. */
export function checkExercise(exercise: ExerciseFormat, file: File, log: Log): void {
  checkGoals(exercise, file, log);
  checkUnlocked(exercise, file, log);
  checkHints(exercise, log);
  checkWays(exercise, log);
}

function checkGoals({ goals, probes, map }: ExerciseFormat, { world, cases }: File, log: Log): void {
  if (goals?.length === 0) log.push(problem.noGoals(find(map, 'goals')?.value ?? map));
  const asked = new Set<string>();
  for (const goal of goals ?? []) {
    if ('kind' in goal) checkRequest(goal, { cases, asked, twice: problem.goalTwice }, log);
    else checkOther(goal, world, log);
  }
  const isGoal = new Set(asked);
  for (const probe of probes ?? []) {
    const twice = isGoal.has(probe.text) ? problem.goalAndProbe : problem.goalTwice;
    checkRequest(probe, { cases, asked, twice }, log);
  }
}

interface Asking {
  readonly cases: readonly Case[];
  /** Goals and probes so far. */
  readonly asked: Set<string>;
  readonly twice: (at: Place, request: string) => ReturnType<typeof problem.goalTwice>;
}

function checkRequest(at: TreeText, { cases, asked, twice }: Asking, log: Log): void {
  const found = cases.find(({ id }) => id === at.text);
  if (asked.has(at.text)) log.push(twice(at, at.text));
  else if (found?.expect === null) log.push(problem.withoutExpectation(at, at.text));
  asked.add(at.text);
}

function checkOther({ unreachable, map }: OtherGoal, world: World, log: Log): void {
  const has = (key: string) => find(map, key) !== null;
  if (unreachable !== null) checkPair(map, unreachable, world, log);
  // What is written and could not be read has been complained of.
  else if (!has('unreachable') && !(has('state') && has('equals'))) log.push(problem.unclearGoal(map));
}

type OtherGoal = Exclude<NonNullable<ExerciseFormat['goals']>[number], TreeText>;

function checkPair(map: TreeMap, names: readonly TreeText[], world: World, log: Log): void {
  if (names.length !== 2) log.push(problem.unclearGoal(map));
  for (const at of names) {
    if (principalNamed(world, at.text) === null) {
      log.push(unknownReference(at, 'a user, role or root user', [...namesOf(world).keys()]));
    }
  }
}

/** A user, role or root user by short name or ARN; null for nobody of the world. */
export function principalNamed(world: World, name: string): Arn | null {
  const arn = asArn(name);
  return world.principals.has(arn) ? arn : (namesOf(world).get(name) ?? null);
}

function namesOf(world: World): ReadonlyMap<string, Arn> {
  return new Map(
    [...world.principals.values()].flatMap((each): readonly (readonly [string, Arn])[] => {
      if (each.kind === 'session') return [];
      if (each.kind === 'root') {
        return [[`${world.accounts.get(each.account)?.alias ?? each.account}:root`, each.arn]];
      }
      return [[shortNameOf(world, each), each.arn]];
    })
  );
}

function checkUnlocked({ edit }: ExerciseFormat, { root }: File, log: Log): void {
  for (const { at, map } of edit ?? []) {
    if (at !== null && !leads(root, at)) {
      log.push(problem.leadsNowhere(find(map, 'at')?.value ?? map, at));
    }
  }
}

/** Whether something stands at a pointer, or a map around it: what is unlocked may be made by the one who solves. */
function leads(root: Tree, pointer: string): boolean {
  if (reach(root, pointer)) return true;
  const around = reach(root, parent(pointer));
  return around !== null && (around.kind === 'map' || isNull(around));
}

/** What stands at a pointer, which may lead into a policy that is written as a block of JSON. */
function reach(root: Tree, pointer: string): Tree | null {
  let tree: Tree | null = root;
  for (const key of split(pointer)) {
    const inside: Tree | null = tree.kind === 'text' && tree.quoted ? parseEmbeddedJson(tree).value : tree;
    tree = inside && childOf(inside, key);
    if (tree === null) return null;
  }
  return tree;
}

function checkHints({ hints, number, map }: ExerciseFormat, log: Log): void {
  const written = find(map, 'hints')?.value ?? null;
  if (hints === null && written !== null) return; // no list: that has been said
  const count = hints?.length ?? 0;
  const isNumbered = number !== null;
  if (count > 3 || (isNumbered && count < 3)) log.push(problem.hints(written ?? map, count, isNumbered));
  const empty = itemsOf(written).filter((item) => item.kind === 'text' && item.text.trim() === '');
  log.push(...empty.map(problem.emptyHint));
}

function itemsOf(tree: Tree | null): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

function checkWays({ solution, alternatives, decoys }: ExerciseFormat, log: Log): void {
  checkEdits(solution ?? [], log);
  for (const ways of [alternatives ?? [], decoys ?? []]) checkNamed(ways, log);
  for (const { name, says, map } of decoys ?? []) {
    if ((says ?? '').trim() === '') log.push(problem.saysNothing(map, name ?? ''));
  }
}

function checkNamed(ways: NonNullable<ExerciseFormat['decoys']>, log: Log): void {
  const names = new Set<string | null>([null]);
  for (const { name, edits, map } of ways) {
    if (name !== null && names.has(name)) log.push(problem.nameTwice(find(map, 'name')?.value ?? map, name));
    names.add(name);
    checkEdits(edits ?? [], log);
  }
}

function checkEdits(edits: readonly EditFormat[], log: Log): void {
  for (const { set, remove, map } of edits) {
    if ((set !== null) === (remove === true)) log.push(problem.unclearEdit(map));
  }
}
