/**
 * Scenarios of somebody who wishes us ill: one has a hostile text wherever the format leaves a text free, one is a
 * crowd. Both can be read: a text that is refused proves nothing.
 */
import { IDS, LONG, MEAN, NAMES, TEXTS, meanStory } from './hostile-texts.ts';

type Plain = string | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** An entry of an object even where its key is `__proto__`. */
function record(pairs: Iterable<readonly [string, Plain]>): Readonly<Record<string, Plain>> {
  return Object.fromEntries(pairs);
}

function policy(statements: readonly Plain[]): Plain {
  return { Version: '2012-10-17', Statement: statements };
}

const allow = (Sid: string, Action: Plain = '*', Resource: Plain = '*'): Plain => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource
});

/** The texts as tags and as facts: each as a value, and each as a key as well. */
function everyText(prefix = '', length = 200): Readonly<Record<string, Plain>> {
  const cut = (text: string) => text.slice(0, length);
  return record(
    TEXTS.flatMap(
      (text, at) =>
        [
          [`${prefix}k${at}`, cut(text)],
          [prefix + cut(text), `v${at}`]
        ] as const
    )
  );
}

const ACCOUNT = '111111111111';

/** What can be listed under an ARN: everything above the controls. */
function bucket(text: string, at: number): string {
  // eslint-disable-next-line no-control-regex -- these are what no ARN may hold
  return `arn:aws:s3:::b${at}-${text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '')}`;
}

/** What a policy may hold: the rest breaks it, which {@link meanScenario} wants once and not everywhere. */
const LEGAL = TEXTS.filter((text) => /^[\t\n\r\u0020-\u00ff]*$/.test(text)).map((text) =>
  text.slice(0, 4000)
);

function meanPolicies(): Plain {
  const many = Array.from({ length: 60 }, (_, i) =>
    allow(`s${i}`, `s3:Get${'A'.repeat(i === 59 ? 1000 : 0)}*`)
  );
  const Condition = {
    StringEquals: record(LEGAL.map((text) => [`aws:PrincipalTag/${text.slice(0, 100)}`, text]))
  };
  const all = [
    allow('All'),
    { Sid: 'Tags', Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*', Condition }
  ];
  const broken = TEXTS.map((text) => ({ ...record([[text, text]]), Sid: text, Effect: text, Action: text }));
  return record([
    ...NAMES.map((name) => [name, policy(all)] as const),
    ['Many', policy(many)],
    ['Broken', policy(broken)]
  ]);
}

function meanAccount(): Plain {
  const groups = record(NAMES.map((name) => [name, { policies: ['Many'] }]));
  const Principal = { AWS: ACCOUNT };
  const Action = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
  const role = { trust: policy([{ Effect: 'Allow', Principal, Action }]), tags: everyText() };
  return {
    id: ACCOUNT,
    name: MEAN.word,
    users: record([
      ...NAMES.map((name) => [name, { policies: NAMES, tags: everyText(), groups: NAMES }] as const),
      ['broken', { policies: 'Broken' }]
    ]),
    groups,
    roles: record(NAMES.map((name) => [name, { ...role, policies: NAMES, boundary: name }])),
    policies: meanPolicies(),
    resources: record(TEXTS.map((text, at) => [bucket(text, at), meanBucket(text, at)]))
  };
}

function meanBucket(text: string, at: number): Plain {
  const said = { name: text, tags: everyText(), objects: record([[text, { tags: record([[text, text]]) }]]) };
  if (!LEGAL.includes(text)) return said;
  const Resource = `${bucket(text, at)}*`;
  return {
    ...said,
    policy: policy([{ Sid: text, Effect: 'Deny', Principal: '*', Action: 's3:DeleteBucket', Resource }])
  };
}

function meanRequests(): Plain {
  const principals = NAMES.flatMap((name) => [`constructor:user/${name}`, `constructor:role/${name}`]);
  const asked = TEXTS.map((title, at) => {
    const facts =
      at < 2
        ? { requestTags: everyText('', LONG), context: everyText('x:', LONG) }
        : { context: everyText('x:') };
    const action = at % 2 === 0 ? 's3:DeleteBucket' : 's3:ListBucket';
    const request = {
      title,
      principal: principals[at % principals.length] ?? '',
      action,
      resource: bucket(title, at),
      ...facts
    };
    return [requestId(at), at === 4 ? { ...request, unknown: TEXTS.slice(0, 3) } : request] as const;
  });
  const hop = {
    role: 'constructor:role/__proto__',
    session: '__proto__',
    tags: record([['k', 'v']]),
    sourceIdentity: MEAN.image,
    externalId: MEAN.word
  };
  const broken = TEXTS.map(
    (text, at) =>
      [`broken${at}`, { title: text, principal: text, action: 's3:GetObject', resource: text }] as const
  );
  return record([
    ...asked,
    [
      'assumes',
      {
        title: MEAN.turned,
        principal: 'constructor:user/__proto__',
        assume: [hop],
        action: 's3:GetObject',
        resource: bucket(MEAN.turned, 6)
      }
    ],
    [
      'undecided',
      {
        title: MEAN.halves,
        principal: 'constructor:user/broken',
        action: 's3:GetObject',
        resource: bucket(MEAN.turned, 6)
      }
    ],
    ...broken
  ]);
}

/** The id of the request that has a text in its title. */
function requestId(at: number): string {
  return IDS[at] ?? `r${at}`;
}

/** Units of a tree with a text as each name, one inside the other. */
function units(texts: readonly string[]): Plain {
  const [text, ...rest] = texts;
  if (text === undefined) return {};
  const id = `ou-ab12-${String(texts.length).padStart(8, '0')}`;
  const below = rest.length === 0 ? { accounts: ['constructor'] } : { units: units(rest) };
  return record([[text, { id, scps: ['FullAWSAccess', text], ...below }]]);
}

/** A scenario in which every free text is hostile, as plain data. Over a megabyte. */
export function meanScenario(): Readonly<Record<string, Plain>> {
  const scp = policy([allow(MEAN.script)]);
  return {
    bouncer: '1',
    title: `${MEAN.turned} ${MEAN.image} ${MEAN.word}`,
    summary: `${MEAN.isolated} ${MEAN.foreign}`,
    story: meanStory(),
    accounts: { constructor: meanAccount(), toString: { id: '222222222222', name: MEAN.turned } },
    organizations: record([
      [
        MEAN.script,
        {
          id: 'o-a1b2c3d4e5',
          management: 'toString',
          scps: record(DEEP.map((text) => [text, scp])),
          root: { id: 'r-ab12', accounts: ['toString'], units: units(DEEP) }
        }
      ]
    ]),
    requests: meanRequests(),
    walkthrough: TEXTS.map((text, at) => ({
      title: text,
      request: requestId(at),
      step: text,
      focus: [text],
      say: meanStory().slice(0, 3000),
      note: text
    }))
  };
}

/** Names of the units, outermost first. */
const DEEP: readonly string[] = [...TEXTS, ...TEXTS.map((text) => `${text}2`)].slice(0, 24);

/** Many of everything, with plain names: 60 accounts, 2,000 principals, 300 requests, policies of 60 statements. */
export function crowdScenario(): Readonly<Record<string, Plain>> {
  const statements = Array.from({ length: 60 }, (_, i) =>
    allow(`Sid${i}`, 's3:GetObject', `arn:aws:s3:::b-${i}/*`)
  );
  const accounts = Array.from(
    { length: 60 },
    (_, a) =>
      [
        `account${a}`,
        {
          id: String(100_000_000_000 + a),
          users: record(Array.from({ length: 33 }, (_, i) => [`user-${a}-${i}`, { policies: 'Many' }])),
          policies: { Many: policy(statements) },
          resources: record(Array.from({ length: 5 }, (_, i) => [`arn:aws:s3:::b-${a * 5 + i}`, {}]))
        }
      ] as const
  );
  const requests = Array.from(
    { length: 300 },
    (_, i) =>
      [
        `r${i}`,
        {
          title: `Question ${i}`,
          principal: `account${i % 60}:user/user-${i % 60}-${i % 33}`,
          action: 's3:GetObject',
          resource: `arn:aws:s3:::b-${i}/x`
        }
      ] as const
  );
  return {
    bouncer: '1',
    title: 'A crowd',
    summary: 'Many',
    accounts: record(accounts),
    requests: record(requests)
  };
}

/** As a file of JSON; halves of pairs and controls stand in it as escapes, all else as it is. */
export function toFile(scenario: Readonly<Record<string, Plain>>): string {
  return JSON.stringify(scenario, null, 1);
}
