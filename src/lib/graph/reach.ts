/** What a statement reaches: which listed resources and roles its Action and Resource elements are about. */
import { s3Levels, type S3Levels } from '../catalog/s3-levels.ts';
import type { Pattern, PatternPart, Statement } from '../policy/document.ts';
import { EMPTY_GLOB, matchesGlob, matchesPattern, toGlob, toParts } from '../policy/pattern.ts';
import type { Glob } from '../policy/pattern.ts';
import type { Target } from './targets.ts';

/** What a statement says about one target; `actions` as written. Null when it says nothing about it. */
export interface Reach {
  readonly actions: readonly string[];
  /** `iam:PassRole` is drawn as an edge of its own. */
  readonly passes: boolean;
  /** Something beside `iam:PassRole`. */
  readonly acts: boolean;
}

interface Entry {
  readonly glob: Glob;
  /** Only of a pattern that has to be worked through. */
  readonly symbols: readonly (string | PatternPart)[];
}

/** A statement with its patterns compiled once for many targets. */
export interface Scope {
  readonly statement: Statement;
  readonly entries: readonly Entry[];
  readonly actions: readonly NamedAction[];
  /** Some Resource entry is exactly `*`. */
  readonly everywhere: boolean;
}

/** An action pattern, taken apart once. */
interface NamedAction {
  /** As written. */
  readonly text: string;
  readonly lower: string;
  readonly service: string;
  readonly serviceParts: readonly PatternPart[];
  readonly isPassRole: boolean;
}

/** Compiles the Resource element; variables stand for any run of characters. */
export function scopeOf(statement: Statement): Scope {
  const patterns = statement.resource?.patterns ?? [];
  return {
    statement,
    entries: patterns.map((pattern) => {
      const parts = partsOf(pattern);
      const glob = toGlob(parts) ?? EMPTY_GLOB;
      return { glob, symbols: glob.rest === 'more' ? symbolsOf(parts) : [] };
    }),
    actions: statement.action.negated ? [] : statement.action.patterns.map(({ text }) => toAction(text)),
    everywhere: patterns.some((pattern) => pattern.text === '*')
  };
}

function toAction(text: string): NamedAction {
  const lower = text.toLowerCase();
  const [service = ''] = lower.split(':', 1);
  const isPassRole = /^iam:\*?pass/.test(lower);
  return { text, lower, service, serviceParts: toParts(service, false), isPassRole };
}

/** Whether it names things so loosely that only those of the identity's own account count. */
export function isVague({ statement, everywhere }: Scope): boolean {
  return everywhere || statement.resource?.negated === true;
}

/** How much work it is to ask about one target: entries, and characters to work through, in dozens of steps. */
export function effortOf({ entries }: Scope, { id }: Target): number {
  return entries.reduce(
    (sum, { glob, symbols }) => sum + 1 + (glob.rest === 'more' ? (symbols.length * id.length) / 64 : 0),
    0
  );
}

/** Whether the statement is about everything: both Action and Resource have a bare `*`. */
export function isEverything({ statement, everywhere }: Scope): boolean {
  const { action, resource } = statement;
  if (action.negated || resource === null || resource.negated) return false;
  return everywhere && action.patterns.some((pattern) => pattern.text === '*');
}

/**
 * What an identity-based statement says about a target. A bare `*` counts for the identity's own account only:
 * elsewhere the other side must name it, and then there is an edge from that.
 *
 * @param home account of the identity that has the statement
 */
export function reachOf(scope: Scope, target: Target, home: string): Reach | null {
  const { statement } = scope;
  if (statement.resource === null) return null;
  const named = statement.resource.negated ? !covers(scope, target) : covers(scope, target);
  const vague = isVague(scope);
  if (!named || (vague && target.account !== home)) return null;
  if (statement.action.negated) return { actions: actionsSaid(statement), passes: false, acts: true };
  const meant = statement.resource.negated ? ALL_LEVELS : bucketLevels(scope, target.id);
  const actions = scope.actions.filter(
    (action) => isAbout(action, target, vague) && actsOn(action.lower, meant)
  );
  if (actions.length === 0) return null;
  const passing = target.kind === 'role' ? actions.filter(({ isPassRole }) => isPassRole) : [];
  return {
    actions: actions.map(({ text }) => text),
    passes: passing.length > 0,
    acts: passing.length < actions.length
  };
}

/** Action patterns as written; a NotAction with several is told by their count, which is none of actions. */
export function actionsSaid({ action: { negated, patterns } }: Statement): readonly string[] {
  const texts = patterns.map(({ text }) => text);
  if (!negated) return texts;
  return [`all but ${texts.length === 1 ? (texts[0] ?? '') : `${texts.length} patterns`}`];
}

/** Whether a Resource entry is the target's ARN, or a part of it: an object, a log stream, an index. */
function covers({ entries }: Scope, { id, kind }: Target): boolean {
  return entries.some(({ glob, symbols }) => {
    if (matchesGlob(glob, id)) return true;
    return kind === 'resource' && ['/', ':'].some((sign) => namesWithin(glob, symbols, id + sign));
  });
}

const ALL_LEVELS: S3Levels = { bucket: true, object: true };

/** Of a bucket's ARN what Resource names: the bucket itself, objects in it. All of what is no bucket. */
function bucketLevels({ entries, everywhere }: Scope, id: string): S3Levels {
  if (everywhere || !BUCKET.test(id)) return ALL_LEVELS;
  return {
    bucket: entries.some(({ glob }) => matchesGlob(glob, id)),
    object: entries.some(({ glob, symbols }) => namesWithin(glob, symbols, `${id}/`))
  };
}

const BUCKET = /^arn:[^:]*:s3:::[^/:]+$/;

/** Whether a pattern holds an action that acts on what is meant: s3:GetObject never does on a bucket (RES-10). */
function actsOn(action: string, meant: S3Levels): boolean {
  if (meant.bucket && meant.object) return true;
  const levels = levelsOf(action);
  return (meant.bucket && levels.bucket) || (meant.object && levels.object);
}

/** Remembered answers; all are forgotten when there are more. */
const MOST_KNOWN = 2000;
const known = new Map<string, S3Levels>();

function levelsOf(action: string): S3Levels {
  const before = known.get(action);
  if (before) return before;
  const parts = toParts(action, false);
  const levels = s3Levels((name) => matchesPattern(parts, name));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(action, levels);
  return levels;
}

/** Whether a statement of a bucket's own policy can be about anything of that bucket; true of what is no bucket. */
export function canActOn(statement: Statement, id: string): boolean {
  if (!BUCKET.test(id) || statement.resource === null || statement.resource.negated) return true;
  if (statement.action.negated) return true;
  const meant = bucketLevels(scopeOf(statement), id);
  return statement.action.patterns.some(({ text }) => actsOn(text.toLowerCase(), meant));
}

/** Whether a pattern can name something that begins with a prefix; most patterns tell without being worked through. */
function namesWithin({ prefix, rest }: Glob, symbols: Entry['symbols'], begin: string): boolean {
  if (prefix.startsWith(begin)) return true;
  if (rest === 'nothing' || !begin.startsWith(prefix)) return false;
  return rest === 'anyRun' || canExtend(symbols, begin);
}

/** Whether an action pattern can be about this kind of target; a vague Resource needs an action that says so. */
function isAbout(action: NamedAction, target: Target, vague: boolean): boolean {
  const { lower, service, serviceParts, isPassRole } = action;
  if (lower === '*') return true;
  if (target.kind !== 'role') return matchesPattern(serviceParts, target.service);
  if (isPassRole || lower.startsWith('sts:assumerole') || lower === 'sts:*') return true;
  return !vague && (service === 'iam' || service === 'sts');
}

/** A variable may become anything. */
function partsOf(pattern: Pattern): readonly PatternPart[] {
  return pattern.parts.map((part) => (part.kind === 'variable' ? { kind: 'anyRun' } : part));
}

/** The characters of a pattern, with its wildcards as parts. */
function symbolsOf(parts: readonly PatternPart[]): readonly (string | PatternPart)[] {
  return parts.flatMap((part): readonly (string | PatternPart)[] =>
    part.kind === 'literal' ? Array.from(part.text) : [part]
  );
}

/** Whether some text that starts with the prefix matches. Time O(pattern × prefix). */
function canExtend(symbols: readonly (string | PatternPart)[], prefix: string): boolean {
  let states = withStars(symbols, new Set([0]));
  for (const char of prefix) {
    const next = new Set<number>();
    for (const state of states) {
      const symbol = symbols[state];
      if (isRun(symbol)) next.add(state);
      else if (symbol !== undefined && (symbol === char || typeof symbol !== 'string')) next.add(state + 1);
    }
    if (next.size === 0) return false;
    states = withStars(symbols, next);
  }
  return true;
}

/** A star may also stand for nothing: adds the states behind it. */
function withStars(symbols: readonly (string | PatternPart)[], states: Set<number>): Set<number> {
  for (const state of states) if (isRun(symbols[state])) states.add(state + 1);
  return states;
}

function isRun(symbol: string | PatternPart | undefined): boolean {
  return typeof symbol === 'object' && symbol.kind === 'anyRun';
}
