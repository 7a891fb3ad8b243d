/** The catalogue of services as tests read it: the real data, from the disk. */
import { diskCatalogue } from '../../src/cli/catalogue.ts';
import type { Catalogue, ServiceFacts } from '../../src/lib/catalog/service.ts';

export const catalogue: Catalogue = diskCatalogue();

/** @throws for a service that AWS does not have, and where `npm ci` made no catalogue */
export function service(prefix: string): ServiceFacts {
  const facts = catalogue.service(prefix);
  if (!facts) throw new Error(`no service ${prefix}: has scripts/catalogue.js run?`);
  return facts;
}
