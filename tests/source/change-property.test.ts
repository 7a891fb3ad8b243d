/** Properties of changes: the file means what the data means, comments stay, nothing throws. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, type Change } from '../../src/lib/source/change.ts';
import { join } from '../../src/lib/source/pointer.ts';
import { readTree } from '../../src/lib/source/read.ts';
import { changed, dataOf, plainOf, sorted, Writer, type Data } from './change-model.ts';

const KEYS = [
  'a',
  'b',
  'c d',
  'e: f',
  '',
  '-',
  '0',
  '# g',
  "it's",
  'null',
  '~/',
  'é😀',
  '<<',
  '*x',
  '[h]',
  'k\nl'
];
const TEXTS = [
  'x',
  'y z',
  '',
  'null',
  '007',
  ' p',
  'q ',
  'a: b',
  'c #d',
  '- e',
  "f'g",
  '"h"',
  'i\nj\n',
  '\n',
  'k\n\n',
  '{l',
  '@',
  'm,n',
  '%'
];
const key = fc.constantFrom(...KEYS);
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 5 })
);
const leaf: fc.Arbitrary<Data> = fc.oneof(text, fc.constantFrom(0, 1, -2.5, 1e21, true, false, null));
const { data, list, map } = fc.letrec<{ data: Data; list: Data; map: Data }>((tie) => ({
  data: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('list'), tie('map'), tie('map')),
  list: fc.array(tie('data'), { maxLength: 4 }),
  map: fc.array(fc.tuple(key, tie('data')), { maxLength: 4 }).map((entries) => new Map(entries))
}));
const file = fc.oneof(list, map);
const choices = fc.array(fc.nat(1000), { minLength: 30, maxLength: 60 });

/** A pointer that mostly leads somewhere. */
function pointerIn(value: Data, steps: readonly number[]): string {
  let path = '';
  let here: Data | undefined = value;
  for (const step of steps) {
    if (Array.isArray(here)) {
      const at: number = step % (here.length + 1);
      path = join(path, at === here.length ? '-' : at);
      here = here[at];
    } else if (here instanceof Map) {
      const name: string =
        step % 5 === 0 ? KEYS[step % KEYS.length]! : ([...here.keys()][step % here.size] ?? 'a');
      path = join(path, name);
      here = here.get(name);
    } else if (here !== undefined || step % 7 === 0) return path;
    else path = join(path, 'new');
  }
  return path;
}

const recipe = fc.record({
  kind: fc.nat(5),
  steps: fc.array(fc.nat(100), { maxLength: 4 }),
  value: data,
  key,
  text
});
type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never;

function toChange(here: Data, { kind, steps, value, key: name, text: block }: Recipe): Change {
  const at = pointerIn(here, steps);
  if (kind === 0) return { at, remove: true };
  if (kind === 1) return { at, rename: name };
  return kind === 2 ? { at, block } : { at, set: plainOf(value) };
}

const runs = { numRuns: Number(process.env['RUNS'] ?? 300) };

describe('what is written', () => {
  test.each(['a.yaml', 'a.json'])('%s means what the data means after the same changes', (name) => {
    fc.assert(
      fc.property(
        file,
        choices,
        fc.array(recipe, { minLength: 1, maxLength: 4 }),
        (before, style, recipes) => {
          const isJson = name.endsWith('.json');
          const written = isJson
            ? JSON.stringify(plainOf(before), null, style[0]! % 3)
            : new Writer(style).write(before);
          const read = readTree({ name, text: written }).value;
          fc.pre(read !== null);
          let wanted = dataOf(read!);
          const changes: Change[] = [];
          for (const each of recipes) {
            const change = toChange(wanted, each);
            const next = changed(wanted, change);
            if (next === '') continue; // for YAML, a file of one empty text is an empty file
            if (next === undefined) {
              expect(applyChanges({ name, text: written }, [...changes, change]).value).toBeNull();
              continue;
            }
            changes.push(change);
            wanted = next;
          }
          const { value, diagnostics } = applyChanges({ name, text: written }, changes);
          expect(diagnostics).toEqual([]);
          const after = readTree({ name, text: value! });
          expect(sorted(dataOf(after.value!))).toEqual(sorted(wanted));
        }
      ),
      runs
    );
  });

  test('what is as it is wanted stays to the byte', () => {
    fc.assert(
      fc.property(file, choices, fc.array(fc.nat(100), { maxLength: 3 }), (before, style, steps) => {
        const written = new Writer(style).write(before);
        const at = pointerIn(before, steps);
        const same = at
          .split('/')
          .slice(1)
          .reduce<Data | undefined>((here, step) => {
            const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
            return Array.isArray(here)
              ? here[Number(name)]
              : here instanceof Map
                ? here.get(name)
                : undefined;
          }, before);
        fc.pre(same !== undefined);
        const { value } = applyChanges({ name: 'a.yaml', text: written }, [{ at, set: plainOf(same!) }]);
        expect(value).toBe(written);
      }),
      runs
    );
  });

  test('comments stay when texts change and parts are added', () => {
    fc.assert(
      fc.property(
        file,
        choices,
        fc.array(fc.nat(100), { maxLength: 4 }),
        text,
        (before, style, steps, fresh) => {
          const written = new Writer(style).write(before);
          const read = readTree({ name: 'a.yaml', text: written }).value!;
          const at = pointerIn(dataOf(read), steps);
          const now = changed(dataOf(read), { at, set: fresh });
          const { value } = applyChanges({ name: 'a.yaml', text: written }, [{ at, set: fresh }]);
          if (now === undefined) return void expect(value).toBeNull();
          fc.pre(now !== '');
          const comments = written.match(/# c\d+/g) ?? [];
          const inside = commentsAt(read, at);
          expect(
            comments.filter(
              (comment) => !inside.includes(comment) && !new RegExp(`${comment}(?!\\d)`).test(value!)
            )
          ).toEqual([]);
        }
      ),
      runs
    );
  });
});

/** Those inside a list or map, which go with it. */
function commentsAt(tree: ReturnType<typeof readTree>['value'], path: string): readonly string[] {
  if (!tree) return [];
  if (tree.path === path) {
    const { from, to, source } = tree.range;
    // Those directly above its first part, and the one behind its last, are its own.
    const end = source.text.indexOf('\n', to);
    const start = source.text.slice(0, from).search(/(?:\s*# c\d+\s*\n)*\s*$/);
    return tree.kind === 'text'
      ? []
      : (source.text.slice(start, end < 0 ? undefined : end).match(/# c\d+/g) ?? []);
  }
  const parts =
    tree.kind === 'list' ? tree.items : tree.kind === 'map' ? tree.entries.map(({ value }) => value) : [];
  return parts.flatMap((part) => (path.startsWith(part.path) ? commentsAt(part, path) : []));
}

describe('nothing throws', () => {
  const sign = fc.constantFrom(...'ab:-?&*!|>{}[],\'"# \n\t%1', '\r\n', '&x', '*x', '- ', ': ', '  ', '<<');
  const junk = fc.oneof(fc.string({ unit: sign, maxLength: 30 }), fc.string({ unit: 'binary' }));
  const pointer = fc.oneof(
    fc.string({ unit: fc.constantFrom('/', 'a', 'b', '0', '1', '-', '~', ''), maxLength: 8 }),
    fc.string()
  );
  test.each(['a.yaml', 'a.json'])('%s, any text and any pointer', (name) => {
    fc.assert(
      fc.property(junk, pointer, recipe, (written, at, { kind, value, key: rename, text: block }) => {
        const change: Change =
          kind === 0
            ? { at, remove: true }
            : kind === 1
              ? { at, rename }
              : kind === 2
                ? { at, block }
                : { at, set: plainOf(value) };
        const result = applyChanges({ name, text: written }, [change]);
        expect(result.value === null).toBe(result.diagnostics.length > 0);
      }),
      { numRuns: runs.numRuns * 4 }
    );
  });
});
