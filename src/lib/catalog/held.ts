/** What patterns of actions hold, as people read it: by access level, with a count of each. */
import { actionsMatching } from './action-patterns.ts';
import type { CatalogueAction } from './catalogue.ts';
import type { AccessLevel, Catalogue } from './service.ts';

/** From what harms least to what harms most. Source: IAM User Guide, "Access levels in policy summaries". */
export const ACCESS_LEVELS: readonly AccessLevel[] = [
  'List',
  'Read',
  'Write',
  'Permissions management',
  'Tagging'
];

export interface HeldLevel {
  readonly level: AccessLevel;
  readonly actions: readonly CatalogueAction[];
}

export interface Held {
  /** Without levels of which there is no action. */
  readonly levels: readonly HeldLevel[];
  readonly count: number;
  /** All actions of the services that were looked into: `count` of so many. */
  readonly outOf: number;
  /** Services that may have more, but are not loaded. */
  readonly unloaded: readonly string[];
}

/** @param negated whether the patterns stand in NotAction: then all else of the services they name is held, see {@link actionsMatching} */
export function heldBy(catalogue: Catalogue, patterns: readonly string[], negated = false): Held {
  const { actions, unloaded } = actionsMatching(catalogue, patterns, negated);
  const services = new Set(actions.map(({ service }) => service));
  const levels = ACCESS_LEVELS.map((level) => ({
    level,
    actions: actions.filter(({ facts }) => facts.access === level)
  }));
  return {
    levels: levels.filter((each) => each.actions.length > 0),
    count: actions.length,
    outOf: [...services].reduce((sum, { actions: all }) => sum + all.size, 0),
    unloaded
  };
}
