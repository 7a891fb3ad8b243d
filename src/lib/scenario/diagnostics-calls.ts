/** What there is to say of the call that a request names: other names, what it needs besides, what it lacks. */
import { abridge, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from './diagnostics.ts';

function make(
  code: string,
  severity: Diagnostic['severity'],
  at: Place,
  words: readonly [string, string]
): Diagnostic {
  const [message, help] = words;
  return { code, severity, message: abridge(message), range: at.range, path: at.path, help: abridge(help) };
}

const quoted = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(' and ');

/** ACT-08 */
export function operationForAction(at: Place, operation: string, actions: readonly string[]): Diagnostic {
  return make('request/operation', 'suggestion', at, [
    `\`${operation}\` is the name of a call, not of an action: AWS checks ${quoted(actions)}`,
    `policies speak of ${quoted(actions)}`
  ]);
}

export function copyWithoutSource(at: Place, operation: string): Diagnostic {
  return make('request/copy-without-source', 'error', at, [
    `\`${operation}\` copies an object, and none is named`,
    'name it with `copyFrom`: the source is read (`s3:GetObject`), the `resource` written (`s3:PutObject`)'
  ]);
}

export function sourceWithoutCopy(at: Place, action: string): Diagnostic {
  return make('request/source-without-copy', 'error', at, [
    `\`${action}\` copies nothing, so \`copyFrom\` means nothing here`,
    'use `s3:CopyObject`, or take `copyFrom` away'
  ]);
}

/** RES-11 */
export function furtherResources(at: Place, action: string, kinds: readonly string[]): Diagnostic {
  return make('request/further-resources', 'suggestion', at, [
    `\`${action}\` is checked on each of its resources; not listed here: ${kinds.join(', ')}`,
    'list them all under `resource`, each is a check of its own'
  ]);
}

/** SVC-17 */
export function unlistedKey(at: Place, key: string): Diagnostic {
  return make('world/unlisted-key', 'warning', at, [
    `the key \`${key}\` is listed by no account: what its policy says is not asked`,
    'list it under `resources` of the account that owns it'
  ]);
}
