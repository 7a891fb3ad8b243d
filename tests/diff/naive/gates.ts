/** Step 0 of part 0.1: what no policy can change (STS-01 to STS-07, XACC-15, XACC-16, XACC-19, SVC-20). */
import type { Vector } from '../../engine/vector-world.ts';

type Caller = Vector['request']['principal'];

const isLongTerm = ({ kind, session }: Caller) =>
  kind === 'root' || (kind === 'iam-user' && session === undefined);
const UNSIGNED = ['sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];
/** They go with any AssumeRole… call. */
const ALONG = ['sts:tagsession', 'sts:setsourceidentity'];

/** Calls that fail whatever the policies say. */
export function isRefused({ request }: Vector): boolean {
  const { principal, resource } = request;
  const action = request.action.toLowerCase();
  const partition = principal.arn?.split(':')[1];
  if (partition !== undefined && resource.startsWith('arn:') && resource.split(':')[1] !== partition)
    return true;
  return (
    (action.startsWith('sts:') && isRefusedSts(principal, action)) ||
    (action.startsWith('iam:') && isRefusedIam(principal))
  );
}

function isRefusedSts(caller: Caller, action: string): boolean {
  if (caller.kind === 'anonymous') return true;
  if (!ALONG.includes(action) && UNSIGNED.includes(action) !== (caller.kind === 'federated-idp')) return true;
  if (action === 'sts:getcalleridentity') return false;
  if (action === 'sts:getsessiontoken' || action === 'sts:getfederationtoken') return !isLongTerm(caller);
  if (action === 'sts:assumerole' && caller.kind === 'root') return true;
  if (caller.kind === 'federated-user') return true;
  return caller.session === 'GetSessionToken' && action !== 'sts:assumerole' && !ALONG.includes(action);
}

/** STS-04, STS-05. */
function isRefusedIam({ kind, session, mfa }: Caller): boolean {
  return kind === 'federated-user' || (session === 'GetSessionToken' && mfa !== true);
}

/** STS-01, STS-02: no permission needed, no Deny heard. */
export function isFree({ request }: Vector): boolean {
  return ['sts:getcalleridentity', 'sts:getsessiontoken'].includes(request.action.toLowerCase());
}

/** KMS Developer Guide, "Allowing users in other accounts to use a KMS key" (XACC-15): these cross accounts. */
const KMS_ABROAD = [
  'creategrant decrypt derivesharedsecret describekey encrypt generatedatakey generatedatakeypair',
  'generatedatakeypairwithoutplaintext generatedatakeywithoutplaintext generatemac getkeyrotationstatus',
  'getpublickey listgrants reencryptfrom reencryptto retiregrant revokegrant sign verify verifymac'
].flatMap((line) => line.split(' '));

/** Amazon SQS Developer Guide (SVC-20): these never cross accounts. */
const SQS_AT_HOME = [
  'addpermission cancelmessagemovetask createqueue deletequeue listmessagemovetasks listqueues listqueuetags',
  'removepermission setqueueattributes startmessagemovetask tagqueue untagqueue'
].flatMap((line) => line.split(' '));

/** Operations that stay in their account though both sides allow them. */
export function isRestrictedAbroad(action: string, isKey: boolean): boolean {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  if (isKey && !KMS_ABROAD.includes(name)) return true;
  return (service === 'sqs' && SQS_AT_HOME.includes(name)) || (service === 'iam' && name === 'passrole');
}
