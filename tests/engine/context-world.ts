/** The world that the context tests share: two accounts of an organization, one outside. */
import { worldOf } from '../support/world.ts';
import { asAccountId, asArn, asPolicyId } from '../../src/lib/world/arn.ts';

export const DANA = 'arn:aws:iam::111111111111:user/people/dana';
export const JENKINS = 'arn:aws:iam::111111111111:role/ci/jenkins';
export const DEPLOY = 'arn:aws:iam::222222222222:role/prod-deploy';
export const AUDIT = 'arn:aws:iam::333333333333:role/audit';
export const GITHUB = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
export const CORP = 'arn:aws:iam::111111111111:saml-provider/corp';
export const BUCKET = 'arn:aws:s3:::uploads';
const BOUNDARY = asPolicyId('boundary');

export const world = worldOf({
  accounts: {
    payer: { id: '999999999999', organization: 'o-acme', organizationPath: ['r-ab12'] },
    tools: { id: '111111111111', organization: 'o-acme', organizationPath: ['r-ab12', 'ou-ab12-work'] },
    prod: { id: '222222222222', organization: 'o-acme', organizationPath: ['r-ab12'] },
    loner: { id: '333333333333' }
  },
  organizations: { acme: { id: 'o-acme', management: '999999999999' } },
  users: {
    [DANA]: { uniqueId: 'AIDADANA', tags: { team: 'web', Level: '3' }, mfa: true },
    'arn:aws:iam::333333333333:user/lena': { uniqueId: 'AIDALENA' }
  },
  roles: {
    [JENKINS]: { uniqueId: 'AROAJENKINS', tags: { team: 'ci', stage: 'build' } },
    [DEPLOY]: { uniqueId: 'AROADEPLOY', tags: { Team: 'prod' } },
    [AUDIT]: { uniqueId: 'AROAAUDIT' }
  },
  roots: { 'arn:aws:iam::111111111111:root': { mfa: true } },
  identityProviders: {
    [GITHUB]: { oidc: 'token.actions.githubusercontent.com', audiences: ['sts.amazonaws.com'] },
    [CORP]: {}
  },
  resources: {
    [BUCKET]: {
      account: asAccountId('222222222222'),
      tags: { team: 'web' },
      objects: { 'reports/q1.csv': { class: 'public' } }
    },
    'arn:aws:ec2:eu-west-1:111111111111:instance/i-1': { tags: { env: 'dev' } }
  },
  endpoints: {
    'vpce-1': { account: asAccountId('111111111111'), vpc: 'vpc-1', services: ['s3'] },
    'vpce-2': { account: asAccountId('111111111111'), vpc: 'vpc-2', services: ['sts', 's3'] }
  },
  papers: { [BOUNDARY]: { arn: asArn('arn:aws:iam::111111111111:policy/Ceiling'), pointer: '/x' } },
  attachments: [{ policy: BOUNDARY, type: 'boundary', target: DANA }]
});
