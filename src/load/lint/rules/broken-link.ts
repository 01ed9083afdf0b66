import GithubSlugger from 'github-slugger';
import { addressOf } from '../../../model/address.ts';
import { CODE_SECTIONS } from '../../../model/addresses.ts';
import type { Renamable } from '../../../model/names.ts';
import { Candidates } from '../../../model/nearest.ts';
import {
  isRelativeLink,
  type LinkNames,
  linkNames,
  linksIn,
  linkTarget,
  pathFromGuide,
} from '../../../model/prose-links.ts';
import { type ApiDraft, aliasOwners, codesOf, type DomainDraft, type GuideDraft } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import type { GuideDocument } from '../../source/mdx.ts';
import { withoutCode } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import type { Text } from '../texts.ts';
import { wordIn } from '../word-in.ts';

export const brokenLink: Rule = {
  id: 'broken-link',
  level: 'warning',
  summary:
    'A link without a host leads to a code, a guide, a domain, a page or an image of its API, and to a section that it has.',
  check(api, texts) {
    if (api.damaged) return [];
    const linked = texts().filter(({ text, prose }) => prose && text.includes(']('));
    const guides = api.guides.filter(({ document }) => document.links.length > 0);
    if (linked.length === 0 && guides.length === 0) return [];
    const places = placesOf(api);
    return [
      ...linked.flatMap((text) => findingsIn(text, places)),
      ...guides.flatMap((guide) => findingsInGuide(guide, places)),
    ];
  },
};

interface Places extends LinkNames {
  /** The code that a name may mean. */
  near(name: string): string | undefined;
  /** The fragments of the headings of a guide; undefined if there is none. */
  headings(guide?: string): string[] | undefined;
}

function placesOf(api: ApiDraft): Places {
  const owners = aliasOwners(api);
  const codes = codesOf(api).map(({ code }) => ({ code, address: addressOf(code) }));
  const spelled = new Set(codes.map(({ code }) => code));
  const near = new Candidates(spelled);
  return {
    ...linkNames(
      { guides: api.guides.map(named), domains: api.domains.map(named), images: api.images, codes },
      (text) => (spelled.has(text) ? text : owners.get(text)),
    ),
    near: (name) => near.nearest(name),
    headings: (id) => {
      const guide = api.guides.find((guide) => guide.id === id);
      return guide && fragmentsOf(guide.document);
    },
  };
}

function named({ id, entry }: GuideDraft | DomainDraft): Renamable {
  return { id, aliases: entry.aliases };
}

function findingsIn({ text, at }: Text, places: Places): Finding[] {
  const own = 'path' in at && at.path[0] === 'codes' ? CODE_SECTIONS : undefined;
  return linksIn(withoutCode(text)).flatMap(({ href }) => {
    const problem = isRelativeLink(href) ? problemOf(href, places, own) : undefined;
    return problem ? [{ at: wordIn(at, href), ...problem }] : [];
  });
}

/** A guide has one page, so its links may also lead from there to the API's page and its files, such as `../../errors.json`. */
function findingsInGuide({ id, document }: GuideDraft, places: Places): Finding[] {
  const own = fragmentsOf(document);
  return document.links.flatMap(({ href, range }) => {
    if (!isRelativeLink(href) || /^(?:[?#].*|[^?#]+\.\w+)?$/.test(pathFromGuide(href, id) ?? href)) return [];
    const problem = problemOf(href, places, own);
    return problem ? [{ at: wordIn({ document, range }, href), ...problem }] : [];
  });
}

/** `own` are the sections of the page that the text is on; undefined for a text that is on several. */
function problemOf(href: string, places: Places, own: readonly string[] | undefined): Explanation | undefined {
  const target = linkTarget(href, places);
  if (!target) return nowhere(href, places);
  const { path, code, guide, fragment } = target;
  if (fragment === '') return path === '' ? nowhere(href, places) : undefined;
  const known = code !== undefined ? CODE_SECTIONS : path === '' ? own : places.headings(guide);
  if (path === '' && !own) return { message: `The link \`${href}\` names a section of no page.`, fix: PAGES };
  if (!known || known.some((section) => section === fragment)) return undefined;
  return {
    message: `The page that \`${href}\` leads to has no section \`${fragment}\`.`,
    fix: known.length > 0 ? `Name one of its sections: ${known.slice(0, 12).join(', ')}.` : 'Leave the fragment out.',
  };
}

const PAGES = 'Write the spelling of a code, `guides/` and the id of a guide, or an address with https://.';

function nowhere(href: string, places: Places): Explanation {
  const name =
    href
      .replace(/[#?].*$/s, '')
      .replace(/\/$|\.\w+$/, '')
      .split('/')
      .at(-1) ?? '';
  const meant = name === '' ? undefined : places.near(name);
  return {
    message: `The link \`${href}\` leads to no code, guide, domain, page or image of this API.`,
    fix: meant ? `Did you mean \`${meant}\`?` : PAGES,
  };
}

/** The fragments of a guide's headings, as Astro makes them. */
function fragmentsOf({ parts }: GuideDocument): string[] {
  const slugger = new GithubSlugger();
  return parts.flatMap((part) =>
    part.kind === 'heading' ? [slugger.slug(part.markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))] : [],
  );
}
