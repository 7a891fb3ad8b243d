/** Findings that take AWS's own lists: actions and keys that do not exist or never meet. */
import { keyIn } from '../catalog/action-keys.ts';
import { splitAction } from '../catalog/catalogue.ts';
import { nearAction, nearService } from '../catalog/near.ts';
import type { Catalogue, ServiceFacts } from '../catalog/service.ts';
import type { Condition, Pattern, Statement } from '../policy/document.ts';
import { nearest } from '../source/suggest.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { factsOf, isPlain } from './facts.ts';
import { replaced, withKey } from './fix.ts';
import { keyOf, warn, type StatementRule } from './found.ts';
import { keyFacts } from './keys.ts';
import { isNegated, needsKey } from './operators.ts';

/** GRAM-09. */
const actions: StatementRule = ({ action }, { catalogue }) =>
  catalogue === null ? [] : action.patterns.flatMap((pattern) => unknownAction(pattern, catalogue));

function unknownAction(pattern: Pattern, catalogue: Catalogue): readonly Diagnostic[] {
  const { prefix, name } = splitAction(pattern.text);
  if (name === '' || !isPlain(prefix) || pattern.text.includes('${')) return [];
  if (!catalogue.knows(prefix)) return [unknownService(pattern, catalogue)];
  const service = catalogue.service(prefix);
  if (!service || service.actions.size === 0 || factsOf(catalogue).hasAction(service, name)) return [];
  const near = isPlain(name) ? nearAction(catalogue, pattern.text) : null;
  const message = isPlain(name)
    ? `${service.name} has no action \`${name}\``
    : `no action of ${service.name} fits \`${name}\``;
  const help = near === null ? LISTED : `did you mean \`${near}\`?`;
  const fix = near === null ? null : replaced(pattern, near, 'changed');
  return [warn('unknown-action', pattern, { message, help, fix })];
}

const LISTED = 'the Service Authorization Reference lists the actions of each service';

function unknownService(pattern: Pattern, catalogue: Catalogue): Diagnostic {
  const { prefix, name } = splitAction(pattern.text);
  const near = nearService(catalogue, prefix);
  const message = `AWS has no service \`${prefix}\`, so this means no action`;
  if (near === null) return warn('unknown-service', pattern, { message });
  const fix = replaced(pattern, `${near}:${name}`, 'changed');
  return warn('unknown-service', pattern, { message, help: `did you mean \`${near}\`?`, fix });
}

/** GRAM-15, COND-18. */
const keys: StatementRule = (statement, { catalogue }) =>
  catalogue === null
    ? []
    : statement.conditions.flatMap((condition) => keyFinding(condition, statement, catalogue) ?? []);

function keyFinding(condition: Condition, statement: Statement, catalogue: Catalogue): Diagnostic | null {
  const { key } = condition;
  const { prefix, name } = splitAction(key);
  // What holds no session duration is told apart, in rules-keys.
  if (name === '' || isClaim(prefix) || /^sts:DurationSeconds$/i.test(key)) return null;
  if (/^aws$/i.test(prefix)) {
    return /^aws:(?:RequestTag\/.|TagKeys$)/i.test(key)
      ? neverFinding(condition, statement, catalogue)
      : null;
  }
  const service = catalogue.service(prefix);
  if (!service) return catalogue.knows(prefix) ? null : unknownKey(condition, null);
  const isKnown = keyIn(service, key) !== null || keyFacts(key, null) !== null;
  return isKnown ? neverFinding(condition, statement, catalogue) : unknownKey(condition, service);
}

/** Claims of a token stand under the name of its issuer (KEY-55, KEY-56). */
function isClaim(prefix: string): boolean {
  return /^saml$/i.test(prefix) || prefix.includes('.');
}

function unknownKey(condition: Condition, service: ServiceFacts | null): Diagnostic {
  const { key } = condition;
  const names = service ? [...service.keys.values()].map((facts) => facts.key) : [];
  const near = nearest(
    key,
    names.filter((each) => !/[$<]/.test(each))
  );
  const message = service
    ? `${service.name} has no condition key \`${key}\`, so no request carries it`
    : `AWS has no service \`${splitAction(key).prefix}\`, so no request carries this key`;
  if (near === null) return warn('unknown-service-key', keyOf(condition), { message });
  const fix = withKey(condition, near, 'changed');
  return warn('unknown-service-key', keyOf(condition), { message, help: `did you mean \`${near}\`?`, fix });
}

/** A key that no action of the statement carries: a positive condition never holds, a negated one always does. */
function neverFinding(condition: Condition, statement: Statement, catalogue: Catalogue): Diagnostic | null {
  if (statement.action.negated || (!needsKey(condition) && !isNegated(condition))) return null;
  const { patterns } = statement.action;
  if (patterns.length === 0) return null;
  if (patterns.some(({ text }) => factsOf(catalogue).mayCarry(text, condition.key))) return null;
  const holds = needsKey(condition) ? 'never' : 'always';
  return warn('key-never-with-action', keyOf(condition), {
    message: `no action of this statement carries \`${condition.key}\`, so this ${holds} holds`,
    help: 'the Service Authorization Reference lists the keys of each action'
  });
}

export const FACT_RULES: readonly StatementRule[] = [actions, keys];
