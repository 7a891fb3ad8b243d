/** Verdicts of implicit denial: who stayed silent, what came closest, and what is missing. */
import { accountOf } from '../engine/request.ts';
import type { DecidedBy, PolicyStep, PolicyTypeStep } from '../engine/trace.ts';
import type { PolicyType } from '../world/world.ts';
import { isLimited } from './bypass.ts';
import { asked, inFull, layerOf, paper, policiesOf, who, type Context } from './context.ts';
import { DOOR_NOUN, doorKind, doorName, isDoorless } from './door.ts';
import { nearMiss } from './near-miss.ts';
import { fitting, list, TYPE_NOUN } from './nouns.ts';
import { powerless } from './sentence-exempt.ts';
import { blockedPublicly, silentAcl, unauthenticated } from './sentence-beside.ts';
import { home, limitedGrant } from './sentence-grants.ts';
import { stsLimit } from './sentence-stops.ts';

/** What is missing, as a clause to follow `Denied:`. */
export function unallowed(by: DecidedBy, context: Context): string {
  return SILENCES[by](context);
}

type Silence = (context: Context) => string;

const SILENCES: Readonly<Record<DecidedBy, Silence>> = {
  scp: (context) => missingLevel('scp', context),
  rcp: (context) => missingLevel('rcp', context),
  endpoint: (context) =>
    `the policy of endpoint ${context.evaluation.request.endpoint ?? ''} does not let ${who(context)} through for ${asked(context)}`,
  resource: (context) => silentDoor(context),
  identity: (context) => silentIdentity(context),
  boundary: (context) => ceiling('boundary', context),
  session: (context) => ceiling('session', context),
  authentication: (context) =>
    context.evaluation.rule === 'XACC-19'
      ? `${context.words.resource(context.evaluation.request.resource)} lies in another partition of AWS, and nothing reaches across`
      : unauthenticated(context),
  sts: (context) =>
    context.evaluation.request.fault
      ? stsLimit(context.evaluation.rule, context)
      : `${stsLimit(context.evaluation.rule, context)}, whatever the policies say`,
  root: (context) =>
    `${who(context)} may do only what its task policy allows, and ${asked(context)} is not in it`,
  grant: (context) => `no grant lets ${who(context)} call ${asked(context)}`,
  acl: silentAcl,
  publicAccessBlock: blockedPublicly
};

function missingLevel(type: 'scp' | 'rcp', context: Context): string {
  const layer = layerOf(context.evaluation, type);
  const silentLevels = (layer?.steps ?? []).filter((target) => target.outcome === 'implicitDeny');
  const where = list(
    silentLevels.map((target) => context.words.target(target.target)),
    'or'
  );
  const close = layer ? nearMiss(layer, false, context) : null;
  return `no ${TYPE_NOUN[type]} on ${where} lets ${who(context)} call ${asked(context)}${close === null ? ', and every level must' : `: ${close}`}`;
}

/** XACC-15, XACC-16, SVC-20: some operations stay at home whatever the policies say. */
function silentDoor(context: Context): string {
  const { evaluation, words } = context;
  const { action, resource, caller } = evaluation.request;
  if (evaluation.rule === 'XACC-15' || evaluation.rule === 'SVC-20') {
    return `${action} cannot be called from another account, so ${who(context)} cannot reach ${words.resource(resource)}, whatever the policies say`;
  }
  if (evaluation.rule === 'XACC-16')
    return `a role can be passed inside its own account only, so ${who(context)} cannot pass ${words.resource(resource)}, whatever the policies say`;
  const layer = layerOf(evaluation, 'resource');
  const close = layer ? nearMiss(layer, true, context) : null;
  const said =
    layer?.exempt === 'none'
      ? isDoorless(evaluation.request)
        ? `${words.resource(resource)} cannot carry a policy of its own that would let ${who(context)} in`
        : `no ${DOOR_NOUN[doorKind(evaluation.request)]} on ${words.resource(resource)} lets ${who(context)} in for ${action}`
      : `${doorName(context)} does not let ${who(context)} in for ${action}${close === null ? '' : `: ${close}`}`;
  return accountOf(caller) === null
    ? fitting(`${said}, and such a caller has no policies of its own`, said)
    : `${said}${otherSide(context)}`;
}

/** The caller's own signature where the door's is missing: given, or missing as well (XACC-01, EVAL-21, EVAL-22). */
function otherSide(context: Context): string {
  const { evaluation, words } = context;
  const isTrust = doorKind(evaluation.request) === 'trust';
  const own = layerOf(evaluation, 'identity');
  if (own?.exempt === 'none')
    return `, and ${who(context)} carries no policy that would let it ${isTrust ? 'knock' : 'ask'} either`;
  if (own?.outcome === 'implicitDeny')
    return `, and no policy of ${who(context)} ${isTrust ? 'lets it knock' : 'allows it'} either`;
  const allow = speaking('identity', 'Allow', context);
  if (own?.outcome !== 'allowed' || !allow) return '';
  const [low] = [layerOf(evaluation, 'boundary'), layerOf(evaluation, 'session')].flatMap((layer) =>
    layer?.outcome === 'implicitDeny' ? policiesOf(layer).slice(0, 1) : []
  );
  return low
    ? `, and ${paper(low, context)} does not allow it either`
    : `, though ${words.policyName(allow.policy)} would ${isTrust ? 'let it knock' : 'allow it'}`;
}

function silentIdentity(context: Context): string {
  const { evaluation } = context;
  const door = layerOf(evaluation, 'resource');
  const layer = layerOf(evaluation, 'identity');
  const hasNone = layer?.exempt === 'none';
  const none = `${who(context)} carries no identity-based policy`;
  const close = layer ? nearMiss(layer, false, context) : null;
  const papers = `no identity-based policy of ${who(context)} allows`;
  const why = close === null ? '' : `: ${close}`;
  const silent = fitting(
    `${papers} ${asked(context)}${why}`,
    `${papers} ${why === '' ? asked(context) : evaluation.request.action}${why}`
  );
  const missing = hasNone ? none : silent;
  if (door?.outcome !== 'allowed') {
    const said = hasNone ? `${none}, so nothing lets ${who(context)} call ${asked(context)}` : silent;
    return close === null ? `${said}${noFloor(context)}` : said;
  }
  return evaluation.sameAccount === false
    ? `${speaker('resource', 'Allow', context)} says yes, but ${missing}, and across accounts both must`
    : `${speaker('resource', 'Allow', context)} leaves it to ${home(context)}, but ${missing}`;
}

/** EVAL-18b, EVAL-19: what a ceiling leaves room for is not granted by it. */
function noFloor(context: Context): string {
  const [first] = (['boundary', 'session'] as const).flatMap(
    (type) => speaking(type, 'Allow', context) ?? []
  );
  return first ? `, and ${paper(first, context)} grants nothing` : '';
}

/** EVAL-13, EVAL-18b, EVAL-19: a ceiling grants nothing, and what it does not cover nobody can grant. */
function ceiling(type: 'boundary' | 'session', context: Context): string {
  const { evaluation, words } = context;
  const layer = layerOf(evaluation, type);
  const policies = layer ? policiesOf(layer) : [];
  const [first] = policies;
  if (!first) return `${powerless(context)}, so not ${asked(context)} either`;
  const whom = type === 'session' ? inFull(context) : who(context);
  const said =
    policies.length === 1
      ? `${paper(first, context)} does not let ${whom} call ${asked(context)}`
      : `no ${TYPE_NOUN[type]} lets ${whom} call ${asked(context)}`;
  const door = speaking('resource', 'Allow', context);
  if (door && isLimited(evaluation))
    return `${said}, and the ${limitedGrant(context)} in ${paper(door, context)} does not go past it`;
  const cut = speaking('identity', 'Allow', context);
  const vain = cut ? `, so the Allow in ${words.policyName(cut.policy)} does not count` : '';
  const close = layer ? nearMiss(layer, policies.length === 1, context) : null;
  return close === null ? `${said}${vain}` : fitting(`${said}: ${close}${vain}`, `${said}: ${close}`);
}

/** The policy of a type that spoke, or what would have been one. */
export function speaker(type: PolicyType, outcome: PolicyStep['outcome'], context: Context): string {
  const policy = speaking(type, outcome, context);
  if (policy) return paper(policy, context);
  return type === 'resource' ? doorName(context) : `a ${TYPE_NOUN[type]}`;
}

/** The first policy of a type with an outcome. */
export function speaking(
  type: PolicyType,
  outcome: PolicyStep['outcome'],
  context: Context
): PolicyStep | null {
  const layer: PolicyTypeStep | null = layerOf(context.evaluation, type);
  return (layer ? policiesOf(layer) : []).find((policy) => policy.outcome === outcome) ?? null;
}
