/**
 * A scenario in the fragment of a link: versioned, compressed, with length and checksum. Fragments are never sent
 * to a server. Reading one back never throws and never hangs, whatever stands there.
 */
import { hasErrors, type Checked, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import { parseJson } from '../source/json.ts';
import { MAX_JSON, MEGABYTE } from '../source/limits.ts';
import { find, isNull, type Tree, type TreeText } from '../source/tree.ts';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { checksum } from './checksum.ts';
import { damaged, foreignContent, linkTooLarge, newerVersion, notALink, truncated } from './diagnostics.ts';
import { deflate, inflate } from './deflate.ts';

/** Everything a link carries beside request and step. */
export interface Shared {
  /** File name without ending. */
  readonly name: string;
  /** Name of the shipped scenario it began as. */
  readonly base: string | null;
  /** The whole file, YAML or JSON. */
  readonly text: string;
  readonly isJson: boolean;
  /** JSON Pointer → text of a policy being written that is no JSON yet; `''` is the whole file. */
  readonly drafts: ReadonlyMap<string, string>;
}

/** Characters of a fragment beyond which a file is offered instead: many programs cut what is longer. */
export const LONG_LINK = 8 * 1024;

const VERSION = '1';

/** Bytes of what a link holds at most, once it is unpacked. */
const MAX_UNPACKED = MAX_JSON;

/**
 * `VERSION.LENGTH.CHECKSUM.DATA`: the length of the data in characters, base 36; the CRC-32 of version and data,
 * base 36; the data as base64url of raw deflate. All of it may stand in a URL's fragment as it is.
 */
export async function toPayload(shared: Shared): Promise<string> {
  const data = toBase64Url(await deflate(new TextEncoder().encode(toEnvelope(shared))));
  return [VERSION, data.length.toString(36), checksum(VERSION + data), data].join('.');
}

const SHAPE = /^([1-9]\d{0,5})\.([\da-z]{1,6})\.([\da-z]{1,7})\.([\w-]*)/;

/**
 * The inverse. White space that a program put in, and whatever stands behind the end, are overlooked.
 *
 * @returns a null value with the reason: no link at all, its end missing, a character changed, a newer version, more
 *   than a scenario may hold (unpacking stops there), or something that never was a scenario
 */
export async function fromPayload(payload: string): Promise<Checked<Shared>> {
  const at = placeOf(payload);
  const [, version, length = '', sum, rest = ''] = SHAPE.exec(payload.replaceAll(/\s+/g, '')) ?? [];
  if (version === undefined) return failed(notALink(at));
  if (version !== VERSION) return failed(newerVersion(at, version));
  const wanted = Number.parseInt(length, 36);
  if (rest.length < wanted) return failed(truncated(at, wanted - rest.length));
  const data = rest.slice(0, wanted);
  if (checksum(VERSION + data) !== sum) return failed(damaged(at));
  return unpack(at, data);
}

/** Data whose checksum holds. It may still have been made by somebody who wishes us ill. */
async function unpack(at: Place, data: string): Promise<Checked<Shared>> {
  const packed = fromBase64Url(data);
  if (packed === null) return failed(foreignContent(at));
  const bytes = await inflate(packed, MAX_UNPACKED);
  if (bytes === 'too-large') return failed(linkTooLarge(at, MAX_UNPACKED / MEGABYTE));
  const shared = bytes === 'broken' ? null : fromEnvelope(bytes);
  return shared === null ? failed(foreignContent(at)) : { value: shared, diagnostics: [] };
}

/** The link itself is the text that is wrong; only its beginning is worth showing. */
function placeOf(payload: string): Place {
  const source = { name: 'link', text: payload.slice(0, 80) };
  return { range: { source, from: 0, to: source.text.length }, path: '' };
}

function failed(problem: Diagnostic): Checked<Shared> {
  return { value: null, diagnostics: [problem] };
}

/** As JSON. Lone halves of surrogate pairs become escapes in it, so every text survives being encoded. */
function toEnvelope({ name, base, text, isJson, drafts }: Shared): string {
  return JSON.stringify({ name, base, text, json: isJson, drafts: [...drafts] });
}

/** Null for bytes that are no such JSON. Members that nobody knows are overlooked. */
function fromEnvelope(bytes: Uint8Array): Shared | null {
  const text = decode(bytes);
  const tree = text === null ? null : parseJson({ name: 'link', text });
  if (tree?.value?.kind !== 'map' || hasErrors(tree.diagnostics)) return null;
  const map = tree.value;
  const get = (key: string) => find(map, key)?.value;
  const [name, base, file, json] = [get('name'), get('base'), get('text'), get('json')];
  const drafts = toDrafts(get('drafts'));
  if (!isText(name) || !isText(file) || !isFlag(json) || !isTextOrNull(base) || drafts === null) return null;
  return {
    name: name.text,
    base: base.quoted ? base.text : null,
    text: file.text,
    isJson: json.text === 'true',
    drafts
  };
}

function toDrafts(tree: Tree | undefined): ReadonlyMap<string, string> | null {
  if (tree?.kind !== 'list') return null;
  const drafts = new Map<string, string>();
  for (const pair of tree.items) {
    if (pair.kind !== 'list' || pair.items.length !== 2) return null;
    const [pointer, text] = pair.items;
    if (!isText(pointer) || !isText(text) || !/^(\/|$)/.test(pointer.text)) return null;
    drafts.set(pointer.text, text.text);
  }
  return drafts;
}

function isText(tree: Tree | undefined): tree is TreeText {
  return tree?.kind === 'text' && tree.quoted;
}

function isTextOrNull(tree: Tree | undefined): tree is TreeText {
  return isText(tree) || (tree !== undefined && isNull(tree));
}

function isFlag(tree: Tree | undefined): tree is TreeText {
  return tree?.kind === 'text' && !tree.quoted && /^(true|false)$/.test(tree.text);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
