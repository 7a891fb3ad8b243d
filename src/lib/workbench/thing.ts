/** What is chosen in graph or outline, as a sheet: what it is, what hangs on it, and what may be done to it. */
import type { Edit, Ground } from '../edit/edit.ts';
import { isRoot, KIND_WORDS, placeOf, type Place } from '../edit/place.ts';
import { remove, rename } from '../edit/rename.ts';
import { hasTags } from '../edit/tags.ts';
import { toWords } from '../explain/words.ts';
import type { Graph } from '../graph/graph.ts';
import { resourceType } from '../graph/resource-type.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { Paper, PolicyId, World } from '../world/world.ts';
import { assignmentSections } from './thing-assignments.ts';
import { doorSection, firstPolicy, publicAccessSection, trustSection } from './thing-doors.ts';
import { holderSection, levelSections, unitSection } from './thing-levels.ts';
import type { ThingSection } from './thing-section.ts';
import {
  boundarySection,
  groupSection,
  memberSection,
  policySections,
  tagSection
} from './thing-sections.ts';

export interface Thing {
  readonly id: string;
  /** `user`, `bucket`, `OU`. */
  readonly word: string;
  readonly name: string;
  /** The ARN, or the id of what has none. */
  readonly mark: string;
  /** Alias of its account; empty outside. */
  readonly home: string;
  /** The document that is the thing itself. */
  readonly opens: PolicyId | null;
  readonly sections: readonly ThingSection[];
  /** The key under which the file has it; null for what has no name to change, such as a service. */
  readonly rename: { readonly value: string; readonly edit: (to: string) => Checked<Edit> } | null;
  readonly remove: (() => Checked<Edit>) | null;
  /** Writes a resource's first policy. */
  readonly write: Checked<Edit> | null;
  /** Whether an exercise keeps all of it as it is. */
  readonly isLocked?: boolean;
}

/** Null for an id that neither file nor drawing knows: an edge, or what has been removed since. */
export function toThing(ground: Ground, graph: Graph, id: string): Thing | null {
  const place = placeOf(ground, id);
  return place ? listed(ground, place) : drawn(graph, id);
}

function listed(ground: Ground, place: Place): Thing {
  const { id, account } = place;
  const policy = policyOf(ground.world, place);
  const isFixed = isRoot(place);
  return {
    id,
    word: wordOf(place),
    name: nameOf(ground.world, place),
    mark: policy?.arn ?? id,
    home: account?.alias ?? '',
    opens: policy?.id ?? null,
    sections: sectionsOf(ground, place),
    rename: isFixed ? null : { value: place.name, edit: (to) => rename(ground, place, to) },
    remove: isFixed ? null : () => remove(ground, place),
    write: firstPolicy(ground, place)
  };
}

/** The paper of a thing that is a policy. */
function policyOf(world: World, { id }: Place): Paper | null {
  return [...world.papers.values()].find((paper) => paper.id === id) ?? null;
}

/** A resource goes by its short name. */
function nameOf(world: World, { kind, name, id }: Place): string {
  return kind === 'resource' ? (resourceName(world, id) ?? name) : name;
}

function resourceName(world: World, arn: string): string | null {
  return [...world.resources.values()].find((each) => each.arn === arn)?.name ?? null;
}

function wordOf(place: Place): string {
  if (place.kind === 'resource') return resourceType(place.name).words;
  return isRoot(place) ? 'root of the organization' : KIND_WORDS[place.kind];
}

type Sections = (ground: Ground, place: Place) => readonly (ThingSection | null)[];

const holders: Sections = (ground, place) => [holderSection(ground, place, toWords(ground.world).target)];

const SECTIONS: Readonly<Record<Place['kind'], Sections>> = {
  account: (ground, place) => [
    unitSection(ground, place),
    ...levelSections(ground, place),
    ...assignmentSections(ground, place)
  ],
  unit: levelSections,
  user: (ground, place) => [
    groupSection(ground, place),
    ...policySections(ground, place),
    boundarySection(ground, place)
  ],
  group: (ground, place) => [memberSection(ground, place), ...policySections(ground, place)],
  role: (ground, place) => [
    trustSection(ground, place),
    ...policySections(ground, place),
    boundarySection(ground, place)
  ],
  resource: (ground, place) => [doorSection(ground, place), publicAccessSection(ground, place)],
  policy: holders,
  inline: holders,
  scp: holders,
  rcp: holders,
  identityProvider: () => []
};

function sectionsOf(ground: Ground, place: Place): readonly ThingSection[] {
  const sections = SECTIONS[place.kind](ground, place).flatMap((section) => section ?? []);
  return hasTags(place) ? [...sections, tagSection(ground, place, tagsOf(ground.world, place.id))] : sections;
}

function tagsOf(world: World, arn: string): ReadonlyMap<string, string> {
  const things = [...world.principals.values(), ...world.resources.values()];
  return things.find((each) => each.arn === arn)?.tags ?? new Map();
}

/** What only the drawing knows: a service, everyone, a principal of an account that is not listed. */
function drawn(graph: Graph, id: string): Thing | null {
  const node = graph.nodes.find((each) => each.id === id);
  if (!node) return null;
  return {
    id,
    word: node.sublabel || DRAWN[node.kind] || node.kind,
    name: node.label,
    mark: id,
    home: graph.boxes.find((box) => box.id === node.box)?.label ?? '',
    opens: node.opens,
    sections: [],
    rename: null,
    remove: null,
    write: null
  };
}

const DRAWN: Readonly<Record<string, string>> = {
  service: 'AWS service',
  identityProvider: 'identity provider',
  anonymous: 'anybody at all',
  policy: 'AWS managed policy'
};
