/** The AWS services a page knows, and the way to ask for more. */
import { NO_CATALOGUE } from '../catalog/catalogue.ts';
import type { Catalogue } from '../catalog/service.ts';

export interface Services {
  /** Another one whenever a service has come. */
  readonly catalogue: Catalogue;
  /** Asks for services by their prefixes; what there is already, and what AWS does not have, costs nothing. */
  readonly want: (prefixes: Iterable<string>) => void;
}

/** For pages that fetch nothing. */
export const NO_SERVICES: Services = { catalogue: NO_CATALOGUE, want: () => {} };
