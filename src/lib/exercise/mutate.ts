/**
 * Mutations of one statement: the slips that people make, each by itself. What they are called is stable, since files
 * explain survivors by these names.
 */
import type { Condition, Pattern, PatternElement, PrincipalEntry, Statement } from '../policy/document.ts';
import { toParts } from '../policy/pattern.ts';
import type { World } from '../world/world.ts';

export interface Mutation {
  /** What is done: `Resource *`, `without Bool aws:MultiFactorAuthPresent`. */
  readonly name: string;
  /** Null where the statement is gone. */
  readonly statement: Statement | null;
}

/** In a fixed order. Nothing that would leave the statement as it is. */
export function mutationsOf(statement: Statement, world: World): readonly Mutation[] {
  return [
    { name: 'dropped', statement: null },
    ...withoutConditions(statement),
    ...statement.conditions.flatMap((condition) => ofCondition(statement, condition)),
    ...widerAction(statement),
    ...widerResource(statement),
    ...morePrincipals(statement, world)
  ];
}

function withoutConditions(statement: Statement): readonly Mutation[] {
  const { conditions } = statement;
  const without = conditions.map((condition) => ({
    name: `without ${conditionName(condition)}`,
    statement: { ...statement, conditions: conditions.filter((each) => each !== condition) }
  }));
  if (conditions.length < 2) return without;
  return [{ name: 'without conditions', statement: { ...statement, conditions: [] } }, ...without];
}

function conditionName({ operator, key }: Condition): string {
  return `${operator.text} ${key}`;
}

/** What an operator can be slipped into. `Null` has no `IfExists` (COND-12); a negated operator needs none. */
function ofCondition(statement: Statement, condition: Condition): readonly Mutation[] {
  const { operator, key } = condition;
  const put = (name: string, fresh: Condition): Mutation => ({
    name,
    statement: {
      ...statement,
      conditions: statement.conditions.map((each) => (each === condition ? fresh : each))
    }
  });
  const as = (change: Partial<Condition['operator']>, values = condition.values): Mutation => {
    const { set, name, ifExists } = { ...operator, ...change };
    const text = `${set === null ? '' : `${set}:`}${name}${ifExists ? 'IfExists' : ''}`;
    const isStar = values !== condition.values;
    return put(`${text}${isStar ? ' *' : ''} for ${conditionName(condition)}`, {
      ...condition,
      key,
      operator: { text, set, name, ifExists },
      values
    });
  };
  return [
    ...(/^Null$|Not/.test(operator.name) ? [] : [as({ ifExists: !operator.ifExists })]),
    ...otherSet(operator.set).map((set) => as({ set })),
    ...like(operator.name).map((name) => as({ name }, condition.values.slice(0, 1).map(star)))
  ];
}

/** The set operators ask opposite things of the empty set (COND-51, COND-53). */
function otherSet(set: Condition['operator']['set']): readonly ('ForAllValues' | 'ForAnyValue')[] {
  if (set === null) return [];
  return [set === 'ForAllValues' ? 'ForAnyValue' : 'ForAllValues'];
}

/** The operator under which `*` is everything; none for those that have no wildcards or say "not". */
function like(name: string): readonly string[] {
  if (name === 'StringEquals' || name === 'StringEqualsIgnoreCase' || name === 'StringLike')
    return ['StringLike'];
  return name === 'ArnEquals' || name === 'ArnLike' ? ['ArnLike'] : [];
}

function star(at: Pattern): Pattern {
  return withText(at, '*');
}

function withText(at: Pattern, text: string): Pattern {
  return { ...at, text, parts: toParts(text, false) };
}

function widerAction(statement: Statement): readonly Mutation[] {
  const { action } = statement;
  const services = new Set(action.patterns.map(({ text }) => text.split(':')[0]?.toLowerCase() ?? ''));
  return [...services].flatMap((service): readonly Mutation[] => {
    const wide = `${service}:*`;
    const isWide = action.patterns.some(({ text }) => text === '*' || text.toLowerCase() === wide);
    const first = action.patterns[0];
    if (action.negated || isWide || first === undefined || service === '') return [];
    const patterns = [...action.patterns, withText(first, wide)];
    return [{ name: `Action ${wide}`, statement: { ...statement, action: { ...action, patterns } } }];
  });
}

function widerResource(statement: Statement): readonly Mutation[] {
  const { resource } = statement;
  const first = resource?.patterns[0];
  if (!resource || !first || isStar(resource)) return [];
  const wide: PatternElement = { ...resource, negated: false, patterns: [star(first)] };
  return [{ name: 'Resource *', statement: { ...statement, resource: wide } }];
}

function isStar({ negated, patterns }: PatternElement): boolean {
  return !negated && patterns.some(({ text }) => text === '*');
}

/** Everybody, and each account as a whole (PRIN-01, PRIN-02). */
function morePrincipals(statement: Statement, { accounts }: World): readonly Mutation[] {
  const { principal } = statement;
  const first = principal?.entries[0];
  if (!principal || !first || principal.negated || principal.entries.some(({ value }) => value === '*'))
    return [];
  const named = new Set(principal.entries.map(({ value }) => value));
  const put = (name: string, entries: readonly PrincipalEntry[]): Mutation => ({
    name,
    statement: { ...statement, principal: { ...principal, entries } }
  });
  const roots = [...accounts.keys()]
    .filter((id) => !named.has(id) && !named.has(`arn:aws:iam::${id}:root`))
    .map((id) => `arn:aws:iam::${id}:root`);
  return [
    put('Principal *', [{ ...first, type: '*', value: '*' }]),
    ...roots.map((value) =>
      put(`Principal also ${value}`, [...principal.entries, { ...first, type: 'AWS', value }])
    )
  ];
}
