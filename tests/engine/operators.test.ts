// Rows follow "IAM JSON policy elements: Condition operators" (IAM User Guide) and rules COND-20 to COND-44.
import { describe, expect, test } from 'vitest';
import { OPERATORS } from '../../src/lib/engine/operators.ts';
import { parseBase64 } from '../../src/lib/engine/values/binary.ts';
import { parseDate } from '../../src/lib/engine/values/date.ts';
import { parseIp } from '../../src/lib/engine/values/ip.ts';
import { parseNumber } from '../../src/lib/engine/values/number.ts';
import { toParts } from '../../src/lib/policy/pattern.ts';

const yes = true;
const no = false;
/** One of the two cannot be read in the operator's type: no hit, and the negated operator is true. */
const unreadable = null;

describe('one value of the request against one of the policy', () => {
  test.each([
    // operator, policy value, value in the request, outcome
    ['StringEquals', 'a', 'a', yes],
    ['StringEquals', 'a', 'A', no],
    ['StringEquals', 'a*', 'ab', no],
    ['StringEquals', 'a*', 'a*', yes],
    ['StringEquals', '', '', yes],
    ['StringEquals', 'a', ' a', no],
    ['StringEqualsIgnoreCase', 'Team', 'tEAM', yes],
    ['StringEqualsIgnoreCase', 'straße', 'STRASSE', no],
    ['StringLike', 'a*', 'a', yes],
    ['StringLike', 'a?c', 'abc', yes],
    ['StringLike', 'a?c', 'ac', no],
    ['StringLike', '*', '', yes],
    ['StringLike', 'a*', 'a/b:c\nd', yes],
    ['StringLike', 'A*', 'abc', no],
    ['StringLike', '?', '😀', yes],
    ['StringLike', '.*', 'abc', no],
    ['NumericEquals', '10', '10.0', yes],
    ['NumericEquals', '10abc', '10', unreadable],
    ['NumericEquals', '10', '1e1', unreadable],
    ['NumericLessThan', '10', '9', yes],
    ['NumericLessThan', '10', '10', no],
    ['NumericLessThanEquals', '10', '10', yes],
    ['NumericGreaterThan', '-2', '-1.5', yes],
    ['NumericGreaterThanEquals', '3600', '3600', yes],
    ['DateLessThan', '2026-03-03', '2026-03-02T23:59:59Z', yes],
    ['DateLessThan', '2026-03-03', '2026-03-03T00:00:00Z', no],
    ['DateGreaterThan', '1893456000', '2026-03-03T10:00:00Z', no],
    ['DateEquals', '2026-03-03T10:00:00Z', '1772532000', yes],
    ['DateEquals', '2026-03-03T12:00:00+02:00', '2026-03-03T10:00Z', yes],
    ['DateLessThan', 'May 5, 2020', '2019-01-01', unreadable],
    ['Bool', 'true', 'TRUE', yes],
    ['Bool', 'false', 'true', no],
    ['Bool', 'yes', 'true', unreadable],
    ['BinaryEquals', 'QUJD', 'QUJD', yes],
    ['BinaryEquals', 'QQ==', 'QQ', yes],
    ['BinaryEquals', 'QUJD', 'QUJE', no],
    ['BinaryEquals', '*', 'QUJD', unreadable],
    ['IpAddress', '203.0.113.0/24', '203.0.113.7', yes],
    ['IpAddress', '203.0.113.77/24', '203.0.113.7', yes],
    ['IpAddress', '203.0.113.0/24', '203.0.114.7', no],
    ['IpAddress', '0.0.0.0/0', '203.0.113.7', yes],
    ['IpAddress', '203.0.113.7', '203.0.113.7', yes],
    ['IpAddress', '2001:DB8::1', '2001:db8:0:0:0:0:0:1', yes],
    ['IpAddress', '2001:db8::/33', '2001:db8:8000::1', no],
    ['IpAddress', '203.0.113.7', '2001:db8::1', no],
    ['IpAddress', '::ffff:203.0.113.7', '203.0.113.7', no],
    ['IpAddress', '203.0.113.0/33', '203.0.113.7', unreadable],
    ['IpAddress', '203.0.113.0/24', 'office', unreadable],
    ['ArnLike', 'arn:aws:iam::*:role/app-*', 'arn:aws:iam::111111111111:role/app-1', yes],
    ['ArnEquals', 'arn:aws:iam::*:role/app-*', 'arn:aws:iam::111111111111:role/app-1', yes],
    ['ArnLike', 'arn:aws:iam::*:role/x', 'arn:aws:iam::1:user/a:role/x', no],
    ['ArnLike', 'arn:aws:sns:*:*:a:b', 'arn:aws:sns:eu:1:a:b', yes],
    ['ArnLike', 'arn:aws:sns', 'arn:aws:sns:eu:1:a', unreadable],
    ['ArnLike', '*', 'anything', yes],
    ['ArnLike', 'arn:aws:s3:::b', 'b', unreadable],
    ['ArnLike', 'arn:aws:iam::1:role/App', 'arn:aws:iam::1:role/app', no]
  ])('%s %j against %j is %s', (name, expected, actual, outcome) => {
    const operator = OPERATORS.get(name);
    expect(operator?.compile(toParts(expected, true))(actual)).toBe(outcome);
  });
});

test('every negated operator is the positive one turned round', () => {
  const negated = [...OPERATORS].filter(([, row]) => row.negated).map(([name]) => name);
  expect(negated).toEqual([
    'StringNotEquals',
    'StringNotEqualsIgnoreCase',
    'StringNotLike',
    'NumericNotEquals',
    'DateNotEquals',
    'NotIpAddress',
    'ArnNotEquals',
    'ArnNotLike'
  ]);
});

describe('readers refuse what is none of theirs', () => {
  test.each([
    ['2026', Date.UTC(2026, 0)],
    ['2026-02', Date.UTC(2026, 1)],
    ['2026-02-30', null],
    ['2026-03-03T10:00', null],
    ['2026-03-03T10:00:00', null],
    ['2026-03-03T10:00:00.25Z', Date.UTC(2026, 2, 3, 10) + 250],
    ['2026-03-03T24:00:00Z', null],
    ['20263', 20_263_000],
    ['-5', -5000],
    ['', null]
  ])('date %j', (text, at) => {
    expect(parseDate(text)).toBe(at);
  });

  test.each(['1.2.3', '1.2.3.256', '1:2:3:4:5:6:7', '1::2::3', ':::', 'g::', '1.2.3.4.5', '12345::'])(
    'address %j',
    (text) => {
      expect(parseIp(text)).toBeNull();
    }
  );

  test.each(['::', '::1', '1::', '1:2:3:4:5:6:7:8', '::203.0.113.7', '64:ff9b::203.0.113.7'])(
    'reads %j',
    (text) => {
      expect(parseIp(text)?.groups).toHaveLength(8);
    }
  );

  test.each(['', '1e3', '0x10', '1,000', ' 1', '1 ', '--1', 'NaN', 'Infinity'])('number %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  test.each(['a', '====', 'QQ=Q', 'Ü'])('base64 %j', (text) => {
    expect(parseBase64(text)).toBeNull();
  });
});
