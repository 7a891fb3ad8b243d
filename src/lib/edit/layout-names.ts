/** The names in the file's `layout` when a thing gets another name, or goes. */
import { placeName } from '../scenario/layout.ts';
import type { Change } from '../source/change.ts';
import { join } from '../source/pointer.ts';
import { isAccountId, lastName, splitArn } from '../world/arn.ts';
import type { Ground } from './edit.ts';
import { keysAt, textAt } from './look.ts';
import { shortName, type Place } from './place.ts';

const AT = '/layout';

/** Places of the thing itself and of what is inside it; of an account, of everything in it. */
export function removedLayout({ file, world }: Ground, place: Place): readonly Change[] {
  const { id, kind, name } = place;
  const short = placeName(world, id);
  const isInside = (key: string) =>
    kind === 'account' &&
    (renamedAlias(key, name, '') !== null || (isAccountId(id) && splitArn(key)?.account === id));
  const isOwn = (key: string) =>
    key === id || key === short || key.startsWith(`${id}@`) || key.startsWith(`${short}/`) || isInside(key);
  return keysAt(file, AT)
    .filter(isOwn)
    .map((key) => ({ at: join(AT, key), remove: true }));
}

/** The same places under the new name. */
export function renamedLayout(ground: Ground, place: Place, to: string, id: string): readonly Change[] {
  return keysAt(ground.file, AT).flatMap((key) => {
    const rename = renamedKey(ground, place, to, id, key);
    return rename === null || rename === key ? [] : [{ at: join(AT, key), rename }];
  });
}

function renamedKey(ground: Ground, place: Place, to: string, id: string, key: string): string | null {
  if (key === place.id) return id;
  if (place.kind === 'account') return key === place.name ? to : renamedAlias(key, place.name, to);
  const short = placeName(ground.world, place.id);
  const shortTo = shortOf(ground, place, to, short);
  if (key === short) return shortTo;
  return key.startsWith(`${short}/`) ? shortTo + key.slice(short.length) : null;
}

/** A resource with a name of its own keeps that, whatever its ARN. */
function shortOf({ file }: Ground, place: Place, to: string, short: string): string {
  const { kind, name, account, at } = place;
  if (kind === 'resource') {
    const isNamed = textAt(file, `${at}/name`) !== null;
    return isNamed ? short : `${account?.alias ?? ''}:${lastName(to.replace(/[:/]\*$/, ''))}`;
  }
  if (kind === 'identityProvider') return short.slice(0, short.length - name.length) + to;
  return shortName({ ...place, name: to });
}

/** `tools:role/x`, `saml:tools/x`: under another alias; null for what is not in the account. */
function renamedAlias(key: string, alias: string, to: string): string | null {
  for (const before of ['', 'oidc:', 'saml:']) {
    const start = before + alias;
    const next = key.charAt(start.length);
    if (key.startsWith(start) && (before === '' ? next === ':' : next === '/')) {
      return before + to + key.slice(start.length);
    }
  }
  return null;
}
