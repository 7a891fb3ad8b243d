/**
 * Where policies hang in a world: users, groups, roles, resources, levels of organizations, endpoints. Read once for
 * each world; what a place holds is put together when it is first asked for.
 */
import type { Account, AccountId, Arn, Attachment, PolicyId, PolicyType, World } from '../world/world.ts';
import { StatementIndex } from './statement-index.ts';
import type { ApplicablePolicy } from './trace.ts';

/** One place with the policies that hang there. */
export interface GatheredTarget {
  readonly target: string;
  /** Short name for step ids. */
  readonly label: string;
  readonly policies: readonly ApplicablePolicy[];
  /** Their statements by action. */
  readonly index: StatementIndex;
}

/** One place; the index is made when somebody decides there. */
class Place implements GatheredTarget {
  readonly target: string;
  readonly label: string;
  readonly policies: readonly ApplicablePolicy[];
  #index: StatementIndex | null = null;

  constructor(target: string, label: string, policies: readonly ApplicablePolicy[]) {
    this.target = target;
    this.label = label;
    this.policies = policies;
  }

  get index(): StatementIndex {
    this.#index ??= new StatementIndex(this.policies);
    return this.#index;
  }
}

export class Places {
  readonly #world: World;
  readonly #attached = new Map<PolicyType, Map<string, Attachment[]>>();
  readonly #targets = new Map<PolicyType, Map<string, GatheredTarget>>();
  readonly #levels = {
    scp: new Map<AccountId, readonly GatheredTarget[]>(),
    rcp: new Map<AccountId, readonly GatheredTarget[]>()
  };

  constructor(world: World) {
    this.#world = world;
    for (const attachment of world.attachments) {
      const places = entry(this.#attached, attachment.type, newMap<string, Attachment[]>);
      entry(places, attachment.target, newList<Attachment>).push(attachment);
    }
  }

  /** The policies of a type that hang at a place; null where there are none. The same object each time. */
  at(type: PolicyType, place: string): GatheredTarget | null {
    const known = this.#targets.get(type)?.get(place);
    if (known) return known;
    const attached = this.#attached.get(type)?.get(place);
    if (!attached) return null;
    const policies = attached.map(({ policy }) => this.#applicable(policy, type, place));
    const made = new Place(place, labelOf(this.#world, place), policies);
    entry(this.#targets, type, newMap<string, GatheredTarget>).set(place, made);
    return made;
  }

  /** Root, OUs and the account itself, from the top; an empty level is one all the same (EVAL-03, EVAL-04). */
  levels(type: 'scp' | 'rcp', { id, organizationPath }: Account): readonly GatheredTarget[] {
    const known = this.#levels[type].get(id);
    if (known) return known;
    const made = [...organizationPath, id].map((level) => this.at(type, level) ?? this.#empty(level));
    this.#levels[type].set(id, made);
    return made;
  }

  /** Policies that hang nowhere but come with the request. */
  brought(type: PolicyType, place: string, policies: readonly PolicyId[]): GatheredTarget {
    if (policies.length === 0) return this.#empty(place);
    const made = policies.map((id) => this.#applicable(id, type, place));
    return new Place(place, labelOf(this.#world, place), made);
  }

  /** Every place where something hangs. */
  all(): readonly GatheredTarget[] {
    return [...this.#attached].flatMap(([type, places]) =>
      [...places.keys()].flatMap((place) => this.at(type, place) ?? [])
    );
  }

  #empty(target: string): GatheredTarget {
    return new Place(target, labelOf(this.#world, target), NONE);
  }

  #applicable(id: PolicyId, type: PolicyType, target: string): ApplicablePolicy {
    return { id, type, target, document: this.#world.policies.get(id) ?? null };
  }
}

const NONE: readonly ApplicablePolicy[] = [];

function newMap<Key, Value>(): Map<Key, Value> {
  return new Map<Key, Value>();
}

function newList<T>(): T[] {
  return [];
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** A short, readable name for a place: a user's or OU's name, an account's alias, a resource's short name. */
function labelOf(world: World, at: string): string {
  for (const organization of world.organizations.values()) {
    const unit = organization.units.get(at);
    if (unit) return unit.parent === null ? 'root' : unit.name;
  }
  const account = world.accounts.get(at as AccountId);
  if (account) return account.alias;
  const resource = world.resources.get(at as Arn);
  return resource ? resource.name : at.slice(Math.max(at.lastIndexOf('/'), at.lastIndexOf(':')) + 1);
}

const known = new WeakMap<World, Places>();

/** The places of a world, read on first use. A world must not change after that. */
export function placesOf(world: World): Places {
  const found = known.get(world);
  if (found) return found;
  const made = new Places(world);
  known.set(world, made);
  return made;
}
