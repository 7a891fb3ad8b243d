/** A world much like the flagship scenario, small enough to be read beside a test. */
import type { World } from '../../src/lib/world/world.ts';
import { WorldBuilder } from './build.ts';
import type { Written } from './build.ts';

const everywhere: Written = { Action: '*', Resource: '*' };

/** Two accounts of one organization: a pipeline in `tools` deploys through a role in `prod`. */
export function flagship(): World {
  const w = new WorldBuilder();
  const [tools, prod] = ['111111111111', '222222222222'];
  w.organization('acme', '999999999999');
  w.unit('acme', 'ou-Infrastructure');
  w.unit('acme', 'ou-Workloads');
  w.account('tools', tools, 'acme', ['r-root', 'ou-Infrastructure']);
  w.account('prod', prod, 'acme', ['r-root', 'ou-Workloads']);
  for (const level of ['r-root', 'ou-Infrastructure', 'ou-Workloads', tools, prod]) {
    w.attach('scp', level, 'FullAWSAccess', 'FullAWSAccess', 'default', everywhere);
    w.attach('rcp', level, 'RCPFullAWSAccess', 'RCPFullAWSAccess', 'default', {
      Principal: '*',
      ...everywhere
    });
  }
  w.attach('scp', 'ou-Workloads', 'DenyRegions', 'DenyRegions', 'scp', {
    Effect: 'Deny',
    NotAction: 'iam:*',
    Resource: '*'
  });
  const developers = w.group(tools, 'Developers');
  const dana = w.user(tools, 'dana', [developers]);
  w.user(tools, 'intern');
  w.attach('identity', developers, 'ReadOnlyAccess', 'ReadOnlyAccess', 'aws', {
    Action: ['s3:Get*', 's3:List*'],
    Resource: '*'
  });
  w.attach('boundary', dana, 'DeveloperBoundary', 'DeveloperBoundary', 'customer', everywhere);
  const jenkins = w.role(tools, 'jenkins', {
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole'
  });
  w.session(jenkins, 'build-42');
  const deploy = w.role(prod, 'prod-deploy', { Principal: { AWS: jenkins }, Action: 'sts:AssumeRole' });
  const task = w.role(prod, 'web-task', {
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Action: 'sts:AssumeRole'
  });
  const admin = w.role(prod, 'admin', {
    Principal: { AWS: `arn:aws:iam::${prod}:root` },
    Action: 'sts:AssumeRole'
  });
  w.attach('identity', admin, 'AdministratorAccess', 'AdministratorAccess', 'aws', everywhere);
  const web = w.resource(prod, `arn:aws:ecs:us-east-1:${prod}:service/prod/web`, 'web');
  const logs = w.resource(prod, `arn:aws:logs:us-east-1:${prod}:log-group:/ecs/web`, '/ecs/web');
  const data = w.resource(prod, 'arn:aws:s3:::customer-data', 'customer-data');
  w.allow(jenkins, 'may-assume', { Action: 'sts:AssumeRole', Resource: deploy });
  w.allow(
    deploy,
    'deploy-web',
    { Action: ['ecs:UpdateService', 'ecs:DescribeServices'], Resource: web },
    { Action: 'logs:FilterLogEvents', Resource: `${logs}:*` },
    {
      Action: 'iam:PassRole',
      Resource: task,
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }
    }
  );
  w.allow(task, 'read-data', { Action: 's3:GetObject', Resource: `${data}/*` });
  return w.build();
}
