/** Vite: SvelteKit and nothing else. Tests have vitest.config.ts, the command line scripts/bundle.js. */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [sveltekit()], worker: { format: 'es' } });
