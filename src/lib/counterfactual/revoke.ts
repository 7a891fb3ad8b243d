/** An Allow that counts, taken back: an entry less, a condition more, the statement gone; or a Deny put beside it. */
import { placeOf } from '../edit/place.ts';
import { accountOf, identityOf } from '../engine/request.ts';
import type { ConditionStep, ElementStep, StatementStep } from '../engine/trace.ts';
import { join } from '../source/pointer.ts';
import { freeName } from '../world/free.ts';
import { findResource } from '../world/resource.ts';
import type { PolicyType } from '../world/world.ts';
import { namedAs, narrowStatement, statementsIn, typesOf, type Asked } from './asked.ts';
import { accountPlace, freePolicyPlace } from './grant.ts';
import { holderName, policyName } from './names.ts';
import { code, type Candidate } from './report.ts';
import { addCondition, addStatement, dropEntry, isWritten, newPolicy, sheetOf, type Sheet } from './sheet.ts';
import { NO_EDIT, statementEdits, type StatementEdit } from './statement-edits.ts';
import { baseOf } from './widen.ts';

/** The Allow statements that match, those of AWS's full access at the levels of an organization left out. */
export function allows({ evaluation, stand }: Asked): readonly StatementStep[] {
  return statementsIn(evaluation).filter(
    ({ effect, outcome, at, type }) =>
      effect === 'Allow' &&
      outcome === 'match' &&
      !(type === 'rcp' && stand.world.papers.get(at.policy)?.origin === 'aws')
  );
}

/** Every way to take back one Allow. */
export function revoke(asked: Asked, step: StatementStep): readonly Candidate[] {
  return statementEdits(asked, step, { edit: 'narrow', gone: 'revoke' }, (sheet, statement) => [
    ...step.steps.map((part) => lessEntry(asked, sheet, part)),
    ['ask for MFA', addCondition(sheet, statement, 'Bool', 'aws:MultiFactorAuthPresent', 'true'), 2]
  ]);
}

/** The one entry of a list that names the request; an entry among the values of a condition. */
function lessEntry({ stand }: Asked, sheet: Sheet, part: ElementStep | ConditionStep): StatementEdit {
  const held = part.expected.filter(({ holds }) => holds);
  const [sole] = held;
  if (!sole || held.length > 1) return NO_EDIT;
  if (part.kind === 'element' && part.negated) return NO_EDIT;
  if (part.kind === 'condition' && baseOf(part.operator) === 'Null') return NO_EDIT;
  const from = part.kind === 'condition' ? code(part.key) : `\`${part.element}\``;
  return [`strike ${code(sole.text)} from ${from}`, dropEntry(stand, sheet, sole.at.path), 1];
}

/** A Deny of just this request: with the caller, on the resource, on the caller's account. */
export function deny(asked: Asked): readonly Candidate[] {
  return [...denyCaller(asked), ...denyOnResource(asked), ...denyAccount(asked)];
}

function said({ request, stand }: Asked, type: PolicyType): string {
  const on = request.resource === '*' ? '' : ` on ${code(request.resource)}`;
  const to = type === 'resource' ? ` to ${holderName(stand.world, namedAs(request.caller).value)}` : '';
  return `deny ${code(request.action)}${on}${to}`;
}

/** In the caller's own inline policy, the first there is, else a new one. */
function denyCaller(asked: Asked): readonly Candidate[] {
  const { stand, request } = asked;
  const identity = identityOf(request.caller);
  const place = identity === null ? null : placeOf(stand, identity);
  if (identity === null || !place) return [];
  const own = stand.world.attachments.find(
    ({ policy, target }) => target === identity && stand.world.papers.get(policy)?.origin === 'inline'
  );
  if (own) return denyIn(asked, 'identity', own.policy);
  const at = join(place.at, 'inline');
  const name = freeName('Deny', (taken) => isWritten(stand, join(at, taken)));
  const line = `${said(asked, 'identity')} in a new inline policy of ${holderName(stand.world, identity)}`;
  return [
    {
      kind: 'deny',
      line,
      changes: [newPolicy(join(at, name), narrowStatement('Deny', asked, 'identity'))],
      size: 6
    }
  ];
}

function denyIn(asked: Asked, type: PolicyType, policy: StatementStep['at']['policy']): readonly Candidate[] {
  const { stand } = asked;
  const sheet = sheetOf(stand, policy);
  if (!sheet) return [];
  const line = `${said(asked, type)} in ${policyName(stand.world, policy)}`;
  const changes = [addStatement(stand, sheet, narrowStatement('Deny', asked, type))];
  return [{ kind: 'deny', line, changes, size: 4 }];
}

function denyOnResource(asked: Asked): readonly Candidate[] {
  const { stand, request, evaluation } = asked;
  const policy = typesOf(evaluation)
    .find(({ type }) => type === 'resource')
    ?.steps.flatMap((target) => target.steps)[0]?.policy;
  if (policy !== undefined) return denyIn(asked, 'resource', policy);
  const at = freePolicyPlace(asked);
  if (at === null) return [];
  const holder = findResource(stand.world, request.resource)?.resource.arn ?? request.resource;
  const line = `${said(asked, 'resource')} in a new resource policy of ${holderName(stand.world, holder)}`;
  return [
    {
      kind: 'deny',
      line,
      changes: [newPolicy(at, narrowStatement('Deny', asked, 'resource'))],
      size: 6
    }
  ];
}

/** For whoever no identity-based policy binds, an SCP on the account does (EVAL-04b): full access taken off it. */
function denyAccount(asked: Asked): readonly Candidate[] {
  const { stand, request } = asked;
  const account = accountOf(request.caller);
  const at = account === null ? null : accountPlace(stand.world, account);
  if (request.caller.kind !== 'root' || account === null || at === null) return [];
  const line = `attach no SCP that allows anything to ${holderName(stand.world, account)}`;
  return [{ kind: 'detach', line, changes: [{ at: `${at}/scps`, set: [] }], size: 5 }];
}
