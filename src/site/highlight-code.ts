import type { SnippetLanguage } from '../index.ts';
import { escapeHtml } from './escape.ts';

/*
 * Snippets are ours, in four languages and a few forms; so a list of words and the forms of strings and comments highlight
 * them right, at a hundredth of what a grammar costs, which counts where a registry has thousands of codes.
 */

const DOUBLE = '"(?:[^"\\\\\\n]|\\\\.)*"';
const SINGLE = "'(?:[^'\\\\\\n]|\\\\.)*'";
const NUMBER = '(?<![\\w.])\\d+(?:\\.\\d+)?';

const words = (list: string) => `\\b(?:${list.replaceAll(' ', '|')})\\b`;

/** Comments, strings, words of the language; numbers are alike in all. */
const FORMS: Record<SnippetLanguage, [comment: string, string: string, word: string]> = {
  typescript: [
    '//.*',
    `${SINGLE}|/\\^.*?\\$/i?(?=\\.test)`,
    words(
      'async await break const else for function if let new null of return switch throw undefined case continue type in class extends constructor super this export switch',
    ),
  ],
  python: [
    '#.*',
    DOUBLE,
    words('and as def else except finally for from if import in is None not or raise return try while with False True'),
  ],
  go: ['//.*', DOUBLE, words('else for func if map nil return struct type var any string error')],
  curl: [
    '(?<=^|\\s)#.*',
    `${DOUBLE}|'[^']*'`,
    words('case do done esac else fi for if in return shift then while curl jq sleep printf awk date set'),
  ],
};

const PATTERNS = {
  typescript: patternOf(FORMS.typescript),
  python: patternOf(FORMS.python),
  go: patternOf(FORMS.go),
  curl: patternOf(FORMS.curl),
} satisfies Record<SnippetLanguage, RegExp>;

/** The classes of comments, strings, words and numbers, which are the groups of a pattern. */
const CLASSES = ['c', 's', 'w', 'n'];

function patternOf([comment, string, word]: (typeof FORMS)[SnippetLanguage]): RegExp {
  return new RegExp(`(${comment})|(${string})|(${word})|(${NUMBER})`, 'gm');
}

/** A snippet as HTML with a class for each kind of token; the classes are those of all other code on the site. */
export function highlightSnippet(text: string, language: SnippetLanguage): string {
  let [html, here] = ['', 0];
  for (const match of text.matchAll(PATTERNS[language])) {
    const name = CLASSES.find((_, group) => match[group + 1] !== undefined);
    html += `${escapeHtml(text.slice(here, match.index))}<span class="${name}">${escapeHtml(match[0])}</span>`;
    here = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(here));
}
