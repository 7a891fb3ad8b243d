/** What a statement lets one do, and on what: Action and Resource and their `Not…` forms. */
import type { Pattern, PatternElement, Statement } from '../policy/document.ts';
import { lastName, splitArn } from '../world/arn.ts';
import { list } from './nouns.ts';
import { between, type Bearing, type Read, type ReadPart } from './reads-as-part.ts';
import type { Words } from './words.ts';

/** Becoming a role is what a trust policy is about (SVC-01). */
const BECOMING = /^sts:assumerole(?:with(?:saml|webidentity))?$/i;

/** The Action or NotAction, as a verb. */
export function readAction({ action, effect }: Statement, bearing: Bearing): Read {
  const part = partOf(action, 'Action');
  const texts = action.patterns.map(({ text }) => text);
  const isDeny = effect === 'Deny';
  if (texts.length === 0) {
    // GRAM-14
    const text = action.negated ? 'do anything' : 'do nothing';
    return { parts: [part(text)], notes: ['The list of actions is empty.'] };
  }
  const isAll = texts.some((text) => text === '*' || text === '*:*'); // ACT-04
  if (!action.negated)
    return isAll ? { parts: [part('do anything')], notes: [] } : called(texts, isDeny, part, bearing);
  const text = isAll ? 'do nothing at all' : `do anything but ${list(texts)}`;
  return { parts: [part(text)], notes: isAll ? [] : [notActionNote(isDeny)] };
}

type ToPart = (text: string) => ReadPart;

function called(texts: readonly string[], isDeny: boolean, part: ToPart, bearing: Bearing): Read {
  const role = roleOf(bearing);
  const ways = texts.filter((text) => BECOMING.test(text));
  if (role === null || ways.length === 0) {
    const on = role === null ? '' : ` on ${role}`;
    return { parts: [part(`call ${list(texts, isDeny ? 'or' : 'and')}`), between(on)], notes: [] };
  }
  const others = texts.filter((text) => !BECOMING.test(text));
  const also = others.length === 0 ? '' : `, with ${list(others)}`;
  return { parts: [part(`become ${role}${also}`)], notes: [] };
}

/** ACT-06: of all services, those not listed too. */
function notActionNote(isDeny: boolean): string {
  return isDeny
    ? 'What is listed is only spared here; something else must still allow it.'
    : 'That is every other action of every service, those AWS adds later too.';
}

/** The role whose door this is; null for policies that are no trust policy. */
function roleOf({ origin, targets, words }: Bearing): string | null {
  const [target] = targets;
  return origin === 'trust' && target !== undefined ? words.principal(target).replace(/@.*$/, '') : null;
}

/** The Resource or NotResource; nothing where there is none, as in trust policies (GRAM-12). */
export function readResource({ resource, effect }: Statement, bearing: Bearing): Read {
  if (!resource) return { parts: [], notes: [] };
  const part = partOf(resource, 'Resource');
  const { patterns, negated } = resource;
  if (patterns.length === 0) {
    return {
      parts: [between(' on '), part(negated ? 'anything' : 'nothing')],
      notes: ['The list of resources is empty.']
    };
  }
  const isAll = patterns.some(({ text }) => text === '*');
  const named = list(
    patterns.map((pattern) => resourceWords(pattern, bearing.words)),
    effect === 'Deny' ? 'or' : 'and'
  );
  const text = negated
    ? isAll
      ? 'nothing at all'
      : `anything but ${named}`
    : isAll
      ? whole(bearing)
      : named;
  const notes = negated && !isAll && effect === 'Allow' ? [NOT_RESOURCE] : [];
  return { parts: [between(' on '), part(text)], notes: [...notes, ...variableNotes(patterns)] };
}

/** RES-08 */
const NOT_RESOURCE = 'That is every other resource of every account that lets it happen.';

/** In the policy of a KMS key `*` is the key itself (SVC-03). */
function whole({ type, targets }: Bearing): string {
  const isKey = type === 'resource' && targets.length === 1 && splitArn(targets[0] ?? '')?.service === 'kms';
  return isKey ? 'this key' : 'anything';
}

function resourceWords({ text }: Pattern, words: Words): string {
  const inside = /^(arn:[^:]*:s3:::[^*?${}]+)\/\*$/.exec(text)?.[1];
  if (inside !== undefined) return `everything in ${words.resource(inside)}`;
  const arn = splitArn(text);
  return arn?.account === '*' ? `${words.value(lastName(text))} in any account` : words.resource(text);
}

/** VAR-01: filled in from the request's own facts. */
export function variableNotes(patterns: readonly Pattern[]): readonly string[] {
  const keys = patterns.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'variable' ? [part.key] : []))
  );
  const [first] = keys;
  return first === undefined ? [] : [`\${${first}} is filled in from the request.`];
}

function partOf({ path, patterns }: PatternElement, element: 'Action' | 'Resource'): ToPart {
  const all = patterns.map(({ text }) => text);
  return (text) => ({ text, element, path, all });
}
