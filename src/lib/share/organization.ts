/**
 * A made-up organization of any size, from a seed: accounts in OUs, people, pipelines, auditors, roles that trust
 * across accounts, stores, ceilings. What a large world looks like, for whoever has none at hand, and for tests.
 */
import type { SourceText } from '../source/text.ts';
import { accountsOf, idOf, planOf, type AccountPlan } from './organization-accounts.ts';
import { dice } from './organization-dice.ts';

export interface OrganizationSize {
  /** At least 8: security, infrastructure and one team; at most 2,000. */
  readonly accounts: number;
  /** Users, roles, buckets … of each account, about. At least 4. */
  readonly each: number;
  readonly seed: number;
}

/** The shipped example: about 2,000 things to draw. */
export const LARGE: OrganizationSize = { accounts: 40, each: 52, seed: 7 };

/** A scenario file, as JSON. The same size and seed give the same text. */
export function toOrganization({ accounts, each, seed }: OrganizationSize): SourceText {
  const roll = dice(seed);
  const plans = planOf(Math.min(2000, Math.max(8, Math.round(accounts))));
  const scenario = {
    bouncer: 1,
    title: 'A large organization',
    summary: `${plans.length} accounts, and who may go where`,
    accounts: accountsOf(plans, Math.max(4, Math.round(each)), roll),
    organizations: { acme: organizationOf(plans) },
    requests: requestsOf(plans)
  };
  return { name: 'large-organization.json', text: JSON.stringify(scenario, null, 1) };
}

const statement = (Sid: string, rest: object) => ({ Version: '2012-10-17', Statement: [{ Sid, ...rest }] });
const deny = (Sid: string, rest: object) => statement(Sid, { Effect: 'Deny', ...rest, Resource: '*' });

function organizationOf(plans: readonly AccountPlan[]): object {
  const within = (unit: string) => plans.filter((plan) => plan.unit === unit).map(({ alias }) => alias);
  return {
    id: 'o-acme000001',
    management: 'payer',
    scps: {
      KeepTheTrail: deny('NobodyStopsTheTrail', {
        Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail']
      }),
      OurRegions: deny('OnlyOurRegions', {
        NotAction: ['iam:*', 'sts:*', 'organizations:*', 'cloudfront:*', 'support:*'],
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } }
      }),
      NoUsers: deny('NoUsersInProduction', { Action: ['iam:CreateUser', 'iam:CreateAccessKey'] })
    },
    rcps: {
      OnlyOurOrg: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'NoStrangers',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: {
              StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-acme000001' },
              BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' }
            }
          }
        ]
      }
    },
    root: {
      id: 'r-ac01',
      scps: ['FullAWSAccess', 'KeepTheTrail'],
      accounts: within('root'),
      units: {
        Security: { id: 'ou-ac01-security1', scps: ['FullAWSAccess'], accounts: within('Security') },
        Infrastructure: {
          id: 'ou-ac01-infra0001',
          scps: ['FullAWSAccess'],
          accounts: within('Infrastructure')
        },
        Workloads: {
          id: 'ou-ac01-workload1',
          scps: ['FullAWSAccess', 'OurRegions'],
          units: {
            NonProd: { id: 'ou-ac01-nonprod01', scps: ['FullAWSAccess'], accounts: within('NonProd') },
            Prod: {
              id: 'ou-ac01-prod00001',
              scps: ['FullAWSAccess', 'NoUsers'],
              rcps: ['OnlyOurOrg'],
              accounts: within('Prod')
            }
          }
        }
      }
    }
  };
}

function requestsOf(plans: readonly AccountPlan[]): object {
  const prod = plans.find(({ alias }) => alias === 'web-prod') ?? plans.find(({ unit }) => unit === 'Prod');
  const [second] = plans.filter(({ unit, alias }) => unit === 'Prod' && alias !== prod?.alias);
  const alias = prod?.alias ?? 'audit';
  const other = second?.alias ?? alias;
  return {
    'jenkins-to-prod': {
      title: `jenkins becomes deploy in ${alias}`,
      principal: 'tools:role/jenkins',
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${idOf(plans, alias)}:role/deploy`,
      expect: 'allowed'
    },
    'jenkins-past-review': {
      title: `jenkins becomes migrate in ${alias}, without a ticket`,
      principal: 'tools:role/jenkins',
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${idOf(plans, alias)}:role/migrate`,
      expect: 'implicitDeny'
    },
    'auditor-looks': {
      title: `The auditor looks into ${other}`,
      principal: 'audit:role/auditor',
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${idOf(plans, other)}:role/audit-read`,
      expect: 'allowed'
    },
    'dev-reads-prod': {
      title: `A service of ${other} reads what belongs to ${alias}`,
      principal: `${other}:role/service-0`,
      action: 's3:GetObject',
      resource: `arn:aws:s3:::acme-${alias}-data-0/customers.csv`,
      expect: 'implicitDeny'
    },
    'audit-stops-trail': {
      title: 'The auditor stops the trail',
      principal: 'audit:role/auditor',
      action: 'cloudtrail:StopLogging',
      resource: `arn:aws:cloudtrail:eu-west-1:${idOf(plans, 'audit')}:trail/all`,
      expect: 'explicitDeny'
    },
    'wrong-region': {
      title: `deploy of ${alias} runs something far away`,
      principal: `${alias}:role/deploy`,
      action: 'ecs:UpdateService',
      resource: `arn:aws:ecs:ap-south-1:${idOf(plans, alias)}:service/main/web`,
      context: { 'aws:RequestedRegion': 'ap-south-1' },
      expect: 'explicitDeny'
    }
  };
}
