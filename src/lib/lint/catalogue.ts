/** Every finding there is, with its reason, its source and examples: what the page tells and the tests hold. */
import { FINDING_NAMES, type FindingName } from './codes.ts';
import { OPERATOR_FINDINGS } from './catalogue-operators.ts';
import type { Finding } from './catalogue-types.ts';

const ALL: Readonly<Partial<Record<FindingName, Finding>>> = { ...OPERATOR_FINDINGS };

/** All findings by name, in the order of the page. */
export const FINDINGS: ReadonlyMap<FindingName, Finding> = new Map(
  FINDING_NAMES.flatMap((name) => {
    const finding = ALL[name];
    return finding ? [[name, finding] as const] : [];
  })
);
