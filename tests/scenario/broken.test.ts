/** A policy with an error is broken: never evaluated, never dropped. */
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/lib/source/diagnostic.ts';
import { attachments, parsed, scenarioText } from './sample.ts';

describe('what is broken is never evaluated and never dropped', () => {
  const allow = (effect: string) =>
    `{ Version: "2012-10-17", Statement: [{ Effect: ${effect}, Action: "*", Resource: "*" }] }`;

  test.each([
    ['an invalid document', `users: { dana: { inline: { p: ${allow('allow')} } } }`, 'a:user/dana/p'],
    [
      'a text that is no JSON',
      'users:\n  dana:\n    inline:\n      p: |\n        { "Version": }',
      'a:user/dana/p'
    ],
    ['no document at all', 'users: { dana: { inline: { p: null } } }', 'a:user/dana/p'],
    [
      'a duplicate key',
      `users: { dana: { inline: { p: { Version: "2012-10-17", Statement: [], Statement: [] } } } }`,
      'a:user/dana/p'
    ],
    ['a policy that is missing', 'users: { dana: { policies: [No] } }', 'a:policy/No'],
    ['a boundary that is missing', 'users: { dana: { boundary: No } }', 'a:policy/No'],
    ['a group that is missing', 'users: { dana: { groups: [No] } }', 'a:group/No']
  ])('%s', (_, lines, id) => {
    const { scenario, diagnostics } = parsed(scenarioText(lines));
    expect(hasErrors(diagnostics)).toBe(true);
    expect([...scenario.world.broken.keys()]).toEqual([id]);
    expect([...scenario.world.policies.keys()]).toEqual([]);
    expect(scenario.world.attachments.map(({ policy }) => policy)).toEqual([id]);
    expect(scenario.world.papers.has(id as never)).toBe(true);
  });

  test.each([
    ['users: { dana: { boundary: [x] } }', 'identity arn:aws:iam::111111111111:user/dana ← a:user/dana'],
    ['users: { dana: { boundry: x } }', 'identity arn:aws:iam::111111111111:user/dana ← a:user/dana'],
    ['roles: { app: { policies: [[x]] } }', 'identity arn:aws:iam::111111111111:role/app ← a:role/app'],
    ['groups: { g: { inline: 3 } }', 'identity arn:aws:iam::111111111111:group/g ← a:group/g'],
    ['resources: { "arn:aws:s3:::b": { polcy: {} } }', 'resource arn:aws:s3:::b ← a:b']
  ])('%s hides policies, so nothing is decided without them', (lines, attachment) => {
    const { scenario } = parsed(scenarioText(lines));
    expect(attachments(scenario)).toEqual([attachment]);
    expect(scenario.world.broken.size).toBe(1);
  });

  test('a level whose SCPs cannot be read is broken', () => {
    const { scenario } = parsed(
      scenarioText(
        '',
        'organizations:\n  acme: { id: o-a1b2c3d4e5, management: a, root: { id: r-ab12, scps: 3, accounts: [a] } }'
      )
    );
    expect(attachments(scenario)).toContain('scp r-ab12 ← acme:scp@r-ab12');
    expect(scenario.world.broken.has('acme:scp@r-ab12' as never)).toBe(true);
  });

  test('a unit without an id is still a level', () => {
    const { scenario } = parsed(
      scenarioText(
        '',
        'organizations:\n  acme: { id: o-a1b2c3d4e5, management: a, root: { id: r-ab12, units: { U: { scps: [], accounts: [a] } } } }'
      )
    );
    expect([...scenario.world.accounts.values()][0]?.organizationPath).toEqual(['r-ab12', 'U']);
  });

  test('its diagnostics have the path from the root of the file', () => {
    const { scenario } = parsed(scenarioText(`users: { dana: { inline: { p: ${allow('allow')} } } }`));
    const [found] = [...scenario.world.broken.values()].flat();
    expect(found?.path).toMatch(/^\/accounts\/a\/users\/dana\/inline\/p\/Statement\/0/);
  });

  test('a broken user leaves the others alone', () => {
    const { scenario } = parsed(scenarioText('users: { dana: 3, carla: {} }'));
    expect([...scenario.world.principals.keys()]).toEqual([
      'arn:aws:iam::111111111111:root',
      'arn:aws:iam::111111111111:user/carla'
    ]);
  });

  test('a broken request keeps its place and its reasons', () => {
    const { scenario } = parsed(
      scenarioText(
        'users: { dana: {} }',
        'requests:\n  bad: { principal: a:user/x, action: s3:ListAllMyBuckets }\n  good: { principal: a:user/dana, action: s3:ListAllMyBuckets }'
      )
    );
    expect(scenario.cases.map(({ id, request }) => [id, request !== null])).toEqual([
      ['bad', false],
      ['good', true]
    ]);
    expect(scenario.cases[0]?.diagnostics.map(({ code }) => code)).toEqual(['scenario/unknown-reference']);
    expect(scenario.cases[1]?.diagnostics).toEqual([]);
  });
});
