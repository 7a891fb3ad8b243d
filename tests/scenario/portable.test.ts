/** A scenario carried to the page as data evaluates as the one that was read. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromPortable, toPortable } from '../../src/lib/scenario/portable.ts';
import type { Scenario } from '../../src/lib/scenario/scenario.ts';
import { LateMap } from '../../src/lib/source/late-map.ts';
import { textAt } from '../../src/lib/source/text.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { parsed, scenarioText } from './sample.ts';

const everyKey = readFileSync(new URL('samples/every-key.yaml', import.meta.url), 'utf8');

/** Everything but ranges, which differ. */
function withoutRanges(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key: string, part: unknown) => {
      if (key === 'range' || key === 'trees') return undefined;
      return part instanceof Map || part instanceof LateMap ? [...part] : part;
    })
  ) as unknown;
}

function comparable({
  name,
  title,
  summary,
  story,
  chapter,
  order,
  world,
  cases,
  scenes
}: Scenario): unknown {
  return withoutRanges({ name, title, summary, story, chapter, order, world, cases, scenes });
}

test('what comes back is what went, but for ranges', () => {
  const { scenario } = parsed(everyKey);
  expect(comparable(fromPortable(structuredClone(toPortable(scenario))))).toEqual(comparable(scenario));
});

test('broken policies stay broken, with their text where it was JSON', () => {
  const { scenario } = parsed(
    scenarioText(
      'users: { dana: { policies: [No], inline: { p: { Version: "2012-10-17", Statement: [{ Effect: allow }] } } } }'
    )
  );
  const again = fromPortable(toPortable(scenario));
  expect(comparable(again)).toEqual(comparable(scenario));
  const texts = [...again.world.broken].map(([id, problems]) => [
    id,
    problems[0]?.range.source.text.slice(0, 1)
  ]);
  expect(texts).toEqual([
    ['a:policy/No', ''],
    ['a:user/dana/p', '{']
  ]);
});

test('ranges point into the JSON text that the page shows', () => {
  const again = fromPortable(toPortable(parsed(everyKey).scenario));
  for (const [id, document] of again.world.policies) {
    const { source } = document.range;
    expect(source.name).toBe(id);
    expect(() => JSON.parse(source.text) as unknown).not.toThrow();
    const effect = document.statements[0];
    if (effect) expect(JSON.parse(textAt(effect.range))).toMatchObject({ Effect: effect.effect });
  }
});

test('nothing of the file goes along', () => {
  const carried = JSON.stringify(toPortable(parsed(everyKey).scenario), (_, part: unknown) =>
    part instanceof Map ? [...part] : part
  );
  expect(carried).not.toContain('yaml-language-server');
});

test('the decisions are the same', () => {
  const { scenario } = parsed(everyKey);
  const again = fromPortable(toPortable(scenario));
  const decide = ({ world, cases }: Scenario) =>
    cases.map(({ request }) => (request ? withoutRanges(evaluate(world, request)) : null));
  expect(decide(again)).toEqual(decide(scenario));
});

test('reading it needs no YAML', () => {
  const seen = new Set<string>();
  const visit = (url: URL) => {
    if (seen.has(url.pathname)) return;
    seen.add(url.pathname);
    const code = readFileSync(url, 'utf8').replace(/import type [^;]*;/g, '');
    for (const [, path] of code.matchAll(/from '([^']+)'/g)) {
      expect(path).not.toBe('yaml');
      if (path?.startsWith('.')) visit(new URL(path, url));
    }
  };
  visit(new URL('../../src/lib/scenario/portable.ts', import.meta.url));
  expect(seen.size).toBeGreaterThan(3);
});

test('a policy that the file keeps as text is shown as it was written', () => {
  const text = readFileSync(new URL('../../scenarios/boundary-is-a-ceiling.yaml', import.meta.url), 'utf8');
  const { world } = fromPortable(toPortable(parsed(text).scenario));
  const [ceiling] = [...world.policies].filter(([id]) => id.includes('ShirleyCeiling'));
  expect(ceiling?.[1].range.source.text).toContain('\n    "Version": "2012-10-17",\n');
});
