import { humanName } from '../model/human-name.ts';
import { notableLifecycleOf } from '../model/lifecycle.ts';
import { leadOf } from '../model/prose.ts';
import type { Code } from '../model/registry.ts';
import { type CodeLink, prose, text } from './document.ts';

/** A link to the code with this spelling; without a line where the code itself is not known. */
export function codeLink(spelling: string, code: Code | undefined): CodeLink {
  const name = code && humanName(code);
  return {
    code: code?.code ?? spelling,
    lifecycle: code && notableLifecycleOf(code),
    line: code && (name ? text(name) : prose(firstSentence(code.meaning))),
  };
}

/** The first sentence of a text, cut at a word where it is longer than `most` characters. */
export function firstSentence(text: string, most = 160): string {
  const lead = leadOf(text);
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(lead)?.[0] ?? lead;
  if (sentence.length <= most) return sentence;
  return `${sentence.slice(0, most).replace(/\s+\S*$/, '')}…`;
}
