/**
 * What an identity provider says of its caller: which written keys are its claims, which of them live on in the
 * session, and the keys that follow from the provider itself.
 * Source: IAM User Guide, "Available keys for AWS web identity federation", "… SAML-based federation"
 * (KEY-23, KEY-55, KEY-56).
 */
import { asArn, splitArn } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import { one } from './context-value.ts';
import type { KnownValue, Provenance } from './request.ts';

export interface Provider {
  /** Provider ARN, or the host name of a built-in provider. */
  readonly name: string;
  /** What its claims begin with, lower-case: `saml:`, `token.actions.githubusercontent.com:`. */
  readonly prefix: string;
  readonly saml: boolean;
}

/** Claims that live on in the session; the rest is for the trust policy alone. */
const LASTING: ReadonlySet<string> = new Set(['aud', 'sub', 'amr', 'app_id', 'user_id', 'id']);
const LASTING_SAML: ReadonlySet<string> = new Set(['namequalifier', 'sub', 'sub_type']);

/** The provider of an `AssumeRoleWith…` call. */
export function toProvider(world: World, name: string): Provider {
  const resource = splitArn(name)?.resource ?? '';
  if (resource.startsWith('saml-provider/')) return { name, prefix: 'saml:', saml: true };
  const url = /^oidc-provider\/(.*)$/s.exec(resource)?.[1] ?? name;
  const host = world.identityProviders.get(asArn(name))?.oidc ?? url;
  return { name, prefix: `${host.toLowerCase()}:`, saml: false };
}

/** The STS action by which the provider's callers get a role. */
export function actionOf(provider: Provider): 'AssumeRoleWithSAML' | 'AssumeRoleWithWebIdentity' {
  return provider.saml ? 'AssumeRoleWithSAML' : 'AssumeRoleWithWebIdentity';
}

/** Whether a condition key is a claim of this provider. */
export function isClaim(provider: Provider, key: string): boolean {
  return key.toLowerCase().startsWith(provider.prefix);
}

/** Whether a claim is still there in requests that the session makes. */
export function isLasting(provider: Provider, key: string): boolean {
  const claim = key.toLowerCase().slice(provider.prefix.length);
  return isClaim(provider, key) && (provider.saml ? LASTING_SAML : LASTING).has(claim);
}

/** `aws:FederatedProvider`, in the call and in the session it makes; only for OIDC (KEY-23). */
export function federatedProvider(provider: Provider, from: Provenance): readonly KnownValue[] {
  return provider.saml ? [] : [one('aws:FederatedProvider', provider.name, from)];
}

/** `saml:doc`, account and name of the provider; in the call only (KEY-56). */
export function samlDocument(provider: Provider, from: Provenance): readonly KnownValue[] {
  const parts = splitArn(provider.name);
  if (!provider.saml || !parts) return [];
  return [one('saml:doc', `${parts.account}/${parts.resource.slice('saml-provider/'.length)}`, from)];
}
