/** What of the page stands in its address: the request, the step, and how deep one looks. */
import { DETAILS, type Detail } from '#lib/explain/frame.ts';

export interface Address {
  readonly request: string | null;
  /** Id of a frame; null stands on the verdict. */
  readonly step: string | null;
  readonly detail: Detail;
}

/** Where a page without anything in its address stands. */
export const START: Address = { request: null, step: null, detail: 'layers' };

/** Reads the query. Whatever it says, an address comes of it. */
export function readAddress(query: URLSearchParams): Address {
  const detail = DETAILS.find((each) => each === query.get('detail'));
  return { request: query.get('request'), step: query.get('step'), detail: detail ?? START.detail };
}

/** Writes the query; what is as it would be anyway is left out. */
export function writeAddress({ request, step, detail }: Address): string {
  const query = new URLSearchParams();
  if (request !== null) query.set('request', request);
  if (step !== null) query.set('step', step);
  if (detail !== START.detail) query.set('detail', detail);
  // What a query may hold stays as it is, so that a link can be read: `step=scp@Prod/DenyRegions`.
  const text = query.toString().replace(/%(?:40|3A|2F|3F)/g, decodeURIComponent);
  return text === '' ? '' : `?${text}`;
}
