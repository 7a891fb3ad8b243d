// The film: what is shown at each level of detail, in which order, and where a link leads.
import { describe, expect, test } from 'vitest';
import { DETAILS, type Detail, type Frame } from '../../src/lib/explain/frame.ts';
import { layerPlaces, placeOf, toFrames } from '../../src/lib/explain/frames.ts';
import { evaluationOf, EVALUATIONS } from './requests.ts';

const films = EVALUATIONS.flatMap(([name, evaluation]) =>
  DETAILS.map((detail) => [name, detail, toFrames(evaluation, detail)] as const)
);

const idsOf = (name: string, detail: Detail) => toFrames(evaluationOf(name), detail).map((frame) => frame.id);

describe.each(films)('the film of %s in %s', (name, _, frames) => {
  test('has every id once', () => {
    expect(new Set(frames.map((frame) => frame.id)).size).toBe(frames.length);
  });

  test('opens and closes in pairs, one inside the other', () => {
    const open: Frame[] = [];
    for (const frame of frames) {
      if (frame.moment === 'open') {
        expect(frame.id).toBe(`${frame.step.id}?`);
        expect(frame.depth).toBe(open.length);
        open.push(frame);
      } else {
        expect(frame.id).toBe(frame.step.id);
        if (open.at(-1)?.step === frame.step) open.pop();
        expect(frame.depth).toBe(open.length);
      }
    }
    expect(open).toEqual([]);
  });

  test('ends in the verdict', () => {
    expect(frames.at(-1)?.step).toBe(evaluationOf(name));
    expect(frames.at(-1)?.id).toBe('verdict');
  });

  test('keeps each frame in a layer of its own evaluation', () => {
    for (const frame of frames) {
      const layers = [frame.evaluation, ...frame.evaluation.steps].map((step) => step.id);
      expect(layers).toContain(frame.layer);
    }
  });
});

test('layers are one frame each: hops, then the request, then its checks, then the verdict', () => {
  const layers = [
    'signed',
    'asked',
    'papers',
    'denySweep',
    'rcp',
    'scp',
    'resource',
    'identity',
    'boundary',
    'session'
  ];
  expect(idsOf('pipeline-passes-nothing', 'layers')).toEqual([
    ...[...layers, 'verdict'].map((id) => `hop1.${id}`),
    ...layers,
    ...[...layers, 'verdict'].map((id) => `check1.${id}`),
    'verdict'
  ]);
});

test('statements stand inside their layer; places and policies show only where there is a choice', () => {
  expect(idsOf('dana-reads', 'statements').filter((id) => id.startsWith('identity'))).toEqual([
    'identity?',
    'identity@dana?',
    'identity@dana/read#List',
    'identity@dana/read#Read',
    'identity@dana',
    'identity@Developers?',
    'identity@Developers/team#1',
    'identity@Developers/team#2',
    'identity@Developers',
    'identity'
  ]);
});

test('levels of the organization always show, and policies where a level has several', () => {
  expect(idsOf('pipeline-deploys', 'statements').filter((id) => id.startsWith('scp'))).toEqual([
    'scp?',
    'scp@root?',
    'scp@root/FullAWSAccess#1',
    'scp@root',
    'scp@Workloads?',
    'scp@Workloads/FullAWSAccess?',
    'scp@Workloads/FullAWSAccess#1',
    'scp@Workloads/FullAWSAccess',
    'scp@Workloads/DenyRegions?',
    'scp@Workloads/DenyRegions#NoAbroad',
    'scp@Workloads/DenyRegions',
    'scp@Workloads',
    'scp@prod?',
    'scp@prod/FullAWSAccess#1',
    'scp@prod',
    'scp'
  ]);
});

test('elements stand inside their statement; what was not reached is not there', () => {
  const ids = idsOf('pipeline-deploys', 'elements').filter((id) => id.startsWith('identity'));
  expect(ids.slice(0, 5)).toEqual([
    'identity?',
    'identity@prod-deploy/deploy-web#Update?',
    'identity@prod-deploy/deploy-web#Update:Action',
    'identity@prod-deploy/deploy-web#Update:Resource',
    'identity@prod-deploy/deploy-web#Update'
  ]);
  expect(ids).toContain('identity@prod-deploy/deploy-web#Logs:Action');
  expect(ids).not.toContain('identity@prod-deploy/deploy-web#Logs:Resource');
});

test('a broken policy speaks for itself, having no statements', () => {
  expect(idsOf('torn-paper', 'elements')).toContain('identity@web-task/torn');
});

describe('where a link leads', () => {
  test.each([
    // detail, id in the link, id of the frame
    ['elements', null, 'verdict'],
    ['elements', '', 'verdict'],
    ['elements', 'scp@Workloads/DenyRegions#NoAbroad:Action', 'scp@Workloads/DenyRegions#NoAbroad:Action'],
    ['elements', 'scp?', 'scp?'],
    [
      'statements',
      'scp@Workloads/DenyRegions#NoAbroad:StringNotEquals.aws:RequestedRegion',
      'scp@Workloads/DenyRegions#NoAbroad'
    ],
    ['statements', 'scp@Workloads/DenyRegions#NoAbroad?', 'scp@Workloads/DenyRegions#NoAbroad'],
    ['layers', 'scp@Workloads/DenyRegions#NoAbroad:Action', 'scp'],
    ['layers', 'scp?', 'scp'],
    ['layers', 'hop1.identity@jenkins/may-assume#1', 'hop1.identity'],
    ['elements', 'scp@Workloads/DenyRegions#Gone', 'scp@Workloads/DenyRegions'],
    ['elements', 'scp@Workloads/Gone#1:Action', 'scp@Workloads'],
    ['elements', 'scp@Gone/Gone#1', 'scp'],
    ['elements', 'hop1.sts', 'hop1.verdict'],
    ['elements', 'hop7.scp', 'verdict'],
    ['elements', 'nonsense', 'verdict'],
    ['elements', 'rcp.99.statement', 'rcp'],
    ['elements', '<script>?', 'verdict']
  ] as const)('%s: %s → %s', (detail, id, expected) => {
    const frames = toFrames(evaluationOf('pipeline-deploys'), detail);
    expect(frames[placeOf(id, frames)]?.id).toBe(expected);
  });

  test('with no frames there is no place', () => {
    expect(placeOf('scp', [])).toBe(-1);
  });
});

test('jumping by layer lands where each layer begins', () => {
  const frames = toFrames(evaluationOf('pipeline-assumes'), 'elements');
  expect(layerPlaces(frames).map((place) => frames[place]?.id)).toEqual([
    'signed',
    'asked',
    'papers',
    'denySweep',
    'rcp?',
    'scp?',
    'resource?',
    'identity?',
    'boundary',
    'session',
    'verdict'
  ]);
});
