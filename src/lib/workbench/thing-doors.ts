/** The documents kept with a thing itself: a role's trust policy, line by line, and a resource's own policy. */
import { removeResourcePolicy, setPublicAccess, writeResourcePolicy } from '../edit/add-resource.ts';
import type { Ground } from '../edit/edit.ts';
import { distrust, lineTrusted, setExternalId, trust, trustLines, type TrustLine } from '../edit/trust.ts';
import { TRUST_SERVICES, toTrusted, trustNames } from '../edit/trusted.ts';
import { refused } from '../edit/edit.ts';
import type { Place } from '../edit/place.ts';
import { RESOURCE_KINDS } from '../edit/resource-kinds.ts';
import { splitArn } from '../world/arn.ts';
import type { PolicyId, World } from '../world/world.ts';
import type { ThingItem, ThingSection } from './thing-section.ts';

function resourcePolicy(world: World, target: string): PolicyId | null {
  return world.attachments.find((each) => each.target === target && each.type === 'resource')?.policy ?? null;
}

/** Who may become a role. */
export function trustSection(ground: Ground, place: Place): ThingSection {
  const opens = resourcePolicy(ground.world, place.id);
  const names = new Map(trustNames(ground.world).map(({ name, trusted }) => [trusted.value, name]));
  const items = trustLines(ground, place).map((line) => toItem(ground, place, line, { opens, names }));
  const there = new Set(items.map(({ name }) => name));
  const choices = [...names.values()]
    .filter((name) => !there.has(name))
    .map((value) => ({ value, hint: '' }));
  const services = TRUST_SERVICES.map((value) => ({ value, hint: 'AWS service' }));
  return {
    key: 'trust',
    heading: 'May be assumed by',
    none: 'nobody',
    items,
    add: {
      label: 'Trust somebody',
      empty: 'principal or service',
      choices: [...choices, ...services.filter(({ value }) => !there.has(value))],
      edit: (text) => {
        const who = toTrusted(ground.world, text);
        return who.value ? trust(ground, place, who.value) : refused(...who.diagnostics);
      }
    }
  };
}

function toItem(
  ground: Ground,
  place: Place,
  line: TrustLine,
  { opens, names }: { readonly opens: PolicyId | null; readonly names: ReadonlyMap<string, string> }
): ThingItem {
  const who = lineTrusted(line);
  const isAsked = line.externalId !== null;
  return {
    name: names.get(line.value) ?? line.value,
    hint: line.hasConditions && !isAsked ? 'on conditions' : '',
    opens,
    away: who && { word: 'Distrust', edit: () => distrust(ground, place, who) },
    text:
      line.type === 'AWS' && who
        ? {
            label: 'External id',
            value: line.externalId ?? '',
            edit: (to) => setExternalId(ground, place, who, to)
          }
        : null
  };
}

/** A resource's own policy, or the offer to write one where its kind can carry one. */
export function doorSection(ground: Ground, place: Place): ThingSection | null {
  const policy = resourcePolicy(ground.world, place.id);
  const paper = policy === null ? undefined : ground.world.papers.get(policy);
  const isSupplied = paper?.origin === 'default';
  const item = paper && {
    name: paper.name,
    hint: isSupplied ? 'AWS’s default' : '',
    opens: paper.id,
    // A KMS key is never without a key policy.
    away:
      isSupplied || isKey(place) ? null : { word: 'Remove', edit: () => removeResourcePolicy(ground, place) },
    text: null
  };
  const items: readonly ThingItem[] = item ? [item] : [];
  const canWrite = (paper === undefined || isSupplied) && carriesPolicy(place.name);
  if (!item && !canWrite) return null;
  return {
    key: 'door',
    heading: 'Its own policy',
    none: 'none: it admits nobody by itself',
    items,
    add: null
  };
}

function isKey({ name }: Place): boolean {
  return splitArn(name)?.service === 'kms';
}

/** S3 Block Public Access of a bucket, all four settings at once; null for what is no bucket. */
export function publicAccessSection(ground: Ground, place: Place): ThingSection | null {
  const parts = splitArn(place.name);
  if (parts?.service !== 's3' || parts.region !== '') return null;
  const block = [...ground.world.resources.values()].find(({ arn }) => arn === place.id)?.blockPublicAccess;
  const settings = Object.values(block ?? {});
  const count = settings.filter(Boolean).length;
  const isOn = count > 0 && count === settings.length;
  const item: ThingItem = {
    name: isOn ? 'on' : count === 0 ? 'off' : `${count} of ${settings.length} settings on`,
    hint: '',
    opens: null,
    away: { word: isOn ? 'Turn off' : 'Turn on', edit: () => setPublicAccess(place, !isOn) },
    text: null
  };
  return { key: 'publicAccess', heading: 'Block Public Access', none: '', items: [item], add: null };
}

/** What writing a first policy would change; null where there is one, or where the kind carries none. */
export function firstPolicy(ground: Ground, place: Place): ReturnType<typeof writeResourcePolicy> | null {
  if (place.kind !== 'resource' || !carriesPolicy(place.name)) return null;
  const edit = writeResourcePolicy(ground, place);
  return edit.value === null ? null : edit;
}

/** Kinds that nobody has described may have a policy. */
function carriesPolicy(arn: string): boolean {
  const parts = splitArn(arn);
  const known = RESOURCE_KINDS.find(({ arn: form }) => {
    const [service = '', ...rest] = form.split(':');
    const type = /^[a-z-]*/.exec(rest.slice(2).join(':'))?.[0] ?? '';
    return service === parts?.service && (type === '' || parts.resource.startsWith(type));
  });
  return known?.hasPolicy ?? true;
}
