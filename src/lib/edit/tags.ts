/** Tags of users, roles and resources: setting one, taking one away. */
import type { Checked } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import { invalidName, notThere } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { lookAt } from './look.ts';
import { said, type Place } from './place.ts';

/** Source: IAM User Guide, "Rules for tagging in IAM and AWS STS"; S3 takes the same characters. */
const KEY = /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** Which things of a file have tags. */
export function hasTags({ kind }: Place): boolean {
  return kind === 'user' || kind === 'role' || kind === 'resource';
}

export function setTag(place: Place, key: string, value: string): Checked<Edit> {
  if (!KEY.test(key)) {
    return refused(
      invalidName(key, 'the key of a tag: at most 128 letters, digits, spaces and _.:/=+-@', 'key')
    );
  }
  if (!VALUE.test(value)) {
    return refused(
      invalidName(value, 'the value of a tag: at most 256 letters, digits, spaces and _.:/=+-@', 'value')
    );
  }
  const at = join(join(place.at, 'tags'), key);
  return planned(`Tag ${said(place)} with ${key}`, [{ at, set: value }]);
}

export function removeTag({ file }: Ground, place: Place, key: string): Checked<Edit> {
  const at = join(join(place.at, 'tags'), key);
  if (lookAt(file, at) === null) return refused(notThere(key, `is no tag of ${said(place)}`));
  return planned(`Take the tag ${key} off ${said(place)}`, [{ at, remove: true }]);
}
