/**
 * The facts of a CloudTrail event whose call was refused. Source: CloudTrail User Guide, "userIdentity element" (CT-01)
 * and "record contents".
 */
import { actionsChecked } from '../catalog/operations.ts';
import { isFields, textIn, type Json } from './denial-json.ts';
import { prefixNamed } from './denial-words.ts';

export interface EventFacts {
  readonly principal: string | null;
  readonly action: string | null;
  readonly resource: string | null;
  readonly code: string | null;
  readonly operation: string | null;
  readonly message: string;
  readonly context: ReadonlyMap<string, readonly string[]>;
  readonly at: string | null;
}

type Fields = Readonly<Record<string, Json>>;

export function readEvent(body: Fields): EventFacts {
  const operation = textIn(body, 'eventName');
  const prefix = prefixNamed(textIn(body, 'eventSource') ?? '');
  const called =
    operation === null || prefix === '' ? null : `${prefix}:${operation.replace(/\d{8}(v\d)?$/, '')}`;
  const at = textIn(body, 'eventTime');
  return {
    principal: principalIn(body['userIdentity']),
    action: called === null ? null : (actionsChecked(called)?.[0] ?? called),
    resource: resourceIn(body, prefix),
    code: textIn(body, 'errorCode')?.replace(/^(?:Client|Server)\./, '') ?? null,
    operation,
    message: textIn(body, 'errorMessage') ?? '',
    context: contextIn(body),
    at: at !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at) ? at : null
  };
}

function principalIn(identity: Json | undefined): string | null {
  switch (textIn(identity, 'type')) {
    case 'AWSService':
      return textIn(identity, 'invokedBy');
    case 'WebIdentityUser':
    case 'SAMLUser':
      return textIn(identity, 'identityProvider');
    case 'AWSAccount':
      return textIn(identity, 'principalId') === 'anonymous' || textIn(identity, 'accountId') === 'anonymous'
        ? 'anonymous'
        : textIn(identity, 'arn');
    default:
      return textIn(identity, 'arn');
  }
}

function resourceIn(body: Fields, prefix: string): string | null {
  const listed = body['resources'];
  const arns = Array.isArray(listed)
    ? (listed as readonly Json[]).flatMap((item) => textIn(item, 'ARN') ?? textIn(item, 'arn') ?? [])
    : [];
  const object = arns.find((arn) => /^arn:[^:]*:s3:::[^/]+\/./.test(arn));
  if (object !== undefined) return object;
  const parameters = body['requestParameters'];
  const bucket = textIn(parameters, 'bucketName');
  if (prefix === 's3' && bucket !== null) {
    const key = textIn(parameters, 'key');
    return `arn:aws:s3:::${bucket}${key === null ? '' : `/${key}`}`;
  }
  return arns[0] ?? textIn(parameters, 'roleArn') ?? arnAmong(parameters);
}

/** A parameter that is an ARN by itself: `secretId`, `functionName`, `topicArn` may be. */
function arnAmong(parameters: Json | undefined): string | null {
  if (!isFields(parameters)) return null;
  for (const value of Object.values(parameters)) {
    if (typeof value === 'string' && /^arn:[^\s]{1,2000}$/.test(value)) return value;
  }
  return null;
}

/** Keys that an event tells for sure; the rest stays open. */
function contextIn(body: Fields): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const put = (key: string, value: string | null): void => {
    if (value !== null) found.set(key, [value]);
  };
  const address = textIn(body, 'sourceIPAddress');
  if (address !== null && /^[0-9a-f.:]+$/i.test(address) && /[.:]/.test(address))
    put('aws:SourceIp', address);
  put('aws:RequestedRegion', textIn(body, 'awsRegion'));
  put('aws:UserAgent', textIn(body, 'userAgent'));
  put('aws:SourceVpce', textIn(body, 'vpcEndpointId'));
  const session = ['userIdentity', 'sessionContext', 'attributes', 'mfaAuthenticated'];
  put('aws:MultiFactorAuthPresent', textIn(body, ...session));
  if (isFields(body['tlsDetails'])) put('aws:SecureTransport', 'true');
  return found;
}
