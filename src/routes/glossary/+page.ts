/** Text alone: the page is read as it was written at build time. */
export const csr = false;
