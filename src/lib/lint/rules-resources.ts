/**
 * Pairs of action and resource that never meet, in any service: each action acts on resources of certain types.
 * Source: Service Authorization Reference, the tables of actions and of resource types; RES-09, RES-10.
 */
import { resourcesOf } from '../catalog/action-resources.ts';
import { splitAction, type CatalogueAction } from '../catalog/catalogue.ts';
import type { Pattern } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { factsOf, isPlain, type Facts } from './facts.ts';
import { warn, type StatementRule } from './found.ts';

const resources: StatementRule = ({ action, resource }, { catalogue, kind }) => {
  if (!catalogue || !resource || resource.negated || action.negated) return [];
  const texts = resource.patterns.map(({ text }) => text);
  if (texts.length === 0 || (kind === 'resource' && !texts.every((text) => text.startsWith('arn:'))))
    return [];
  const facts = factsOf(catalogue);
  return action.patterns.flatMap((pattern) =>
    isToldElsewhere(pattern.text, texts, kind === 'resource') ? [] : (idle(pattern, texts, facts) ?? [])
  );
};

/** What rules-s3 says of buckets and objects, and what AWS itself says of a bucket's policy when it is put there. */
function isToldElsewhere(action: string, texts: readonly string[], isOfResource: boolean): boolean {
  if (splitAction(action).prefix.toLowerCase() !== 's3') return false;
  return isOfResource || texts.some((text) => /^arn:[^:]*:s3::(?:\d{12})?:/.test(text));
}

/** Null for a pattern that means something here, and where that cannot be told. */
function idle(pattern: Pattern, texts: readonly string[], facts: Facts): Diagnostic | null {
  const held = facts.held(pattern.text, 'whole services too');
  if (held === 'open' || held.length === 0 || facts.anyFits(pattern.text, held, texts)) return null;
  const acting = held.find((action) => resourcesOf(action).length > 0);
  return acting ? neverOn(pattern, held, acting) : needsStar(pattern, held);
}

function needsStar(pattern: Pattern, held: readonly CatalogueAction[]): Diagnostic {
  const help = 'give it a statement with `"Resource": "*"`';
  const message = isPlain(pattern.text)
    ? `\`${nameOf(pattern, held)}\` is asked of \`*\` alone, so no ARN ever matches it`
    : `all that \`${pattern.text}\` means is asked of \`*\` alone, so no ARN ever matches it`;
  return warn('action-needs-star', pattern, { message, help });
}

function neverOn(pattern: Pattern, held: readonly CatalogueAction[], acting: CatalogueAction): Diagnostic {
  const [type] = resourcesOf(acting).map(({ type }) => type.arns[0] ?? type.type);
  const [message, who] = isPlain(pattern.text)
    ? [`\`${nameOf(pattern, held)}\` never acts on what is listed here`, 'it']
    : [`nothing that \`${pattern.text}\` means acts on what is listed here`, `\`${acting.id}\``];
  return warn('action-never-on-resource', pattern, { message, help: `${who} acts on \`${type ?? ''}\`` });
}

/** As AWS spells it. */
function nameOf({ text }: Pattern, [first]: readonly CatalogueAction[]): string {
  return first?.id ?? text;
}

export const RESOURCE_RULES: readonly StatementRule[] = [resources];
