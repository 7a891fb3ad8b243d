// What a state allows beyond the solution: counted in cells.
import { describe, expect, test } from 'vitest';
import { diskCatalogue } from '../../src/cli/catalogue.ts';
import { NO_CATALOGUE } from '../../src/lib/catalog/catalogue.ts';
import { applyEdits } from '../../src/lib/exercise/apply.ts';
import { Surfaces } from '../../src/lib/exercise/surface.ts';
import { allow, parsed, policy, task } from './task.ts';

const start = parsed(task({ users: ', ben: {}' }));
const solved = applyEdits(start.scenario.root.range.source, start.exercise.solution.changes).scenario!;

function state(...statements: readonly string[]) {
  return parsed(task({ users: ', ben: {}', ana: `{ inline: { Read: ${policy(...statements)} } }` })).scenario;
}

describe('without a catalogue, actions are those that are written', () => {
  const surfaces = new Surfaces(start.exercise, solved, NO_CATALOGUE);

  test.each([
    ['the solution itself', [allow('s3:GetObject', 'arn:aws:s3:::pictures/*')], { more: 0, less: 0 }],
    ['another bucket', [allow('s3:GetObject', 'arn:aws:s3:::*/*')], { more: 1, less: 0 }],
    ['another action', [allow('s3:*Object', 'arn:aws:s3:::pictures/*')], { more: 1, less: 0 }],
    ['nothing', [allow('s3:GetObject', 'arn:aws:s3:::nowhere/*')], { more: 0, less: 1 }]
  ])('%s', (_what, statements, expected) => {
    expect(surfaces.of(state(...statements))).toEqual({ ...expected, isCapped: false });
  });

  test('a cap is said', () => {
    const capped = new Surfaces(start.exercise, solved, NO_CATALOGUE, 1);
    expect(capped.of(state(allow('*', '*'))).isCapped).toBe(true);
  });
});

describe('each of the circumstances that goals name', () => {
  const condition = (block: string) => `, "Condition": ${block}`;
  const mfa = condition('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }');
  const office = condition('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }');
  const asks = (id: string, more: string) =>
    `  ${id}: { principal: a:user/ana, action: s3:GetObject, resource: "arn:aws:s3:::pictures/1.jpg", expect: allowed, ${more} }`;
  const requests = [asks('with', 'mfa: true'), asks('inside', 'context: { aws:SourceIp: 203.0.113.7 }')].join(
    '\n'
  );
  const open = parsed(task({ requests, goals: '[see, with, inside]' }));
  const done = applyEdits(open.scenario.root.range.source, open.exercise.solution.changes).scenario!;
  const surfaces = new Surfaces(open.exercise, done, NO_CATALOGUE);
  const mine = allow('s3:GetObject', 'arn:aws:s3:::pictures/*');
  const wider = (more: string) =>
    parsed(
      task({
        requests,
        goals: '[see, with, inside]',
        ana: `{ inline: { Read: ${policy(mine, allow('s3:DeleteObject', 'arn:aws:s3:::pictures/*', more).replace('Read', 'More'))} } }`
      })
    ).scenario;

  test.each([
    ['with MFA', mfa, 1],
    ['from the office', office, 1],
    ['always: counted once', '', 1],
    ['from where no goal asks', office.replace('203.0.113', '198.51.100'), 0]
  ])('%s', (_when, condition, more) => {
    expect(surfaces.of(wider(condition))).toEqual({ more, less: 0, isCapped: false });
  });
});

test('with the catalogue a star counts all that it holds, and services that only the state names', () => {
  const surfaces = new Surfaces(start.exercise, solved, diskCatalogue());
  const wide = surfaces.of(state(allow('s3:*', '*')));
  expect(wide.more).toBeGreaterThan(100);
  const other = state(
    allow('s3:GetObject', 'arn:aws:s3:::pictures/*'),
    allow('sns:ListTopics', '*').replace('Read', 'More')
  );
  expect(surfaces.servicesOf(other)).toEqual(['s3', 'sns']);
  expect(surfaces.of(other)).toEqual({ more: 1, less: 0, isCapped: false });
});
