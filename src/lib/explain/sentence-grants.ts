/**
 * What a resource-based Allow is worth, as a clause: whom it names decides what it bypasses at home (table 5.2);
 * across accounts it is one of two signatures, however it names the caller (XACC-03).
 */
import { accountOf } from '../engine/request.ts';
import type { Evaluation, Grant } from '../engine/trace.ts';
import { who, type Context } from './context.ts';

/** @param door the policy, with its article */
export function granted(grant: Grant | null, door: string, context: Context): string {
  return `${door} ${names(grant, context)}${worth(grant, context.evaluation, context)}`;
}

/** How an Allow reaches the caller: `names jenkins@tools`, `names account tools, not jenkins@tools in person` … */
export function names(grant: Grant | null, context: Context): string {
  const { words, evaluation } = context;
  const { caller } = evaluation.request;
  const account = accountOf(caller);
  switch (grant) {
    case 'session':
      return `names ${words.caller(caller)} itself`;
    case 'user':
      return `names ${who(context)} itself`;
    case 'everyone':
      return `lets everyone in, ${who(context)} included`;
    case 'role':
      return `names ${who(context)}`;
    case 'issuer':
      return caller.kind === 'federatedUser'
        ? `names ${words.principal(caller.issuer)}, who issued the session of ${who(context)}`
        : `names the issuer of ${who(context)}`;
    case 'account':
      return `names ${account === null ? 'the account' : `account ${words.account(account)}`}, not ${who(context)} in person`;
    case 'root':
      return `names the whole account, and so ${who(context)}`;
    case 'service':
    case 'provider':
      return `names ${who(context)}`;
    case null:
      return `lets ${who(context)} in`;
  }
}

/** EVAL-11 to EVAL-16, EVAL-18, EVAL-21, EVAL-22, XACC-03, XACC-07. */
function worth(grant: Grant | null, { sameAccount, request }: Evaluation, { words }: Context): string {
  const account = accountOf(request.caller);
  const home = account === null ? 'the caller' : words.account(account);
  if (sameAccount === null) return ', which is all it needs from a policy';
  if (!sameAccount) {
    return request.caller.kind === 'root'
      ? ', and a root user needs no further Allow at home'
      : `: the door says yes, but ${home} must say yes too`;
  }
  switch (grant) {
    case 'account':
      return `: that hands the question to the policies of ${home}`;
    case 'role':
      return ', a role: that is enough, if boundary and session policy leave room';
    case 'issuer':
      return ': that is enough, if boundary and session policy leave room';
    case 'session':
    case 'user':
    case 'everyone':
      return ': at home that is enough by itself';
    case 'root':
    case 'service':
    case 'provider':
    case null:
      return '';
  }
}
