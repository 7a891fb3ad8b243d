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

/** More actions than anybody asks in a row; forgotten all at once. */
const MOST = 512;

export class StatementIndex {
  /** Whether one of the policies is broken (GRAM-01). */
  readonly isBroken: boolean;
  readonly #exact = new Map<string, CompiledStatement[]>();
  readonly #byService = new Map<string, CompiledStatement[]>();
  readonly #rest: CompiledStatement[] = [];
  readonly #asked = new Map<string, Candidates>();

  constructor(policies: readonly ApplicablePolicy[]) {
    let isBroken = false;
    for (const { document } of policies) {
      if (document) for (const statement of compile(document).statements) this.#add(statement);
      else isBroken = true;
    }
    this.isBroken = isBroken;
  }

  /** @param action in lower case */
  candidates(action: string): Candidates {
    const known = this.#asked.get(action);
    if (known) return known;
    const made = this.#find(action);
    if (this.#asked.size >= MOST) this.#asked.clear();
    this.#asked.set(action, made);
    return made;
  }

  #find(action: string): Candidates {
    const denies: CompiledStatement[] = [];
    const allows: CompiledStatement[] = [];
    const take = (statement: CompiledStatement) => (statement.isDeny ? denies : allows).push(statement);
    for (const statement of this.#exact.get(action) ?? []) take(statement);
    for (const statement of this.#byService.get(serviceIn(action)) ?? []) {
      if (holdsActions(statement, action)) take(statement);
    }
    for (const statement of this.#rest) if (holdsActions(statement, action)) take(statement);
    return { denies, allows };
  }

  /** Under one heading only, so that no statement is found twice: the widest that one of its entries needs. */
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
export function holdsActions({ actions, actionRule }: CompiledStatement, action: string): boolean {
  if (actionRule.isEmpty) return false;
  for (const { glob } of actions) if (matchesGlob(glob, action)) return !actionRule.negated;
  return actionRule.negated;
}

const indexes = new WeakMap<readonly ApplicablePolicy[], StatementIndex>();

/** The index of a list of policies; kept as long as the list is. */
export function indexOf(policies: readonly ApplicablePolicy[]): StatementIndex {
  const known = indexes.get(policies);
  if (known) return known;
  const made = new StatementIndex(policies);
  indexes.set(policies, made);
  return made;
}
