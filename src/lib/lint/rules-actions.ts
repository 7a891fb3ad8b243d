/** Findings about what a statement grants: everything, everything but, and the ways to more than was meant. */
import type { Pattern, PatternElement, Statement } from '../policy/document.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import { suggest, warn, type StatementRule } from './found.ts';
import { fieldsOf } from './globs.ts';
import { conditionsOn } from './operators.ts';

/** Kinds of policies whose Allow gives something to somebody by itself. */
const GIVES: ReadonlySet<PolicyKind> = new Set(['identity', 'managed']);

function isEverything(element: PatternElement | null): boolean {
  return (
    element !== null && !element.negated && element.patterns.some(({ text }) => /^\*+(?::\*+)?$/.test(text))
  );
}

function actionsLike({ action }: Statement, wanted: RegExp): readonly Pattern[] {
  return action.negated ? [] : action.patterns.filter(({ text }) => wanted.test(text));
}

/** ACT-04. */
const everything: StatementRule = (statement, { kind }) => {
  const { effect, action, resource, conditions } = statement;
  if (effect !== 'Allow' || !GIVES.has(kind) || !isEverything(resource) || conditions.length > 0) return [];
  if (isEverything(action)) {
    const message = 'this allows every action on every resource';
    return [warn('admin-everything', action, { message, help: 'name the services that are needed' })];
  }
  return actionsLike(statement, /^iam:\*+$/i).map((pattern) => {
    const message = 'whoever may do everything in IAM can give themselves everything else';
    return warn('iam-everything', pattern, { message, help: 'name the actions, and the users or roles' });
  });
};

/** ACT-06, RES-08. */
const allBut: StatementRule = ({ effect, action, resource }, { kind }) => {
  if (effect !== 'Allow' || (!GIVES.has(kind) && kind !== 'resource')) return [];
  const found = [];
  if (action.negated) {
    const message = 'this allows every other action of every service, those still to come included';
    found.push(
      warn('not-action-allow', action, { message, help: 'list what is allowed, or deny the exceptions' })
    );
  }
  if (resource?.negated) {
    const message = 'this allows every other resource, those still to come included';
    found.push(
      warn('not-resource-allow', resource, { message, help: 'list what is allowed, or deny the exceptions' })
    );
  }
  return found;
};

/** KEY-61. */
const passRole: StatementRule = (statement, { kind }) => {
  const [pattern] = actionsLike(statement, /^iam:Pass(?:Role|\*)$/i);
  if (!pattern || statement.effect !== 'Allow' || !GIVES.has(kind) || !statement.resource) return [];
  const everywhere = statement.resource.negated ? undefined : statement.resource.patterns.find(isEveryRole);
  if (everywhere) {
    const message = 'any role of the account can be handed to a service, the most powerful ones included';
    return [warn('pass-role-everywhere', everywhere, { message, help: 'name the roles that may be passed' })];
  }
  if (conditionsOn(statement, 'iam:PassedToService', 'iam:AssociatedResourceArn').length > 0) return [];
  const message = 'the role may be handed to any service that its trust policy names';
  const help = 'test `iam:PassedToService`, for example against `lambda.amazonaws.com`';
  return [suggest('pass-role-any-service', pattern, { message, help })];
};

function isEveryRole({ text }: Pattern): boolean {
  return /^\*+$/.test(text) || /^(?:\*+|role\*+|role\/\*+)$/.test(fieldsOf(text)[5] ?? '');
}

/**
 * Actions that give the caller, or somebody whose credentials the caller can get, new permissions.
 * Source: Service Authorization Reference, "AWS Identity and Access Management", access level Permissions management.
 */
const ESCALATES =
  /^iam:(?:AddUserToGroup|Attach(?:Group|Role|User)Policy|CreateAccessKey|CreateLoginProfile|CreatePolicyVersion|Put(?:Group|Role|User)Policy|SetDefaultPolicyVersion|UpdateAssumeRolePolicy|UpdateLoginProfile)$/i;

const escalation: StatementRule = (statement, { kind }) => {
  if (statement.effect !== 'Allow' || !GIVES.has(kind)) return [];
  if (!isEverything(statement.resource) || statement.conditions.length > 0) return [];
  const [pattern] = actionsLike(statement, ESCALATES);
  if (!pattern) return [];
  const message = `with \`${pattern.text}\` on everything one can make oneself an administrator`;
  const help = 'name the users, roles or policies, or ask for `iam:PermissionsBoundary`';
  return [warn('escalation-everywhere', pattern, { message, help })];
};

/** ACT-04, GRAM-09. */
const wildcardService: StatementRule = (statement) =>
  statement.action.patterns
    .filter(({ text }) => /^[^:]*[*?][^:]*:/.test(text) && !/^\*+:/.test(text))
    .map((pattern) => {
      const message = `\`${pattern.text.split(':')[0] ?? ''}\` means every service whose name fits, those still to come included`;
      return suggest('wildcard-service', pattern, { message, help: 'write the service in full' });
    });

export const ACTION_RULES: readonly StatementRule[] = [
  everything,
  allBut,
  passRole,
  escalation,
  wildcardService
];
