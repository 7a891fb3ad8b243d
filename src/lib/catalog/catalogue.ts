/** A catalogue made of what has been loaded. It never changes: one more service makes a new one. */
import type { CatalogueIndex } from './service-file.ts';
import type { ActionFacts, Catalogue, ServiceFacts } from './service.ts';

/** Knows nothing: what there is before anything has been loaded, and where nothing can be. */
export const NO_CATALOGUE: Catalogue = catalogueOf(new Map(), () => null);

/** The catalogue of an index and the services that have been loaded. Both survive a copy into a worker. */
export function toCatalogue(
  index: Pick<CatalogueIndex, 'names'>,
  services: Iterable<ServiceFacts>
): Catalogue {
  const loaded = new Map([...services].map((facts) => [facts.prefix.toLowerCase(), facts]));
  return catalogueOf(index.names, (prefix) => loaded.get(prefix) ?? null);
}

/**
 * A catalogue that reads a service when it is first asked for: for places that read without waiting, such as a disk.
 *
 * @param read null for one that cannot be read; asked once for each prefix that the index has
 */
export function lazyCatalogue(
  index: Pick<CatalogueIndex, 'names'>,
  read: (prefix: string) => ServiceFacts | null
): Catalogue {
  const known = new Map<string, ServiceFacts | null>();
  return catalogueOf(index.names, (prefix) => {
    const found = known.get(prefix);
    if (found !== undefined) return found;
    const facts = index.names.has(prefix) ? read(prefix) : null;
    known.set(prefix, facts);
    return facts;
  });
}

function catalogueOf(
  names: ReadonlyMap<string, string>,
  service: (prefix: string) => ServiceFacts | null
): Catalogue {
  return {
    knows: (prefix) => names.has(prefix.toLowerCase()),
    nameOf: (prefix) => names.get(prefix.toLowerCase()) ?? null,
    service: (prefix) => service(prefix.toLowerCase()),
    prefixes: [...names.keys()].sort()
  };
}

/** An action with the service it belongs to. */
export interface CatalogueAction {
  /** `s3:GetObject`, as AWS spells it. */
  readonly id: string;
  readonly service: ServiceFacts;
  readonly facts: ActionFacts;
}

/** An action by its full name, e.g. `S3:getobject`. Null for one that does not exist or whose service is not loaded. */
export function actionOf(catalogue: Catalogue, action: string): CatalogueAction | null {
  const { prefix, name } = splitAction(action);
  const service = catalogue.service(prefix);
  const facts = service?.actions.get(name.toLowerCase());
  return service && facts ? { id: `${service.prefix}:${facts.name}`, service, facts } : null;
}

/** `s3` and `GetObject` of `s3:GetObject`. Without a colon all of it is the prefix. */
export function splitAction(action: string): { readonly prefix: string; readonly name: string } {
  const colon = action.indexOf(':');
  return colon < 0
    ? { prefix: action, name: '' }
    : { prefix: action.slice(0, colon), name: action.slice(colon + 1) };
}
