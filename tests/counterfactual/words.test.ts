/** How far an edit reaches, and what a report says of its edits, in words. */
import { describe, expect, test } from 'vitest';
import type { CellCount, FlipEdit, FlipReport } from '../../src/lib/counterfactual/report.ts';
import { headline, reach } from '../../src/lib/counterfactual/words.ts';

const NONE: CellCount = { allowed: 0, denied: 0, counted: 0, isCapped: false };
const EDIT: FlipEdit = {
  edit: { title: 'Edit', changes: [] },
  kind: 'widen',
  lines: ['edit'],
  after: 'allowed',
  flips: [],
  cells: NONE,
  text: ''
};
const flip = { id: 'other', before: 'allowed', after: 'implicitDeny' } as const;
const REPORT: FlipReport = {
  request: 'read',
  before: 'allowed',
  wanted: 'denied',
  edits: [EDIT],
  isPair: false,
  none: null,
  tried: 1,
  isCapped: false
};

describe('reach', () => {
  test.each<[string, Partial<FlipEdit>]>([
    ['nothing else flips', {}],
    ['nothing else flips: no policy changes', { kind: 'fact' }],
    ['1 other request flips, 1 cell opens', { flips: [flip], cells: { ...NONE, allowed: 1, counted: 4 } }],
    [
      '2 other requests flip, 41 cells open, 2 cells close',
      { flips: [flip, flip], cells: { allowed: 41, denied: 2, counted: 60, isCapped: false } }
    ],
    [
      'at least 1,500 cells close, 20,000 counted',
      { cells: { allowed: 0, denied: 1500, counted: 20_000, isCapped: true } }
    ]
  ])('%s', (words, part) => {
    expect(reach({ ...EDIT, ...part })).toBe(words);
  });
});

describe('headline', () => {
  test.each<[string, Partial<FlipReport>]>([
    ['This edit would deny it.', {}],
    ['Each of these 2 edits would allow it.', { wanted: 'allowed', edits: [EDIT, EDIT] }],
    ['No single edit would deny it; this pair of edits would.', { isPair: true }],
    ['No single edit would deny it; each of these 2 pairs would.', { isPair: true, edits: [EDIT, EDIT] }],
    ['This edit would deny it. There are more; these reach the least far.', { isCapped: true }],
    ['Why.', { edits: [], none: 'Why.' }]
  ])('%s', (words, part) => {
    expect(headline({ ...REPORT, ...part })).toBe(words);
  });
});
