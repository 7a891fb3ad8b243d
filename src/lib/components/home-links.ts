/** Addresses that the first page leads to, resolved by whoever knows the router. */
export interface HomeLinks {
  readonly home: string;
  readonly own: string;
  readonly format: string;
  readonly myths: string;
  readonly faq: string;
  readonly glossary: string;
  readonly findings: string;
  readonly limits: string;
  readonly scenario: (name: string) => string;
  /** The test by which one skips a chapter, by its number. */
  readonly test: (chapter: number) => string;
  readonly exercise: (name: string) => string;
}
