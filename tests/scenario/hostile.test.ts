/** The hostile scenarios of the page's tests are read, and what is mean in them is there: a refused text proves nothing. */
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { LONG, MEAN, NAMES, TEXTS } from '../support/hostile-texts.ts';
import { crowdScenario, meanScenario, toFile } from '../support/hostile.ts';

describe.each(['mean.json', 'mean.yaml'])('%s', (name) => {
  const text = toFile(meanScenario());
  const { value, diagnostics } = parseScenario({ name, text });

  test('every text arrives as a title, the name of a resource, of a unit and of a scene', () => {
    expect(new Set(value?.cases.map(({ title }) => title))).toEqual(new Set(TEXTS));
    const resources = [...(value?.world.resources.values() ?? [])];
    expect(resources.map((resource) => resource.name)).toEqual(TEXTS);
    const units = [...(value?.world.organizations.values() ?? [])].flatMap((each) => [
      ...each.units.values()
    ]);
    expect(units.map((unit) => unit.name)).toEqual(expect.arrayContaining([...TEXTS]));
    expect(value?.scenes.map(({ title }) => title)).toEqual(TEXTS);
  });

  test('names of the language are names, and long ones whole', () => {
    const principals = [...(value?.world.principals.values() ?? [])];
    const named = (kind: string) =>
      principals.flatMap((each) => (each.kind === kind && 'name' in each ? [each.name] : []));
    for (const kind of ['user', 'role']) expect(named(kind)).toEqual(expect.arrayContaining([...NAMES]));
    expect(value?.cases.map(({ id }) => id)).toEqual(expect.arrayContaining(['toString', 'x'.repeat(LONG)]));
    expect([...(value?.world.accounts.values() ?? [])].map((account) => account.name)).toContain(MEAN.word);
  });

  test('what is wrong is what was meant to be', () => {
    const elsewhere = diagnostics.filter(
      ({ path, severity }) =>
        severity === 'error' &&
        !/^\/(requests\/broken|accounts\/constructor\/policies\/Broken|walkthrough)/.test(path)
    );
    expect(elsewhere).toEqual([]);
    expect(value?.cases.filter(({ request }) => request !== null).length).toBeGreaterThan(TEXTS.length);
  });
});

test('the crowd is as large as it says', () => {
  const { value, diagnostics } = parseScenario({ name: 'crowd.yaml', text: toFile(crowdScenario()) });
  expect(diagnostics).toEqual([]);
  expect(value?.world.accounts.size).toBe(60);
  expect(value?.world.principals.size).toBeGreaterThanOrEqual(2000);
  expect(value?.cases.length).toBe(300);
});
