/**
 * What a resource-based Allow is worth, as a clause: whom it names decides what it bypasses at home (table 5.2);
 * across accounts it is one of two signatures, however it names the caller (XACC-03).
 */
import { accountOf } from '../engine/request.ts';
import type { Grant } from '../engine/trace.ts';
import { layerOf, who, type Context } from './context.ts';

/** @param door the policy, with its article */
export function granted(grant: Grant | null, door: string, context: Context): string {
  return `${door} ${names(grant, context)}${worth(grant, context)}`;
}

/** How an Allow reaches the caller: `names jenkins@tools`, `names account tools, not jenkins@tools in person` … */
export function names(grant: Grant | null, context: Context): string {
  return grant === null ? `lets ${who(context)} in` : NAMES[grant](context);
}

type Clause = (context: Context) => string;

const itself: Clause = (context) => `names ${who(context)} directly`;
const plainly: Clause = (context) => `names ${who(context)}`;

const NAMES: Readonly<Record<Grant, Clause>> = {
  session: ({ words, evaluation }) => `names ${words.caller(evaluation.request.caller)} directly`,
  user: itself,
  everyone: (context) => `lets everyone in, ${who(context)} included`,
  role: plainly,
  issuer: ({ words, evaluation }) => {
    const { caller } = evaluation.request;
    const issuer = caller.kind === 'federatedUser' ? words.principal(caller.issuer) : 'the issuer';
    return `names ${issuer}, who issued the session of ${words.who(caller)}`;
  },
  account: (context) => `names ${home(context)}, not ${who(context)} in person`,
  root: (context) => `names the whole account, and so ${who(context)}`,
  service: plainly,
  provider: plainly
};

/** The same, shorter: `names hector@office directly`, `lets everyone in`. */
export function reaches(grant: Grant | null, context: Context): string {
  if (grant === 'everyone') return 'lets everyone in';
  if (grant === 'session') return 'names this very session';
  if (grant === 'issuer') return 'names who issued the session';
  return grant === 'user' ? `names ${who(context)} directly` : `names ${who(context)}`;
}

/** EVAL-13, EVAL-15: a grant that bows to boundary and session policy, without article. */
export function limitedGrant({ evaluation }: Context): string {
  const isIssuer = layerOf(evaluation, 'resource')?.grant === 'issuer';
  return `grant to ${isIssuer ? "the session's issuer" : 'a role'}`;
}

/** The caller's account: `account tools`. */
export function home({ words, evaluation }: Context): string {
  const account = accountOf(evaluation.request.caller);
  return account === null ? 'the account' : `account ${words.account(account)}`;
}

/** EVAL-11 to EVAL-16, EVAL-18, EVAL-21, EVAL-22, XACC-03, XACC-07. */
function worth(grant: Grant | null, context: Context): string {
  const { sameAccount, request } = context.evaluation;
  if (sameAccount === null) return ', which is all it needs from a policy';
  if (sameAccount) return grant === null ? '' : AT_HOME[grant](context);
  return request.caller.kind === 'root'
    ? ', and a root user needs no further Allow at home'
    : `: the door says yes, but ${home(context)} must say yes too`;
}

const enough: Clause = () => ': at home, such a grant needs no identity-based policy beside it';
const nothing: Clause = () => '';

const AT_HOME: Readonly<Record<Grant, Clause>> = {
  session: enough,
  user: enough,
  everyone: enough,
  role: () => ', a role: that is enough, if boundary and session policy leave room',
  issuer: () => ': that is enough, if boundary and session policy leave room',
  account: (context) => `: that hands the question to the policies of ${home(context)}`,
  root: nothing,
  service: nothing,
  provider: nothing
};
