/** A word beside a code: `kind` is its class, `text` what it says. */
export interface Mark {
  kind: 'retired' | 'deprecated' | 'reserved' | 'new' | 'changed';
  text: string;
}
