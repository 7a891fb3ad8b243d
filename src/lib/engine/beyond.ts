/** Who decides beside IAM and is not modelled: the trace says so, and the verdict stands under it. */
import type { GateStep } from './trace.ts';

/** Calls on the Glue Data Catalog that Lake Formation authorizes as well (SVC-34), in lower case. */
const DATA_CATALOG: ReadonlySet<string> = new Set(
  [
    'BatchCreatePartition BatchDeletePartition BatchDeleteTable BatchGetPartition',
    'CreateDatabase CreatePartition CreateTable DeleteDatabase DeletePartition DeleteTable',
    'GetDatabase GetDatabases GetPartition GetPartitions GetTable GetTableVersion GetTableVersions GetTables',
    'SearchTables UpdateDatabase UpdatePartition UpdateTable'
  ].flatMap((names) => names.split(' ').map((name) => `glue:${name.toLowerCase()}`))
);

/** What the authority is called that an action asks beside IAM; null for nearly all actions. */
function authorityBeside(action: string): string | null {
  return DATA_CATALOG.has(action.toLowerCase()) ? 'Lake Formation' : null;
}

/** The gate of that authority, where there is one. It changes no decision. */
export function beyondSteps(action: string, prefix: string): readonly GateStep[] {
  const about = authorityBeside(action);
  if (about === null) return [];
  const rest = { outcome: 'notModelled', steps: [], gate: 'beyond', count: 0, at: [], about } as const;
  return [{ kind: 'gate', id: `${prefix}beyond`, rule: 'SVC-34', ...rest }];
}
