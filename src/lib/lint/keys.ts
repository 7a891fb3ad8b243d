/** What is known of a condition key: its type, and whether a request can carry several values of it. */
import { GLOBAL_KEYS } from '../catalog/global-keys.ts';
import type { Catalogue, KeyFacts, KeyType } from '../catalog/service.ts';

/** What `GLOBAL_KEYS` leaves out, because nobody needs it offered. */
const RARE: readonly string[] = [
  'aws:IsMcpServiceAction',
  'aws:ViaAWSMCPService',
  'aws:CalledViaAWSMCP',
  'aws:SourceVpcArn'
];

/** COND-62. */
const LISTS: ReadonlySet<string> = new Set(
  [
    'aws:PrincipalOrgPaths',
    'aws:PrincipalServiceNamesList',
    'aws:ResourceOrgPaths',
    'aws:SourceOrgPaths',
    'aws:VpceOrgPaths',
    'aws:CalledVia',
    'aws:TagKeys',
    'sts:TransitiveTagKeys',
    'sts:RequestContextProviders'
  ].map((key) => key.toLowerCase())
);

const KNOWN: ReadonlyMap<string, { readonly key: string; readonly type: KeyType | null }> = new Map(
  [...GLOBAL_KEYS, ...RARE.map((key) => ({ key, type: null }))].map((known) => [
    known.key.toLowerCase(),
    known
  ])
);

/** Names of the global keys, for suggestions. */
export const GLOBAL_KEY_NAMES: readonly string[] = [...KNOWN.values()].map(({ key }) => key);

/** What is known of a key; null for one that is not known, or whose service is not loaded. */
export function keyFacts(key: string, catalogue: Catalogue | null): KeyFacts | null {
  const lower = key.toLowerCase();
  const known = KNOWN.get(lower) ?? KNOWN.get(lower.slice(0, lower.indexOf('/') + 1));
  if (known && known.type !== null)
    return { key: known.key, type: known.type, multivalued: LISTS.has(lower) };
  return claimFacts(key) ?? serviceKey(key, catalogue);
}

/** What AWS reads of GitHub's tokens beside the claims of every provider (KEY-55). */
const GITHUB_CLAIMS: ReadonlySet<string> = new Set(
  'actor actor_id job_workflow_ref repository repository_id repository_owner_id workflow ref environment enterprise_id'.split(
    ' '
  )
);

/** KEY-55, KEY-56: claims of a token. Lists of SAML are not told apart here. */
function claimFacts(key: string): KeyFacts | null {
  const [host = '', claim = ''] = key.split(/:(?=[^:]*$)/);
  if (!host.includes('.') && host !== 'saml') return null;
  const isOfGithub = host.toLowerCase() === 'token.actions.githubusercontent.com';
  if (/^(?:sub|aud|oaud|email)$/i.test(claim) || (isOfGithub && GITHUB_CLAIMS.has(claim.toLowerCase())))
    return { key, type: 'String', multivalued: false };
  return claim.toLowerCase() === 'amr' ? { key, type: 'String', multivalued: true } : null;
}

function serviceKey(key: string, catalogue: Catalogue | null): KeyFacts | null {
  const lower = key.toLowerCase();
  const service = catalogue?.service(lower.slice(0, lower.indexOf(':')));
  if (!service) return null;
  const exact = service.keys.get(lower);
  if (exact) return exact;
  for (const [pattern, facts] of service.keys) {
    if (pattern.includes('${') && lower.startsWith(pattern.slice(0, pattern.indexOf('${')))) return facts;
  }
  return null;
}

/** Whether `aws:…` is a key that AWS documents. */
export function isGlobalKey(key: string): boolean {
  const lower = key.toLowerCase();
  if (KNOWN.has(lower)) return !lower.endsWith('/');
  const slash = lower.indexOf('/');
  return slash >= 0 && slash < lower.length - 1 && KNOWN.has(lower.slice(0, slash + 1));
}
