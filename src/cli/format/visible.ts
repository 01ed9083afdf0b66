import { STEERING } from '../../browser.ts';

const RUNS = new RegExp(`${STEERING.source}+`, 'gu');
/** A line feed in JSON is one between its values: those in texts are escaped already. */
const IN_JSON = new RegExp(`(?!\\n)${STEERING.source}`, 'gu');

/**
 * Text with every character that could steer a terminal or turn the direction of writing made a space: names and texts
 * come from a registry or a command line, and what they say must not become what the terminal does.
 */
export function visible(text: string): string {
  return text.replace(RUNS, ' ');
}

/** JSON in which every such character is written as its `\u` escape: the same value, and safe to show. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(IN_JSON, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
