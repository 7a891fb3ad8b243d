/** Switches of a resource or an account that decide by themselves: S3 Block Public Access. */
import { placeOf } from '../edit/place.ts';
import { findResource } from '../world/resource.ts';
import type { Asked } from './asked.ts';
import { accountPlace } from './grant.ts';
import { holderName } from './names.ts';
import type { Candidate } from './report.ts';

/** Turning Block Public Access off, on the bucket and on its account; nothing where it decided nothing. */
export function settings({ stand, request, evaluation }: Asked): readonly Candidate[] {
  const { decidedBy } = evaluation;
  if (!('by' in decidedBy) || decidedBy.by !== 'publicAccessBlock') return [];
  const found = findResource(stand.world, request.resource)?.resource;
  const bucket = found && placeOf(stand, found.arn);
  const account = found && accountPlace(stand.world, found.account);
  const off = (at: string, target: string): Candidate => ({
    kind: 'setting',
    line: `turn Block Public Access off for ${holderName(stand.world, target)}`,
    changes: [{ at: `${at}/blockPublicAccess`, set: false }],
    size: 2
  });
  return [
    ...(found && bucket ? [off(bucket.at, found.arn)] : []),
    ...(found && typeof account === 'string' ? [off(account, found.account)] : [])
  ];
}
