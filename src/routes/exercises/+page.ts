/** Text alone, and no redirection of the framework's: that one is a page with a script and without a security policy. */
export const csr = false;
