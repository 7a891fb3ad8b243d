/** Random cases: a caller, a resource, policies in all places, and a context that sometimes meets them. */
import type { Vector } from '../engine/vector-world.ts';
import {
  ACTION_PATTERNS,
  CALLERS,
  FAR,
  HOME,
  NAMES,
  ROLE_TARGET,
  TARGETS,
  TOKEN_ACTIONS,
  type Target
} from './cast.ts';
import { FAMILIES, LISTS, SETS, type Family } from './condition-cast.ts';
import { randomOf, seedOf, type Random } from './random.ts';

type Block = Record<string, Record<string, unknown>>;
type Context = Record<string, string | string[]>;
const FULL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const FULL_RCP = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]
};

/** The nth case of a run. */
export function caseOf(seed: number, index: number): Vector {
  return new Maker(randomOf(seedOf(seed, index))).make(`seed ${seed} case ${index}`);
}

class Maker {
  readonly #random: Random;
  readonly #target: Target;
  readonly #caller: Vector['request']['principal'];
  readonly #action: string;
  /** Families whose keys both the policies and the context of this case speak of. */
  readonly #families: readonly Family[];

  constructor(random: Random) {
    this.#random = random;
    this.#caller = random.pick(CALLERS);
    // A token's bearer asks for a role and nothing else (STS-07).
    const isBearer = this.#caller.kind === 'federated-idp';
    this.#target = isBearer ? ROLE_TARGET : random.pick(TARGETS);
    const actions = random.once(12) ? random.pick(TARGETS).actions : this.#target.actions;
    this.#action = random.pick(isBearer ? TOKEN_ACTIONS : actions);
    this.#families = [...random.some(FAMILIES, 1, 2), ...(random.once(3) ? [LISTS] : [])];
  }

  make(id: string): Vector {
    const { account } = this.#caller;
    const owner = this.#random.once(3) ? FAR : HOME;
    const own = this.#target.arn(owner);
    return {
      ...{ id, title: id, rule: [], because: '', expect: 'Allowed' },
      policies: {
        ...this.#forIdentity(),
        ...(own !== '*' && !this.#random.once(3) ? { resource: this.#resourcePolicy() } : {}),
        ...(own === '*' && account ? {} : { resourceAccount: own === '*' ? HOME : owner }),
        ...this.#ceilings(account !== undefined, owner === account)
      },
      ...(this.#random.once(10) ? { world: { managementAccount: this.#random.pick([HOME, FAR]) } } : {}),
      request: {
        principal: this.#caller,
        action: this.#action,
        resource: own,
        context: this.#context()
      }
    };
  }

  /** What hangs on the caller. */
  #forIdentity(): Partial<Vector['policies']> {
    const { kind, serviceLinked } = this.#caller;
    const hasIdentity = ['iam-user', 'role-session', 'federated-user'].includes(kind);
    const hasSession = kind === 'role-session' || kind === 'federated-user';
    const isLimited = hasIdentity && serviceLinked !== true;
    const documents = (most: number) =>
      Array.from({ length: 1 + this.#random.below(most) }, () => this.#document());
    return {
      ...(hasIdentity && !this.#random.once(4) ? { identity: documents(3) } : {}),
      ...(isLimited && this.#random.once(4) ? { boundary: this.#document() } : {}),
      ...(isLimited && hasSession && this.#random.once(3) ? { sessionPolicies: documents(2) } : {})
    };
  }

  /** SCPs, RCPs, the endpoint's policy. Where one account has both kinds of levels, they are as many. */
  #ceilings(hasAccount: boolean, isHome: boolean): Partial<Vector['policies']> {
    const random = this.#random;
    const depth = 1 + random.below(3);
    const scps = hasAccount && random.once(4);
    const rcps = random.once(5);
    const levels = (count: number, full: unknown, limit: () => unknown) =>
      Array.from({ length: count }, () => [
        ...(random.once(8) ? [] : [full]),
        ...(random.once(2) ? [limit()] : [])
      ]);
    return {
      ...(scps ? { scps: levels(depth, FULL, () => this.#document()) } : {}),
      ...(rcps ? { rcps: levels(isHome ? depth : 1 + random.below(3), FULL_RCP, () => this.#rcp()) } : {}),
      ...(random.once(7) ? { vpcEndpoint: this.#endpointPolicy() } : {})
    };
  }

  #version(): object {
    return this.#random.once(6)
      ? this.#random.once(2)
        ? {}
        : { Version: '2008-10-17' }
      : { Version: '2012-10-17' };
  }

  #statements(make: () => object): object {
    const statements = Array.from({ length: 1 + this.#random.below(3) }, make);
    return {
      ...this.#version(),
      Statement: statements.length === 1 && this.#random.once(3) ? statements[0] : statements
    };
  }

  #document(): object {
    return this.#statements(() => this.#statement(this.#effect()));
  }

  #effect(): string {
    return this.#random.once(4) ? 'Deny' : 'Allow';
  }

  #resourcePolicy(): object {
    const isRole = this.#target.arn(HOME).includes(':role/');
    return this.#statements(() => {
      const effect = this.#effect();
      const { Resource, NotResource, ...rest } = this.#statement(effect) as Record<string, unknown>;
      const about = isRole ? {} : Resource === undefined ? { NotResource } : { Resource };
      return { ...rest, ...about, ...this.#principal(effect, isRole) };
    });
  }

  #endpointPolicy(): object {
    const policy = this.#statements(() => {
      const effect = this.#effect();
      return { ...this.#statement(effect), ...this.#principal(effect, true) };
    });
    return { ...policy, Version: '2012-10-17' };
  }

  #rcp(): object {
    const document = this.#statements(() => {
      const { NotAction, ...rest } = this.#statement('Deny') as Record<string, unknown>;
      return { ...rest, Action: rest['Action'] ?? NotAction, Principal: '*' };
    });
    return { ...document, Version: '2012-10-17' };
  }

  #statement(effect: string): object {
    const random = this.#random;
    return {
      ...(random.once(6) ? { Sid: `S${random.below(1000000)}` } : {}),
      Effect: effect,
      [random.once(5) ? 'NotAction' : 'Action']: this.#list(this.#actions(), 3),
      [random.once(6) ? 'NotResource' : 'Resource']: this.#list(this.#resources(), 3),
      ...(random.once(2) ? {} : { Condition: this.#condition() })
    };
  }

  #actions(): readonly string[] {
    return this.#random.once(3) ? ACTION_PATTERNS : [this.#action, '*', this.#random.pick(ACTION_PATTERNS)];
  }

  #resources(): readonly string[] {
    const all = TARGETS.flatMap(({ patterns }) => patterns);
    return this.#random.once(4) ? all : ['*', ...this.#target.patterns];
  }

  /** One value or a list of some. */
  #list(from: readonly string[], most: number): string | readonly string[] {
    const list = [...new Set(this.#random.some(from, 1, most))];
    return list.length === 1 && this.#random.once(2) ? list[0]! : list;
  }

  #principal(effect: string, isOnlyPrincipal: boolean): object {
    const random = this.#random;
    const element = effect === 'Deny' && !isOnlyPrincipal && random.once(3) ? 'NotPrincipal' : 'Principal';
    if (random.once(6)) return { [element]: '*' };
    const named: Record<string, string | string[]> = {};
    for (const [type, name] of [
      ...random.some(NAMES, 1, element === 'NotPrincipal' ? 5 : 3),
      ...this.#chain()
    ]) {
      const known = named[type];
      if (known === undefined) named[type] = name;
      else if (!known.includes(name)) named[type] = [...(Array.isArray(known) ? known : [known]), name];
    }
    return { [element]: named };
  }

  /** Now and then the caller's own names, which would seldom meet by chance. */
  #chain(): readonly (readonly [string, string])[] {
    const { account, arn, roleArn, service, idp } = this.#caller;
    if (!this.#random.once(3)) return [];
    if (service !== undefined) return [['Service', service]];
    if (idp !== undefined) return [['Federated', idp]];
    const names = [account, arn, roleArn].filter((name) => name !== undefined && !this.#random.once(4));
    return names.map((name): [string, string] => ['AWS', name!]);
  }

  #condition(): Block {
    const block: Block = {};
    for (let i = 1 + this.#random.below(2); i > 0; i--) {
      const family = this.#random.pick(this.#families);
      const base = this.#random.pick(family.operators);
      const suffix = base !== 'Null' && this.#random.once(4) ? 'IfExists' : '';
      const operator = `${this.#random.pick(SETS)}${base}${suffix}`;
      const key = this.#random.pick(family.keys);
      block[operator] = { [key]: this.#values(family) };
    }
    return block;
  }

  #values(family: Family): unknown {
    if (this.#random.once(40)) return [];
    return this.#list(family.wanted, 3);
  }

  #context(): Context {
    const context: Context = {};
    for (const family of this.#families) {
      for (const key of family.keys) {
        const isThere = Object.keys(context).some((each) => each.toLowerCase() === key.toLowerCase());
        if (!isThere && !this.#random.once(3)) context[key] = this.#given(family);
      }
    }
    if (this.#caller.kind === 'iam-user' && !this.#random.once(5)) context['aws:username'] ??= 'ana';
    return context;
  }

  #given(family: Family): string | string[] {
    if (family !== LISTS && !this.#random.once(15)) return this.#random.pick(family.given);
    return [...new Set(this.#random.some(family.given, 0, 3))];
  }
}
