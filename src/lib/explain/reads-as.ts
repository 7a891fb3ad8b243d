/**
 * What a statement says, as an English sentence made from its elements: who, may or may never, do what, on what, when.
 * Parts that stand for an element name its place, so that pointing at the words points at the JSON. Never throws.
 */
import type { Statement } from '../policy/document.ts';
import type { PolicyType } from '../world/world.ts';
import { readAction, readResource } from './reads-as-what.ts';
import { readCondition } from './reads-as-when.ts';
import { readHolder, readPrincipal } from './reads-as-who.ts';
import { between, type Bearing, type Read, type ReadPart, type ReadsAs } from './reads-as-part.ts';

/** The sentence of a statement, with a full stop. */
export function readsAs(statement: Statement, bearing: Bearing): ReadsAs {
  const isDeny = statement.effect === 'Deny';
  const who = statement.principal
    ? readPrincipal(statement.principal, bearing, isDeny)
    : readHolder(bearing, isDeny);
  const action = readAction(statement, bearing);
  const resource = readResource(statement, bearing);
  const conditions = statement.conditions.map((condition) => readCondition(condition, bearing.words));
  const parts = [
    effectPart(statement, bearing),
    ...who.parts,
    ...(roomIsLeft(statement, bearing) ? [between(' to ')] : [between(' ')]),
    ...action.parts,
    ...resource.parts,
    ...when(conditions, isDeny),
    between('.')
  ];
  const notes = [who, action, resource, ...conditions].flatMap((read) => read.notes);
  return { parts: joined(parts), notes: [...new Set([...notes, ...exemption(statement, bearing)])] };
}

/** SVC-31, EVAL-03b: said where the statement would keep somebody from something. */
function exemption(
  { effect, action, conditions }: Statement,
  { type, exempt = [], words }: Bearing
): string[] {
  const isOpen =
    effect === 'Allow' && conditions.length === 0 && action.patterns.some(({ text }) => text === '*');
  if (isOpen && !action.negated) return [];
  return exempt.map((id) =>
    type === 'rcp'
      ? `What ${words.account(id)} owns is exempt: it is the management account.`
      : `${words.account(id)} is exempt: it is the management account.`
  );
}

/** Kinds that only limit (EVAL-03, EVAL-04, EVAL-05, EVAL-18b, EVAL-19): an Allow in them grants nothing. */
const CEILINGS: ReadonlySet<PolicyType | null> = new Set(['scp', 'rcp', 'boundary', 'session', 'endpoint']);

function roomIsLeft({ effect }: Statement, { type }: Bearing): boolean {
  return effect === 'Allow' && CEILINGS.has(type);
}

function effectPart(statement: Statement, bearing: Bearing): ReadPart {
  const text =
    statement.effect === 'Deny' ? 'Never let ' : roomIsLeft(statement, bearing) ? 'Leave room for ' : 'Let ';
  return { text, element: 'Effect', path: `${statement.path}/Effect`, all: [statement.effect] };
}

/** COND-04: all of them must hold. An Allow with conditions allows only then. */
function when(conditions: readonly Read[], isDeny: boolean): readonly ReadPart[] {
  return conditions.flatMap(({ parts }, at) => [
    between(at > 0 ? ', and ' : isDeny ? ', when ' : ', only when '),
    ...parts
  ]);
}

/** Neighbours that are words between become one. */
function joined(parts: readonly ReadPart[]): readonly ReadPart[] {
  const out: ReadPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last?.element === null && part.element === null) out[out.length - 1] = between(last.text + part.text);
    else if (part.text !== '') out.push(part);
  }
  return out;
}
