/** All requests as a table, what edits flipped, and a dial: what they show, what they write, and that axe finds nothing. */
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import DialEditor from '../../src/lib/components/DialEditor.svelte';
import TickerView from '../../src/lib/components/TickerView.svelte';
import WatchTable from '../../src/lib/components/WatchTable.svelte';
import WordEditor from '../../src/lib/components/WordEditor.svelte';
import type { Edit } from '../../src/lib/edit/edit.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toDials } from '../../src/lib/workbench/dials.ts';
import { Documents } from '../../src/lib/workbench/documents.svelte.ts';
import { Readers } from '../../src/lib/workbench/readers.ts';
import { NO_SERVICES } from '../../src/lib/workbench/services.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';
import { groundAfter } from './thing-ground.ts';

beforeEach(() => page.viewport(1200, 900));

const ground = groundAfter();
const scenario = parseScenario(ground.source).value!;
const watches = toWatches(scenario);

async function violations(container: Element): Promise<readonly string[]> {
  const found = await axe.run(container);
  return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

async function openTable() {
  const edits: Edit[] = [];
  const onchoose = vi.fn<(id: string | null) => void>();
  const onedit = (edit: Edit) => edits.push(edit);
  const screen = await render(WatchTable, { watches, chosen: 'read', ground, onedit, onchoose });
  return { screen, onchoose, changes: () => edits.map((edit) => edit.changes) };
}

test('every request is a row with its verdict, what decided, and what it must be', async () => {
  const { screen } = await openTable();
  const row = page.getByRole('row', { name: /^Dana reads/ });
  await expect.element(row).toHaveTextContent(/implicitly denied/);
  await expect.element(row).toHaveTextContent(/nothing is expected/);
  expect(await violations(screen.container)).toEqual([]);
});

test('expect this, rename, remove, and a new one', async () => {
  const { changes, onchoose } = await openTable();
  await page
    .getByRole('button', { name: /^expect this: implicitly denied/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'rename Dana reads' }).click();
  await page.getByRole('textbox', { name: 'Title of the request' }).fill('Dana looks');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'remove Dana reads' }).click();
  await page.getByRole('button', { name: 'New request' }).click();
  expect(changes()).toEqual([
    [{ at: '/requests/read/expect', set: 'implicitDeny' }],
    [{ at: '/requests/read/title', set: 'Dana looks' }],
    [{ at: '/requests/read', remove: true }],
    [expect.objectContaining({ at: '/requests/request' })]
  ]);
  expect(onchoose.mock.calls).toEqual([[null], ['request']]);
});

test('Escape leaves a title as it was', async () => {
  const { changes } = await openTable();
  await page.getByRole('button', { name: 'rename Dana reads' }).click();
  await page.getByRole('textbox', { name: 'Title of the request' }).fill('Nonsense');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Dana reads', exact: true })).toBeVisible();
  expect(changes()).toEqual([]);
});

test('an edit is told with what it flipped, and taken back where it is told', async () => {
  const { name, text } = ground.source;
  const beginning = { name, text, original: text, drafts: new Map(), graph: null };
  const documents = new Documents(beginning, new Readers(), () => {});
  await documents.edit('Ask for more', [{ at: '/requests/enter/action', set: 'iam:PassRole' }]);
  const now = () => documents.reading?.watches ?? [];
  const onchoose = vi.fn<(id: string) => void>();
  const screen = await render(TickerView, { documents, watches: now(), onchoose });
  await expect.element(page.getByText('Ask for more')).toBeVisible();
  expect(await violations(screen.container)).toEqual([]);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await screen.rerender({ watches: now() });
  expect(documents.text).toBe(text);
  await expect.element(page.getByText('Nothing is changed any more.')).toBeVisible();
  await expect.element(page.getByText('Every request ends as it did at the start.')).toBeVisible();
});

async function openDial(kind: string) {
  const edits: Edit[] = [];
  const dial = toDials(scenario.cases[0]!.request!).find((each) => each.kind === kind)!;
  const onclose = vi.fn<() => void>();
  const onedit = (edit: Edit) => edits.push(edit);
  const screen = await render(DialEditor, { ground, id: 'read', dial, onedit, onclose });
  return { screen, onclose, changes: () => edits.map((edit) => edit.changes) };
}

test.each([
  ['tls', /^no/, [{ at: '/requests/read/context/aws:SecureTransport', set: 'false' }]],
  ['mfa', /^left open/, [{ at: '/requests/read/unknown', set: ['aws:MultiFactorAuthPresent'] }]],
  ['network', /^not there/, [{ at: '/requests/read/context/aws:SourceIp', set: null }]],
  ['clock', /^an hour on/, [{ at: '/requests/read/at', set: expect.stringMatching(/^\d{4}-.*Z$/) as string }]]
])('the dial %s, %s', async (kind, name, change) => {
  const { screen, onclose, changes } = await openDial(kind);
  expect(await violations(screen.container)).toEqual([]);
  const wanted = page.getByRole('button', { name });
  await (kind === 'tls' ? wanted.first() : wanted).click();
  expect(changes()).toEqual([change]);
  expect(onclose).toHaveBeenCalled();
});

test('what a word cannot be is said, and nothing is written', async () => {
  const onedit = vi.fn<(edit: Edit) => void>();
  const onclose = vi.fn<() => void>();
  const slot = { kind: 'principal' } as const;
  await render(WordEditor, { ground, id: 'read', slot, services: NO_SERVICES, onedit, onclose });
  await page.getByRole('combobox', { name: 'Who' }).fill('tools:user/dona');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/did you mean tools:user\/dana/)).toBeVisible();
  expect(onclose).not.toHaveBeenCalled();
  await page
    .getByRole('option', { name: /tools:user\/intern/ })
    .first()
    .click();
  expect(onedit.mock.calls.map(([edit]) => edit.changes)).toEqual([
    [{ at: '/requests/read/principal', set: 'tools:user/intern' }]
  ]);
});
