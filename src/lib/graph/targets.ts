/** What policies can be about, found by account and by how its ARN begins, so that a statement asks few of many. */
import type { World } from '../world/world.ts';
import { fieldsOf } from './arn.ts';

/** Something a policy can be about. */
export interface Target {
  readonly id: string;
  readonly kind: 'resource' | 'role';
  /** The account that owns it. */
  readonly account: string;
  /** Of its ARN, such as `s3`; empty where it is none. */
  readonly service: string;
}

/** All resources, then all roles, in file order; so is every answer. */
export class Targets {
  readonly #places = new Map<Target, number>();
  readonly #byId = new Map<string, Target>();
  readonly #byAccount = new Map<string, Target[]>();
  readonly #sorted: readonly Target[];

  constructor(world: World) {
    for (const { arn, account } of world.resources.values())
      this.#add({ id: arn, kind: 'resource', account, service: serviceOf(arn) });
    for (const principal of world.principals.values()) {
      if (principal.kind === 'role')
        this.#add({ id: principal.arn, kind: 'role', account: principal.account, service: 'iam' });
    }
    this.#sorted = [...this.#byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** What an account owns. */
  inAccount(account: string): readonly Target[] {
    return this.#byAccount.get(account) ?? [];
  }

  /** What patterns with these beginnings can name: ARNs that begin so, and ARNs whose parts do. */
  beginning(prefixes: readonly string[]): readonly Target[] {
    const found = new Set(prefixes.flatMap((prefix) => this.#above(prefix)));
    for (const prefix of shortest(prefixes)) for (const target of this.#below(prefix)) found.add(target);
    return [...found].sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
  }

  #add(target: Target): void {
    if (this.#byId.has(target.id)) return;
    this.#places.set(target, this.#places.size);
    this.#byId.set(target.id, target);
    const list = this.#byAccount.get(target.account);
    if (list) list.push(target);
    else this.#byAccount.set(target.account, [target]);
  }

  /** The prefix reaches into them: an object, a log stream, an index. */
  #above(prefix: string): readonly Target[] {
    const ends = Array.from(prefix.matchAll(/[/:]/g), ({ index }) => index);
    return ends.flatMap((end) => this.#byId.get(prefix.slice(0, end)) ?? []);
  }

  #below(prefix: string): readonly Target[] {
    const from = this.#firstFrom(prefix);
    let to = from;
    while (this.#sorted[to]?.id.startsWith(prefix)) to++;
    return this.#sorted.slice(from, to);
  }

  /** Place of the first ARN that is not before a text. */
  #firstFrom(text: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.id ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #placeOf(target: Target): number {
    return this.#places.get(target) ?? 0;
  }
}

function serviceOf(arn: string): string {
  return fieldsOf(arn)?.service ?? '';
}

/** Without those that begin with another. */
function shortest(prefixes: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const prefix of [...prefixes].sort()) {
    const last = kept.at(-1);
    if (last === undefined || !prefix.startsWith(last)) kept.push(prefix);
  }
  return kept;
}
