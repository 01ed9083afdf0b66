/** What the example codes of a preset are written with, where it differs by envelope. */
interface ExampleLines {
  /** The status of both codes, where responses always have the same one. */
  status?: number;
  /** Lines that the entry of each code has in addition. */
  notFound?: readonly string[];
  rateLimited?: readonly string[];
}

/** A kind of error response that many APIs send: what a new registry starts with. */
export interface Preset {
  /** In a list of presets, and for one who reads of it for the first time. */
  label: string;
  hint: string;
  /** The part of `api.yaml` that describes the body, as YAML; empty for an API whose responses have none. */
  envelope: string;
  /** True where codes have messages. */
  hasMessage: boolean;
  examples: ExampleLines;
}
