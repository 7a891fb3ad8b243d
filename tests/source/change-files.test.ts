/** Every shipped file takes every kind of change, and is no worse for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyChanges, type Change } from '../../src/lib/source/change.ts';
import { parseEmbeddedJson } from '../../src/lib/source/embedded.ts';
import { patchBetween } from '../../src/lib/source/patch.ts';
import { readTree } from '../../src/lib/source/read.ts';
import type { Tree } from '../../src/lib/source/tree.ts';
import { changed, dataOf, plainOf, sorted } from './change-model.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => /\.(?:yaml|json)$/.test(name));
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

function nodesOf(tree: Tree): readonly Tree[] {
  if (tree.kind === 'text') return [tree];
  const inner = tree.kind === 'list' ? tree.items : tree.entries.map(({ value }) => value);
  return [tree, ...inner.flatMap(nodesOf)];
}

/** Changes that fit a value, each to be made alone. */
function changesAt(tree: Tree, isEntry: boolean): readonly Change[] {
  const at = tree.path;
  const own: Change[] = [
    { at, set: 'a: b' },
    { at, block: '{\n  "k": 1\n}\n' },
    { at, set: { k: ['l', { m: 1 }] } },
    { at, remove: true }
  ];
  if (isEntry) own.push({ at, rename: 'x: y' });
  if (tree.kind === 'list')
    own.push({ at: `${at}/-`, set: { k: 'v', l: ['m'] } }, { at: `${at}/0`, remove: true });
  if (tree.kind === 'map') own.push({ at: `${at}/new`, set: ['k', 'l'] });
  return own.filter((change) => !('remove' in change && change.at === ''));
}

describe.each(FILES)('%s', (name) => {
  const text = read(name);
  const before = readTree({ name, text });
  const root = before.value!;
  const data = dataOf(root);
  const nodes = nodesOf(root);

  test('takes every kind of change, some in each part of it', () => {
    const step = Math.max(1, Math.floor(nodes.length / 8));
    for (const [index, node] of nodes.entries()) {
      if (index % step !== 0) continue;
      const isEntry = node.path !== '' && !/\/\d+$/.test(node.path);
      for (const change of changesAt(node, isEntry)) {
        const wanted = changed(data, change);
        // A policy's JSON is changed inside; that is another test.
        if (wanted === undefined || ('set' in change && node.kind === 'text' && node.text.startsWith('{')))
          continue;
        const { value, diagnostics } = applyChanges({ name, text }, [change]);
        expect(diagnostics, JSON.stringify(change)).toEqual([]);
        const after = readTree({ name, text: value! });
        expect(after.diagnostics).toEqual(before.diagnostics);
        expect(sorted(dataOf(after.value!)), JSON.stringify(change)).toEqual(sorted(wanted));
      }
    }
  });

  test('a policy in a block takes changes inside, and nothing around it moves', () => {
    for (const node of nodes) {
      if (node.kind !== 'text' || !node.text.startsWith('{')) continue;
      const inner = parseEmbeddedJson(node).value!;
      const { value } = applyChanges({ name, text }, [
        { at: `${node.path}/Statement/0/Sid`, set: 'Renamed' }
      ]);
      const patch = patchBetween(text, value!)!;
      expect(patch.from).toBeGreaterThan(inner.range.from);
      expect(patch.to).toBeLessThan(inner.range.to);
      expect(patch.insert.length).toBeLessThan(60);
    }
  });

  test('set to what it says, it is the same to the byte', () => {
    expect(applyChanges({ name, text }, [{ at: '', set: plainOf(data) }]).value).toBe(text);
  });
});
