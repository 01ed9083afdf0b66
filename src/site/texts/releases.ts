import { type ChangeLevel, counted } from '../../index.ts';

/** What changed: between releases, and in a preview. */
export const releaseTexts = {
  /** The page of changes, its feed, and what other pages say of releases. */
  changes: {
    description: (api: string, release: string, counts: string) =>
      `What changed in the errors of the ${api}, release by release. Latest: ${release}, ${counts}.`,
    release: 'Release',
    date: 'Date',
    step: 'Step',
    count: 'Changes',
    steps: { major: 'Major', minor: 'Minor', patch: 'Patch' },
    becomes: 'becomes',
    approved: 'Approved:',
    unfold: (count: string) => `Show ${count}`,
    part: (from: number, to: number, all: string) =>
      `${from.toLocaleString('en')}–${to.toLocaleString('en')} of ${all}`,
    continued: 'continued',
    others: 'Also changed:',
    moreChanges: (changes: number) => `${counted(changes, 'more change')} on the page.`,
    feed: 'Follow these changes as a feed (Atom)',
    feedTitle: (api: string) => `${api} error changes`,
    entryTitle: (api: string, release: string, counts: string) => `${api} ${release}: ${counts}`,
    latest: 'Latest changes',
    newIn: (release: string) => `New in ${release}`,
    changedIn: (release: string) => `Changed in ${release}`,
  },

  /** For a preview, which no reader of the docs sees. */
  preview: {
    name: 'Preview',
    title: 'What changes',
    note: (counts: string) => `A preview, not the docs. ${counts}`,
    all: 'All changes, before and after',
    lead: (against: string) => `Compared with ${against}.`,
    none: 'No page changed.',
    here: 'In this preview',
    marks: { added: 'new', removed: 'removed', breaking: 'breaking change', risky: 'risky change', safe: 'changed' },
    levels: {
      breaking: ['Breaking', 'correct client code can fail'],
      risky: ['Risky', 'client code that relies on undocumented behavior can fail'],
      safe: ['Safe', 'correct client code is not affected'],
    } satisfies Record<ChangeLevel, [string, string]>,
    from: 'Before',
    to: 'After',
    reason: 'Why it matters',
    fix: 'How to avoid it',
    approved: (until: string) => `Approved until ${until}`,
    pages: 'Pages before and after',
    open: 'Open its page',
    moreChanges: (changes: number) => `${counted(changes, 'more change')} of this level; \`diff\` lists them all.`,
    more: (codes: number) =>
      `${counted(codes, 'more code')} changed; each is marked on its own page and in the tables.`,
    noBefore: 'This page did not exist.',
    noAfter: 'This page no longer exists.',
  },
};
