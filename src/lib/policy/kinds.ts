/** What each type of policy may have (rules, part 1.2): one row each; the code asks the row, never the type's name. */
import type { PolicyKind } from './document-kind.ts';

export interface KindRow {
  /** For messages, with its article. */
  readonly name: string;
  readonly principal: 'required' | 'forbidden';
  readonly resource: 'required' | 'forbidden' | 'byService';
  readonly hasNotPrincipal: boolean;
  readonly hasId: boolean;
  /** `required`: refused with another version; `expected`: documented, and warned about. */
  readonly version2012: 'required' | 'expected' | 'free';
  /** Kept by IAM, which checks the forms of Sids, resources and characters when it stores (MAL-05, MAL-11 ff.). */
  readonly isStoredByIam: boolean;
}

const IDENTITY: KindRow = {
  name: 'an identity-based policy',
  principal: 'forbidden',
  resource: 'required',
  hasNotPrincipal: false,
  hasId: false,
  version2012: 'free',
  isStoredByIam: true
};

export const KINDS: Readonly<Record<PolicyKind, KindRow>> = {
  identity: IDENTITY,
  managed: { ...IDENTITY, version2012: 'required' },
  boundary: { ...IDENTITY, name: 'a permissions boundary', version2012: 'required' },
  session: { ...IDENTITY, name: 'a session policy', version2012: 'expected' },
  trust: {
    name: 'a trust policy',
    principal: 'required',
    resource: 'forbidden',
    hasNotPrincipal: false,
    hasId: true,
    version2012: 'free',
    isStoredByIam: true
  },
  resource: {
    name: 'a resource-based policy',
    principal: 'required',
    resource: 'byService',
    hasNotPrincipal: true,
    hasId: true,
    version2012: 'free',
    isStoredByIam: false
  },
  endpoint: {
    name: 'an endpoint policy',
    principal: 'required',
    resource: 'required',
    hasNotPrincipal: true,
    hasId: true,
    version2012: 'expected',
    isStoredByIam: false
  },
  scp: {
    name: 'a service control policy',
    principal: 'forbidden',
    resource: 'required',
    hasNotPrincipal: false,
    hasId: false,
    version2012: 'expected',
    isStoredByIam: false
  },
  rcp: {
    name: 'a resource control policy',
    principal: 'required',
    resource: 'required',
    hasNotPrincipal: false,
    hasId: false,
    version2012: 'expected',
    isStoredByIam: false
  }
};
