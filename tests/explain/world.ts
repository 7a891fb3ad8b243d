/** The flagship in small: two accounts in an organization, a pipeline, a bucket, a key. */
import type { PolicyDocument } from '../../src/lib/policy/document.ts';
import { asAccountId, asArn, asPolicyId } from '../../src/lib/world/arn.ts';
import type { Attachment, Group, PolicyId, World } from '../../src/lib/world/world.ts';
import { worldOf } from '../support/world.ts';
import { document } from '../support/document.ts';
import {
  APP,
  DANA,
  DEPLOY,
  DEVELOPERS,
  GITHUB,
  INTERN,
  JENKINS,
  KEY,
  ORG,
  PROD,
  ROOT,
  TOOLS,
  WEB,
  WEB_TASK,
  WORKLOADS
} from './names.ts';
import { SHEETS } from './sheets.ts';

const DEVELOPER_GROUP: Group = { arn: asArn(DEVELOPERS), account: asAccountId(TOOLS), name: 'Developers' };

/** The world of these tests. */
export const WORLD: World = {
  ...worldOf({
    accounts: {
      payer: { id: '000000000000', organization: ORG, organizationPath: [ROOT] },
      tools: { id: TOOLS, organization: ORG, organizationPath: [ROOT] },
      prod: { id: PROD, organization: ORG, organizationPath: [ROOT, WORKLOADS] },
      vendor: { id: '999999999999' }
    },
    users: { [DANA]: { groups: [asArn(DEVELOPERS)], tags: { team: 'web' } }, [INTERN]: {} },
    roles: { [JENKINS]: {}, [DEPLOY]: {}, [WEB_TASK]: {} },
    resources: {
      [APP]: { account: asAccountId(TOOLS), name: 'app' },
      [WEB]: { name: 'web' },
      [KEY]: { name: 'data-key' }
    },
    identityProviders: { [GITHUB]: { name: 'github' }, [GITHUB.replace(TOOLS, PROD)]: { name: 'github' } },
    endpoints: { 'vpce-1': {} },
    papers: Object.fromEntries(SHEETS.map(({ id, name, origin }) => [id, { name, origin }])),
    attachments: SHEETS.flatMap(({ id, hangs }) =>
      hangs.map(([type, target]): Attachment => ({ policy: asPolicyId(id), type, target }))
    ),
    policies: new Map(
      SHEETS.flatMap(({ id, says }): [PolicyId, PolicyDocument][] =>
        says === 'broken' ? [] : [[asPolicyId(id), document(says)]]
      )
    )
  }),
  broken: new Map([[asPolicyId('web-task/torn'), []]]),
  groups: new Map([[asArn(DEVELOPERS), DEVELOPER_GROUP]]),
  organizations: new Map([
    [
      ORG,
      {
        id: ORG,
        name: 'acme',
        management: asAccountId('000000000000'),
        policyTypes: ['scp', 'rcp'],
        units: new Map([
          [ROOT, { id: ROOT, name: 'Root', parent: null }],
          [WORKLOADS, { id: WORKLOADS, name: 'Workloads', parent: ROOT }]
        ])
      }
    ]
  ])
};
