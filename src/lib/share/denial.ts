/**
 * A denial, in whatever shape somebody has it, as facts: who, what, on what, and which kind of policy refused. Never
 * throws; what the text does not tell is null, and the reader is told so.
 */
import { actionsChecked } from '../catalog/operations.ts';
import { accountIn, splitArn } from '../world/arn.ts';
import { readEvent } from './denial-event.ts';
import { findJson, isFields, textIn, type Json } from './denial-json.ts';
import {
  NOTHING_SAID,
  readAuthorizationId,
  readEncoded,
  readSentence,
  readWrapping,
  unwrapped,
  type Said,
  type Wrapping
} from './denial-text.ts';
import { isRefusingCode, prefixNamed, serviceWith } from './denial-words.ts';

export interface ReadDenial extends Said {
  readonly code: string | null;
  /** The operation called: `RunInstances`. */
  readonly operation: string | null;
  /** MSG-08 */
  readonly authorizationId: string | null;
  /** Whether part of it is encoded, as EC2 does (MSG-10): then only AWS can tell the rest. */
  readonly isEncoded: boolean;
  /** Condition keys whose values came with it: decoded messages and events have some. */
  readonly context: ReadonlyMap<string, readonly string[]>;
  /** When, as an ISO time; only events tell. */
  readonly at: string | null;
  /** What kind of text it was. */
  readonly source: 'message' | 'decoded' | 'event';
}

/** Longer texts are no denials: pasted logs are cut to the one entry that matters. */
export const MAX_DENIAL = 200_000;

/** The first denial of a text; null for a text that holds none. */
export function readDenial(text: string): ReadDenial | null {
  if (text.length > MAX_DENIAL) return null;
  const found = findJson(text);
  if (found === null) return readPlain(text, null);
  if (found.kind === 'error') return readPlain(found.message, found.code);
  return found.kind === 'decoded' ? readDecoded(found.body) : readEvented(found.body);
}

const SILENT = { authorizationId: null, isEncoded: false, context: new Map(), at: null } as const;

function readPlain(text: string, code: string | null): ReadDenial | null {
  const line = unwrapped(text);
  const said = readSentence(line);
  const wrapping = readWrapping(line);
  const encoded = readEncoded(line);
  const coded = code ?? wrapping.code;
  const isDenial =
    said.action !== null ||
    said.resource !== null ||
    encoded !== null ||
    (coded !== null && isRefusingCode(coded)) ||
    /\bAccess Denied\b|You are not authorized to perform this operation/.test(line);
  if (!isDenial || isPolicyLike(text)) return null;
  return {
    ...withAction(withObject(said, line), wrapping),
    code: coded,
    operation: wrapping.operation,
    authorizationId: readAuthorizationId(line),
    isEncoded: encoded !== null,
    context: new Map(),
    at: null,
    source: 'message'
  };
}

/** A policy or a scenario may quote a denial; it is one thing or the other. */
function isPolicyLike(text: string): boolean {
  return /Statement["']?\s{0,20}:/.test(text) || /^[ \t"'{]{0,20}bouncer["']?[ \t]{0,20}:/m.test(text);
}

/** A text that names no action still names the operation, and an operation its actions (ACT-08). */
function withAction<T extends Said>(said: T, { operation, service }: Wrapping): T {
  if (said.action !== null) return { ...said, action: inLowerPrefix(said.action) };
  if (operation === null) return said;
  const prefix = service === null ? serviceWith(operation) : prefixNamed(service);
  if (prefix === null) return said;
  const called = `${prefix}:${operation}`;
  return { ...said, action: actionsChecked(called)?.[0] ?? called };
}

/** `SNS:Publish` as everybody writes it. */
function inLowerPrefix(action: string): string {
  const colon = action.indexOf(':');
  return action.slice(0, colon).toLowerCase() + action.slice(colon);
}

/** `upload failed: ./a to s3://bucket/key`: the command line's own words name the object. */
function withObject(said: Said, line: string): Said {
  if (said.resource !== null) return said;
  const url = /\bs3:\/\/([a-z0-9.-]{3,63})(\/[^\s"']{0,1024})?/.exec(line);
  if (!url) return said;
  const key = url[2] === undefined || url[2] === '/' ? '' : url[2];
  return { ...said, resource: `arn:aws:s3:::${url[1] ?? ''}${key}` };
}

/** What DecodeAuthorizationMessage gives back, read whole (MSG-10). */
function readDecoded(body: Readonly<Record<string, Json>>): ReadDenial | null {
  const { context } = body;
  if (body['allowed'] === true || !isFields(context)) return null;
  const principal = textIn(context, 'principal', 'arn');
  return {
    ...NOTHING_SAID,
    ...SILENT,
    principal,
    action: textIn(context, 'action'),
    resource: textIn(context, 'resource'),
    kind: body['explicitDeny'] === true ? 'explicit' : 'implicit',
    code: null,
    operation: null,
    context: conditionsIn(context),
    source: 'decoded'
  };
}

function conditionsIn(context: Readonly<Record<string, Json>>): ReadonlyMap<string, readonly string[]> {
  const { conditions } = context;
  const items = isFields(conditions) && Array.isArray(conditions['items']) ? conditions['items'] : [];
  const found = new Map<string, readonly string[]>();
  for (const item of items.slice(0, 500) as readonly Json[]) {
    const key = textIn(item, 'key');
    const values = isFields(item) && isFields(item['values']) ? item['values']['items'] : undefined;
    if (key === null || !Array.isArray(values)) continue;
    found.set(
      key,
      (values as readonly Json[]).flatMap((value) => textIn(value, 'value') ?? [])
    );
  }
  return found;
}

/** An event of CloudTrail: what its message tells, else what its fields do. */
function readEvented(body: Readonly<Record<string, Json>>): ReadDenial | null {
  const event = readEvent(body);
  const line = unwrapped(event.message);
  const said = readSentence(line);
  const isRefusal = said.action !== null || (event.code !== null && isRefusingCode(event.code));
  if (!isRefusal && readEncoded(line) === null) return null;
  return {
    ...said,
    principal: said.principal ?? event.principal,
    action: said.action === null ? event.action : inLowerPrefix(said.action),
    resource: said.resource ?? event.resource,
    code: event.code,
    operation: event.operation,
    authorizationId: readAuthorizationId(line),
    isEncoded: readEncoded(line) !== null,
    context: event.context,
    at: event.at,
    source: 'event'
  };
}

/** Whether a resource is a name or pattern instead of an ARN (MSG-07). */
export function isUnnamed(resource: string): boolean {
  return resource !== '*' && splitArn(resource) === null;
}

/** The account of the caller, where the text tells. */
export function callerAccount({ principal }: ReadDenial): string | null {
  return principal === null ? null : accountIn(principal);
}
