/**
 * The statements of some policies by action, so that a request meets those only whose Action element is about it:
 * a fixed name is looked up, a wildcard in the name is tried within its service, the rest always.
 */
import { matchesGlob } from '../policy/pattern.ts';
import { compile, type CompiledAction, type CompiledStatement } from './compile.ts';
import type { ApplicablePolicy } from './trace.ts';

/** The statements whose Action element covers one action. */
export interface Candidates {
  readonly denies: readonly CompiledStatement[];
  readonly allows: readonly CompiledStatement[];
}

/** With fewer statements than these, looking at each is quicker than looking up. */
const FEW = 12;
/** More actions than anybody asks in a row; forgotten all at once. */
const MOST = 512;

export class StatementIndex {
  /** Whether one of the policies is broken (GRAM-01). */
  readonly isBroken: boolean;
  readonly #headings: Headings | null;
  readonly #few: readonly CompiledStatement[];
  #asked: Map<string, Candidates> | null = null;
  #action: string | null = null;
  #latest: Candidates = NOBODY;

  constructor(policies: readonly ApplicablePolicy[]) {
    const statements = policies.flatMap(({ document }) => (document ? compile(document).statements : []));
    this.isBroken = policies.some(({ document }) => document === null);
    this.#headings = statements.length > FEW ? new Headings(statements) : null;
    this.#few = statements.length > FEW ? [] : statements;
  }

  /** @param action in lower case */
  candidates(action: string): Candidates {
    if (action === this.#action) return this.#latest;
    this.#latest = this.#headings
      ? this.#remembered(this.#headings, action)
      : toCandidates(this.#few.filter((each) => holdsActions(each, action)));
    this.#action = action;
    return this.#latest;
  }

  #remembered(headings: Headings, action: string): Candidates {
    this.#asked ??= new Map();
    const known = this.#asked.get(action);
    if (known) return known;
    const made = toCandidates(headings.find(action));
    if (this.#asked.size >= MOST) this.#asked.clear();
    this.#asked.set(action, made);
    return made;
  }
}

const NO_STATEMENTS: readonly CompiledStatement[] = [];
const NOBODY: Candidates = { denies: NO_STATEMENTS, allows: NO_STATEMENTS };

function toCandidates(statements: readonly CompiledStatement[]): Candidates {
  if (statements.length === 0) return NOBODY;
  return {
    denies: statements.filter(({ isDeny }) => isDeny),
    allows: statements.filter(({ isDeny }) => !isDeny)
  };
}

/** Many statements, each under what its Action element begins with. */
class Headings {
  readonly #exact = new Map<string, CompiledStatement[]>();
  readonly #byService = new Map<string, CompiledStatement[]>();
  readonly #rest: CompiledStatement[] = [];

  constructor(statements: readonly CompiledStatement[]) {
    for (const statement of statements) this.#add(statement);
  }

  find(action: string): readonly CompiledStatement[] {
    const wild = [...(this.#byService.get(serviceIn(action)) ?? []), ...this.#rest];
    return [
      ...(this.#exact.get(action) ?? []),
      ...wild.filter((statement) => holdsActions(statement, action))
    ];
  }

  /** Under one kind of heading only, so that no statement is found twice: the widest that one of its entries needs. */
  #add(statement: CompiledStatement): void {
    const headings = statement.actionRule.negated ? [''] : statement.actions.map(headingOf);
    if (headings.includes('')) {
      this.#rest.push(statement);
      return;
    }
    const services = new Set(headings.map(serviceIn));
    if (statement.actions.some(({ glob }) => glob.rest !== 'nothing')) {
      for (const service of services) put(this.#byService, service, statement);
    } else {
      for (const name of new Set(headings)) put(this.#exact, name, statement);
    }
  }
}

/** What an entry begins with for sure, if its service is sure: `s3:get` of `s3:Get*`; else nothing. */
function headingOf({ glob }: CompiledAction): string {
  return glob.rest === 'nothing' || glob.prefix.includes(':') ? glob.prefix : '';
}

function serviceIn(action: string): string {
  return action.slice(0, action.indexOf(':') + 1);
}

function put(under: Map<string, CompiledStatement[]>, heading: string, statement: CompiledStatement): void {
  const list = under.get(heading);
  if (list) list.push(statement);
  else under.set(heading, [statement]);
}

/** Whether the Action or NotAction element covers an action in lower case (ACT-02, ACT-03, ACT-06, GRAM-14). */
function holdsActions({ actions, actionRule }: CompiledStatement, action: string): boolean {
  if (actionRule.isEmpty) return false;
  for (const { glob } of actions) if (matchesGlob(glob, action)) return !actionRule.negated;
  return actionRule.negated;
}
