/** Two kinds of tests: plain ones in Node, and `*.svelte.test.ts` (runes, components) in a real Chromium. */
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromium } from './tests/chromium.ts';

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node' as const,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.svelte.test.ts', 'tests/e2e/**'],
          testTimeout: 20_000
        }
      },
      {
        plugins: [sveltekit()],
        optimizeDeps: { include: ['mdast-util-from-markdown'] }, // found late, it would reload a test
        test: {
          name: 'browser',
          include: ['tests/**/*.svelte.test.ts'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromium() }),
            instances: [{ browser: 'chromium' as const }]
          }
        }
      }
    ]
  }
}));
