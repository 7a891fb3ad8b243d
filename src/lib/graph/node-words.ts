/** What each kind of node is called, where it is said or searched for. */
import type { NodeKind } from './graph.ts';

export const NODE_WORDS: Readonly<Record<NodeKind, string>> = {
  user: 'user',
  group: 'group',
  role: 'role',
  session: 'session',
  service: 'AWS service',
  identityProvider: 'identity provider',
  resource: 'resource',
  policy: 'policy',
  account: 'account as a principal',
  root: 'root user',
  anonymous: 'anyone'
};
