/**
 * What AWS has for a place of a policy: services and their actions, ARNs of the resources that a statement's actions
 * take, condition keys that their requests carry. Of services that have not come yet nothing is offered, but asked for.
 */
import { ACCESS_LEVELS } from '../catalog/held.ts';
import { actionsMatching, prefixesOf } from '../catalog/action-patterns.ts';
import { listedKeysOf } from '../catalog/action-keys.ts';
import { resourcesOf } from '../catalog/action-resources.ts';
import { splitAction, type CatalogueAction } from '../catalog/catalogue.ts';
import type { KeyFacts } from '../catalog/service.ts';
import type { Choice } from './completion-choice.ts';
import type { Services } from './services.ts';

/** What stands around the cursor, beside the path to it. */
export interface Around {
  /** What has been typed of the word, up to the cursor. */
  readonly typed: string;
  /** Patterns in the Action of the statement around it. */
  readonly actions: readonly string[];
}

/** Services until a colon is typed, then the actions of the one before it, with their access level. */
export function actionChoices({ catalogue, want }: Services, { typed }: Around): readonly Choice[] {
  const { prefix } = splitAction(typed);
  if (!typed.includes(':')) {
    return catalogue.prefixes.map((each) => ({
      text: `${each}:`,
      about: catalogue.nameOf(each) ?? '',
      kind: 'service'
    }));
  }
  want([prefix]);
  const service = catalogue.service(prefix);
  return [...(service?.actions.values() ?? [])]
    .map(({ name, access }): Choice => ({ text: `${prefix}:${name}`, about: access, kind: 'action' }))
    .sort((a, b) => rank(a) - rank(b) || (a.text < b.text ? -1 : 1));
}

/** `Read` for `s3:GetObject`; empty for what is no action, or not known yet. */
export function accessOf({ catalogue }: Services, action: string): string {
  const { prefix, name } = splitAction(action);
  return catalogue.service(prefix)?.actions.get(name.toLowerCase())?.access ?? '';
}

function rank({ about }: Choice): number {
  return ACCESS_LEVELS.findIndex((level) => level === about);
}

/** ARNs of the types of resources that the statement's actions take, with a star for each part that is free. */
export function arnChoices(services: Services, around: Around): readonly Choice[] {
  const types = new Map<string, string>();
  for (const action of actionsAround(services, around)) {
    for (const { type } of resourcesOf(action)) {
      for (const arn of type.arns) types.set(starred(arn), type.type);
    }
  }
  return [...types].map(([text, type]) => ({ text, about: `any ${type}`, kind: 'arn' }));
}

/** A `${Partition}` would be read as a policy variable (VAR-02). */
function starred(arn: string): string {
  return arn.replace('${Partition}', 'aws').replace(/\$\{[^}]*\}/g, '*');
}

/** Keys that requests for the statement's actions carry, beside the global ones. */
export function keysAround(services: Services, around: Around): readonly KeyFacts[] {
  const keys = new Map<string, KeyFacts>();
  for (const action of actionsAround(services, around)) {
    for (const facts of listedKeysOf(action)) keys.set(facts.key, facts);
  }
  return [...keys.values()];
}

/** A star alone means every action there is, and so says nothing of the statement. */
function actionsAround({ catalogue, want }: Services, { actions }: Around): readonly CatalogueAction[] {
  const patterns = actions.filter((pattern) => !/^[*:?]*$/.test(splitAction(pattern).prefix));
  want(patterns.flatMap((pattern) => prefixesOf(catalogue, pattern).slice(0, MOST_SERVICES)));
  return actionsMatching(catalogue, patterns).actions;
}

/** A pattern in the prefix may name dozens: one statement is not to fetch them all. */
const MOST_SERVICES = 8;
