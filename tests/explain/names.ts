/** Who and what there is in the world of these tests, by ARN and id. */
export const TOOLS = '111111111111';
export const PROD = '222222222222';
export const ORG = 'o-acme';
export const ROOT = 'r-ab12';
export const WORKLOADS = 'ou-work';

export const DANA = `arn:aws:iam::${TOOLS}:user/dana`;
export const INTERN = `arn:aws:iam::${TOOLS}:user/intern`;
export const DEVELOPERS = `arn:aws:iam::${TOOLS}:group/Developers`;
export const JENKINS = `arn:aws:iam::${TOOLS}:role/jenkins`;
export const DEPLOY = `arn:aws:iam::${PROD}:role/prod-deploy`;
export const WEB_TASK = `arn:aws:iam::${PROD}:role/web-task`;
export const APP = 'arn:aws:s3:::my-app-bucket';
export const WEB = `arn:aws:ecs:us-east-1:${PROD}:service/prod/web`;
export const KEY = `arn:aws:kms:us-east-1:${PROD}:key/1111aaaa`;
export const GITHUB = `arn:aws:iam::${TOOLS}:oidc-provider/token.actions.githubusercontent.com`;
