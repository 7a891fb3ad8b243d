/** A statement changed by choosing: every choice is one edit, and the sheet shows what came of it. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import StatementEditor from '../../src/lib/components/StatementEditor.svelte';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { parseJson } from '../../src/lib/source/json.ts';

const DANA = 'arn:aws:iam::111111111111:user/dana';
const ROOT = 'arn:aws:iam::111111111111:root';
const TEXT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Door', Effect: 'Allow', Principal: { AWS: ROOT }, Action: 's3:GetObject', Resource: '*' }
  ]
});
const OFFERS = {
  principals: [{ value: DANA, hint: '' }],
  actions: () => [{ value: 's3:PutObject', hint: '' }],
  resources: [],
  keys: [{ value: 'aws:SecureTransport', hint: '' }],
  operators: [{ value: 'Bool', hint: 'is' }],
  valuesOf: () => [{ value: 'true', hint: '' }]
};

function read(text: string) {
  const tree = parseJson({ name: 'p.json', text }).value;
  const document = tree && parsePolicy(tree).value;
  const statement = document?.statements[0];
  if (!document || !statement) throw new Error('no statement');
  return { document, statement };
}

async function open() {
  let text = TEXT;
  const titles: string[] = [];
  const now = createRawSnippet(() => ({ render: () => '<p>now</p>' }));
  const props = { element: null, offers: OFFERS, problem: '', now };
  const screen = await render(StatementEditor, {
    ...props,
    ...read(text),
    on: {
      edit: ({ title, changes }) => {
        titles.push(title);
        text = applyChanges({ name: 'p.json', text }, changes).value ?? text;
        void screen.rerender(read(text));
      },
      close: () => {},
      write: () => {}
    }
  });
  return { titles, now: (): unknown => JSON.parse(text) };
}

async function add(label: string, value: string): Promise<void> {
  await page.getByLabelText(label).fill(value);
  await userEvent.keyboard('{Tab}');
}

beforeEach(() => page.viewport(900, 900));

test('the effect is turned by one press', async () => {
  const { titles, now } = await open();
  await page.getByRole('button', { name: 'Deny', exact: true }).click();
  expect(titles).toEqual(['Make it Deny']);
  expect(now()).toMatchObject({ Statement: [{ Effect: 'Deny' }] });
});

test('an action joins and goes; the last one stays', async () => {
  const { now } = await open();
  await expect.element(page.getByRole('button', { name: 'Remove s3:GetObject' })).toBeDisabled();
  await add('Add to Action', 's3:PutObject');
  await expect.poll(now).toMatchObject({ Statement: [{ Action: ['s3:GetObject', 's3:PutObject'] }] });
  await page.getByRole('button', { name: 'Remove s3:GetObject' }).click();
  await expect.poll(now).toMatchObject({ Statement: [{ Action: ['s3:PutObject'] }] });
});

test('a principal joins and goes', async () => {
  const { now } = await open();
  await add('Add to Principal', DANA);
  await expect.poll(now).toMatchObject({ Statement: [{ Principal: { AWS: [ROOT, DANA] } }] });
  await page.getByRole('button', { name: `Remove ${ROOT}` }).click();
  await expect.poll(now).toMatchObject({ Statement: [{ Principal: { AWS: [DANA] } }] });
});

test('a condition joins once it is whole, and goes with its last value', async () => {
  const { now } = await open();
  await expect.element(page.getByRole('button', { name: 'Add the condition' })).toBeDisabled();
  await add('Key', 'aws:SecureTransport');
  await add('Value', 'true');
  await page.getByRole('button', { name: 'Add the condition' }).click();
  await expect
    .poll(now)
    .toMatchObject({ Statement: [{ Condition: { StringEquals: { 'aws:SecureTransport': 'true' } } }] });
  await page.getByRole('button', { name: 'Remove true' }).click();
  await expect.poll(now).not.toMatchObject({ Statement: [{ Condition: {} }] });
});
