/** What SvelteKit knows of every page. */
declare global {
  namespace App {
    interface PageData {
      /** The scenarios of the site, for the list of files; see +layout.server.ts. */
      shelf?: readonly { readonly name: string; readonly title: string }[];
    }
  }
}

export {};
