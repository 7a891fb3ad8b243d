/** Worlds larger than anybody draws by hand: many principals, accounts, policies, long names, everybody trusting everybody. */
import type { World } from '../../src/lib/world/world.ts';
import { WorldBuilder } from './build.ts';

const idOf = (account: number) => String(100_000_000_000 + account);

/** One account of users, every tenth with a role of its own that it may assume. */
export function manyPrincipals(count: number): World {
  const w = new WorldBuilder();
  w.account('one', idOf(0));
  for (let i = 0; i < count * 0.9; i++) w.user(idOf(0), `user-${i}`);
  for (let i = 0; i < count * 0.1; i++) {
    const AWS = `arn:aws:iam::${idOf(0)}:user/user-${i}`;
    w.role(idOf(0), `role-${i}`, { Action: 'sts:AssumeRole', Principal: { AWS } });
  }
  return w.build();
}

/** Accounts with so many nodes in all: users with a policy each, roles trusted by the next account, buckets. */
export function manyAccounts(accounts: number, nodes: number): World {
  const w = new WorldBuilder();
  for (let a = 0; a < accounts; a++) {
    const id = idOf(a);
    w.account(`account-${a}`, id);
    const each = Math.floor(nodes / accounts);
    for (let i = 0; i < each; i++) {
      if (i % 4 === 0) w.resource(id, `arn:aws:s3:::bucket-${a}-${i}`, `bucket-${a}-${i}`);
      else if (i % 4 === 1) {
        const AWS = `arn:aws:iam::${idOf((a + 1) % accounts)}:user/user-${i + 1}`;
        w.role(id, `role-${i}`, { Action: 'sts:AssumeRole', Principal: { AWS } });
      } else if (i + 1 < each) {
        const user = w.user(id, `user-${i}`);
        const Resource = `arn:aws:s3:::bucket-${a}-${4 * Math.floor(i / 4)}/*`;
        if (i % 4 === 2) w.allow(user, 'Read', { Action: 's3:GetObject', Resource });
      } else w.user(id, `user-${i}`);
    }
  }
  return w.build();
}

/** So many inline policies on five users, each about one of a hundred buckets. */
export function manyPolicies(count: number): World {
  const w = new WorldBuilder();
  w.account('one', idOf(0));
  for (let i = 0; i < 100; i++) w.resource(idOf(0), `arn:aws:s3:::bucket-${i}`, `bucket-${i}`);
  const users = Array.from({ length: 5 }, (_, i) => w.user(idOf(0), `user-${i}`));
  for (let i = 0; i < count; i++) {
    const user = users[i % users.length];
    const Resource = `arn:aws:s3:::bucket-${i % 100}/*`;
    if (user) w.allow(user, `Policy${i}`, { Action: ['s3:GetObject', `s3:Put${i}`], Resource });
  }
  return w.build();
}

/** A name of so many characters for everything that has one. */
export function longNames(length: number): World {
  const w = new WorldBuilder();
  const name = (end: string) => 'x'.repeat(length - end.length) + end;
  w.organization(name('org'), idOf(0));
  w.unit(name('org'), `ou-${name('unit')}`);
  for (let a = 0; a < 3; a++)
    w.account(name(`account${a}`), idOf(a), name('org'), ['r-root', `ou-${name('unit')}`]);
  w.attach('scp', 'r-root', 'scp', name('scp'), 'customer', { Action: '*', Resource: '*' });
  w.resource(idOf(0), `arn:aws:s3:::${name('bucket')}`, name('bucket'));
  const user = w.user(idOf(0), name('user'), [w.group(idOf(0), name('group'))]);
  w.attach('boundary', user, 'boundary', name('boundary'), 'customer', { Action: '*', Resource: '*' });
  const Condition = { StringEquals: { [`aws:PrincipalTag/${name('key')}`]: 'x' } };
  w.allow(user, name('policy'), {
    Action: `s3:${name('action')}`,
    Resource: `arn:aws:s3:::${name('bucket')}*?*`,
    Condition
  });
  w.role(idOf(1), name('role'), { Action: 'sts:AssumeRole', Principal: { AWS: user } });
  return w.build();
}

/** Every role trusts every other, and itself. */
export function everybodyTrusts(roles: number): World {
  const w = new WorldBuilder();
  w.account('one', idOf(0));
  const AWS = Array.from({ length: roles }, (_, i) => `arn:aws:iam::${idOf(0)}:role/role-${i}`);
  for (let i = 0; i < roles; i++)
    w.role(idOf(0), `role-${i}`, { Action: 'sts:AssumeRole', Principal: { AWS } });
  return w.build();
}

/** Users whose policies name every bucket by a pattern that has to be worked out. */
export function everybodyReads(users: number, buckets: number): World {
  const w = new WorldBuilder();
  w.account('one', idOf(0));
  for (let i = 0; i < buckets; i++) w.resource(idOf(0), `arn:aws:s3:::bucket-${i}`, `bucket-${i}`);
  for (let i = 0; i < users; i++) {
    const user = w.user(idOf(0), `user-${i}`);
    w.allow(user, 'Read', { Action: 's3:Get*', Resource: 'arn:aws:s3:::*ck*-?*/*' });
  }
  return w.build();
}
