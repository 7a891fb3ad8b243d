/** The words of a request's sentence as they are written in its own place: what each offers, and the edit it makes. */
import type { Edit, Ground } from '../edit/edit.ts';
import type { RequestFields } from '../edit/request-fields.ts';
import { setPrincipal } from '../edit/request-principal.ts';
import { setField, setHop, setResource } from '../edit/request.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { Offer, RequestOffers } from './request-edit.ts';
import type { Slot } from './saying.ts';

/** A word as a field: what it is called, what stands in it, what it could be. */
export interface WordField {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Offer[] | ((typed: string) => readonly Offer[]);
  /** What stands in an empty field. */
  readonly empty: string;
}

export function wordField(slot: Slot, fields: RequestFields, offers: RequestOffers): WordField {
  switch (slot.kind) {
    case 'principal':
      return { label: 'Who', value: fields.principal, choices: offers.principals, empty: 'alias:user/NAME' };
    case 'session':
      return { label: 'Session', value: fields.session, choices: [], empty: 'as the role is called' };
    case 'hop': {
      const value = fields.hops[slot.index]?.role ?? '';
      return { label: `Role ${slot.index + 1} on the way`, value, choices: offers.roles, empty: 'no role' };
    }
    case 'action':
      return {
        label: 'Does',
        value: fields.action,
        choices: offers.actionsFor,
        empty: 's3:GetObject, or a service and a colon'
      };
    case 'resource':
      return {
        label: 'On',
        value: fields.resource.join(', '),
        choices: offers.resources,
        empty: 'anything'
      };
    case 'endpoint':
      return { label: 'Endpoint', value: fields.endpoint, choices: offers.endpoints, empty: 'no endpoint' };
  }
}

/** The edit that writes a word, or what speaks against it. */
export function planWord(ground: Ground, id: string, slot: Slot, text: string): Checked<Edit> {
  switch (slot.kind) {
    case 'hop':
      return setHop(ground, id, { index: slot.index, field: 'role', text });
    case 'resource':
      return setResource(ground, id, text.split(/,\s*/));
    case 'principal':
      return setPrincipal(ground, id, text);
    default:
      return setField(ground, id, slot.kind, text);
  }
}
