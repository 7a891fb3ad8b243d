/** The import fence bites: a small house with one seeded violation each, and the same house without. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOORS, ROOMS, folderOf } from '../../rooms.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** A house in order: each kind of import that is allowed. */
const SOUND: Readonly<Record<string, string>> = {
  'src/lib/source/text.ts': 'export interface Text { text: string }\nexport const a = 1;',
  'src/lib/source/yaml.ts': "import { parse } from 'yaml';\nexport { parse };",
  'src/lib/policy/document.ts':
    "import type { Text } from '../source/text.ts';\nexport type Document = Text;",
  'src/lib/world/world.ts': "import { a } from '../source/text.ts';\nexport const w = a;",
  'src/lib/engine/evaluate.ts':
    "import { w } from '../world/world.ts';\n// import '../scenario/parse.ts' in a comment is none\nexport const e = w;",
  'src/lib/scenario/parse.ts': "import { e } from '../engine/evaluate.ts';\nexport const s = e;",
  'src/lib/workbench/workbench.svelte.ts': "import { s } from '../scenario/parse.ts';\nexport const b = s;",
  'src/lib/components/GraphView.svelte':
    "<script lang=\"ts\">\n  import { b } from '../workbench/workbench.svelte.ts';\n  import { load } from './graph-canvas.ts';\n  load();\n</script>\n{b}",
  'src/lib/components/graph-canvas.ts': "export const load = () => import('cytoscape');",
  'src/routes/+page.svelte':
    '<script lang="ts">\n  import GraphView from \'#lib/components/GraphView.svelte\';\n</script>\n<GraphView />',
  'src/cli/main.ts':
    "import { readFileSync } from 'node:fs';\nimport { s } from '../lib/scenario/parse.ts';\nconsole.log(readFileSync, s);"
};

/** One violation each: file, its text, the rule that must catch it. */
const SEEDED: readonly (readonly [what: string, file: string, text: string, rule: string])[] = [
  ['upward', 'src/lib/source/up.ts', "import { w } from '../world/world.ts';\nexport { w };", 'room-source'],
  [
    'sideways',
    'src/lib/scenario/side.ts',
    "import { b } from '../workbench/workbench.svelte.ts';\nexport { b };",
    'room-scenario'
  ],
  [
    'upward, a type only',
    'src/lib/policy/up.ts',
    "import type { Case } from '../engine/evaluate.ts';\nexport type Up = Case;",
    'room-policy'
  ],
  [
    'upward, out of src/lib',
    'src/lib/world/up.ts',
    "import { main } from '../../cli/main.ts';\nexport { main };",
    'room-world'
  ],
  [
    'upward, by alias',
    'src/lib/engine/alias.ts',
    "import { s } from '#lib/scenario/parse.ts';\nexport { s };",
    'room-engine'
  ],
  [
    'upward, loaded late',
    'src/lib/engine/late.ts',
    "export const late = () => import('../explain/frames.ts');",
    'room-engine'
  ],
  [
    'upward, in a component',
    'src/lib/components/Up.svelte',
    '<script lang="ts">\n  import Page from \'../../routes/+page.svelte\';\n</script>\n<Page />',
    'room-components'
  ],
  [
    'cycle',
    'src/lib/world/one.ts',
    "import { two } from './two.ts';\nexport const one = () => two;",
    'no-cycle'
  ],
  [
    'cycle of types',
    'src/lib/world/three.ts',
    "import type { Four } from './four.ts';\nexport interface Three { four: Four }",
    'no-cycle'
  ],
  ['wrong door', 'src/lib/scenario/door.ts', "import { parse } from 'yaml';\nexport { parse };", 'door-yaml'],
  [
    'wrong door, a type only',
    'src/lib/graph/door.ts',
    "import type { Core } from 'cytoscape';\nexport type C = Core;",
    'door-cytoscape'
  ],
  [
    'wrong door, in a component',
    'src/lib/components/Door.svelte',
    '<script lang="ts">\n  import \'prismjs/components/prism-core\';\n</script>',
    'door-prismjs'
  ],
  [
    'framework below the workbench',
    'src/lib/graph/framework.ts',
    "import { page } from '$app/state';\nexport { page };",
    'no-framework'
  ],
  [
    'runes below the workbench',
    'src/lib/explain/framework.ts',
    "import { untrack } from 'svelte';\nexport { untrack };",
    'no-framework'
  ],
  ['Node in the library', 'src/lib/engine/node.ts', "import 'node:fs';\nexport {};", 'no-node'],
  [
    'a room without a row',
    'src/lib/attic/box.ts',
    "import { a } from '../source/text.ts';\nexport { a };",
    'no-unlisted-room'
  ],
  ['a path to nowhere', 'src/lib/engine/nowhere.ts', "import '../world/gone.ts';\nexport {};", 'resolvable']
];

/** What seeded files import besides the sound house. */
const BESIDE: Readonly<Record<string, string>> = {
  'src/lib/explain/frames.ts': 'export const f = 1;',
  'src/lib/world/two.ts': "import { one } from './one.ts';\nexport const two = () => one;",
  'src/lib/world/four.ts': "import type { Three } from './three.ts';\nexport interface Four { three: Three }"
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
  /** For a cycle, which is reported once for all its files. */
  readonly cycle?: readonly { readonly name: string }[];
}

const houses: string[] = [];
let caught: readonly Violation[] = [];

function violationsIn(files: Readonly<Record<string, string>>): readonly Violation[] {
  const house = realpathSync(mkdtempSync(join(tmpdir(), 'house-')));
  houses.push(house);
  for (const name of ['.dependency-cruiser.js', 'rooms.js', 'package.json'])
    cpSync(join(ROOT, name), join(house, name));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'dir');
  writeFileSync(
    join(house, 'tsconfig.json'),
    '{ "compilerOptions": { "module": "esnext", "target": "esnext" } }'
  );
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), `${text}\n`);
  }
  const run = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.js', '--output-type', 'json', 'src']
    ],
    { cwd: house, encoding: 'utf8' }
  );
  if (run.stdout === '') throw new Error(run.stderr);
  return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

beforeAll(() => {
  const seeded = Object.fromEntries(SEEDED.map(([, file, text]) => [file, text]));
  caught = violationsIn({ ...SOUND, ...BESIDE, ...seeded });
}, 60_000);

afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true, force: true });
});

test.each(SEEDED)('%s is caught', (_what, file, _text, rule) => {
  const about = caught.filter(({ from, cycle }) => from === file || cycle?.some(({ name }) => name === file));
  const rules = about.map((violation) => violation.rule.name);
  expect(rules).toContain(rule);
});

test('nothing is caught in a house in order', { timeout: 60_000 }, () => {
  expect(violationsIn(SOUND)).toEqual([]);
});

test('the table has no cycle and names only rooms that it lists', () => {
  const names = Object.keys(ROOMS);
  for (const [room, { imports }] of Object.entries(ROOMS)) {
    for (const name of imports)
      expect(names.indexOf(name), `${room} → ${name}`).toBeLessThan(names.indexOf(room));
    for (const name of imports) expect(names).toContain(name);
  }
});

test('every door lies in a room', () => {
  const folders = Object.keys(ROOMS).map(folderOf);
  for (const door of Object.values(DOORS)) expect(folders).toContain(dirname(door));
});
