/** Every page is written at build time and served as a file. */
export const prerender = true;
export const trailingSlash = 'always';
