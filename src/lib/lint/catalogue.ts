/** Every finding there is, with its reason, its source and examples: what the page tells and the tests hold. */
import { FINDING_NAMES, type FindingName } from './codes.ts';
import { ACTION_FINDINGS } from './catalogue-actions.ts';
import { FORM_FINDINGS } from './catalogue-form.ts';
import { KEY_NAME_FINDINGS } from './catalogue-key-names.ts';
import { KEY_FINDINGS } from './catalogue-keys.ts';
import { NETWORK_FINDINGS } from './catalogue-network.ts';
import { OPERATOR_FINDINGS } from './catalogue-operators.ts';
import { PRINCIPAL_FINDINGS } from './catalogue-principals.ts';
import { WORLD_FINDINGS } from './catalogue-world.ts';
import type { Finding } from './catalogue-types.ts';

const ALL: Readonly<Record<FindingName, Finding>> = {
  ...PRINCIPAL_FINDINGS,
  ...ACTION_FINDINGS,
  ...OPERATOR_FINDINGS,
  ...KEY_FINDINGS,
  ...KEY_NAME_FINDINGS,
  ...NETWORK_FINDINGS,
  ...FORM_FINDINGS,
  ...WORLD_FINDINGS
};

/** All findings by name, in the order of the page. */
export const FINDINGS: ReadonlyMap<FindingName, Finding> = new Map(
  FINDING_NAMES.map((name) => [name, ALL[name]])
);
