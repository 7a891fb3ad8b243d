/**
 * ESLint: strict TypeScript rules with types, Svelte's own, and the two that find what has grown too large.
 * Formatting is Prettier's, direction of imports the fence's (rooms.js, .dependency-cruiser.js).
 */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  {
    ignores: [
      '.svelte-kit/',
      'build/',
      'dist/',
      'node_modules/',
      'static/',
      'test-results/',
      'playwright-report/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
    },
    rules: {
      'no-undef': 'off', // the type checker knows better
      eqeqeq: 'error',
      complexity: ['error', 12],
      'max-lines': ['error', 300],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      // A number in a template says what it means; anything else must be made a text first.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => setTheme('dark')` needs no braces to return nothing.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
      // There are no enums (erasableSyntaxOnly), and asking costs seconds.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/prefer-literal-enum-member': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'prefer-const': 'off', // `let { … } = $props()`; svelte/prefer-const knows runes
      'max-lines': ['error', 150]
    }
  },
  { files: ['**/*.svelte.ts'], rules: { 'max-lines': ['error', 300] } },
  {
    // A test may be sure of what the types are not, and reads JSON as it comes.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off'
    }
  },
  {
    // svelte-check judges the types of all of these; asked here once more they cost as long as everything else.
    // What drives a browser keeps them: there a promise that nobody awaits is a test that tests nothing.
    files: ['**/*.js', '**/*.svelte', 'tests/**'],
    ignores: ['tests/e2e/**'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } }
  }
);
