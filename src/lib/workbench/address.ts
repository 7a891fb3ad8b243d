/** What the page's address says: which request, which step, how deep. Reads and writes the query; navigates nowhere. */
import { DETAILS, type Detail } from '../explain/frame.ts';

export interface Address {
  /** A request's id; null is the first of the file. */
  readonly request: string | null;
  /** A frame's id; null is the verdict. */
  readonly step: string | null;
  readonly detail: Detail;
}

const DEFAULT_DETAIL: Detail = 'layers';

/** The bare address: first request, its verdict. */
export const START: Address = { request: null, step: null, detail: DEFAULT_DETAIL };

/** Reads a query. Whatever it says, there is an address; unknown words count as absent. */
export function readAddress(query: URLSearchParams): Address {
  const detail = DETAILS.find((each) => each === query.get('detail'));
  return {
    request: query.get('request') || null,
    step: query.get('step') || null,
    detail: detail ?? DEFAULT_DETAIL
  };
}

/** The query of an address, with its `?`; empty for the bare address. */
export function toQuery({ request, step, detail }: Address): string {
  const parts = [
    ...(request === null ? [] : [`request=${encode(request)}`]),
    ...(step === null ? [] : [`step=${encode(step)}`]),
    ...(detail === DEFAULT_DETAIL ? [] : [`detail=${detail}`])
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Keeps what a query may hold as it is, so that a link can be read: `step=scp@Prod/DenyRegions`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(?:40|3A|2F|3F|24|2C)/g, (code) => decodeURIComponent(code));
}
