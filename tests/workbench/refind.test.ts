// Whatever is edited, the step stays with its statement; what is gone is said once, in words.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { refind, type Stand } from '../../src/lib/workbench/refind.ts';

interface Said {
  readonly [key: string]: unknown;
}

const GET = { Sid: 'Get', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::app/*' };
const LIST = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::app' };
const PUT = { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::app/*' };
const HOME = {
  Sid: 'Home',
  Effect: 'Deny',
  Action: 's3:*',
  Resource: '*',
  Condition: {
    StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' },
    Bool: { 'aws:SecureTransport': 'true' }
  }
};

/** Somebody with one inline policy, or with none. */
function stand(statements: readonly Said[] | string | null): Stand {
  const policy =
    typeof statements === 'string'
      ? statements
      : statements && JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
  const text = JSON.stringify({
    bouncer: 1,
    title: 'T',
    accounts: {
      home: {
        id: '111111111111',
        users: { ana: policy === null ? {} : { inline: { main: policy } } },
        resources: { 'arn:aws:s3:::app': { name: 'app' } }
      }
    },
    requests: {
      read: {
        principal: 'home:user/ana',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::app/a',
        context: { 'aws:RequestedRegion': 'eu-west-1' }
      }
    }
  });
  const { value } = parseScenario({ name: 'x.json', text });
  const request = value?.cases[0]?.request;
  if (!value || !request) throw new Error('no scenario');
  return { world: value.world, evaluation: evaluate(value.world, request) };
}

const at = (label: string) => `identity@ana/main#${label}`;

describe('a step after an edit', () => {
  test.each<[string, readonly Said[], string, readonly Said[] | null, string, string | null]>([
    ['stays where nothing changed', [GET, LIST], at('Get'), [GET, LIST], at('Get'), null],
    ['goes with its place when another comes before', [LIST, PUT], at('1'), [GET, LIST, PUT], at('2'), null],
    ['goes with its place when another goes', [GET, LIST, PUT], at('3'), [LIST, PUT], at('2'), null],
    ['goes with its place when the order changes', [LIST, PUT], at('1'), [PUT, LIST], at('2'), null],
    ['keeps its part', [LIST, PUT], `${at('2')}:Action`, [GET, LIST, PUT], `${at('3')}:Action`, null],
    ['keeps its moment', [HOME, GET], `${at('Home')}?`, [GET, HOME], `${at('Home')}?`, null],
    [
      'follows a Sid that is written anew',
      [GET, LIST],
      at('Get'),
      [{ ...GET, Sid: 'Ge' }, LIST],
      at('Ge'),
      null
    ],
    ['follows a Sid that is given', [LIST, PUT], at('1'), [{ ...LIST, Sid: 'L' }, PUT], at('L'), null],
    [
      'follows its Sid to a statement that says something else',
      [GET, LIST],
      at('Get'),
      [LIST, { ...PUT, Sid: 'Get' }],
      at('Get'),
      null
    ],
    [
      'follows what is like it',
      [GET, LIST],
      at('2'),
      [PUT, { ...LIST, Action: 's3:List*' }, GET],
      at('2'),
      null
    ],
    [
      'says that a statement is gone',
      [GET, HOME],
      at('Home'),
      [GET],
      'identity',
      'Statement Home is gone; this is its stop.'
    ],
    [
      'never goes to the one that takes its place',
      [LIST, HOME],
      at('1'),
      [HOME],
      'identity',
      'Statement 1 is gone; this is its stop.'
    ],
    [
      'says that a condition is gone',
      [HOME],
      `${at('Home')}:Bool.aws:SecureTransport`,
      [{ ...HOME, Condition: { StringNotEquals: HOME.Condition.StringNotEquals } }],
      at('Home'),
      'The condition on aws:SecureTransport is gone; this is its statement.'
    ],
    [
      'says that the policy is gone with it',
      [GET],
      at('Get'),
      null,
      'identity',
      'Statement Get is gone; this is its stop.'
    ],
    ['leaves stops alone', [GET], 'denySweep', [], 'denySweep', null],
    ['leaves nonsense to the end', [GET], 'nonsense', [GET], 'verdict', null]
  ])('%s', (_, before, id, after, wanted, gone) => {
    expect(refind(stand(before), stand(after), id, 'elements')).toEqual({ id: wanted, gone });
  });

  test('waits while the policy is no policy', () => {
    expect(refind(stand([GET]), stand('{ "Statement": ['), at('Get'), 'elements')).toBeNull();
  });

  test('every step of a policy finds itself, at each level of detail', () => {
    const here = stand([GET, LIST, HOME]);
    for (const detail of ['layers', 'statements', 'elements'] as const) {
      const steps = here.evaluation.steps.map(({ id }) => id);
      for (const id of steps) expect(refind(here, here, id, detail)).toEqual({ id, gone: null });
    }
  });
});
