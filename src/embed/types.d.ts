/** A component of Astro: for its attributes in `.astro` and `.mdx` files. */
type Component<Props> = (props: Props) => unknown;

/** A link to the page of a code, which other spellings of it find too. */
export const Code: Component<{
  /** The id of the API; may be left out where the registry has one. */
  api?: string;
  code: string;
}>;

/** The codes of an API, or of one of its domains, as a table. */
export const CodeTable: Component<{
  /** The id of the API; may be left out where the registry has one. */
  api?: string;
  /** The id of a domain. */
  domain?: string;
}>;

/** The envelopes of an API, each with an example, or the one with a name. */
export const Envelope: Component<{
  /** The id of the API; may be left out where the registry has one. */
  api?: string;
  name?: string;
}>;
