/** The last sentence of a film: the decision, the rule that made it, and what is missing. */
import { accountOf } from '../engine/request.ts';
import type {
  DecidedBy,
  DecisionRule,
  Evaluation,
  Expression,
  Grant,
  PolicyStep,
  PolicyTypeStep
} from '../engine/trace.ts';
import type { PolicyType } from '../world/world.ts';
import { around, asked, layerOf, paper, policiesOf, who, type Context } from './context.ts';
import { DOOR_NOUN, doorKind, doorName } from './door.ts';
import { powerless } from './sentence-exempt.ts';
import { home, names } from './sentence-grants.ts';
import { statementName } from './sentence-statements.ts';
import { stsLimit } from './sentence-stops.ts';
import { count, list, sentence, TYPE_NOUN } from './nouns.ts';
import type { Words } from './words.ts';

/** What an evaluation asks. */
export function verdictQuestion(evaluation: Evaluation, words: Words): string {
  const context = { words, evaluation };
  return `May ${who(context)} have ${asked(context)}?`;
}

/** What an evaluation decided. */
export function verdict(evaluation: Evaluation, words: Words): string {
  const context = { words, evaluation };
  const rule = evaluation.decidedBy;
  switch (rule.kind) {
    case 'allowed':
      return sentence(`Allowed: ${allowed(rule, context)}`);
    case 'explicitDeny':
      return sentence(`Denied by ${denied(rule, context)}`);
    case 'noAllow':
      return sentence(`Denied: ${silent(rule, context)}`);
    case 'conditional':
      return sentence(conditional(rule.on, context));
    case 'undecided':
      return sentence(undecided(rule.broken, context));
    case 'blocked':
      return sentence(blocked(rule, context));
  }
}

type Rule<Kind extends DecisionRule['kind']> = Extract<DecisionRule, { kind: Kind }>;

function allowed(rule: Rule<'allowed'>, context: Context): string {
  const { evaluation } = context;
  const by = (type: DecidedBy) => rule.by.includes(type);
  if (by('sts')) return `${evaluation.request.action} needs no permission, so ${who(context)} always may`;
  if (by('root')) return root(context);
  if (by('grant'))
    return `a grant on ${context.words.resource(evaluation.request.resource)} lets ${who(context)} in`;
  if (by('resource') && by('identity')) return bySides(context);
  if (by('resource')) return byDoor(context);
  return `${speaker('identity', 'Allow', context)} allows ${who(context)} ${asked(context)}, and nothing forbids it`;
}

/** EVAL-17, EVAL-17c. */
function root(context: Context): string {
  const { caller } = context.evaluation.request;
  return caller.kind === 'root' && caller.assumed
    ? `the task policy of ${who(context)} covers ${asked(context)}, and nothing forbids it`
    : `${who(context)} may do anything in its own account that nothing forbids, ${asked(context)} included`;
}

/** Both had to speak: across accounts (XACC-01), or because the door hands the question over (EVAL-21, EVAL-22). */
function bySides(context: Context): string {
  const { evaluation, words } = context;
  const grant = layerOf(evaluation, 'resource')?.grant ?? null;
  const own = speaking('identity', 'Allow', context);
  const verb =
    doorKind(evaluation.request) === 'trust' ? 'lets it knock' : `allows ${evaluation.request.action}`;
  const door = speaker('resource', 'Allow', context);
  return `${door} ${handed(grant, context)}, and ${who(context)}'s own policy ${own ? words.policyName(own.policy) : ''} ${verb}`;
}

/** At home, naming the account only hands the question over (EVAL-16). */
function handed(grant: Grant | null, context: Context): string {
  if (grant !== 'account') return names(grant, context);
  return `${context.evaluation.sameAccount === true ? 'leaves it to' : 'names'} ${home(context)}`;
}

function byDoor(context: Context): string {
  const { evaluation } = context;
  const grant = layerOf(evaluation, 'resource')?.grant ?? null;
  const said = `${speaker('resource', 'Allow', context)} ${names(grant, context)}`;
  if (evaluation.request.caller.kind === 'root') return `${said}, and a root user needs no further Allow`;
  if (evaluation.sameAccount === true && (grant === 'role' || grant === 'issuer')) {
    return `${said}, and neither boundary nor session policy objects`;
  }
  return evaluation.sameAccount === true
    ? `${said}, and at home that is enough`
    : `${said}, and nothing else is asked of such a caller`;
}

/** The policy of a type that spoke, or what would have been one. */
function speaker(type: PolicyType, outcome: PolicyStep['outcome'], context: Context): string {
  const policy = speaking(type, outcome, context);
  if (policy) return paper(policy, context);
  return type === 'resource' ? doorName(context) : `a ${TYPE_NOUN[type]}`;
}

function speaking(type: PolicyType, outcome: PolicyStep['outcome'], context: Context): PolicyStep | null {
  const layer = layerOf(context.evaluation, type);
  return (layer ? policiesOf(layer) : []).find((policy) => policy.outcome === outcome) ?? null;
}

/** MSG-05: one deny is named, though there may be more. */
function denied(rule: Rule<'explicitDeny'>, context: Context): string {
  const { evaluation } = context;
  const [id] = rule.steps;
  const statement = id === undefined ? null : find(evaluation, id);
  if (statement?.kind !== 'statement') return `a Deny: ${who(context)} may not have ${asked(context)}`;
  const policy = around(statement, evaluation).find((step): step is PolicyStep => step.kind === 'policy');
  const where = policy ? paper(policy, context) : context.words.policy(statement.at.policy);
  const others = rule.steps.length - 1;
  const more = others > 0 ? `, like ${count(others, 'other')},` : '';
  return `${where}: its ${statementName(statement).replace(/^the /, '')}${more} forbids ${who(context)} ${asked(context)}, and no Allow outweighs a Deny`;
}

function find(evaluation: Evaluation, id: string) {
  for (const layer of evaluation.steps) {
    if (layer.kind !== 'policyType') continue;
    for (const policy of policiesOf(layer)) {
      const found = policy.steps.find((statement) => statement.id === id);
      if (found) return found;
    }
  }
  return null;
}

type Silence = (context: Context) => string;

function silent(rule: Rule<'noAllow'>, context: Context): string {
  return SILENCES[rule.by](context);
}

const SILENCES: Readonly<Record<DecidedBy, Silence>> = {
  scp: (context) => missingLevel('scp', context),
  rcp: (context) => missingLevel('rcp', context),
  endpoint: (context) =>
    `the policy of endpoint ${context.evaluation.request.endpoint ?? ''} does not let ${asked(context)} through for ${who(context)}`,
  resource: (context) => silentDoor(context),
  identity: (context) => silentIdentity(context),
  boundary: (context) => ceiling('boundary', context),
  session: (context) => ceiling('session', context),
  authentication: (context) =>
    context.evaluation.rule === 'XACC-19'
      ? `${context.words.resource(context.evaluation.request.resource)} lies in another partition of AWS, and nothing reaches across`
      : `${who(context)} could not be authenticated`,
  sts: (context) => `${stsLimit(context.evaluation.rule, context)}, whatever the policies say`,
  root: (context) =>
    `${who(context)} may do only what its task policy allows, and ${asked(context)} is not in it`,
  grant: (context) => `no grant lets ${who(context)} have ${asked(context)}`,
  publicAccessBlock: (context) =>
    `Block Public Access keeps ${who(context)} out of ${context.words.resource(context.evaluation.request.resource)}, whose policy is public`
};

function missingLevel(type: 'scp' | 'rcp', context: Context): string {
  const layer = layerOf(context.evaluation, type);
  const silentLevels = (layer?.steps ?? []).filter((target) => target.outcome === 'implicitDeny');
  const where = list(
    silentLevels.map((target) => context.words.target(target.target)),
    'or'
  );
  return `no ${TYPE_NOUN[type]} on ${where} allows ${who(context)} ${asked(context)}, and every level must`;
}

/** XACC-15, SVC-20: some operations stay at home whatever the policies say. */
function silentDoor(context: Context): string {
  const { evaluation, words } = context;
  const { action, resource, caller } = evaluation.request;
  if (evaluation.rule === 'XACC-15' || evaluation.rule === 'SVC-20') {
    return `${action} cannot be called from another account, so ${who(context)} cannot reach ${words.resource(resource)}, whatever the policies say`;
  }
  const door = doorName(context);
  const said =
    layerOf(evaluation, 'resource')?.exempt === 'none'
      ? `${words.resource(resource)} has no ${DOOR_NOUN[doorKind(evaluation.request)]} that lets ${who(context)} in for ${action}`
      : `${door} does not let ${who(context)} in for ${action}${nearMiss('resource', context)}`;
  if (accountOf(caller) === null) return `${said}, and such a caller has no policies of its own`;
  const own = layerOf(evaluation, 'identity');
  return own?.outcome === 'allowed'
    ? `${said}, though ${speaker('identity', 'Allow', context)} would allow it`
    : said;
}

function silentIdentity(context: Context): string {
  const { evaluation } = context;
  const missing = `no identity-based policy of ${who(context)} allows ${asked(context)}`;
  const door = layerOf(evaluation, 'resource');
  if (door?.outcome !== 'allowed') return `${missing}${nearMiss('identity', context)}`;
  return evaluation.sameAccount === false
    ? `${doorIn(door, context)} says yes, but ${missing}, and across accounts both must`
    : `${doorIn(door, context)} leaves it to ${home(context)}, but ${missing}`;
}

/** An Allow that covered the request but for a condition: what is missing, more exactly. */
function nearMiss(type: 'identity' | 'resource', context: Context): string {
  const layer = layerOf(context.evaluation, type);
  for (const policy of layer ? policiesOf(layer) : []) {
    for (const statement of policy.steps) {
      const failing = statement.steps.find((part) => part.outcome === 'noMatch');
      if (statement.effect === 'Allow' && failing?.kind === 'condition') {
        return type === 'resource'
          ? `, as its condition on ${failing.key} does not hold`
          : `: in ${paper(policy, context)} the condition on ${failing.key} does not hold`;
      }
    }
  }
  return '';
}

function doorIn(door: PolicyTypeStep, context: Context): string {
  const policy = policiesOf(door).find((each) => each.outcome === 'Allow');
  return policy ? paper(policy, context) : doorName(context);
}

/** EVAL-13, EVAL-18b, EVAL-19: a ceiling grants nothing, and what it does not cover nobody can grant. */
function ceiling(type: 'boundary' | 'session', context: Context): string {
  const layer = layerOf(context.evaluation, type);
  const policies = layer ? policiesOf(layer) : [];
  const [first] = policies;
  if (!first) return `${powerless(context)}, so not ${asked(context)} either`;
  const name = policies.length === 1 ? paper(first, context) : `no ${TYPE_NOUN[type]} of ${who(context)}`;
  const said = `${name} ${policies.length === 1 ? 'does not allow' : 'allows'} ${who(context)} ${asked(context)}`;
  const cut = speaking('identity', 'Allow', context) ?? speaking('resource', 'Allow', context);
  return cut ? `${said}, so the Allow in ${paper(cut, context)} does not count` : said;
}

function conditional(on: readonly string[], context: Context): string {
  const { when } = context.evaluation;
  if (when) return `Allowed when ${expression(when)}: only then may ${who(context)} have ${asked(context)}`;
  const facts = on.length > 0 ? list(on) : 'facts';
  return `It depends on ${facts}, left open, whether ${who(context)} may have ${asked(context)}`;
}

/** `aws:MultiFactorAuthPresent is true and …`; inner lists in brackets. */
function expression(of: Expression): string {
  switch (of.kind) {
    case 'fact':
      return `${of.key} ${of.holds}`;
    case 'not':
      return `not (${expression(of.of)})`;
    case 'and':
    case 'or':
      return of.of
        .map((each) =>
          each.kind === 'and' || each.kind === 'or' ? `(${expression(each)})` : expression(each)
        )
        .join(` ${of.kind} `);
  }
}

function undecided(broken: readonly Parameters<Words['policy']>[0][], context: Context): string {
  const which = list(broken.map((id) => context.words.policy(id)));
  return `Undecided: ${which || 'a policy'} ${broken.length > 1 ? 'are' : 'is'} broken, and a document with an error is never evaluated, so ${who(context)} gets no answer`;
}

/** Names what decided the hop or check that failed: that is what is missing. */
function blocked(rule: Rule<'blocked'>, { words, evaluation }: Context): string {
  const blocking = [...evaluation.hops, ...evaluation.checks].find((each) => each.id === rule.step);
  const { action } = evaluation.request;
  if (!blocking)
    return `Denied: ${words.who(evaluation.request.caller)} lacks a permission that ${action} needs`;
  const reason = verdict(blocking, words)
    .replace(/^Denied(?: on the way)?(?:: | by )/, '')
    .replace(/: its /, ', whose ')
    .replace(/\.$/, '');
  const began = reason.charAt(0).toLowerCase() + reason.slice(1);
  return evaluation.hops.includes(blocking)
    ? `Denied on the way: ${began}, so ${action} is never even asked`
    : `Denied: ${action} also needs ${asked({ words, evaluation: blocking })}, and ${began}`;
}
