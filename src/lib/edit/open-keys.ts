/**
 * Condition keys that decide a request and that nobody knows: the policies that apply ask about them, and neither the
 * request nor the world tells. What only the world could make is not open: it is not there.
 */
import type { PolicyDocument, Statement } from '../policy/document.ts';
import { gather } from '../engine/gather.ts';
import type { Request } from '../engine/request.ts';
import { findResource } from '../world/resource.ts';
import type { World } from '../world/world.ts';

/**
 * The open keys, in the spelling of the policy that asks first.
 *
 * @param told keys of which somebody has said something, lower case
 */
export function openKeys(world: World, request: Request, told: ReadonlySet<string>): readonly string[] {
  const asked = new Map<string, string>();
  for (const type of gather(world, request).types) {
    for (const { policies } of type.targets) {
      for (const { document } of policies) {
        for (const key of document ? keysOf(document) : []) {
          if (!asked.has(key.toLowerCase())) asked.set(key.toLowerCase(), key);
        }
      }
    }
  }
  return [...asked].flatMap(([lower, key]) =>
    told.has(lower) || !isOpen(lower, { world, request }) ? [] : [key]
  );
}

function keysOf({ statements }: PolicyDocument): readonly string[] {
  return statements.flatMap((statement) => [
    ...statement.conditions.map(({ key }) => key),
    ...variablesOf(statement)
  ]);
}

function variablesOf({ resource, conditions }: Statement): readonly string[] {
  const patterns = [...(resource?.patterns ?? []), ...conditions.flatMap(({ values }) => values)];
  return patterns.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'variable' ? [part.key] : []))
  );
}

/** What follows from who calls and where the resource lies: the world has it, or it does not exist. */
const OF_THE_WORLD =
  /^(?:aws:principal|aws:userid$|aws:username$|aws:federatedprovider$|aws:assumedroot$|aws:resource(?:account|org)|aws:calledvia|aws:viaawsservice$|aws:securetransport$|aws:(?:current|epoch)time$|kms:(?:calleraccount|viaservice)$)/;

/** What a service says of the resource it acts for: no other caller has it (KEY-45). */
const OF_A_SERVICE = /^aws:source(?:arn|account|orgid|orgpaths)$/;

/** Made up as long as nobody says it. */
const ASSUMED = /^aws:multifactorauth/;

function isOpen(
  key: string,
  { world, request }: { readonly world: World; readonly request: Request }
): boolean {
  if (ASSUMED.test(key)) return request.caller.kind !== 'anonymous' && request.caller.kind !== 'service';
  if (request.context.has(key) || OF_THE_WORLD.test(key)) return false;
  if (OF_A_SERVICE.test(key)) return request.caller.kind === 'service';
  const isTag = key.startsWith('aws:resourcetag/') || key.includes(':resourcetag/');
  return !(isTag && findResource(world, request.resource) !== null);
}
