import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, SyntaxProblem } from '../source/document.ts';

export const syntax: RuleMeta = {
  id: 'syntax',
  level: 'error',
  summary: 'A file is UTF-8 text in the format that its extension names: YAML 1.2, JSON (RFC 8259) or MDX.',
};

export function syntaxFinding(document: Document, { message, fix, range }: SyntaxProblem): Finding {
  return { at: { document, range }, message, fix };
}

export function encodingFinding(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: 'This file is not UTF-8 text, so none of it was read.',
    fix: 'Save it as UTF-8, or move it out of the registry.',
  };
}

export function crashFinding(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: 'The MDX parser crashed on this guide or on another one with code in it, so this one was not read.',
    fix: 'Remove imports, exports and expressions in braces; guides hold no code.',
  };
}

export function controlCharacter(text: string, index: number): SyntaxProblem {
  if (text[index] === '\r')
    return {
      kind: 'syntax',
      message: 'A carriage return without a line feed is here; some tools end the line at it and others read on.',
      fix: 'Save the file with line feeds, or with carriage return and line feed, at the ends of lines.',
      range: [index, index + 1],
    };
  const number = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return {
    kind: 'syntax',
    message: `Here stands the control character U+${number}, which no text holds on purpose.`,
    fix: 'Delete it; many editors show it as a box or not at all.',
    range: [index, index + 1],
  };
}
