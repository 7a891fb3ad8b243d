/** What the pattern of actions at a place of a text holds: `s3:Get*` in an Action or NotAction, in a policy or a file. */
import { prefixesOf } from '../catalog/action-patterns.ts';
import { splitAction } from '../catalog/catalogue.ts';
import { heldBy, type Held } from '../catalog/held.ts';
import { placeInYaml } from './completion-block.ts';
import { valuePath, type Place } from './completion-level.ts';
import { placeInPolicy } from './completion.ts';
import type { Services } from './services.ts';

export interface HeldAt {
  /** The pattern's place in the text, UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  readonly pattern: string;
  readonly held: Held;
}

/** At `at` of a JSON policy; null where no pattern stands, or its services have not come yet. Never throws. */
export function heldInPolicy(text: string, at: number, services: Services): HeldAt | null {
  return heldAt(placeInPolicy(text, at), text, services);
}

/** At `at` of a scenario file. */
export function heldInScenario(text: string, at: number, services: Services): HeldAt | null {
  return heldAt(placeInYaml(text, at), text, services);
}

function heldAt(place: Place | null, text: string, services: Services): HeldAt | null {
  if (!place || place.is === 'key') return null;
  const element = valuePath(place).findLast((segment) => segment !== '-');
  if (element !== 'Action' && element !== 'NotAction') return null;
  const { from, to } = place.slot;
  const pattern = text.slice(from, to);
  const held = heldByPattern(pattern, services);
  return held && { from, to, pattern, held };
}

/** What one pattern holds; null for one without wildcards, of every service, or of services that have not come. */
export function heldByPattern(pattern: string, { catalogue, want }: Services): Held | null {
  if (!/[*?]/.test(pattern) || /^[*?]*$/.test(splitAction(pattern).prefix)) return null;
  const prefixes = prefixesOf(catalogue, pattern);
  if (prefixes.length === 0 || prefixes.length > MOST_SERVICES) return null;
  want(prefixes);
  const held = heldBy(catalogue, [pattern]);
  return held.unloaded.length > 0 ? null : held;
}

/** A prefix that means more services, such as `a*`, is not worth fetching them all. */
const MOST_SERVICES = 8;

/** `83 of the 180 actions of Amazon S3`. */
export function heldWords({ levels, count, outOf }: Held): string {
  const services = new Set(levels.flatMap(({ actions }) => actions.map(({ service }) => service.name)));
  if (count === 0) return 'no action';
  return `${count} of the ${outOf} actions of ${services.size === 1 ? [...services].join('') : `${services.size} services`}`;
}
