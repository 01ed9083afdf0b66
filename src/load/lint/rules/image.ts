import { imagesIn, isRelativeLink } from '../../../model/prose-links.ts';
import type { ApiDraft, GuideDraft } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import type { Image } from '../../source/image.ts';
import { withoutCode } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import type { Text } from '../texts.ts';
import { wordIn } from '../word-in.ts';

export const image: Rule = {
  id: 'image',
  level: 'warning',
  summary:
    'An image is a PNG, JPEG, GIF, WebP or AVIF file of at most 1 MiB in `images/` that a text shows, with alternative text.',
  check(api, texts) {
    if (api.damaged) return [];
    const shown = texts().filter(({ text, prose }) => prose && text.includes(']('));
    return [
      ...shown.flatMap(findingsIn),
      ...api.guides.flatMap(findingsInGuide),
      ...api.images.flatMap((file) => findingsOf(file, api, shown)),
    ];
  },
};

function findingsIn({ text, at }: Text): Finding[] {
  return imagesIn(withoutCode(text)).flatMap(({ alt, src }) => {
    const problem = problemOf(alt, src);
    return problem ? [{ at: wordIn(at, src), ...problem }] : [];
  });
}

function findingsInGuide({ document }: GuideDraft): Finding[] {
  return document.images.flatMap(({ src, alt, range }) => {
    // what is neither on this site nor on the web is an error of its own
    const problem = src !== undefined && /^(?:https?:|[^:]*$)/i.test(src) ? problemOf(alt, src) : undefined;
    return problem ? [{ at: { document, range }, ...problem }] : [];
  });
}

function problemOf(alt: string, src: string): Explanation | undefined {
  if (!isRelativeLink(src)) {
    return {
      message: `The image \`${src.slice(0, 60)}\` is not a file of this registry. Pages load nothing else, so only its alternative text is shown.`,
      fix: "Copy the file into `images/` next to the API's file, and write `![…](images/name.png)`.",
    };
  }
  if (alt.trim() !== '') return undefined;
  return {
    message: `The image \`${src}\` has no alternative text, so screen readers and terminals have nothing to say.`,
    fix: `Say what it shows: \`![…](${src})\`.`,
  };
}

const MOST_BYTES = 1_048_576;

function findingsOf({ name, document, bytes, size }: Image, { guides }: ApiDraft, texts: readonly Text[]): Finding[] {
  const at = { document, range: [0, 0] } as const;
  if (!size) {
    const fix = 'Save it again in the format that its name says.';
    return [{ at, message: 'The content of this file is not an image of the kind that its name says.', fix }];
  }
  const isNamed = (text: string) => text.includes(`images/${name}`);
  const isShown = texts.some(({ text }) => isNamed(text)) || guides.some(({ document }) => isNamed(document.text));
  if (!isShown)
    return [{ at, message: 'No text shows this image.', fix: `Write \`![…](images/${name})\`, or delete it.` }];
  if (bytes <= MOST_BYTES) return [];
  const weight = `${(bytes / MOST_BYTES).toFixed(1)} MiB`;
  return [{ at, message: `This image has ${weight}, so readers wait for it.`, fix: 'Make it smaller: 1 MiB at most.' }];
}
