/** What SvelteKit knows of every page, and what a page's first script leaves to the others. */
declare global {
  /** What was chosen in a select, a radio button or a checkbox before the page could hear of it. */
  interface EarlyChoice {
    readonly field: HTMLSelectElement | HTMLInputElement;
    readonly value: string;
    readonly isChecked: boolean;
  }
  interface Window {
    /** Once something is painted, or at once where that is not told; see app.html. */
    bouncerPainted?: Promise<void>;
    /** Only on pages that can be read before they move; see first-sign.js. */
    bouncerEarly?: {
      /** Once somebody is there. */
      readonly sign: Promise<void>;
      /** Once the page stands, or somebody is there. */
      readonly begun: Promise<unknown>;
      /** What was pressed and chosen until now, in order; from now on nothing is kept. */
      readonly take: () => readonly (KeyboardEvent | HTMLElement | EarlyChoice)[];
    };
  }
  namespace App {
    interface PageData {
      /** The scenarios of the site, for the list of files; see routes/shelf.ts. */
      shelf?: readonly { readonly name: string; readonly title: string }[];
    }
  }
}

export {};
