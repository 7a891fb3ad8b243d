/** Requests with open facts: a user under some policies, and keys that nobody has said. */
import type { Request } from '../../src/lib/engine/request.ts';
import type { World } from '../../src/lib/world/world.ts';
import { ALLOW_ALL, askFor, CALLERS, HOME } from './truth-world.ts';
import { toCase } from './vector-world.ts';

export interface Open {
  readonly statements: readonly object[];
  readonly open: readonly string[];
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly caller?: keyof typeof CALLERS;
  readonly action?: string;
  readonly resource?: string;
}

export const allow = (Condition: object, more: object = {}) => ({
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  Condition,
  ...more
});
export const deny = (Condition: object, more: object = {}) => ({ ...allow(Condition, more), Effect: 'Deny' });
export const YES = ALLOW_ALL.Statement[0] ?? {};

/** The request with its world. */
export function openCase(of: Open): { readonly world: World; readonly request: Request } {
  const vector = askFor(
    CALLERS[of.caller ?? 'user'],
    of.action ?? 's3:GetObject',
    of.resource ?? `arn:aws:s3:::b/home/ana/x`
  );
  const { world, request } = toCase({
    ...vector,
    policies: { identity: [{ Version: '2012-10-17', Statement: of.statements }], resourceAccount: HOME },
    request: { ...vector.request, context: of.context ?? {} }
  });
  return { world, request: leaveOpen(request, of.open) };
}

/** The same request with these keys left open. */
export function leaveOpen(request: Request, keys: readonly string[]): Request {
  const from = { kind: 'request', path: null } as const;
  const open = keys.map((key) => [key.toLowerCase(), { key, unknown: true as const, from }] as const);
  return { ...request, context: new Map([...request.context, ...open]) };
}
