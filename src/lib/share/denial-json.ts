/**
 * Denials that come as JSON: a service's error body, what DecodeAuthorizationMessage gives back, an event of CloudTrail.
 * Whatever has none of these shapes is searched for a message in some string of it.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

/** Values looked at in one document at most. */
const MAX_VALUES = 20_000;

export type Found =
  | { readonly kind: 'decoded'; readonly body: Fields }
  | { readonly kind: 'event'; readonly body: Fields }
  | { readonly kind: 'error'; readonly message: string; readonly code: string | null };

/** The first denial in a JSON text; null where there is none, or no JSON. */
export function findJson(text: string): Found | null {
  const value = parse(text);
  return value === null ? null : search(value);
}

function parse(text: string): Json {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function search(root: Json): Found | null {
  const queue: Json[] = [root];
  let error: Found | null = null;
  for (let next = 0; next < queue.length && next < MAX_VALUES; next++) {
    const value = queue[next] ?? null;
    if (isFields(value)) {
      const found = toDecoded(value) ?? toEvent(value);
      if (found) return found;
      error ??= toError(value);
    }
    for (const item of partsOf(value)) queue.push(item);
  }
  return error;
}

/** What is inside a value; the answer of DecodeAuthorizationMessage holds JSON as a text. */
function partsOf(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  if (!isFields(value)) return [];
  return Object.entries(value).map(([key, item]) =>
    key === 'DecodedMessage' && typeof item === 'string' ? parse(item) : item
  );
}

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text below some keys; null where it is none. */
export function textIn(value: Json | undefined, ...keys: readonly string[]): string | null {
  let at: Json | undefined = value;
  for (const key of keys) at = isFields(at) ? at[key] : undefined;
  return typeof at === 'string' && at !== '' ? at : null;
}

function toDecoded(body: Fields): Found | null {
  const { context } = body;
  if (typeof body['allowed'] !== 'boolean' || !isFields(context)) return null;
  return textIn(context, 'action') === null ? null : { kind: 'decoded', body };
}

function toEvent(body: Fields): Found | null {
  const isEvent = textIn(body, 'eventName') !== null && isFields(body['userIdentity']);
  const hasFailed = textIn(body, 'errorCode') !== null || textIn(body, 'errorMessage') !== null;
  return isEvent && hasFailed ? { kind: 'event', body } : null;
}

/** `{"__type": "…#AccessDeniedException", "Message": "…"}`, `{"Error": {"Code": …, "Message": …}}` and their like. */
function toError(body: Fields): Found | null {
  const message =
    ['Message', 'message', 'errorMessage', 'error_message', 'ErrorMessage', 'Cause', 'statusMessage']
      .map((key) => textIn(body, key))
      .find((text) => text !== null) ?? null;
  if (message === null) return null;
  const type =
    textIn(body, '__type') ?? textIn(body, 'Code') ?? textIn(body, 'code') ?? textIn(body, 'errorType');
  const code = type === null ? null : type.slice(type.lastIndexOf('#') + 1);
  return { kind: 'error', message, code };
}
