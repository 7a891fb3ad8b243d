/** What somebody may have meant by an action or a service that does not exist. */
import { nearest } from '../source/suggest.ts';
import { splitAction } from './catalogue.ts';
import { actionsChecked } from './operations.ts';
import type { Catalogue } from './service.ts';

/**
 * The action that is checked for a call of this name (ACT-08), else the nearest one: in its own service, or, where
 * there is no such service, in the nearest one.
 *
 * @param action without wildcards, e.g. `s3:GetObjects`
 * @returns as AWS spells it, `s3:GetObject`; null where none is near or the service is not loaded
 */
export function nearAction(catalogue: Catalogue, action: string): string | null {
  const { prefix, name } = splitAction(action);
  const service = catalogue.service(
    catalogue.knows(prefix) ? prefix : (nearService(catalogue, prefix) ?? '')
  );
  if (!service) return null;
  const checked = actionsChecked(`${service.prefix}:${name}`)?.[0];
  if (checked !== undefined) return checked;
  const near = nearest(
    name,
    [...service.actions.values()].map((facts) => facts.name)
  );
  return near === null ? null : `${service.prefix}:${near}`;
}

/** The prefix nearest to one that AWS does not have. */
export function nearService(catalogue: Catalogue, prefix: string): string | null {
  return nearest(prefix, catalogue.prefixes);
}
