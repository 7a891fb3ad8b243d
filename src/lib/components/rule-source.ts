/** Where a rule comes from, as pages show it. */
export interface CitedSource {
  readonly title: string;
  /** Null where no page says it. */
  readonly url: string | null;
}
