/** A request as a sentence, word by word: what the request bar says. */
import type { Request } from '../engine/request.ts';
import { nameOf } from '../engine/match.ts';
import type { Words } from '../explain/words.ts';

/** Which word of the file a part of the sentence is: what writing there changes. A hop counts from 0. */
export type Slot =
  | { readonly kind: 'principal' | 'session' | 'action' | 'resource' | 'endpoint' }
  | { readonly kind: 'hop'; readonly index: number };

export interface SayingPart {
  readonly kind: 'grammar' | 'name' | 'code';
  readonly text: string;
  /** The account a name is at home in; empty when it is not said. */
  readonly home: string;
  /** In full, for a tooltip. */
  readonly full: string;
  /** Null for the grammar between. */
  readonly slot: Slot | null;
}

export const grammar = (text: string): SayingPart => ({
  kind: 'grammar',
  text,
  home: '',
  full: '',
  slot: null
});

/** `jenkins @tools in session build-42 as prod-deploy @prod asks for ecs:UpdateService on web @prod`. */
export function toSaying(request: Request, words: Words): readonly SayingPart[] {
  const caller = request.hops[0]?.caller ?? request.caller;
  const parts: SayingPart[] = [named(words.who(caller), nameOf(caller), { kind: 'principal' })];
  if (caller.kind === 'roleSession')
    parts.push(grammar('in session'), code(caller.session, { kind: 'session' }));
  request.hops.forEach((hop, index) => {
    parts.push(grammar('as'), named(words.resource(hop.resource), hop.resource, { kind: 'hop', index }));
  });
  parts.push(grammar('asks for'), code(request.action, { kind: 'action' }));
  parts.push(...toResource(request, words));
  if (request.endpoint !== null) parts.push(grammar('through'), code(request.endpoint, { kind: 'endpoint' }));
  return parts;
}

/** Without a resource the word is still there to be written. Further ones are checks of the same call (RES-11). */
function toResource({ action, resource, checks }: Request, words: Words): readonly SayingPart[] {
  const slot = { kind: 'resource' } as const;
  if (resource === '*') return [grammar('on'), { ...code('anything', slot), kind: 'name', full: '*' }];
  const more = checks.filter((check) => check.action === action).length;
  const part = named(words.resource(resource), resource, slot);
  return [grammar('on'), more === 0 ? part : { ...part, text: `${part.text} and ${more} more` }];
}

/** A word of AWS's, or of the file, as it is written. */
export function code(text: string, slot: Slot): SayingPart {
  return { kind: 'code', text, home: '', full: text, slot };
}

function named(text: string, full: string, slot: Slot): SayingPart {
  const at = text.lastIndexOf('@');
  const [name, home] = at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text, ''];
  return { kind: 'name', text: name, home, full, slot };
}
