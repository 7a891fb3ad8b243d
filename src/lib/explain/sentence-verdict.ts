/** The last sentence of a film: the decision, the rule that made it, and what is missing. */
import type {
  DecidedBy,
  DecisionRule,
  Evaluation,
  Grant,
  PolicyStep,
  PolicyTypeStep
} from '../engine/trace.ts';
import { beyondOf } from './beyond-iam.ts';
import { isBypassed } from './bypass.ts';
import { around, asked, inFull, layerOf, paper, policiesOf, who, type Context } from './context.ts';
import { doorKind } from './door.ts';
import { home, names } from './sentence-grants.ts';
import { conditional, tooOpen } from './sentence-open.ts';
import { heldConditions, statementName } from './sentence-statements.ts';
import { speaker, speaking, unallowed } from './sentence-unallowed.ts';
import { count, fitting, list, sentence, TYPE_NOUNS } from './nouns.ts';
import type { Words } from './words.ts';

/** What an evaluation asks. */
export function verdictQuestion(evaluation: Evaluation, words: Words): string {
  const context = { words, evaluation };
  return `May ${who(context)} call ${asked(context)}?`;
}

/** What an evaluation decided. */
export function verdict(evaluation: Evaluation, words: Words): string {
  const context = { words, evaluation };
  const rule = evaluation.decidedBy;
  switch (rule.kind) {
    case 'allowed':
      return sentence(`Allowed${unless(evaluation)}: ${allowed(rule, context)}`);
    case 'explicitDeny':
      return sentence(`Denied by ${denied(rule, context)}`);
    case 'noAllow':
      return sentence(`Denied: ${unallowed(rule.by, context)}`);
    case 'conditional':
      return sentence(conditional(rule.on, context));
    case 'undecided':
      return sentence(rule.on ? tooOpen(rule.on, context) : undecided(rule.broken, context));
    case 'blocked':
      return sentence(blocked(rule, context));
  }
}

/** An authority beside IAM that is not modelled may still object. */
function unless(evaluation: Evaluation): string {
  const beyond = beyondOf(evaluation);
  return beyond === null ? '' : `, unless ${beyond} objects`;
}

type Rule<Kind extends DecisionRule['kind']> = Extract<DecisionRule, { kind: Kind }>;

function allowed(rule: Rule<'allowed'>, context: Context): string {
  const { evaluation } = context;
  const by = (type: DecidedBy) => rule.by.includes(type);
  if (by('sts')) return `${evaluation.request.action} needs no permission, so ${who(context)} always may`;
  if (by('root')) return root(context);
  if (by('grant'))
    return `a grant on ${context.words.resource(evaluation.request.resource)} lets ${who(context)} call ${evaluation.request.action}, and nothing forbids it`;
  if (by('acl'))
    return `the ACL of ${context.words.resource(evaluation.request.resource)} lets ${who(context)} in, and nothing forbids it`;
  if (by('resource') && by('identity')) return bySides(context);
  if (by('resource')) return byDoor(context);
  const papers = speaker('identity', 'Allow', context);
  const tail = `${asked(context)}, and ${roomLeft(context)}`;
  return fitting(
    `${papers} lets ${inFull(context)} call ${tail}`,
    `${papers} lets ${who(context)} call ${tail}`
  );
}

/** The ceilings that let through what the identity-based policies grant (EVAL-18b, EVAL-19). */
function roomLeft(context: Context): string {
  const ceilings = (['boundary', 'session'] as const).flatMap(
    (type) => speaking(type, 'Allow', context) ?? []
  );
  const leave = ceilings.length === 1 ? 'leaves' : 'leave';
  return ceilings.length === 0
    ? 'nothing forbids it'
    : `${list(ceilings.map((policy) => paper(policy, context)))} ${leave} room for it`;
}

/** EVAL-17, EVAL-17b, EVAL-17c. */
function root(context: Context): string {
  const { caller } = context.evaluation.request;
  if (context.evaluation.rule === 'EVAL-17b') {
    return `the root user may always read, replace and remove the policy of its own account's bucket, whatever that policy denies`;
  }
  return caller.kind === 'root' && caller.assumed
    ? `the task policy of ${who(context)} covers ${asked(context)}, and nothing forbids it`
    : `${who(context)} may do anything in its own account that nothing forbids, and nothing forbids ${asked(context)}`;
}

/** Both had to speak: across accounts (XACC-01), or because the door hands the question over (EVAL-21, EVAL-22). */
function bySides(context: Context): string {
  const { evaluation, words } = context;
  const grant = layerOf(evaluation, 'resource')?.grant ?? null;
  const own = speaking('identity', 'Allow', context);
  const verb =
    doorKind(evaluation.request) === 'trust' ? 'lets it knock' : `allows ${evaluation.request.action}`;
  const door = speaker('resource', 'Allow', context);
  const whose = grant === 'role' ? ', whose own policy' : `, and ${who(context)}'s own policy`;
  return `${door} ${handed(grant, context)}${whose} ${own ? `${words.policyName(own.policy)} ` : ''}${verb}`;
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
    ? `${said}${past(context)}`
    : `${said}, and nothing else is asked of such a caller`;
}

/** EVAL-11, EVAL-12, EVAL-14: whose silence a grant at home goes past. */
function past(context: Context): string {
  const { evaluation } = context;
  const silent = (['identity', 'boundary', 'session'] as const).flatMap((type) => {
    const layer = layerOf(evaluation, type);
    return layer && isBypassed(layer, evaluation) ? [layer] : [];
  });
  const [first, ...rest] = silent.map((layer) => silentPaper(layer, context));
  if (first === undefined) return ', and at home that is enough';
  if (rest.length > 0)
    return `; neither the silence of ${[first, ...rest].join(' nor that of ')} limits that`;
  return silent[0]?.type === 'identity'
    ? ', and at home that is enough, without a word in its own papers'
    : `; the silence of ${first} does not limit that`;
}

function silentPaper(layer: PolicyTypeStep, context: Context): string {
  if (layer.type === 'identity') return 'its own papers';
  const policies = policiesOf(layer);
  const [only] = policies;
  if (!only) return 'its missing session policy';
  return policies.length === 1 ? paper(only, context) : `its ${TYPE_NOUNS[layer.type]}`;
}

/** MSG-05: one deny is named, though there may be more. */
function denied(rule: Rule<'explicitDeny'>, context: Context): string {
  const { evaluation } = context;
  const [id] = rule.steps;
  const statement = id === undefined ? null : find(evaluation, id);
  if (statement?.kind !== 'statement') return `a Deny: ${who(context)} may not call ${asked(context)}`;
  const policy = around(statement, evaluation).find((step): step is PolicyStep => step.kind === 'policy');
  const where = policy ? paper(policy, context) : context.words.policy(statement.at.policy);
  const others = rule.steps.length - 1;
  const more = others > 0 ? `, like ${count(others, 'other')},` : '';
  const forbids = `${where}: its ${statementName(statement).replace(/^the /, '')}${more} forbids ${who(context)} to call`;
  const reason = heldConditions(statement, context);
  if (reason === '')
    return fitting(
      `${forbids} ${asked(context)}, and no Allow outweighs a Deny`,
      `${forbids} ${asked(context)}`
    );
  const because = `, because ${reason}`;
  return fitting(
    `${forbids} ${asked(context)}${because}`,
    `${forbids} ${evaluation.request.action}${because}`
  );
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
  const said = verdict(blocking, words)
    .replace(/^Denied(?: on the way)?(?:: | by )/, '')
    .replace(/\.$/, '');
  const isDeny = blocking.decidedBy.kind === 'explicitDeny';
  const reason = isDeny ? said.replace(/: its /, ', whose ') : said;
  const began = reason.charAt(0).toLowerCase() + reason.slice(1);
  return evaluation.hops.includes(blocking)
    ? `Denied on the way: ${began}, so ${action} is never even asked`
    : `Denied: ${action} also needs ${asked({ words, evaluation: blocking })}, and ${began}`;
}
