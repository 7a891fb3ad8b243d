/**
 * The cells of a world: principal × action × resource. Principals are users, roles (as a session of theirs) and root
 * users. Actions are all those of a service that a policy or a request of the file names, as far as the catalogue has
 * the service, else those that are written out. Resources are the listed ones that the action takes, with one object
 * for each bucket, users and roles among them; `*` for an action that takes none (RES-09).
 */
import { actionOf } from '../catalog/catalogue.ts';
import { resourcesOf, typesOfArn } from '../catalog/action-resources.ts';
import type { Catalogue, ServiceFacts } from '../catalog/service.ts';
import type { PrincipalFacts } from '../engine/facts.ts';
import type { Request } from '../engine/request.ts';
import { asArn, splitArn } from '../world/arn.ts';
import { findResource } from '../world/resource.ts';
import type { Arn, World } from '../world/world.ts';

export type Asker = Extract<PrincipalFacts, { readonly kind: 'user' | 'role' | 'root' }>;

export interface Pair {
  readonly action: string;
  readonly resource: Arn;
}

export interface Universe {
  readonly askers: readonly Asker[];
  readonly pairs: readonly Pair[];
}

/** @param requests those of the file: what they ask for counts as named */
export function universeOf(world: World, requests: readonly Request[], catalogue: Catalogue): Universe {
  const places = placesOf(world, requests);
  const pairs = [...actionsOf(world, requests, catalogue)].flatMap(([prefix, actions]) => {
    const service = catalogue.service(prefix);
    return actions.flatMap((action) =>
      takenBy(action, prefix, places, service && { service, catalogue }).map((resource) => ({
        action,
        resource
      }))
    );
  });
  return { askers: askersOf(world), pairs };
}

function askersOf({ principals }: World): readonly Asker[] {
  return [...principals.values()].flatMap(({ kind, arn }): readonly Asker[] =>
    kind === 'session' ? [] : [{ kind, arn }]
  );
}

/** The services that policies and requests name, by prefix: what a catalogue should have for cells to be whole. */
export function servicesNamed(world: World, requests: readonly Request[]): readonly string[] {
  return [...writtenActions(world, requests).keys()];
}

/** Actions that are written out, by service and in lower case, each in the spelling that came first. */
function writtenActions(
  world: World,
  requests: readonly Request[]
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const written = new Map<string, Map<string, string>>();
  const note = (text: string) => {
    const colon = text.indexOf(':');
    const prefix = text.slice(0, Math.max(0, colon)).toLowerCase();
    if (!/^[a-z0-9-]+$/.test(prefix)) return;
    const actions = written.get(prefix) ?? new Map<string, string>();
    written.set(prefix, actions);
    if (/^[\w-]+:\w+$/.test(text) && !actions.has(text.toLowerCase())) actions.set(text.toLowerCase(), text);
  };
  for (const request of requests) for (const each of withParts(request)) note(each.action);
  for (const { statements } of world.policies.values()) {
    for (const { action } of statements) for (const { text } of action.patterns) note(text);
  }
  return written;
}

function actionsOf(
  world: World,
  requests: readonly Request[],
  catalogue: Catalogue
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...writtenActions(world, requests)].map(([prefix, actions]) => {
      const facts = catalogue.service(prefix);
      const all = facts && [...facts.actions.values()].map(({ name }) => `${prefix}:${name}`);
      return [prefix, all ?? [...actions.values()]];
    })
  );
}

function withParts(request: Request): readonly Request[] {
  return [request, ...request.hops, ...request.checks];
}

/** Everything of the world that a policy can name as a resource. */
function placesOf(world: World, requests: readonly Request[]): readonly Arn[] {
  const asked = requests.flatMap(withParts).map(({ resource }) => resource);
  const listed = [...world.resources.values()].flatMap(({ arn, objects }) => {
    if (splitArn(arn)?.service !== 's3' || arn.includes('/')) return [arn];
    const inside = asked.find((each) => each.startsWith(`${arn}/`));
    const [first = 'object'] = objects.keys();
    return [arn, inside ?? asArn(`${arn}/${first}`)];
  });
  const identities = [...world.principals.values()].filter(({ kind }) => kind === 'user' || kind === 'role');
  return [...listed, ...identities.map(({ arn }) => arn)];
}

/** What an action acts on: by the catalogue, else everything of its service. */
function takenBy(
  action: string,
  prefix: string,
  places: readonly Arn[],
  known: { readonly service: ServiceFacts; readonly catalogue: Catalogue } | null
): readonly Arn[] {
  if (!known) {
    // A role is a resource of IAM; becoming one is asked of STS (SVC-01).
    const service = prefix === 'sts' ? 'iam' : prefix;
    return places.filter((arn) => splitArn(arn)?.service === service);
  }
  const found = actionOf(known.catalogue, action);
  const types = found ? resourcesOf(found).map(({ type }) => type.type) : [];
  if (types.length === 0) return [asArn('*')];
  return places.filter((arn) => typesIn(known.service, arn).some((type) => types.includes(type)));
}

const typesKnown = new WeakMap<ServiceFacts, Map<string, readonly string[]>>();

/** The types of a service that an ARN can be of; worked out once. */
function typesIn(service: ServiceFacts, arn: Arn): readonly string[] {
  const known = typesKnown.get(service) ?? new Map<string, readonly string[]>();
  typesKnown.set(service, known);
  const types =
    known.get(arn) ?? (mayName(service, arn) ? typesOfArn(service, arn).map(({ type }) => type) : []);
  known.set(arn, types);
  return types;
}

/** Whether any of the service's resources has an ARN of this one's service: of most pairs none has. */
function mayName({ resources }: ServiceFacts, arn: Arn): boolean {
  const service = splitArn(arn)?.service ?? '';
  return [...resources.values()].some(({ arns }) =>
    arns.some(
      (template) => template.includes(`:${service}:`) || template.split(':')[2]?.includes('$') === true
    )
  );
}

/** The listed resource a place lies in; the place itself where there is none. */
export function homeOf(world: World, resource: Arn): Arn {
  return findResource(world, resource)?.resource.arn ?? resource;
}
