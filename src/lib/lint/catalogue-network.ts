/** Findings about networks, Regions, organizations and policy variables: what each says, why, and where it shows. */
import type { FindingName } from './codes.ts';
import { allow, deny, denyTo, marked, policy, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

const BUCKET = 'arn:aws:s3:::example-reports';
const OBJECTS = `${BUCKET}/*`;
const AT = '/Statement/0/Condition';

type Conditions = Parameters<typeof allow>[2];

function read(Condition: Conditions) {
  return policy('identity', allow('s3:GetObject', OBJECTS, Condition));
}

function from(Resource: string) {
  return policy('identity', allow('s3:GetObject', Resource));
}

export const NETWORK_FINDINGS = {
  'private-source-ip': {
    severity: 'warning',
    kind: 'logic',
    title: 'A private address under `aws:SourceIp`',
    reason:
      'Over the internet AWS sees public addresses. What comes through a VPC endpoint has no `aws:SourceIp` but an `aws:VpcSourceIp`.',
    source: PAGES.checks,
    rules: ['KEY-32', 'KEY-33'],
    raises: marked(
      read({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8'] } }),
      `${AT}/IpAddress/aws:SourceIp/1`,
      '"10.0.0.0/8"'
    ),
    silent: read({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } })
  },
  'source-ip-everyone': {
    severity: 'warning',
    kind: 'security',
    title: 'Every address there is',
    reason:
      'A range of no bits holds all addresses. The condition keeps nobody out who comes over the internet.',
    source: PAGES.operators,
    rules: ['COND-35', 'COND-36'],
    raises: marked(
      read({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }),
      `${AT}/IpAddress/aws:SourceIp`,
      '"0.0.0.0/0"'
    ),
    silent: read({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })
  },
  'ip-range-host-bits': {
    severity: 'suggestion',
    kind: 'style',
    title: 'A range written from within',
    reason:
      'Only the bits before the slash count, so the rest of the address misleads: it looks like one machine and means its whole network.',
    source: PAGES.checks,
    rules: ['COND-36'],
    raises: marked(
      read({ IpAddress: { 'aws:SourceIp': '203.0.113.77/24' } }),
      `${AT}/IpAddress/aws:SourceIp`,
      '"203.0.113.77/24"'
    ),
    silent: read({ IpAddress: { 'aws:SourceIp': '203.0.113.77' } })
  },
  'source-ip-with-vpc': {
    severity: 'warning',
    kind: 'reach',
    title: 'The internet and an endpoint at once',
    reason:
      'A request comes over the internet and has `aws:SourceIp`, or through a VPC endpoint and has `aws:SourceVpce`. None has both, so the statement matches nothing.',
    source: PAGES.keys,
    rules: ['KEY-32', 'KEY-33', 'COND-04'],
    raises: marked(
      read({
        IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' }
      }),
      `${AT}/StringEquals/aws:SourceVpce`,
      'aws:SourceVpce'
    ),
    silent: read({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })
  },
  'network-deny-hits-services': {
    severity: 'warning',
    kind: 'logic',
    title: 'A network Deny that hits AWS services',
    reason:
      'Calls that a service makes for you come from its own network, and keys of networks are missing or are not yours. A negated operator holds for them, so they are denied.',
    source: PAGES.keys,
    rules: ['COND-11', 'KEY-33', 'KEY-34', 'KEY-41'],
    raises: marked(
      policy('identity', deny('s3:*', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } })),
      `${AT}/StringNotEquals/aws:SourceVpc`,
      'aws:SourceVpc'
    ),
    silent: policy(
      'identity',
      deny('s3:*', '*', {
        StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' },
        Bool: { 'aws:ViaAWSService': 'false' }
      })
    )
  },
  'org-deny-hits-services': {
    severity: 'warning',
    kind: 'logic',
    title: 'A Deny outside the organization that hits AWS services',
    reason:
      'A service that calls by itself belongs to no organization and lacks the key, and a negated operator holds for a missing key. Log deliveries and the like then stop.',
    source: PAGES.keys,
    rules: ['COND-11', 'KEY-06', 'KEY-12', 'PRIN-24'],
    raises: marked(
      policy('rcp', denyTo('*', 's3:*', '*', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })),
      `${AT}/StringNotEquals/aws:PrincipalOrgID`,
      'aws:PrincipalOrgID'
    ),
    silent: policy(
      'rcp',
      denyTo('*', 's3:*', '*', {
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' }
      })
    )
  },
  'region-deny-hits-global': {
    severity: 'warning',
    kind: 'logic',
    title: 'A Region Deny that hits global services',
    reason:
      'IAM, Organizations, Route 53 and their like answer in us-east-1 wherever one sits. A Deny of every action outside other Regions locks them out.',
    source: PAGES.keys,
    rules: ['KEY-42', 'ACT-06'],
    raises: marked(
      policy('scp', deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } })),
      `${AT}/StringNotEquals/aws:RequestedRegion`,
      'aws:RequestedRegion'
    ),
    silent: policy('scp', {
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'route53:*', 'sts:*', 'support:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }
    })
  },
  'variable-without-effect': {
    severity: 'warning',
    kind: 'logic',
    title: 'A variable where there are none',
    reason:
      'Variables work in `Resource` and in values of string and ARN operators. Anywhere else `${…}` is plain text, which nothing is equal to.',
    source: PAGES.variables,
    rules: ['ACT-05', 'VAR-11', 'VAR-12'],
    raises: marked(
      read({ DateGreaterThan: { 'aws:CurrentTime': '${aws:TokenIssueTime}' } }),
      `${AT}/DateGreaterThan/aws:CurrentTime`,
      '"${aws:TokenIssueTime}"'
    ),
    silent: read({ StringEquals: { 's3:ExistingObjectTag/team': '${aws:PrincipalTag/team}' } })
  },
  'variable-with-space': {
    severity: 'warning',
    kind: 'logic',
    title: 'A blank inside a variable',
    reason:
      'The blank counts as part of the key’s name, and no key is called that. The variable never has a value, so the text never matches.',
    source: PAGES.checks,
    rules: ['VAR-13', 'VAR-07'],
    raises: marked(
      from(`${BUCKET}/\${ aws:PrincipalTag/team }/*`),
      '/Statement/0/Resource',
      `"${BUCKET}/\${ aws:PrincipalTag/team }/*"`
    ),
    silent: from(`${BUCKET}/\${aws:PrincipalTag/team}/*`)
  },
  'variable-empty': {
    severity: 'warning',
    kind: 'logic',
    title: 'An empty variable',
    reason:
      'A variable names the condition key whose value it takes. Without a name it never has one, so the text never matches.',
    source: PAGES.checks,
    rules: ['VAR-01', 'VAR-07'],
    raises: marked(from(`${BUCKET}/\${}/*`), '/Statement/0/Resource', `"${BUCKET}/\${}/*"`),
    silent: from(`${BUCKET}/\${aws:PrincipalTag/team}/*`)
  },
  'variable-without-quote': {
    severity: 'warning',
    kind: 'logic',
    title: 'A default that is not quoted',
    reason:
      'The text that a variable takes when its key is missing stands in single quotes behind a comma and a blank. Without them all of it counts as the name of a key.',
    source: PAGES.variables,
    rules: ['VAR-05', 'VAR-07'],
    raises: marked(
      from(`${BUCKET}/\${aws:PrincipalTag/team, common}/*`),
      '/Statement/0/Resource',
      `"${BUCKET}/\${aws:PrincipalTag/team, common}/*"`
    ),
    silent: from(`${BUCKET}/\${aws:PrincipalTag/team, 'common'}/*`)
  },
  'multivalued-variable': {
    severity: 'warning',
    kind: 'logic',
    title: 'A list as a variable',
    reason:
      'Only keys with a single value can be used as a variable. A list gives it no value, so the text never matches.',
    source: PAGES.variables,
    rules: ['VAR-04'],
    raises: marked(
      from(`${BUCKET}/\${aws:TagKeys}/*`),
      '/Statement/0/Resource',
      `"${BUCKET}/\${aws:TagKeys}/*"`
    ),
    silent: from(`${BUCKET}/\${aws:PrincipalTag/team}/*`)
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
