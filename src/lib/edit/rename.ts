/** Giving things another name, and taking them away, with everything that refers to them. */
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { join, parent } from '../source/pointer.ts';
import type { Tree } from '../source/tree.ts';
import { accountIn } from '../world/arn.ts';
import { checkName, type NAMES } from './check-name.ts';
import { inUse, notThere, wrongAccount } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { keysAt, textAt, textsAt } from './look.ts';
import { renamedLayout } from './layout-names.ts';
import { removedWith, renamedId, renamedTexts } from './mentions.ts';
import { isRoot, said, type Place, type PlaceKind } from './place.ts';

const FORMS: Readonly<Record<PlaceKind, keyof typeof NAMES>> = {
  account: 'alias',
  unit: 'any',
  user: 'iam',
  group: 'iam',
  role: 'iam',
  resource: 'arn',
  policy: 'iam',
  inline: 'iam',
  scp: 'any',
  rcp: 'any',
  identityProvider: 'any'
};

/**
 * Another name for a thing, in all that speaks of it: memberships, attachments, requests, the ARNs in policies.
 * AWS renames users and groups only; for the others this is the file that was never written otherwise.
 *
 * @param to for a resource its whole ARN, for an account its alias
 */
export function rename(ground: Ground, place: Place, to: string): Checked<Edit> {
  const wrong = checkRename(ground, place, to);
  if (wrong.length > 0) return refused(...wrong);
  const texts = renamedTexts(ground, place, to);
  // The key itself last: until then every pointer leads where it led.
  const changes = [
    ...texts,
    ...renamedLayout(ground, place, to, renamedId(place, to)),
    { at: place.at, rename: to }
  ];
  return planned(`Rename ${said(place)} to ${to}`, to === place.name ? [] : changes, renamedId(place, to));
}

function checkRename({ file }: Ground, place: Place, to: string): readonly Diagnostic[] {
  const { kind, name, account } = place;
  if (isRoot(place)) return [notThere(name, 'has no name of its own')];
  const home = kind === 'account' ? '' : (account?.alias ?? 'the organization');
  const taken = keysAt(file, parent(place.at)).filter((other) => other !== name);
  const wrong = checkName(to, FORMS[kind], { what: 'something', taken, home });
  const owner = kind === 'resource' ? accountIn(to) : null;
  const isElsewhere = owner !== null && owner !== account?.id;
  return isElsewhere ? [...wrong, wrongAccount(to, account?.alias ?? '')] : wrong;
}

/**
 * Away with a thing and with what refers to it: memberships, attachments, its place in the drawing. Requests that
 * name it stay, and say what they miss.
 */
export function remove(ground: Ground, place: Place): Checked<Edit> {
  if (isRoot(place)) return refused(notThere(place.name, 'cannot be taken out of its organization'));
  const use = useOf(ground.file, place);
  if (use !== null) return refused(inUse(place.name, use));
  const references = removedWith(ground, place);
  return planned(`Remove ${said(place)}`, [...references, { at: place.at, remove: true }]);
}

/** What cannot do without a thing. AWS deletes only OUs that are empty (Organizations API, DeleteOrganizationalUnit). */
function useOf(file: Tree, { kind, name, at }: Place): string | null {
  if (kind === 'account') return needOf(file, name);
  if (kind !== 'unit') return null;
  const below = [...(textsAt(file, `${at}/accounts`) ?? []), ...keysAt(file, `${at}/units`)];
  return below.length > 0 ? `holds ${below.map((each) => `\`${each}\``).join(', ')}` : null;
}

/** What cannot do without an account: its organization, a VPC endpoint in it. */
function needOf(file: Tree, alias: string): string | null {
  const names = (section: string, key: string) =>
    keysAt(file, section).find((name) => textAt(file, `${join(section, name)}/${key}`) === alias);
  const organization = names('/organizations', 'management');
  if (organization !== undefined) return `manages the organization \`${organization}\``;
  const endpoint = names('/network/endpoints', 'account');
  return endpoint === undefined ? null : `holds the VPC endpoint \`${endpoint}\``;
}
