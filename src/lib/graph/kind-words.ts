/** The kinds of nodes as people say them, several at once. */
import type { NodeKind } from './graph.ts';

export const KIND_PLURALS: Readonly<Record<NodeKind, string>> = {
  user: 'Users',
  group: 'Groups',
  role: 'Roles',
  session: 'Sessions',
  service: 'AWS services',
  identityProvider: 'Identity providers',
  resource: 'Resources',
  policy: 'Policies',
  account: 'Accounts as principals',
  root: 'Root users',
  anonymous: 'Everybody'
};
