/** What would change a decision, asked of whoever works it out: plain data that a worker can be sent, and the answer. */
import { toCatalogue } from '../catalog/catalogue.ts';
import type { Catalogue, ServiceFacts } from '../catalog/service.ts';
import { flipping } from '../counterfactual/flip.ts';
import type { FlipReport } from '../counterfactual/report.ts';
import type { SourceText } from '../source/text.ts';

export interface FlipQuestion {
  readonly source: SourceText;
  /** Id of a request. */
  readonly request: string;
  /** Names of all services by prefix, and the facts of those that have come. */
  readonly names: ReadonlyMap<string, string>;
  readonly services: readonly ServiceFacts[];
}

export function toFlipQuestion(source: SourceText, request: string, catalogue: Catalogue): FlipQuestion {
  const { prefixes } = catalogue;
  return {
    source: { name: source.name, text: source.text },
    request,
    names: new Map(prefixes.map((prefix) => [prefix, catalogue.nameOf(prefix) ?? ''])),
    services: prefixes.flatMap((prefix) => catalogue.service(prefix) ?? [])
  };
}

/** The answer, in steps between which others may have their turn. */
export function flipSteps({ source, request, names, services }: FlipQuestion): Generator<void, FlipReport> {
  return flipping(source, request, { catalogue: toCatalogue({ names }, services) });
}
