import { styleText } from 'node:util';

/** A style of `styleText`, such as `bold`. */
export type Style = Parameters<typeof styleText>[0];

/** Sets text in a style where a person watches a terminal, and leaves it as it is elsewhere. */
export type Paint = (style: Style, text: string) => string;

/** The brush for an output; `colour` is true where it goes to a terminal. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}
