/**
 * Which sections can derive a key, as bits. Keys that are not listed may come from any of them; a test holds the list
 * to what the sections make.
 */
import {
  ACCOUNT,
  CLOCK,
  NETWORK,
  PARAMETERS,
  PRINCIPAL,
  REGION,
  RESOURCE,
  SECTIONS,
  SERVICE,
  SESSION,
  TAGS,
  TRANSPORT
} from './context-sections.ts';

const ANY = (1 << SECTIONS.length) - 1;

const HOLDS: readonly (readonly [section: number, keys: string])[] = [
  [CLOCK, 'aws:currenttime aws:epochtime'],
  [TRANSPORT, 'aws:securetransport aws:useragent'],
  [REGION, 'aws:requestedregion'],
  [PRINCIPAL, 'aws:principalarn aws:principaltype aws:userid aws:username'],
  [PRINCIPAL, 'aws:principalisawsservice aws:principalservicename aws:principalservicenameslist'],
  [ACCOUNT, 'aws:principalorgid aws:principalorgpaths'],
  [TAGS, 'aws:principaltag/'],
  [SESSION, 'aws:tokenissuetime aws:multifactorauthpresent aws:multifactorauthage aws:assumedroot'],
  [NETWORK, 'aws:sourceip aws:vpcsourceip aws:sourcevpc aws:sourcevpce aws:sourcevpcarn'],
  [NETWORK, 'aws:vpceaccount aws:vpceorgid aws:vpceorgpaths'],
  [RESOURCE, 'aws:resourceaccount aws:resourceorgid aws:resourceorgpaths aws:resourcetag/'],
  [RESOURCE, 's3:existingobjecttag/'],
  [PARAMETERS, 'aws:requesttag/ aws:tagkeys sts:externalid sts:rolesessionname s3:x-amz-acl'],
  [SERVICE, 'aws:sourcearn aws:sourceaccount aws:sourceorgid aws:sourceorgpaths'],
  [SERVICE, 'aws:calledvia aws:calledviafirst aws:calledvialast aws:viaawsservice']
];

/** An anonymous caller's account is part of who it is. */
const ALSO: readonly (readonly [string, number])[] = [
  ['aws:principalaccount', (1 << PRINCIPAL) | (1 << ACCOUNT)]
];

const BITS: ReadonlyMap<string, number> = new Map([
  ...HOLDS.flatMap(([section, keys]) => keys.split(' ').map((key) => [key, 1 << section] as const)),
  ...ALSO
]);

/** @param key in lower case */
export function sectionsOf(key: string): number {
  const slash = key.indexOf('/');
  return BITS.get(slash < 0 ? key : key.slice(0, slash + 1)) ?? ANY;
}
