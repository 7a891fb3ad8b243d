/** A small world being drawn up around policies that came without one: who and what there must be for them to matter. */
import { accountIn, isAccountId, lastName, splitArn } from '../world/arn.ts';
import { freeAccountId } from '../world/free.ts';

export interface Who {
  path: string;
  readonly inline: Map<string, string>;
  trust: string | null;
}

export interface Home {
  readonly alias: string;
  readonly id: string;
  readonly users: Map<string, Who>;
  readonly roles: Map<string, Who>;
  /** Host name of an OIDC provider by its name, null for a SAML provider. */
  readonly providers: Map<string, string | null>;
  /** The resource's policy by its ARN, null for one without. */
  readonly resources: Map<string, string | null>;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  readonly principal: string;
  readonly action: string;
  /** `*` for none. */
  readonly resource: string;
  readonly context: ReadonlyMap<string, string>;
}

const IAM_NAME = /^[A-Za-z0-9_+=,.@-]{1,128}$/;
const LISTABLE = /^arn:[!-9;-~]*:[!-9;-~]+:[!-9;-~]*:[!-9;-~]*:[ -~\u00a0-\uffff]+$/;

export class Sketch {
  readonly homes = new Map<string, Home>();
  readonly questions: Question[] = [];
  /** What had to be made up, in sentences without a full stop. */
  readonly assumed: string[] = [];
  readonly home: Home;

  /** @param id of the account that most of it lies in */
  constructor(id: string) {
    this.home = this.account(id);
  }

  /** The account of an id, made when it is named first. */
  account(id: string): Home {
    const known = this.homes.get(id);
    if (known) return known;
    const count = this.homes.size;
    const alias = count === 0 ? 'home' : count === 1 ? 'abroad' : `abroad-${count}`;
    const made = {
      alias,
      id,
      users: new Map(),
      roles: new Map(),
      providers: new Map(),
      resources: new Map()
    };
    this.homes.set(id, made);
    return made;
  }

  /** An account that nothing has named. */
  stranger(): Home {
    const id = freeAccountId((taken) => this.homes.has(taken));
    return this.account(id);
  }

  who(home: Home, kind: 'users' | 'roles', name: string, path = '/'): Who {
    const known = home[kind].get(name);
    if (known) return known;
    const made = { path, inline: new Map<string, string>(), trust: null };
    home[kind].set(name, made);
    return made;
  }

  /** The user or role of an ARN with its short name; null for whatever is neither, or has wildcards. */
  named(arn: string): { readonly who: Who; readonly short: string; readonly home: Home } | null {
    const match = /^(user|role)\/(.*\/)?([^/]+)$/.exec(splitArn(arn)?.resource ?? '');
    const account = accountIn(arn);
    const [, type, path = '', name = ''] = match ?? [];
    if (type === undefined || account === null || !IAM_NAME.test(name) || !isPath(path)) return null;
    const home = this.account(account);
    const who = this.who(home, type === 'user' ? 'users' : 'roles', name, `/${path}`);
    return { who, home, short: `${home.alias}:${type}/${name}` };
  }

  /** Lists what a question is asked of, so that it has an owner: buckets carry no account in their ARN. */
  list(arn: string, policy: string | null = null): void {
    const owner = accountIn(arn) ?? this.home.id;
    const { resources } = this.account(owner);
    if (isListable(arn) && (policy !== null || !resources.has(arn))) resources.set(arn, policy);
  }
}

/** Whether a resource of this ARN can stand in a file. */
export function isListable(arn: string): boolean {
  return LISTABLE.test(arn);
}

function isPath(path: string): boolean {
  return path.length <= 510 && /^[\x21-\x7e]*$/.test(path);
}

/** A name that IAM takes: what it does not take becomes a hyphen. */
export function toIamName(text: string): string {
  const name = lastName(text)
    .replaceAll(/[^A-Za-z0-9_+=,.@-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return name.slice(0, 100) || 'Pasted';
}

/** The account that a principal of a policy names: an ARN's, or twelve digits. */
export function accountOf(principal: string): string | null {
  return isAccountId(principal) ? principal : accountIn(principal);
}
