/** Slips of the pen: a policy that reads as if it allowed. */
import { allow, says, user, type Incident } from './incidents.ts';

const BUCKET = 'arn:aws:s3:::ledger';

export const SLIPS: readonly Incident[] = [
  {
    title: 'the bucket itself is meant, the objects are named',
    rule: 'RES-03',
    policies: { identity: [says(allow('s3:*', `${BUCKET}/*`))] },
    principal: user('ana'),
    action: 's3:ListBucket',
    resource: BUCKET,
    expect: 'ImplicitDeny'
  }
];
