/** Keys, values and operators of random cases: each family with values that meet, that just miss and that are none. */

export interface Family {
  readonly operators: readonly string[];
  /** Condition keys the family is tried on. */
  readonly keys: readonly string[];
  readonly wanted: readonly string[];
  readonly given: readonly string[];
}

const TEXTS: Omit<Family, 'operators'> = {
  keys: ['aws:PrincipalTag/team', 'aws:Referer', 'AWS:referer', 's3:prefix', 'aws:PrincipalTag/Team'],
  wanted: [
    ...[
      'a',
      'A',
      'ab',
      'a*',
      '*',
      '?',
      '??',
      'a?c',
      'team/ana',
      'a${$}b',
      'a${*}',
      '${*}',
      '',
      ' a',
      'é',
      'É'
    ],
    ...['${aws:username}', '${AWS:UserName}', "${aws:username, 'a'}", '${s3:prefix}', "${s3:prefix, 'a, b'}"],
    ...[
      '${aws:TagKeys}',
      'x${aws:PrincipalTag/team}',
      '${aws:PrincipalTag/none}',
      'a, b',
      '$',
      '${',
      '${a',
      '😀'
    ]
  ],
  given: [
    'a',
    'A',
    'ab',
    'abc',
    'a*',
    '*',
    'xa',
    'ana',
    'a$b',
    '',
    ' a',
    'é',
    'É',
    'a, b',
    '😀',
    '${a',
    '$',
    'a\nb'
  ]
};

export const FAMILIES: readonly Family[] = [
  { operators: ['StringEquals', 'StringNotEquals'], ...TEXTS },
  { operators: ['StringLike', 'StringNotLike'], ...TEXTS },
  { operators: ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'], ...TEXTS },
  {
    operators: [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals'
    ],
    keys: ['s3:max-keys', 'aws:MultiFactorAuthAge', 'aws:EpochTime'],
    wanted: ['10', '10.0', '9.99', '-1', '0', '-0', '1700000000', '10abc', '', '010', '0.1', '3600'],
    given: ['10', '10.00', '9', '11', '-1', '0', '1700000000', 'ten', '', '0.10', '3600']
  },
  {
    operators: [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals'
    ],
    keys: ['aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime'],
    wanted: [
      ...['2026-03-01T00:00:00Z', '2026-03-01', '2026', '2026-03', '1772323200', '2026-03-01T01:00:00+01:00'],
      ...['2026-03-01T00:00Z', '2026-02-29', '2024-02-29', '2026-03-01T00:00:00.5Z', '2026-03-01T24:00:00Z'],
      ...['May 5, 2026', '2026-03-01T00:00:00', '-1', '1969-12-31T23:59:59Z', '2026-3-1', '']
    ],
    given: [
      ...[
        '2026-03-01T00:00:00Z',
        '2026-02-28T23:59:59Z',
        '2026-03-01T00:00:00.500Z',
        '1772323200',
        '1772323201'
      ],
      ...['2026-01-01T00:00:00Z', '2024-02-29T00:00:00Z', 'soon', '1969-12-31T23:59:59Z', '']
    ]
  },
  {
    operators: ['Bool'],
    keys: ['aws:SecureTransport', 'aws:MultiFactorAuthPresent', 'aws:ViaAWSService'],
    wanted: ['true', 'false', 'True', 'FALSE', 'yes', '${aws:ViaAWSService}', '${aws:PrincipalTag/none}', ''],
    given: ['true', 'false', 'yes', '']
  },
  {
    operators: ['BinaryEquals'],
    keys: ['aws:PrincipalTag/bytes'],
    wanted: ['QmluYXJ5', 'QQ==', '', 'QQ', '****', 'qmluyxj5'],
    given: ['QmluYXJ5', 'QQ==', '', 'Binary']
  },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    keys: ['aws:SourceIp', 'aws:VpcSourceIp'],
    wanted: [
      ...[
        '203.0.113.0/24',
        '203.0.113.7',
        '203.0.113.77/24',
        '0.0.0.0/0',
        '::/0',
        '10.0.0.0/8',
        '203.0.113.7/32'
      ],
      ...['2001:db8::/32', '2001:DB8:0:0:0:0:0:1', '2001:db8::1/128', '::ffff:203.0.113.7', '203.0.113.0/33'],
      ...['256.1.1.1', '${aws:SourceIp}', '203.0.113', 'everywhere', '203.0.113.0/', '::1']
    ],
    given: [
      ...[
        '203.0.113.7',
        '198.51.100.9',
        '10.1.2.3',
        '2001:db8::1',
        '2001:0DB8:0000:0000:0000:0000:0000:0001'
      ],
      ...['::ffff:203.0.113.7', '::1', 'nowhere', '']
    ]
  },
  {
    operators: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'],
    keys: ['aws:PrincipalArn', 'aws:SourceArn'],
    wanted: [
      ...[
        'arn:aws:iam::111111111111:role/path/app',
        'arn:aws:iam::*:role/*',
        'arn:aws:iam::111111111111:*',
        '*'
      ],
      ...[
        'arn:aws:iam:*:role/*',
        'arn:aws:iam::*',
        'arn:*:iam::*:user/${aws:username}',
        'arn:aws:sns:*:*:t:*'
      ],
      ...['arn:aws:iam::11111111111?:role/path/???', '${aws:SourceArn}', 'role/app', '', 'arn:aws:s3:::a${*}']
    ],
    given: [
      ...['arn:aws:iam::111111111111:role/path/app', 'arn:aws:iam::111111111111:user/ana', 'arn:aws:s3:::a*'],
      ...['arn:aws:sns:us-east-1:111111111111:t:x:y', 'arn:aws:s3:::ab', 'role/app', '*', '']
    ]
  },
  {
    operators: ['Null'],
    keys: ['aws:PrincipalTag/team', 'aws:SourceIp', 'aws:TagKeys', 's3:prefix', 'aws:MultiFactorAuthPresent'],
    wanted: ['true', 'false', 'TRUE', 'False'],
    given: ['a', '']
  }
];

/** Keys that hold lists. */
export const LISTS: Family = {
  operators: FAMILIES.flatMap(({ operators }) => operators),
  keys: ['aws:TagKeys', 'aws:PrincipalOrgPaths', 'aws:CalledVia'],
  wanted: ['a', 'b', 'A', 'a*', '*', '', '${aws:username}', '${aws:PrincipalTag/none}', '10', 'true'],
  given: ['a', 'b', 'c', 'A', '', 'ab', '10', 'true']
};

export const SETS = ['', '', '', 'ForAllValues:', 'ForAnyValue:'];
