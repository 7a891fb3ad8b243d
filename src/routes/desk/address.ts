/**
 * What of the page stands in its address: the request, the step, how deep one looks, the scene. A link that carries a
 * whole scenario has all of it in the fragment, which no server sees; every other address has it in the query.
 */
import { DETAILS, type Detail } from '#lib/explain/frame.ts';

export interface Address {
  readonly request: string | null;
  /** Id of a frame; null stands on the verdict. */
  readonly step: string | null;
  readonly detail: Detail;
  /** A scene of the walkthrough, from 0; null outside of it. */
  readonly scene: number | null;
  /** Whether it is presented: full-window, scene by scene. */
  readonly present: boolean;
  /** Whether names are hidden; null as it is usual: hidden while presenting, else not. */
  readonly redact: boolean | null;
}

/** Where a page without anything in its address stands. */
export const START: Address = {
  request: null,
  step: null,
  detail: 'layers',
  scene: null,
  present: false,
  redact: null
};

/** Reads an address. Whatever it says, an address comes of it. */
export function readAddress(url: URL): Address {
  const read = parameters(url);
  const detail = DETAILS.find((each) => each === read.get('detail'));
  const scene = /^[1-9]\d{0,3}$/.exec(read.get('scene') ?? '')?.[0];
  return {
    request: read.get('request'),
    step: read.get('step'),
    detail: detail ?? START.detail,
    scene: scene === undefined ? null : Number(scene) - 1,
    present: read.get('present') === '1',
    redact: { 0: false, 1: true }[read.get('redact') ?? ''] ?? null
  };
}

/** The scenario that a link carries, packed; null for any other address. */
export function carriedBy(url: URL): string | null {
  return url.hash.startsWith(CARRIES) ? parameters(url).get('s') : null;
}

/** What opens beside: a file of this device, an example. */
export function asksFor(url: URL): { readonly file: string | null; readonly example: string | null } {
  return { file: url.searchParams.get('file'), example: url.searchParams.get('example') };
}

const CARRIES = '#s=';

function parameters(url: URL): URLSearchParams {
  return url.hash.startsWith(CARRIES) ? new URLSearchParams(url.hash.slice(1)) : url.searchParams;
}

/** What else the address says: what is open. */
export interface Open {
  readonly carried?: string | null;
  readonly file?: string | null;
  readonly example?: string | null;
}

/** Writes query or fragment; what is as it would be anyway is left out. */
export function writeAddress(address: Address, open: Open = {}): string {
  const written = new URLSearchParams([...opening(open), ...standing(address)]);
  // What a query may hold stays as it is, so that a link can be read: `step=scp@Prod/DenyRegions`.
  const text = written.toString().replace(/%(?:40|3A|2F|3F)/g, decodeURIComponent);
  if (written.has('s')) return `#${text}`;
  return text === '' ? '' : `?${text}`;
}

type Parameter = [name: string, value: string];

/** One thing is open at a time. */
function opening({ carried, file, example }: Open): readonly Parameter[] {
  if (typeof carried === 'string') return [['s', carried]];
  if (typeof file === 'string') return [['file', file]];
  return typeof example === 'string' ? [['example', example]] : [];
}

function standing({ request, step, detail, scene, present, redact }: Address): readonly Parameter[] {
  const parts: readonly [name: string, value: string | null][] = [
    ['request', request],
    ['step', step],
    ['detail', detail === START.detail ? null : detail],
    ['scene', scene === null ? null : String(scene + 1)],
    ['present', present ? '1' : null],
    ['redact', redact === null || redact === present ? null : redact ? '1' : '0']
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}
