/** Letters in the shapes of resources: whole abbreviations or initials that fit, never the beginning of a word. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/lib/graph/label.ts';
import { resourceType } from '../../src/lib/graph/resource-type.ts';

/** Beginnings that are words themselves. */
const WHOLE = ['LOG'];
/** Letters are written so much larger at most where a world is small; so much room has the narrowest shape. */
const [MOST, ROOM] = [1.25, 42];

const arnOf = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;

const folders = ['scenarios/', 'scenarios/exercises/'].map(
  (path) => new URL(`../../${path}`, import.meta.url)
);
const shipped = new Set(
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').match(/arn:aws:[^\s'",\]}]+/g) ?? [])
  )
);

describe('letters', () => {
  test.each<readonly [string, string, string, string]>([
    ['cloudtrail', 'trail/main', 'CT', 'CloudTrail trail'],
    ['cloudfront', 'distribution/E1', 'CF', 'CloudFront distribution'],
    ['execute-api', 'a1b2/prod/GET/x', 'API', 'API'],
    ['elasticloadbalancing', 'loadbalancer/app/x', 'ELB', 'load balancer'],
    ['lambda', 'layer:tools', 'L', 'lambda layer'],
    ['glue', 'database/sales', 'GLUE', 'glue database'],
    ['resource-groups', 'group/a', 'RG', 'resource-groups group'],
    ['kinesis', 'stream/a', 'K', 'kinesis stream'],
    ['sns', 'news', 'SNS', 'topic'],
    ['madeup', 'thing', 'M', 'madeup']
  ])('of %s %s are %s, and its words %s', (service, resource, glyph, words) => {
    expect(resourceType(arnOf(service, resource))).toMatchObject({ glyph, words });
  });

  test('of what is no ARN are a question mark', () => {
    expect(resourceType('x').glyph).toBe('?');
  });

  test.each([...new Map([...shipped].map((arn) => [resourceType(arn).words, arn])).values()])(
    'of %s are short, fit their shape, and are no cut word',
    (arn) => {
      const { glyph } = resourceType(arn);
      expect(glyph).not.toBe('');
      expect(MOST * textWidth(glyph)).toBeLessThanOrEqual(ROOM);

      const names = arn
        .split(/[:/]/)
        .slice(2, 3)
        .flatMap((part) => part.split(/[^a-z]/i));
      const isCut = names.some((name) => name.length > glyph.length && name.toUpperCase().startsWith(glyph));
      if (glyph.length > 1 && !WHOLE.includes(glyph)) expect(isCut).toBe(false);
    }
  );
});
