/**
 * What is open in the grants of a KMS key: pairs of the encryption context that a constraint compares, as conditions
 * of a statement that the grant stands for (SVC-04).
 */
import { parsePolicy } from '../policy/parse.ts';
import { parseJson } from '../source/json.ts';
import { asPolicyId } from '../world/arn.ts';
import type { KeyGrant, World } from '../world/world.ts';
import { compile, type CompiledCondition } from './compile.ts';
import { matchCondition } from './conditions.ts';
import { openGrants, openPairs } from './key-grants.ts';
import { isUnknown, type Request, type RequestContext } from './request.ts';

/** An atom as unknown-atoms.ts has it, that compares one pair of the encryption context. */
export interface PairAtom {
  readonly step: string;
  readonly keys: readonly string[];
  readonly reads: { readonly kind: 'condition'; readonly compiled: CompiledCondition };
  readonly part: number;
  readonly holds: (context: RequestContext) => boolean;
}

/** The atoms of each grant that waits for facts. */
export function grantAtoms(world: World, request: Request, part: number): readonly (readonly PairAtom[])[] {
  return openGrants(world, request).map((grant, i) => atomsOf(grant, `grant~${String(i)}`, request, part));
}

function atomsOf(grant: KeyGrant, step: string, request: Request, part: number): readonly PairAtom[] {
  return conditionsOf(grant, request).map((compiled): PairAtom => {
    const id = asPolicyId(step);
    return {
      step: `${step}${compiled.condition.path}`,
      keys: [compiled.key],
      reads: { kind: 'condition', compiled },
      part,
      holds: (context) => matchCondition(step, id, compiled, context).outcome === 'match'
    };
  });
}

/** The constraint as AWS would write it in a policy: each pair it wants, and under `Equals` no other. */
function conditionsOf({ contextEquals, contextSubset }: KeyGrant, request: Request) {
  const wanted = new Map([...(contextEquals ?? []), ...(contextSubset ?? [])]);
  const pairs = openPairs(request.context).map((key) => [`${PREFIX}${key}`, wanted.get(key)] as const);
  const equal = pairs.filter(([, value]) => value !== undefined);
  const absent = contextEquals === null ? [] : pairs.filter(([, value]) => value === undefined);
  const Condition = {
    ...(equal.length > 0 ? { StringEquals: Object.fromEntries(equal) } : {}),
    ...(absent.length > 0 ? { Null: Object.fromEntries(absent.map(([key]) => [key, 'true'])) } : {})
  };
  const Statement = [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Condition }];
  const text = JSON.stringify({ Version: '2008-10-17', Statement }); // a constraint knows no variables
  const tree = parseJson({ name: 'grant', text }).value;
  const document = tree && parsePolicy(tree).value;
  const conditions = document ? (compile(document).statements[0]?.conditions ?? []) : [];
  return conditions.filter(({ key }) => {
    const value = request.context.get(key);
    return value !== undefined && isUnknown(value);
  });
}

const PREFIX = 'kms:EncryptionContext:';
