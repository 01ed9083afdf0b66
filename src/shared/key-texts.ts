/** What the list of keyboard shortcuts says. */
export interface KeyTexts {
  title: string;
  close: string;
  /** Keys with a space between alternatives, and what they do. */
  keys: readonly (readonly [keys: string, what: string])[];
}
