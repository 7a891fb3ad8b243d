/** `bouncer denial`: what AWS refused, asked of a file. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { denial } from '../../src/cli/denial.ts';
import { folder, run, scenario } from './run.ts';

let path = '';
let remove = (): void => undefined;

beforeAll(() => {
  ({ path, remove } = folder({ 'good.yaml': scenario('allowed', 'implicitDeny'), 'bad.yaml': '[' }));
});

afterAll(() => remove());

function ask(text: string, format = 'text', file = 'good.yaml') {
  let out = '';
  let err = '';
  const code = denial(
    { file: join(path, file), text, format },
    { out: (words) => (out += words), err: (words) => (err += words), colour: false }
  );
  return { code, out, err };
}

const said = (who: string, action: string) =>
  `User: ${who} is not authorized to perform: ${action} on resource: "arn:aws:s3:::reports/a" because no identity-based policy allows the ${action} action`;

describe('the decision and its steps', () => {
  test('the file comes to the same', () => {
    const { code, out } = ask(said('arn:aws:iam::111111111111:user/dana', 's3:DeleteObject'));
    expect(code).toBe(0);
    expect(out).toContain('app:user/dana asks for s3:DeleteObject on arn:aws:s3:::reports/a\n');
    expect(out).toContain('decided by: identity\n');
    expect(out).toContain('This file comes to the same');
    expect(out).toContain('identity policies: implicitDeny');
  });

  test('it does not, and says so', () => {
    const { code, out } = ask(
      said('arn:aws:iam::111111111111:user/dana', 's3:DeleteObject').replace(
        'identity-based',
        'service control'
      )
    );
    expect(code).toBe(1);
    expect(out).toContain('An SCP that is silent may be missing here');
  });

  test('as JSON', () => {
    const { out } = ask(said('arn:aws:iam::111111111111:user/dina', 's3:DeleteObject'), 'json');
    expect(JSON.parse(out)).toMatchObject({
      denial: { layer: 'identity', kind: 'implicit' },
      request: { principal: 'app:user/dina', action: 's3:DeleteObject' },
      near: ['app:user/dana'],
      decision: 'implicitDeny'
    });
  });
});

describe('what cannot be asked', () => {
  test.each([
    ['no denial', 'hello', 'good.yaml', 'no denial is found'],
    [
      'too little',
      'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
      'good.yaml',
      'does not tell enough'
    ],
    ['no scenario', said('arn:aws:iam::111111111111:user/dana', 's3:GetObject'), 'bad.yaml', 'is no scenario']
  ])('%s', (_, text, file, message) => {
    const { code, out, err } = ask(text, 'text', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

test('the command line knows it', () => {
  const { code, err } = run(['denial']);
  expect(code).toBe(2);
  expect(err).toContain('`denial` needs a file');
  expect(run(['help', 'denial']).out).toContain('bouncer denial FILE');
});
