/**
 * The keys about time, Region, transport and network. Source: IAM User Guide, "AWS global condition context keys",
 * properties of the network and of the request (KEY-32 to KEY-34, KEY-41 to KEY-43).
 */
import { asAccountId, partitionOf, splitArn, toArn } from '../world/arn.ts';
import type { Endpoint, World } from '../world/world.ts';
import { serviceOf } from './context-call.ts';
import type { Call } from './context-call.ts';
import { inEndpoint } from './context-place.ts';
import { organizationKeys } from './context-principal.ts';
import { flag, isoTime, one } from './context-value.ts';
import type { ContextValue, KnownValue, Provenance } from './request.ts';

/** `aws:UserAgent`; its text proves nothing and is nobody's business (KEY-66). */
const USER_AGENT = 'bouncer';

/** Services with one endpoint for the world, where no Region stands in the ARN (KEY-42). */
const GLOBAL_SERVICES: ReadonlySet<string> = new Set(
  (
    'account artifact aws-portal billing budgets ce cloudfront cur health iam organizations route53 ' +
    'route53domains shield sts support trustedadvisor waf'
  ).split(' ')
);

const GLOBAL_REGION: ReadonlyMap<string, string> = new Map([
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1']
]);

/** Services that get SourceVpcArn, VpceAccount, VpceOrgID and VpceOrgPaths (table 4.3). */
const ENDPOINT_AWARE: ReadonlySet<string> = new Set(
  (
    'apprunner discovery athena servicediscovery applicationinsights cloudformation comprehendmedical ' +
    'compute-optimizer ecr ecs kinesisanalytics route53 datasync ebs scheduler firehose medical-imaging ' +
    'healthlake omics iam iotfleetwise iotwireless kms lambda payment-cryptography polly acm-pca rbin ' +
    'rekognition servicequotas s3 storagegateway ssm-contacts textract transcribe transfer'
  ).split(' ')
);

/** The time of the request; with {@link transportKeys} and {@link regionKey} what every request has (KEY-43). */
export function clockKeys({ at }: Call): readonly KnownValue[] {
  return [
    one('aws:CurrentTime', isoTime(at.value), at.from),
    one('aws:EpochTime', String(Math.floor(at.value / 1000)), at.from)
  ];
}

const ASSUMED: Provenance = { kind: 'request', path: null };

export function transportKeys(): readonly KnownValue[] {
  return TRANSPORT;
}

const TRANSPORT: readonly KnownValue[] = [
  flag('aws:SecureTransport', true, ASSUMED),
  one('aws:UserAgent', USER_AGENT, ASSUMED)
];

/** A Region that nobody says is there all the same, and open. */
export function regionKey(world: World, call: Call): readonly ContextValue[] {
  const region = regionOf(world, call);
  return [
    region === null
      ? { key: 'aws:RequestedRegion', unknown: true, from: ASSUMED }
      : one('aws:RequestedRegion', region, ASSUMED)
  ];
}

/**
 * The Region of the endpoint called: that of the resource's ARN; else that of the VPC endpoint; else, for global
 * services, their partition's one. STS counts as global. Null when nobody says: a Region is never guessed, so for
 * S3 and for actions without a resource it is open until the request's `context` names it.
 */
function regionOf(world: World, call: Call): string | null {
  const written = splitArn(call.resource)?.region ?? '';
  if (written !== '') return written;
  const endpoint = world.endpoints.get(call.endpoint?.value ?? '');
  if (endpoint) return endpoint.region;
  if (!GLOBAL_SERVICES.has(serviceOf(call.action))) return null;
  const { caller } = call.by;
  const named = call.resource === '*' && 'arn' in caller ? caller.arn : call.resource;
  return GLOBAL_REGION.get(partitionOf(named)) ?? null;
}

/**
 * The endpoint's keys for a call that came through one (KEY-33). No address is made up: `aws:SourceIp` and
 * `aws:VpcSourceIp` are there when the scenario writes them. A service that calls on does not come through the
 * endpoint (KEY-41), and the network of a direct call by a service stays unsaid (KEY-34).
 */
export function networkKeys(world: World, call: Call): readonly KnownValue[] {
  if (!call.endpoint || call.via.value.length > 0 || call.by.caller.kind === 'service') return [];
  const { value: id, from } = call.endpoint;
  const endpoint = world.endpoints.get(id);
  const vpce = one('aws:SourceVpce', id, from);
  if (!endpoint) return [vpce];
  const vpc = one('aws:SourceVpc', endpoint.vpc, inEndpoint(endpoint, 'vpc'));
  return [vpc, vpce, ...(isEndpointAware(call.action) ? ownerKeys(world, endpoint) : [])];
}

function ownerKeys(world: World, endpoint: Endpoint): readonly KnownValue[] {
  const { account, region, vpc } = endpoint;
  const owner = world.accounts.get(account)?.id ?? asAccountId(account);
  const partition = partitionOfRegion(region);
  const arn = toArn({ partition, service: 'ec2', region, account, resource: `vpc/${vpc}` });
  return [
    one('aws:SourceVpcArn', arn, inEndpoint(endpoint, 'vpc')),
    one('aws:VpceAccount', owner, inEndpoint(endpoint, 'account')),
    ...organizationKeys(world, owner, 'Vpce')
  ];
}

function isEndpointAware(action: string): boolean {
  return ENDPOINT_AWARE.has(serviceOf(action)) && action.toLowerCase() !== 'iam:passrole';
}

function partitionOfRegion(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
