import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, SyntaxProblem } from '../source/document.ts';

export const syntax: RuleMeta = {
  id: 'syntax',
  level: 'error',
  summary: 'A file is valid UTF-8 in the format of its extension: YAML 1.2, JSON (RFC 8259) or MDX.',
};

export function syntaxFinding(document: Document, { message, fix, range }: SyntaxProblem): Finding {
  return { at: { document, range }, message, fix };
}

export function encodingFinding(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: "This file isn't valid UTF-8, so it was not read.",
    fix: 'Save it as UTF-8, or move it out of the registry.',
  };
}

export function crashFinding(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: 'The MDX parser crashed on this guide or on another one that contains code, so this one was not read.',
    fix: "Remove imports, exports and expressions in braces; guides can't contain code.",
  };
}

export function controlCharacter(text: string, index: number): SyntaxProblem {
  if (text[index] === '\r')
    return {
      kind: 'syntax',
      message: "This is a carriage return without a line feed; some tools end the line here and others don't.",
      fix: 'Save the file with LF or CRLF line endings.',
      range: [index, index + 1],
    };
  const number = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return {
    kind: 'syntax',
    message: `This is the control character U+${number}, which is never in a text on purpose.`,
    fix: "Delete it; many editors show it as a box or don't show it.",
    range: [index, index + 1],
  };
}
