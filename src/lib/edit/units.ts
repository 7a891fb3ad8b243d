/** The organizations of a file as they are written: roots and OUs with their places. */
import { join, split } from '../source/pointer.ts';
import type { Tree } from '../source/tree.ts';
import { keysAt, textAt, textsAt } from './look.ts';

export interface UnitPlace {
  /** `r-…` or `ou-…` */
  readonly id: string;
  /** `Root` or the OU's name. */
  readonly name: string;
  /** JSON Pointer to it. */
  readonly at: string;
  /** Aliases of the accounts directly below. */
  readonly accounts: readonly string[];
}

/** Every root and OU, outer before inner. */
export function unitsIn(file: Tree): readonly UnitPlace[] {
  return keysAt(file, '/organizations').flatMap((name) =>
    below(file, join(join('/organizations', name), 'root'), 'Root')
  );
}

function below(file: Tree, at: string, name: string): readonly UnitPlace[] {
  const id = textAt(file, `${at}/id`);
  if (id === null) return [];
  const units = `${at}/units`;
  const inner = keysAt(file, units).flatMap((key) => below(file, join(units, key), key));
  return [{ id, name, at, accounts: textsAt(file, `${at}/accounts`) ?? [] }, ...inner];
}

/** The organization that a pointer leads into, `/organizations/acme`; null outside. */
export function organizationAt(pointer: string): string | null {
  const [section, name] = split(pointer);
  return section === 'organizations' && name !== undefined ? join('/organizations', name) : null;
}

/** The organization an account belongs to, `/organizations/acme`; null for one outside. */
export function organizationOf(file: Tree, alias: string): string | null {
  const home = unitOf(file, alias);
  return home ? organizationAt(home.at) : null;
}

/** The root or OU an account is directly below; null for an account outside every organization. */
export function unitOf(file: Tree, alias: string): UnitPlace | null {
  return unitsIn(file).find(({ accounts }) => accounts.includes(alias)) ?? null;
}
