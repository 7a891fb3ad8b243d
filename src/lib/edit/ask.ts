/**
 * A question from outside, such as a denial tells it, as a request of the file: caller and resource as this world calls
 * them, what it lacks added, and what nobody knows left open.
 */
import { evaluate } from '../engine/evaluate.ts';
import type { Request } from '../engine/request.ts';
import type { Evaluation } from '../engine/trace.ts';
import { parseScenario } from '../scenario/parse.ts';
import { applyChanges, type Change, type Plain } from '../source/change.ts';
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { accountIn, resourceType, splitArn } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import { Additions, askedPrincipal, nearPrincipals, type AskedPrincipal } from './ask-principal.ts';
import { fromFile, invalidName, unknownThing } from './diagnostics.ts';
import type { Edit, Ground } from './edit.ts';
import { openKeys } from './open-keys.ts';
import { freeRequestId } from './request-list.ts';
import { requestAt } from './request-fields.ts';
import { vetted } from './vet.ts';

export interface Asking {
  readonly title: string;
  /** An ARN, a service's host name, `anonymous`, or a short name of the file. */
  readonly principal: string;
  readonly action: string;
  /** An ARN, a short name, or `*`. */
  readonly resource: string;
  /** What is known of the request context. */
  readonly context: ReadonlyMap<string, readonly string[]>;
  /** When, as an ISO time; null for the scenario's own. */
  readonly at: string | null;
  /** What came of it in AWS, as `expect` and `by` of the request say it. */
  readonly expect: 'explicitDeny' | 'implicitDeny' | 'denied' | null;
  readonly by: string | null;
}

export interface AskPlan {
  readonly edit: Edit;
  /** Id of the request. */
  readonly id: string;
  /** The caller as the request names it. */
  readonly principal: string;
  /** What the file gets besides, in words. */
  readonly adds: readonly string[];
  /** Users and roles of the world that may be meant, where the caller is added. */
  readonly near: readonly string[];
  /** Condition keys that are left open. */
  readonly open: readonly string[];
  /** What comes of it by this file. */
  readonly world: World;
  readonly evaluation: Evaluation;
}

/** The edit by which the question becomes a request, or what speaks against it, by field. */
export function planAsk(ground: Ground, asking: Asking): Checked<AskPlan> {
  const adds = new Additions(ground.world);
  const who = askedPrincipal(ground.world, asking.principal, adds);
  if (who === null) return no(nobody(ground, asking.principal));
  if (!/^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(asking.action)) {
    return no(invalidName(asking.action, 'an action such as `s3:GetObject`', 'action'));
  }
  addRole(ground.world, asking.resource, adds);
  const id = freeRequestId(ground, 'denied');
  const first = toEdit(id, toRequestText(asking, who, []), adds);
  const draft = readWith(ground, first, id);
  if (draft.value === null) return { value: null, diagnostics: draft.diagnostics };
  const told = new Set([...asking.context.keys()].map((key) => key.toLowerCase()));
  const open = openKeys(draft.value.world, draft.value.request, told);
  const edit = toEdit(id, toRequestText(asking, who, open), adds);
  const { value, diagnostics } = vetted(ground, edit, { text: asking.resource, field: 'resource' });
  const final = value === null ? null : readWith(ground, edit, id).value;
  if (value === null || final === null) return { value: null, diagnostics };
  const isAdded = adds.words.some((words) => words.includes(' without policies'));
  return {
    value: {
      edit: value,
      id,
      principal: who.principal,
      adds: adds.words,
      near: isAdded ? nearPrincipals(ground.world, asking.principal) : [],
      open,
      world: final.world,
      evaluation: evaluate(final.world, final.request)
    },
    diagnostics: []
  };
}

/** Why it cannot be asked. */
function no(...diagnostics: readonly Diagnostic[]): {
  readonly value: null;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { value: null, diagnostics };
}

function nobody({ world }: Ground, principal: string) {
  return principal === ''
    ? invalidName('', 'a principal, by ARN or as requests name it', 'principal')
    : unknownThing(principal, 'a principal', nearPrincipals(world, principal), 'principal');
}

/** A role that is to be assumed or passed must exist for its trust policy to be asked. */
function addRole(world: World, resource: string, adds: Additions): void {
  const isRole = splitArn(resource)?.service === 'iam' && resourceType(resource) === 'role';
  if (!isRole || accountIn(resource) === null || /[*?]/.test(resource)) return;
  if (![...world.principals.keys()].some((arn) => arn === resource)) adds.identity(resource, 'role');
}

type Fields = Readonly<Record<string, Plain>>;

function toRequestText(
  asking: Asking,
  { principal, session }: AskedPrincipal,
  open: readonly string[]
): Fields {
  const { title, action, resource, context, at, expect, by } = asking;
  const said = [...context].map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values]);
  return {
    title,
    principal,
    ...(session === null ? {} : { session }),
    action,
    ...(resource === '*' ? {} : { resource }),
    ...(at === null ? {} : { at }),
    ...(context.size === 0 ? {} : { context: Object.fromEntries(said) as Fields }),
    ...(open.length === 0 ? {} : { unknown: open }),
    ...(expect === null ? {} : { expect }),
    ...(by === null ? {} : { by })
  };
}

function toEdit(id: string, set: Fields, adds: Additions): Edit {
  const changes: readonly Change[] = [...adds.changes, { at: requestAt(id), set }];
  return { title: `Ask what AWS refused as ${id}`, changes };
}

interface Read {
  readonly world: World;
  readonly request: Request;
}

/** The world and the request as they would be. */
function readWith({ source }: Ground, edit: Edit, id: string): Checked<Read> {
  const typed = edit.title;
  const applied = applyChanges(source, edit.changes);
  if (applied.value === null) {
    return no(...applied.diagnostics.map((each) => fromFile(each, typed, 'resource')));
  }
  const { value, diagnostics } = parseScenario({ ...source, text: applied.value });
  const found = value?.cases.find((each) => each.id === id);
  if (value && found?.request)
    return { value: { world: value.world, request: found.request }, diagnostics: [] };
  return no(...(found?.diagnostics ?? diagnostics).map((each) => fromFile(each, typed, fieldOf(each.path))));
}

function fieldOf(path: string): string {
  return /\/(principal|action|resource)\b/.exec(path)?.[1] ?? 'resource';
}
