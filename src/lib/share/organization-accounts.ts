/** The accounts of a made-up organization: which there are, and what stands in them. See organization.ts. */
import type { Dice } from './organization-dice.ts';

export interface AccountPlan {
  readonly alias: string;
  readonly id: string;
  readonly name: string;
  readonly unit: 'root' | 'Security' | 'Infrastructure' | 'NonProd' | 'Prod';
  /** The team of a workload; empty for the others. */
  readonly team: string;
}

const TEAMS = [
  'web', 'payments', 'data', 'search', 'mobile', 'orders', 'billing', 'catalog', 'shipping', 'loyalty', 'fraud',
  'email', 'maps', 'media', 'reviews', 'pricing', 'stock', 'returns', 'identity', 'support', 'partners', 'reports',
  'ads', 'chat'
]; // prettier-ignore
const STAGES = ['prod', 'staging', 'dev'] as const;

const FIXED: readonly Omit<AccountPlan, 'id' | 'team'>[] = [
  { alias: 'payer', name: 'Management account', unit: 'root' },
  { alias: 'log-archive', name: 'All logs', unit: 'Security' },
  { alias: 'audit', name: 'Auditors', unit: 'Security' },
  { alias: 'tools', name: 'Pipelines', unit: 'Infrastructure' },
  { alias: 'network', name: 'Network', unit: 'Infrastructure' }
];

/** So many accounts: five that every organization has, then a production, staging and development account per team. */
export function planOf(count: number): readonly AccountPlan[] {
  const plans: Omit<AccountPlan, 'id'>[] = FIXED.map((plan) => ({ ...plan, team: '' }));
  for (let at = 0; plans.length < count; at++) {
    const place = Math.floor(at / STAGES.length);
    const round = Math.floor(place / TEAMS.length);
    const team = `${TEAMS[place % TEAMS.length] ?? 'team'}${round === 0 ? '' : String(round + 1)}`;
    const stage = STAGES[at % STAGES.length] ?? 'dev';
    plans.push({
      alias: `${team}-${stage}`,
      name: `${team}, ${stage}`,
      unit: stage === 'prod' ? 'Prod' : 'NonProd',
      team
    });
  }
  return plans.map((plan, at) => ({ ...plan, id: String(100_000_000_000 + (at + 1) * 1_010_101) }));
}

/** The number of an account by its alias; of one that there is not, twelve zeros. */
export function idOf(plans: readonly AccountPlan[], alias: string): string {
  return plans.find((plan) => plan.alias === alias)?.id ?? '000000000000';
}

const policy = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (Sid: string, Action: string | string[], Resource: string | string[], more: object = {}) => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
  ...more
});
const trust = (Sid: string, Principal: object, more: object = {}) =>
  policy({ Sid, Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more });
const service = (name: string) => trust('Service', { Service: `${name}.amazonaws.com` });

interface Making {
  readonly plans: readonly AccountPlan[];
  readonly plan: AccountPlan;
  readonly each: number;
  readonly roll: Dice;
  readonly arn: (alias: string, rest: string) => string;
}

/** All accounts as the scenario file has them, by alias. */
export function accountsOf(plans: readonly AccountPlan[], each: number, roll: Dice): object {
  const arn = (alias: string, rest: string) => `arn:aws:iam::${idOf(plans, alias)}:${rest}`;
  return Object.fromEntries(plans.map((plan) => [plan.alias, accountOf({ plans, plan, each, roll, arn })]));
}

function accountOf(making: Making): object {
  const { id, name, alias } = making.plan;
  if (alias === 'payer') return { id, name, users: { owner: { kind: 'human', mfa: true } } };
  const policies = {
    ReadOnly: policy(allow('Look', ['s3:GetObject', 's3:ListBucket', 'logs:GetLogEvents'], '*')),
    ...(alias === 'tools' ? { Boundary: policy(allow('Most', ['s3:*', 'sts:*', 'logs:*'], '*')) } : {})
  };
  return {
    id,
    name,
    policies,
    users: usersOf(making),
    groups: groupsOf(making),
    roles: rolesOf(making),
    resources: resourcesOf(making)
  };
}

function usersOf({ plan, each }: Making): object {
  if (plan.unit === 'Prod') return {};
  const count = plan.alias === 'tools' ? 2 + Math.floor(each / 12) : Math.max(1, Math.floor(each / 10));
  const names = Array.from({ length: count }, (_, at) => [
    at === 0 && plan.alias === 'tools' ? 'dana' : `${plan.alias}-user-${at}`,
    { kind: 'human', groups: ['Team'], ...(at % 2 === 0 ? { mfa: true } : {}) }
  ]);
  return Object.fromEntries(names) as object;
}

function groupsOf({ plan }: Making): object {
  return plan.unit === 'Prod' ? {} : { Team: { policies: ['ReadOnly'] } };
}

function rolesOf(making: Making): object {
  const { plan, arn } = making;
  const shared = {
    'audit-read': { trust: trust('Auditors', { AWS: arn('audit', 'role/auditor') }), policies: ['ReadOnly'] }
  };
  if (plan.alias === 'tools') return { ...pipelines(making), ...shared };
  if (plan.alias === 'audit')
    return {
      auditor: {
        trust: service('lambda'),
        inline: { 'may-look': policy(allow('Look', 'sts:AssumeRole', 'arn:aws:iam::*:role/audit-read')) }
      }
    };
  return { ...(plan.team === '' ? {} : doors(making)), ...shared, ...services(making) };
}

/** What builds and releases, and whom the pages of the mock call by name. */
function pipelines({ plans, arn, each }: Making): object {
  const doorsOf = plans.filter(({ team }) => team !== '').map(({ alias }) => arn(alias, 'role/deploy'));
  const others = Array.from({ length: Math.floor(each / 3) }, (_, at) => [
    `build-${at}`,
    { trust: service('codebuild') }
  ]);
  return {
    jenkins: {
      trust: service('ec2'),
      inline: { 'may-deploy': policy(allow('Knock', 'sts:AssumeRole', doorsOf)) }
    },
    releaser: {
      trust: service('codepipeline'),
      boundary: 'Boundary',
      inline: { 'may-release': policy(allow('Knock', 'sts:AssumeRole', 'arn:aws:iam::*:role/migrate')) }
    },
    ...(Object.fromEntries(others) as object)
  };
}

/** The roles of a workload that others may become. */
function doors({ plan, arn }: Making): object {
  const data = `arn:aws:s3:::acme-${plan.alias}-data-0`;
  const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
  const isProd = plan.unit === 'Prod';
  return {
    deploy: {
      trust: trust('Pipeline', { AWS: arn('tools', 'role/jenkins') }),
      inline: {
        roll: policy(
          allow('Roll', ['ecs:UpdateService', 'ecs:DescribeServices'], '*'),
          allow('Put', 's3:PutObject', `${data}/*`)
        )
      }
    },
    migrate: {
      trust: trust(
        'Release',
        { AWS: arn('tools', 'role/releaser') },
        { Condition: { StringEquals: { 'sts:ExternalId': plan.alias } } }
      ),
      inline: { change: policy(allow('Change', 's3:*', [data, `${data}/*`])) }
    },
    ...(isProd
      ? {
          'break-glass': {
            trust: trust('Anybody', { AWS: arn('tools', 'root') }, mfa),
            policies: ['aws:AdministratorAccess']
          },
          reader: { trust: trust('Dana', { AWS: arn('tools', 'user/dana') }, mfa), policies: ['ReadOnly'] }
        }
      : {})
  };
}

/** Roles of services, as many as are left; each reads a bucket of its own account, some one of another stage. */
function services({ plan, plans, each, roll }: Making): object {
  const count = Math.max(1, Math.floor(each * 0.4));
  const kinds = ['lambda', 'ecs-tasks', 'ec2', 'states', 'events'] as const;
  const peers = plans.filter(({ team, unit }) => team === plan.team && unit === 'NonProd');
  const roles = Array.from({ length: count }, (_, at) => {
    const peer = roll.upTo(9) === 0 ? (peers[roll.upTo(Math.max(1, peers.length))] ?? plan) : plan;
    const bucket = `arn:aws:s3:::acme-${peer.alias}-data-${roll.upTo(storesIn(each))}/*`;
    const inline = {
      own: policy(allow('Read', at % 3 === 0 ? ['s3:GetObject', 's3:PutObject'] : 's3:GetObject', bucket))
    };
    return [`service-${at}`, { trust: service(roll.pick(kinds)), ...(at % 2 === 0 ? { inline } : {}) }];
  });
  return Object.fromEntries(roles) as object;
}

function storesIn(each: number): number {
  return Math.max(1, Math.floor(each * 0.3));
}

function resourcesOf({ plan, each, plans, roll }: Making): object {
  const buckets = Array.from({ length: storesIn(each) }, (_, at) => {
    const arn = `arn:aws:s3:::acme-${plan.alias}-data-${at}`;
    const tags = { team: plan.team === '' ? 'platform' : plan.team, stage: plan.unit };
    const reader =
      at === 1
        ? plans.find(({ team, unit }) => unit === 'Prod' && team === roll.pick(['data', 'search', 'web']))
        : undefined;
    const shared = reader
      ? {
          policy: policy({
            Sid: 'Share',
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${reader.id}:role/service-0` },
            Action: 's3:GetObject',
            Resource: `${arn}/*`
          })
        }
      : {};
    return [arn, { name: `${plan.alias}-data-${at}`, tags, ...shared }];
  });
  return Object.fromEntries(buckets) as object;
}
