/**
 * Answers of the catalogue that findings ask for again and again: the same few actions and keys stand in hundreds of
 * statements, and working out what a wildcard holds takes a walk through a service.
 */
import { keyStanding } from '../catalog/action-keys.ts';
import { fitsResource, resourcesOf } from '../catalog/action-resources.ts';
import { actionOf, splitAction, type CatalogueAction } from '../catalog/catalogue.ts';
import type { Catalogue, ServiceFacts } from '../catalog/service.ts';
import { covers } from './globs.ts';

/** Beyond so many answers of one kind all are forgotten: a file of strangers must not fill the memory. */
const MOST = 20_000;

class Answers<T> {
  readonly #known = new Map<string, T>();

  get(key: string, work: () => T): T {
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    if (this.#known.size >= MOST) this.#known.clear();
    const made = work();
    this.#known.set(key, made);
    return made;
  }
}

/** What can be asked of one state of the catalogue; another one has come when a service was loaded. */
export class Facts {
  readonly catalogue: Catalogue;
  readonly #held = new Answers<readonly CatalogueAction[] | 'open'>();
  readonly #carried = new Answers<boolean>();
  readonly #fits = new Answers<boolean>();
  readonly #anyFits = new Answers<boolean>();
  readonly #services = new Answers<readonly string[]>();
  readonly #has = new Answers<boolean>();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The actions that a pattern of one service holds; `open` where that cannot be told.
   *
   * @param reach whether a pattern that begins with a star counts, which may hold a whole service
   */
  held(text: string, reach: 'parts' | 'whole services too' = 'parts'): readonly CatalogueAction[] | 'open' {
    if (reach === 'parts' && splitAction(text).name.startsWith('*')) return 'open';
    return this.#held.get(text.toLowerCase(), () => heldBy(text, this.catalogue));
  }

  /** Whether a request for some action that the pattern holds may carry the key; true where that cannot be told. */
  mayCarry(text: string, key: string): boolean {
    return this.#carried.get(`${text} ${key}`.toLowerCase(), () => {
      const held = this.held(text);
      if (held === 'open' || held.length === 0) return true;
      return held.some((action) => keyStanding(action, key) !== 'elsewhere');
    });
  }

  /** See `fitsResource`. */
  fits(action: CatalogueAction, resource: string): boolean {
    // Most pairs are of two services: no need to compare letter by letter.
    const service = resource.split(':', 3)[2];
    if (service !== undefined && isPlain(service) && !service.includes('$')) {
      const services = this.#services.get(action.id, () => servicesOf(action));
      if (services.length > 0 && !services.includes(service)) return false;
    }
    return this.#fits.get(`${action.id} ${resource}`, () => fitsResource(action, resource));
  }

  /** Whether one of these actions, which the pattern holds, fits one of these patterns of Resource. */
  anyFits(text: string, held: readonly CatalogueAction[], resources: readonly string[]): boolean {
    return resources.some((resource) =>
      this.#anyFits.get(`${text} ${resource}`, () => held.some((action) => this.fits(action, resource)))
    );
  }

  /** Whether a service has an action of this name, or one that fits it. */
  hasAction({ prefix, actions }: ServiceFacts, name: string): boolean {
    const lower = name.toLowerCase();
    if (isPlain(name)) return actions.has(lower);
    if (/^\*+$/.test(name)) return true;
    return this.#has.get(`${prefix}:${lower}`, () => [...actions.keys()].some((each) => covers(lower, each)));
  }
}

/** The services in the ARNs that an action takes; none where one of them is open. */
function servicesOf(action: CatalogueAction): readonly string[] {
  const services = resourcesOf(action).flatMap(({ type }) =>
    type.arns.map((arn) => arn.split(':', 3)[2] ?? '')
  );
  return services.every((service) => /^[a-z0-9-]+$/.test(service)) ? [...new Set(services)] : [];
}

/** Without wildcards. */
export function isPlain(text: string): boolean {
  return !/[*?]/.test(text);
}

function heldBy(text: string, catalogue: Catalogue): readonly CatalogueAction[] | 'open' {
  if (isPlain(text)) {
    const action = actionOf(catalogue, text);
    return action ? [action] : 'open';
  }
  const { prefix, name } = splitAction(text);
  const service = isPlain(prefix) ? catalogue.service(prefix) : null;
  if (!service || name === '') return 'open';
  const lower = name.toLowerCase();
  return [...service.actions]
    .filter(([each]) => covers(lower, each))
    .map(([, facts]) => ({ id: `${service.prefix}:${facts.name}`, service, facts }));
}

const made = new WeakMap<Catalogue, Facts>();

/** The answers of a catalogue; kept as long as it is. */
export function factsOf(catalogue: Catalogue): Facts {
  const known = made.get(catalogue) ?? new Facts(catalogue);
  made.set(catalogue, known);
  return known;
}
