/**
 * Accessibility of the built pages, in both colour schemes: axe finds nothing, whatever is open; the keyboard
 * gets everywhere and back; a change is said once.
 */
import type { Page } from '@playwright/test';
import { sound, violations } from './axe.ts';
import { FLAGSHIP, SCENARIOS, expect, open, openToWrite, panel, test, write } from './page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const scenario of [null, ...SCENARIOS]) {
    test(`${scenario ?? 'home'}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      if (scenario === null) await page.goto('/');
      else await open(page, scenario);
      expect(await violations(page)).toEqual([]);
      if (scenario === null) {
        const example = page.getByRole('region', { name: 'An example, step by step' });
        await expect(example.locator('.punctuation').first()).toBeVisible(); // from then on it listens
        await example.getByRole('button', { name: 'Step' }).focus();
        await page.keyboard.press('End');
        await expect(example.locator('.stamp')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        return;
      }
      // Also in the middle of the film, where other things are shown than on the verdict.
      await page.keyboard.press('Home');
      for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
      expect(await violations(page)).toEqual([]);
    });
  }
}

/** Pages to read. */
const PAPERS = [
  { name: 'format', path: '/format/#accounts.users' },
  { name: 'findings', path: '/findings/#not-action-allow' },
  { name: 'limits', path: '/limits/' },
  { name: 'myths', path: '/myths/#root-in-an-arn' },
  { name: 'faq', path: '/faq/' },
  { name: 'glossary', path: '/glossary/#trust-policy' }
];

for (const { name, path } of PAPERS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      test(`${name}, ${colorScheme}, ${width} wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await sound(page, name);
      });
    }
  }
}

test('the limits are reached from the format', async ({ page }) => {
  await page.goto('/format/');
  await page.getByRole('link', { name: 'Which rules of IAM are held' }).click();
  await expect(page).toHaveURL(/\/limits\/?$/);
  await expect(page.getByRole('heading', { name: 'What is not held' })).toBeVisible();
});

/** What is opened by hand on a page, by name: each leaves the page as it is to be looked at. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a policy being written': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await write(page, 'deploy-web');
  },
  'a broken policy': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await write(page, 'deploy-web');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('}');
    await expect(page.getByText('source/syntax').first()).toBeVisible();
  },
  'the file with a problem': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await column(page, /^File/).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\nwhat: this\n');
    await expect(page.getByText('unknown key')).toBeVisible();
  },
  'the sheet of a role': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await page.getByRole('treeitem', { name: 'prod-deploy, role' }).click();
    await column(page, 'Who or what').click();
    await expect(page.getByRole('article', { name: 'role prod-deploy' })).toBeVisible();
  },
  'the form of a request, with an error': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await page.getByRole('button', { name: 'change', exact: true }).click();
    await page.getByRole('combobox', { name: 'Role 1' }).fill('nonsense');
    await page.keyboard.press('Enter');
    await expect(page.getByText('is not a role of this file')).toBeVisible();
  },
  'what can be added': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'what open facts decide': async (page) => {
    await openToWrite(page, '/s/mfa-that-isnt/?request=ravi-deletes');
    await expect(page.getByRole('region', { name: 'What the open facts decide' })).toBeVisible();
  },
  'what would change it': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
    await page.getByRole('button', { name: 'What would change it' }).click();
    await page.getByRole('button', { name: 'Try it' }).first().click({ timeout: 20_000 });
  },
  'a receipt and what AWS would answer': async (page) => {
    await openToWrite(page, '/s/home-folders/?request=omar-copies');
    await expect(page.getByRole('region', { name: 'Receipt' })).toBeVisible();
  },
  'the file with findings': async (page) => {
    await openToWrite(page, '/s/mfa-that-isnt/');
    await column(page, /^File/).click();
    await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible();
  },
  'a denial being read': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await page.getByRole('button', { name: 'Denied?' }).click();
    const text = 'User: arn:aws:iam::123456789012:user/John is not authorized to perform: s3:PutObject';
    await page.getByRole('dialog').locator('textarea').fill(text);
    await expect(page.getByRole('button', { name: 'Ask it here' })).toBeVisible();
  },
  'what is shared': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible();
  },
  'the keys': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'a sent link': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
    await page.goto('about:blank');
    await openToWrite(page, link);
    await expect(page.getByText('Somebody sent you this.')).toBeVisible();
  },
  'the walkthrough': async (page) => {
    await openToWrite(page, `/s/${FLAGSHIP}/?scene=2`);
    await expect(page.getByRole('region', { name: 'Walkthrough' })).toBeVisible();
  },
  'an empty table': async (page) => {
    await page.goto('/new/');
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  },
  'a world from nothing': async (page) => {
    await page.goto('/new/');
    await page.getByRole('button', { name: 'Start from nothing' }).click();
    await expect(page.getByRole('button', { name: 'ask a question' })).toBeVisible();
  }
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [state, reach] of Object.entries(STATES)) {
    test(`${state}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await reach(page);
      expect(await violations(page)).toEqual([]);
    });
  }

  test(`a phone and its menu, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`/s/${FLAGSHIP}/`);
    for (const name of ['Paper', 'Ask', 'Outline', 'Graph', 'Path'] as const) {
      await panel(page, name);
      expect(await violations(page)).toEqual([]);
      expect(await small(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('navigation', { name: 'Tools' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await small(page)).toEqual([]);
  });
}

test('by keyboard, what was opened closes with Escape and gives the focus back', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  for (const name of ['Add', 'Share', 'Story', 'Keys']) {
    const opener = page.getByRole('button', { name, exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  }
  const edit = page.getByRole('button', { name: 'Edit', exact: true });
  await edit.focus();
  await page.keyboard.press('Enter');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
  const walkthrough = page.getByRole('button', { name: 'Walkthrough', exact: true });
  await walkthrough.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Walkthrough' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(walkthrough).toBeFocused();
});

test('on a phone a sheet gives the focus back to the menu it came from, whatever opened it', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/s/${FLAGSHIP}/`);
  const menu = page.getByRole('button', { name: 'Menu' });
  const tools = page.getByRole('navigation', { name: 'Tools' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await tools.getByRole('button', { name: 'Story' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tools).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tools).toBeHidden();
});

test('on a phone choosing in the outline leads to what was chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openToWritePhone(page);
  const panels = page.getByRole('group', { name: 'Panels' });
  await panel(page, 'Outline');
  await page.getByRole('treeitem', { name: /^tools/ }).click();
  await expect(page.getByRole('article', { name: 'account tools' })).toBeVisible();
  await expect(panels.getByRole('button', { name: 'Paper' })).toBeFocused();
});

test('each change is said once', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    for (const live of document.querySelectorAll('[aria-live], [role="status"]')) {
      const hear = () => live.checkVisibility() && said.push(live.textContent.trim());
      new MutationObserver(hear).observe(live, {
        childList: true,
        characterData: true,
        subtree: true
      });
    }
  });
  await page.getByRole('treeitem', { name: 'dana, user' }).click();
  await column(page, 'Who or what').click();
  await page.getByRole('button', { name: 'Leave Developers' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).not.toHaveAttribute('aria-disabled', 'true');
  await undo.click();
  await expect(page.getByRole('button', { name: 'Leave Developers' })).toBeVisible();
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  expect(said.filter((each) => each !== '')).toHaveLength(2);
});

function column(page: Page, name: string | RegExp) {
  return page.getByRole('group', { name: 'Right column' }).getByRole('button', { name });
}

/** The page on a narrow screen, once it can be written in. */
async function openToWritePhone(page: Page): Promise<void> {
  await page.goto(`/s/${FLAGSHIP}/`);
  await page.getByRole('group', { name: 'Panels' }).getByRole('button', { name: 'Paper' }).click();
  await expect(column(page, 'Policy')).toBeVisible();
}

/** What is too small for a finger, as its words and its size. */
async function small(page: Page): Promise<readonly string[]> {
  return page.locator('button, select, input, summary').evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => !control.closest('nav[aria-label="Skip to"]')) // for keys alone, until one has the focus
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ control, box }) => `${control.textContent.trim()} ${box.width} × ${box.height}`)
  );
}
