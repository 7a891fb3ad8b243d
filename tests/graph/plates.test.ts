/** Names that the drawing shortens: of bands in what room there is, whole where one points. */
import { expect, test } from 'vitest';
import { bandWords } from '../../src/lib/graph/band-words.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { textWidth } from '../../src/lib/graph/label.ts';
import { platesOf } from '../../src/lib/graph/plates.ts';
import { boxOf, nodeOf } from './parts.ts';

test.each([
  ['SCP · Root · FullAWSAccess', 400, 'SCP · Root · FullAWSAccess'],
  ['SCP · Retail · StorageAndTrails, NoStrangersInTheLedger', 220, 'SCP · Retail · StorageAndTrails +1'],
  ['SCP · Workloads · FullAWSAccess, DenyRegions', 240, 'SCP · Workloads · DenyRegions +1'],
  ['SCP · Infrastructure · FullAWSAccess', 190, 'SCP · Infra… · FullAWSAccess'],
  ['SCP · Infrastructure · FullAWSAccess', 140, 'SCP · FullAWSAccess'],
  ['RCP · FencesOnlyOurPeople, HouseRules', 180, 'RCP · FencesOnlyOur… +1'],
  ['RCP · RCPFullAWSAccess', 110, 'RCP · RCPFull…'],
  ['SCP · shop · none', 400, 'SCP · shop · none'],
  ['RCP · RCPFullAWSAccess', 40, 'RCP · …']
])('%s in %d units reads %s', (label, max, words) => {
  expect(bandWords(label, max)).toBe(words);
});

test('no name is cut to hardly any of it, whatever the room', () => {
  for (let max = 60; max < 500; max += 7) {
    const words = bandWords('SCP · Infrastructure · OnlyOurRegions, NoStrangers, FullAWSAccess', max);
    expect(textWidth(words)).toBeLessThanOrEqual(Math.max(max, textWidth('SCP · … +2')));
    for (const part of words.split(' · ').slice(1)) expect(part).toMatch(/^(…|[^…]{4,}…?)( \+2)?$/);
  }
});

const LONG = 'AWSServiceRoleForAutoScalingOfAllTheMachines';
const GRAPH: Graph = {
  nodes: [
    { ...nodeOf('short', { kind: 'role', box: 'shop' }), label: 'short' },
    { ...nodeOf('long', { kind: 'role', box: 'shop' }), label: LONG, x: 10 }
  ],
  edges: [],
  boxes: [
    {
      ...boxOf('shop', { kind: 'account', parent: null }),
      width: 200,
      roof: [
        {
          level: 'ou',
          type: 'scp',
          label: 'SCP · Retail · StorageAndTrails, NoStrangers',
          policies: [],
          y: 0,
          height: 17
        },
        { level: 'shop', type: 'scp', label: 'SCP · shop · none', policies: [], y: 17, height: 17 }
      ]
    }
  ],
  width: 600,
  height: 300,
  omitted: { nodes: [], edges: [], boxes: [], isCut: false }
};

test.each([
  { name: 'a shortened name', things: ['long'], plates: [LONG] },
  { name: 'a name that stands there whole', things: ['short'], plates: [] },
  { name: 'a shortened band', things: ['scp@ou'], plates: ['SCP · Retail · StorageAndTrails, NoStrangers'] },
  { name: 'a band that says it all', things: ['scp@shop'], plates: [] },
  { name: 'several things, as a text lights them', things: ['long', 'scp@ou'], plates: [] },
  { name: 'nothing', things: [], plates: [] }
])('$name has its plate', ({ things, plates }) => {
  const found = platesOf(GRAPH, new Set(things));
  expect(found.map(({ lines }) => lines.join(''))).toEqual(plates);
  for (const { x, width } of found) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(GRAPH.width);
  }
});
