/** What a policy is for, as far as that decides which elements it may have. */

/**
 * `managed` is a customer managed policy wherever it is attached; `identity` an inline policy of a user, group or
 * role (or one of which it is not known); `trust` a role's trust policy; `resource` any other resource-based policy.
 */
export type PolicyKind =
  'identity' | 'managed' | 'boundary' | 'session' | 'trust' | 'resource' | 'scp' | 'rcp' | 'endpoint';
