/** Exercises as one solves them: one of each chapter by typing, one on a phone by choosing, each decoy on the way. */
import type { Locator } from '@playwright/test';
import { PHONE, column, current, expect, kept, lay, panel, replaceLine, test } from './page.ts';
import {
  asRead,
  openPlace,
  openTask,
  policyAfter,
  policyAt,
  skipAll,
  standing,
  tally,
  taskOf,
  typeWhole
} from './exercise.ts';

/** One of each chapter, each in one policy. */
const TYPED = [
  '1-02-two-arns-one-bucket',
  '2-03-specific-doesnt-win',
  '3-01-only-from-the-office',
  '4-06-passing-the-hat',
  '5-04-the-whole-account-walked-in',
  '6-08-break-glass',
  '7-04-the-whole-of-github',
  '8-04-the-log-bucket'
];

for (const name of TYPED) {
  test(`${name}: every decoy is answered, the solution passes, by typing`, async ({ page }) => {
    const task = taskOf(name);
    const { exercise } = task;
    const place = policyAt(task, exercise.edit[0]?.at ?? '');
    await openTask(page, name);
    const probes = page.getByRole('region', { name: 'Probes' });
    await expect(probes).toContainText(/hidden probe/);
    await expect(probes.getByRole('listitem')).toHaveCount(0);

    await openPlace(page);
    for (const decoy of exercise.decoys) {
      const isElsewhere = decoy.changes.some(({ at }) => !at.startsWith(place));
      if (isElsewhere) continue; // by direct means, below
      await typeWhole(page, policyAfter(task, decoy, place));
      await expect(standing(page), decoy.name).toContainText(asRead(decoy.says));
    }
    await typeWhole(page, policyAfter(task, exercise.solution, place));
    await expect(standing(page)).toContainText('Solved');
    await expect(tally(page, 'Goals')).toHaveText(`${exercise.goals.length} of ${exercise.goals.length}`);
    await expect(tally(page, 'Probes')).toHaveText(`${exercise.probes.length} of ${exercise.probes.length}`);
    for (const probe of exercise.probes) await expect(probes).toContainText(task.titles.get(probe) ?? probe);

    await standing(page).getByRole('button', { name: 'Debrief' }).click();
    const debrief = page.getByRole('dialog');
    await expect(debrief).toContainText('In real AWS also');
    for (const way of exercise.alternatives) await expect(debrief).toContainText(way.name);
    const next = debrief.getByRole('link', { name: /^Next: / });
    await expect(next).toHaveAttribute('href', /\/exercises\/\d-/);
  });
}

test('a decoy that takes a policy off is met on the sheet of who has it, and taken back', async ({
  page
}) => {
  const { exercise } = taskOf('2-03-specific-doesnt-win');
  const decoy = exercise.decoys.find(({ changes }) => changes.some(({ at }) => at.includes('/policies/1')));
  await openTask(page, '2-03-specific-doesnt-win');
  await openPlace(page, 1);
  const sheet = page.getByRole('article', { name: 'user dana' });
  await sheet.getByRole('button', { name: 'Detach FinanceLockdown' }).click();
  await expect(standing(page)).toContainText(asRead(decoy?.says ?? 'none'));
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(standing(page)).not.toContainText(asRead(decoy?.says ?? 'none'));
});

test('without a policy in sight: 7.5 is solved on the sheet of an account', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // while nodes glide one may cross another
  await openTask(page, '7-05-carla-from-the-directory');
  await openPlace(page);
  const sheet = page.getByRole('article', { name: 'account prod' });
  await sheet.getByRole('button', { name: 'Unassign PowerUser to group/Analysts' }).click();
  await expect(standing(page)).not.toContainText('Solved');
  await sheet.getByRole('combobox', { name: 'Assign' }).fill('ReadOnly to group/Analysts');
  await page.keyboard.press('Enter');
  await expect(standing(page)).toContainText('Solved');
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('by choosing alone: each decoy of 1.5 and its solution', async ({ page }) => {
    const { exercise } = taskOf('1-05-where-a-star-stops');
    await openTask(page, '1-05-where-a-star-stops');
    await openPlace(page);
    await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
    let before = 'arn:aws:s3:::reports*';
    for (const way of [...exercise.decoys, exercise.solution]) {
      const [change] = way.changes;
      const wanted = change && 'set' in change && typeof change.set === 'string' ? change.set : '';
      await panel(page, 'Paper');
      await page.getByRole('button', { name: 'Change ReadTheFigures' }).tap();
      const sheet = page.getByRole('dialog', { name: 'Change the statement' });
      await sheet.getByRole('combobox', { name: 'Add to Resource' }).fill(wanted);
      await page.keyboard.press('Enter');
      await sheet.getByRole('button', { name: `Remove ${before}`, exact: true }).tap();
      await sheet.getByRole('button', { name: 'Done' }).tap();
      await expect(standing(page), way.name).toContainText(way.says === '' ? 'Solved' : asRead(way.says));
      before = wanted;
    }
    await panel(page, 'Ask');
    await expect(tally(page, 'Goals')).toHaveText('4 of 4');
    await expect(tally(page, 'Probes')).toHaveText('3 of 3');
  });
});

test('predictions: a wrong one is told and kept, a right one too; what is foretold is not told before', async ({
  page
}) => {
  await openTask(page, '1-05-where-a-star-stops');
  const goals = page.getByRole('region', { name: 'Goals', exact: true });
  const predict = page.getByRole('region', { name: 'Predict' });
  await expect(standing(page)).toContainText(
    'Before you step: how does “Dana reads the first quarter of 2026” end?'
  );
  await expect(goals.getByText('predict first')).toHaveCount(2);

  await call(predict, 'No: silence', 'identity-based policies');
  await expect(predict).toContainText('Dana reads the same file in the archive');
  await expect(goals.getByText('predict first')).toHaveCount(1);
  await expect(page).toHaveURL(/request=read-quarter/); // shown from its first step

  await call(predict, 'Allowed', 'identity-based policies');
  await expect(predict).toContainText('Not so: it is allowed');
  await expect(predict).toContainText('Right: it is allowed, decided by identity-based policies.');
  await expect(goals.getByText('predict first')).toHaveCount(0);
  await expect(standing(page)).toContainText('must be denied, by silence');

  await page.goto('/');
  await expect(page.getByText('How good your predictions are: 1 of 2 right')).toBeVisible();
});

async function call(predict: Locator, guess: string, layer: string): Promise<void> {
  await predict.getByRole('radio', { name: guess }).check({ force: true });
  await predict.getByRole('combobox', { name: 'Decided at' }).selectOption(layer);
  await predict.getByRole('button', { name: 'That is my call' }).click();
}

test('hints: rung 0 steps to what decides, the others open in order and stay; a locked policy says so', async ({
  page
}) => {
  const { exercise } = taskOf('4-06-passing-the-hat');
  await openTask(page, '4-06-passing-the-hat');
  await expect(page.getByRole('button', { name: /^Hint 0/ })).toBeDisabled(); // it would tell what is foretold
  await skipAll(page);
  await page.getByRole('button', { name: 'Hint 0: step to the gate that stops you' }).click();
  await expect(page).toHaveURL(/request=create-with-admin-role/);
  await expect(current(page)).toContainText('Identity');
  const brief = page.getByRole('region', { name: 'Brief' });
  await expect(brief.locator('.hint')).toHaveCount(0);
  await page.getByRole('button', { name: 'Hint 2' }).click();
  await expect(brief.locator('.hint')).toHaveCount(2);
  await page.getByRole('button', { name: 'Hint 1' }).click();
  await expect(brief.locator('.hint')).toHaveCount(2);
  await expect(brief.locator('.hint').first()).toContainText(asRead(exercise.hints[0] ?? ''));

  await openTask(page, '5-04-the-whole-account-walked-in');
  await page
    .getByRole('region', { name: 'Goals' })
    .getByRole('button', { name: /Jenkins puts/ })
    .click();
  await column(page, 'Policy');
  await lay(page, 'may-assume');
  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  await expect(paper).toContainText('locked here');
  await expect(paper.getByRole('button', { name: 'Edit' })).toHaveCount(0);
});

test('what is locked stays as it began: typing against it is held back, and a form adds nothing', async ({
  page
}) => {
  await openTask(page, '4-05-named-at-the-door');
  await openPlace(page, 1); // deploy's trust policy, of which one may only take away
  const text = page.getByRole('textbox', { name: "deploy's trust policy, as JSON" });
  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  await replaceLine(text, '"Allow"', '"Effect": "Deny",');
  await expect(standing(page)).toContainText('lets deploy · trust policy only be taken from');
  await expect(paper).toContainText('Part of this is locked');
  await paper.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => kept(page).then((files) => files.length)).toBe(1);
  const [file] = await kept(page);
  expect(file?.text).toBe(taskOf('4-05-named-at-the-door').source.text); // a draft beside it, not in it
  expect(file?.drafts).toHaveLength(1);
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  await expect(standing(page)).not.toContainText('taken from');
  await expect(undo).toBeDisabled();

  await page.locator('.topbar').getByRole('button', { name: 'Add', exact: true }).click();
  const form = page.getByRole('form', { name: 'Add to this world' });
  await form.getByLabel('Name', { exact: true }).fill('eve');
  await expect(form.getByRole('status')).toHaveText('This exercise keeps that place locked.');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Add', exact: true }).click({ force: true });
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('eve'); // still to be written
  await expect(undo).toBeDisabled();
});

test('a solution is a difference to be read; taken over it solves, and goes back; start over is one step too', async ({
  page
}) => {
  await openTask(page, '3-01-only-from-the-office');
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  const over = page.getByRole('button', { name: 'Start over' });
  await expect(over).toBeDisabled();
  await page.getByRole('button', { name: 'Show a solution' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('aws:SourceIp');
  await expect(undo).toBeDisabled(); // nothing is changed by looking
  await sheet.getByRole('button', { name: 'Take this over' }).first().click();
  await expect(standing(page)).toContainText('Solved');
  await undo.click();
  await expect(standing(page)).not.toContainText('Solved');
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(standing(page)).toContainText('Solved');
  await over.click();
  await expect(standing(page)).not.toContainText('Solved');
  await expect(over).toBeDisabled();
  // Once it is solved probes stay told.
  await expect(page.getByRole('region', { name: 'Probes' }).getByRole('listitem').first()).toBeVisible();
});

test('a reload goes on where one left off; the world goes to the sandbox without its task', async ({
  page
}) => {
  const task = taskOf('1-02-two-arns-one-bucket');
  const place = policyAt(task, task.exercise.edit[0]?.at ?? '');
  const [decoy] = task.exercise.decoys;
  if (!decoy) throw new Error('no decoy');
  await openTask(page, task.name);
  await openPlace(page);
  await typeWhole(page, policyAfter(task, decoy, place));
  await expect(standing(page)).toContainText(asRead(decoy.says));
  await expect.poll(() => kept(page).then((files) => files.length)).toBe(1);
  await page.reload();
  await expect(standing(page)).toContainText(asRead(decoy.says));

  await openPlace(page);
  await typeWhole(page, policyAfter(task, task.exercise.solution, place));
  await standing(page).getByRole('button', { name: 'Debrief' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use this world in the sandbox' }).click();
  await expect(page).toHaveURL(/\/new\/?\?file=/);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Watches' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'How it stands' })).toHaveCount(0);
  const files = await kept(page);
  expect(files.filter(({ text }) => !text.includes('\nexercise:')).length).toBe(1);
});
