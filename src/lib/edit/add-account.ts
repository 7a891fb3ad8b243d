/** Adding an account, perhaps below an OU, and the identity providers it knows. */
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import type { Tree } from '../source/tree.ts';
import type { Account } from '../world/world.ts';
import { checkAccountId, checkName } from './check-name.ts';
import { inUse, unknownThing } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { append, keysAt, lookAt, textAt, without } from './look.ts';
import { accountAt } from './place.ts';
import { organizationAt, unitOf, unitsIn, type UnitPlace } from './units.ts';

/** An account in words: where no unit is named, it stands outside every organization. */
export interface NewAccount {
  readonly alias: string;
  readonly id: string;
  /** Id of a root or OU; empty for none. */
  readonly unit: string;
}

export function addAccount({ file, world }: Ground, { alias, id, unit }: NewAccount): Checked<Edit> {
  const taken = keysAt(file, '/accounts');
  const wrong = [
    ...checkName(alias, 'alias', { what: 'an account', taken, home: '' }),
    ...checkAccountId(world, id)
  ];
  const place = unitsIn(file).find((each) => each.id === unit);
  if (unit !== '' && !place) wrong.push(unknownThing(unit, 'an OU', [], 'unit'));
  if (wrong.length > 0) return refused(...wrong);
  const changes: Change[] = [{ at: accountAt({ alias }), set: { id } }];
  if (place) changes.push(append(file, `${place.at}/accounts`, alias));
  return planned(`Add account ${alias}${place ? ` to ${place.name}` : ''}`, changes, id);
}

/**
 * An account to another OU, or out of its organization, where nothing of an organization can hang on it.
 *
 * @param unit id of a root or OU; empty for none
 */
export function moveAccount({ file }: Ground, { alias }: Account, unit: string): Checked<Edit> {
  const before = unitOf(file, alias);
  const place = unitsIn(file).find((each) => each.id === unit);
  if (unit !== '' && !place) return refused(unknownThing(unit, 'an OU', [], 'unit'));
  const manages = keysAt(file, '/organizations').find((name) => managementOf(file, name) === alias);
  if (manages !== undefined && !isWithin(place, manages)) {
    return refused(inUse(alias, `manages the organization \`${manages}\``));
  }
  if (before?.id === place?.id) return planned(`Leave ${alias} where it is`, []);
  const out = before ? without(file, `${before.at}/accounts`, (text) => text === alias) : [];
  if (place) {
    return planned(`Move ${alias} to ${place.name}`, [...out, append(file, `${place.at}/accounts`, alias)]);
  }
  const lists = ['scps', 'rcps'].map((key) => join(accountAt({ alias }), key));
  const hanging = lists.filter((at) => lookAt(file, at) !== null);
  const gone: Change[] = hanging.map((at) => ({ at, remove: true }));
  return planned(`Take ${alias} out of its organization`, [...out, ...gone]);
}

function managementOf(file: Tree, organization: string): string | null {
  return textAt(file, `${join('/organizations', organization)}/management`);
}

function isWithin(place: UnitPlace | undefined, organization: string): boolean {
  return place !== undefined && organizationAt(place.at) === join('/organizations', organization);
}

/** @param issuer of an OIDC provider, without `https://`; empty for a SAML provider */
export function addProvider(ground: Ground, account: Account, name: string, issuer: string): Checked<Edit> {
  const folder = join(accountAt(account), 'identityProviders');
  const taken = keysAt(ground.file, folder);
  const wrong = checkName(name, 'any', { what: 'an identity provider', taken, home: account.alias });
  if (wrong.length > 0) return refused(...wrong);
  const oidc = issuer.replace(/^https:\/\//, '');
  const set = oidc === '' ? { saml: true } : { oidc, audiences: ['sts.amazonaws.com'] };
  return planned(`Add identity provider ${name} to ${account.alias}`, [{ at: join(folder, name), set }]);
}
