/**
 * The keys that live in temporary credentials. Source: IAM User Guide, "AWS global condition context keys",
 * properties of a role session (KEY-20 to KEY-24, KEY-30).
 */
import type { Call } from './context-call.ts';
import type { Mfa } from './context-credentials.ts';
import { flag, isoTime, one, pointer } from './context-value.ts';
import type { KnownValue } from './request.ts';

/** Issue time, MFA, source identity and what the identity provider said, as far as the credentials have them. */
export function sessionKeys(call: Call): readonly KnownValue[] {
  const { caller, issued, sourceIdentity, claims, named } = call.by;
  return [
    ...(issued ? [one('aws:TokenIssueTime', isoTime(issued.value), issued.from)] : []), // KEY-21, STS-08
    ...mfaKeys(call),
    ...(sourceIdentity ? [one('aws:SourceIdentity', sourceIdentity.value, sourceIdentity.from)] : []), // KEY-22
    ...(caller.kind === 'root' && caller.assumed ? [flag('aws:AssumedRoot', true, named)] : []), // KEY-24
    ...instanceKeys(call),
    ...claims
  ];
}

/** KEY-25: embedded in the credentials of an instance's role, hence there wherever these are used. */
function instanceKeys({ by: { instance } }: Call): readonly KnownValue[] {
  if (!instance) return [];
  const from = (key: string) => ({ kind: 'session', path: pointer(instance.path, key) }) as const;
  const { arn, vpc, privateIp, delivery } = instance;
  return [
    one('ec2:SourceInstanceArn', arn, from('arn')),
    ...(delivery === null ? [] : [one('ec2:RoleDelivery', delivery, from('delivery'))]),
    ...(vpc === null ? [] : [one('aws:Ec2InstanceSourceVpc', vpc, from('vpc'))]),
    ...(privateIp === null ? [] : [one('aws:Ec2InstanceSourcePrivateIPv4', privateIp, from('privateIp'))])
  ];
}

function mfaKeys(call: Call): readonly KnownValue[] {
  const mfa = mfaOfCall(call);
  if (!mfa) return [];
  const present = flag('aws:MultiFactorAuthPresent', mfa.present, mfa.from);
  if (mfa.since === null) return [present];
  const seconds = Math.max(0, Math.floor((call.at.value - mfa.since) / 1000));
  return [present, one('aws:MultiFactorAuthAge', String(seconds), mfa.from)];
}

/**
 * What a call knows of MFA (KEY-20): a code passed with it counts for users (XACC-11; roles have no device); a
 * service that calls on for a user with long-term keys says `false`. Null where the keys do not exist.
 */
export function mfaOfCall({ by, code, at, via }: Call): Mfa | null {
  if (by.caller.kind !== 'user') return by.mfa;
  if (code.value) return { present: true, since: at.value, from: code.from };
  if (by.mfa === null && via.value.length > 0) return { present: false, since: null, from: via.from };
  return by.mfa;
}
