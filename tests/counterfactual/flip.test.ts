/** Which edits are found: their words, their order, pairs, reasons; what is never evaluated; caps and stopping. */
import { describe, expect, test } from 'vitest';
import { flipping, whatWouldFlip } from '../../src/lib/counterfactual/flip.ts';
import type { FlipReport } from '../../src/lib/counterfactual/report.ts';
import { ABROAD, HOME, yaml } from './worlds.ts';

const said = (report: FlipReport) => report.edits.map(({ lines }) => lines.join(' and '));

describe('what flips', () => {
  test.each([
    [
      'a resource more',
      HOME,
      'worker-reads',
      'allow `s3:GetObject` on `arn:aws:s3:::open/a.txt` in a new inline policy of `app:role/worker`'
    ],
    [
      'a Deny gone, where all hangs on it',
      HOME,
      'read-closed',
      'remove statement `Nobody` of the bucket policy of `closed` and add the resource `arn:aws:s3:::closed/a.txt` to statement `Read` of the inline policy `Read` of `app:group/readers`'
    ],
    ['a fact', HOME, 'delete', 'ask with MFA'],
    [
      'a Deny more specific',
      HOME,
      'delete',
      'except `arn:aws:iam::111111111111:user/dana` in statement `OnlyWithMfa` of the inline policy `Guard` of `app:user/dana`'
    ],
    [
      'an entry less',
      HOME,
      'read',
      'strike `s3:GetObject` from `Action` in statement `Read` of the inline policy `Read` of `app:group/readers`'
    ],
    ['a tag', ABROAD, 'send', 'tag `tools:role/build` with `team=ops`'],
    [
      'both sides',
      ABROAD,
      'kim-sends',
      'tag `tools:user/kim` with `team=ops` and allow `sqs:SendMessage` on `arn:aws:sqs:us-east-1:222222222222:jobs` in a new inline policy of `tools:user/kim`'
    ]
  ])('%s', (_, file, id, line) => {
    expect(said(whatWouldFlip(file, id, { limit: 20 }))).toContain(line);
  });

  test('a pair only where no single edit does, and said so', () => {
    expect(whatWouldFlip(ABROAD, 'kim-sends').isPair).toBe(true);
    expect(whatWouldFlip(ABROAD, 'send').isPair).toBe(false);
  });

  test('the least blast radius first', () => {
    const { edits } = whatWouldFlip(HOME, 'read', { limit: 20 });
    const blast = edits.map(({ flips, cells }) => flips.length + cells.allowed + cells.denied);
    expect(blast).toEqual(blast.toSorted((a, b) => a - b));
    expect(blast.at(-1)).toBeGreaterThan(0);
  });

  test('a fact of the request touches no cell', () => {
    const [first] = whatWouldFlip(HOME, 'delete').edits;
    expect(first?.kind).toBe('fact');
    expect(first?.cells).toEqual({ allowed: 0, denied: 0, counted: 0, isCapped: false });
  });
});

describe('why nothing does', () => {
  test.each([
    ['a gate', ABROAD, 'kim-purges', /SQS action works in the account of the queue alone \(SVC-20\)/],
    [
      'the root user of the management account',
      ABROAD,
      'boss-root',
      /a root user may do everything.*\(EVAL-17\)/
    ]
  ])('%s', (_, file, id, reason) => {
    const report = whatWouldFlip(file, id);
    expect(report.edits).toEqual([]);
    expect(report.none).toMatch(reason);
  });

  test.each([
    ['no scenario', yaml('- a list'), 'read', /cannot be read/],
    ['no YAML', yaml('a: [1'), 'read', /cannot be read/],
    ['no such request', HOME, 'nobody', /no such request/],
    [
      'an error in the request',
      yaml(HOME.text.replace('principal: app:user/dana', 'principal: app:user/x')),
      'read',
      /has an error/
    ],
    [
      'a broken policy',
      yaml(HOME.text.replace('Sid: Read, Effect: Allow', 'Sid: Read, Effect: Maybe')),
      'read',
      /cannot be read/
    ],
    [
      'an open fact',
      yaml(HOME.text.replace('    mfa: false\n', '    unknown: [aws:MultiFactorAuthPresent]\n')),
      'delete',
      /hangs on/
    ]
  ])('%s', (_, file, id, reason) => {
    const report = whatWouldFlip(file, id);
    expect(report.edits).toEqual([]);
    expect(report.none).toMatch(reason);
  });

  test('no edit brings an error that was not there; errors that were there stay out of it', () => {
    const file = yaml(`${HOME.text}  broken: { principal: app:user/x, action: s3:GetObject }\n`);
    expect(said(whatWouldFlip(file, 'read'))).toEqual(said(whatWouldFlip(HOME, 'read')));
  });
});

describe('caps and stopping', () => {
  test('the limit is kept and said', () => {
    const all = whatWouldFlip(HOME, 'read', { limit: 20 });
    const two = whatWouldFlip(HOME, 'read', { limit: 2 });
    expect(all.edits.length).toBeGreaterThan(2);
    expect(all.isCapped).toBe(false);
    expect(two.edits.length).toBe(2);
    expect(two.isCapped).toBe(true);
    expect(said(two)).toEqual(said(all).slice(0, 2));
  });

  test('capped cells are said to be', () => {
    const counts = whatWouldFlip(HOME, 'read', { limit: 20, maxCells: 1 }).edits.map(({ cells }) => cells);
    expect(counts.every(({ counted }) => counted <= 1)).toBe(true);
    expect(counts.some(({ isCapped }) => isCapped)).toBe(true);
  });

  test('stopping ends the search with what there is', () => {
    const signal = { aborted: false };
    const steps = flipping(HOME, 'read', { signal });
    steps.next();
    steps.next();
    signal.aborted = true;
    let step = steps.next();
    let more = 0;
    for (; !step.done; step = steps.next()) more++;
    expect(more).toBeLessThan(2);
    expect(step.value.edits).toEqual([]);
    expect(step.value.tried).toBeLessThan(whatWouldFlip(HOME, 'read').tried);
  });
});
