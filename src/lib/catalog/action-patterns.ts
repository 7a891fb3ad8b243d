/** Which actions a pattern such as `s3:Get*` holds, as far as the services are loaded (ACT-01 to ACT-06). */
import type { CatalogueAction } from './catalogue.ts';
import type { ActionFacts, Catalogue, ServiceFacts } from './service.ts';
import { canMeet, fromPattern, fromText, leastLength, type Symbols } from './wild.ts';

export interface HeldActions {
  /** By service and name, in alphabetical order. */
  readonly actions: readonly CatalogueAction[];
  /** Prefixes of services that may have further ones, but are not loaded. */
  readonly unloaded: readonly string[];
}

/**
 * The actions that match at least one of the patterns; with `negated` (NotAction) those of every service that match
 * none of them.
 *
 * @param patterns as written in Action or NotAction; compared without case (ACT-02)
 */
export function actionsMatching(
  catalogue: Catalogue,
  patterns: readonly string[],
  negated = false
): HeldActions {
  const wanted = patterns.map(toActionPattern);
  const actions: CatalogueAction[] = [];
  const unloaded: string[] = [];
  for (const prefix of catalogue.prefixes) {
    const here = wanted.filter((pattern) => meansService(pattern, prefix));
    if (here.length === 0 && !negated) continue;
    // Nothing of the service is left: no need to know what there is.
    if (negated && here.some((pattern) => pattern.isAll)) continue;
    const service = catalogue.service(prefix);
    if (service) actions.push(...heldIn(service, here, negated));
    else unloaded.push(prefix);
  }
  return { actions, unloaded };
}

/** Whether a pattern matches an action. Compares without case; anchored (ACT-01). */
export function patternHolds(pattern: string, action: string): boolean {
  return meetsText(fromActionText(pattern), action.toLowerCase());
}

/** The prefixes of all services that a pattern can mean, loaded or not: `s3*:Get*` means several, `*` all. */
export function prefixesOf(catalogue: Catalogue, pattern: string): readonly string[] {
  const wanted = toActionPattern(pattern);
  return catalogue.prefixes.filter((each) => meansService(wanted, each));
}

interface ActionPattern {
  /** The one service it means; null where wildcards stand in the prefix. */
  readonly service: string | null;
  readonly prefix: Symbols;
  readonly name: Symbols;
  /** Whether every action of the services it means matches. */
  readonly isAll: boolean;
}

/** A pattern without colon is `*`, every action of every service (ACT-04); any other one means no service. */
function toActionPattern(pattern: string): ActionPattern {
  const colon = pattern.indexOf(':');
  if (colon >= 0) {
    const name = pattern.slice(colon + 1);
    const prefix = pattern.slice(0, colon);
    return {
      service: /[*?]/.test(prefix) ? null : prefix.toLowerCase(),
      prefix: fromActionText(prefix),
      name: fromActionText(name),
      isAll: /^\*+$/.test(name)
    };
  }
  const symbols = fromActionText(pattern);
  const isAll = /^\*+$/.test(pattern);
  return { service: null, prefix: isAll ? symbols : [], name: symbols, isAll };
}

function meansService({ service, prefix }: ActionPattern, wanted: string): boolean {
  return service === null ? meetsText(prefix, wanted) : service === wanted;
}

/** Variables do not work in Action (ACT-05): what looks like one is text. */
function fromActionText(text: string): Symbols {
  return text
    .toLowerCase()
    .split('${')
    .flatMap((part, i) => [...(i === 0 ? [] : fromText('${')), ...fromPattern(part)]);
}

function heldIn(
  service: ServiceFacts,
  patterns: readonly ActionPattern[],
  negated: boolean
): readonly CatalogueAction[] {
  return [...service.actions]
    .filter(
      ([name]) => patterns.some((pattern) => pattern.isAll || meetsText(pattern.name, name)) !== negated
    )
    .map(([, facts]) => toCatalogueAction(service, facts))
    .sort((a, b) => (a.facts.name < b.facts.name ? -1 : 1));
}

function toCatalogueAction(service: ServiceFacts, facts: ActionFacts): CatalogueAction {
  return { id: `${service.prefix}:${facts.name}`, service, facts };
}

/** A pattern that needs more characters than there are is put aside before anything is compared. */
function meetsText(symbols: Symbols, text: string): boolean {
  return leastLength(symbols) <= text.length && canMeet(symbols, fromText(text));
}
