/** SvelteKit: a static site under a strict content security policy; runes everywhere. */
import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
  },
  kit: {
    adapter: adapter({ fallback: '404.html' }),
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../*.js', '../*.ts', '../scripts/*.js']
      })
    },
    // Everything the page needs is in the build: no foreign origin, no script but Kit's own.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'], // cytoscape puts its style sheet into the page
        'img-src': ['self', 'data:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['none']
      }
    }
  }
};
