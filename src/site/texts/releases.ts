import { type ChangeLevel, counted } from '../../index.ts';

/** What changed: between releases, and in a preview. */
export const releaseTexts = {
  /** The page of changes, its feed, and what other pages say of releases. */
  changes: {
    description: (api: string, release: string, counts: string) =>
      `What changed in the errors of the ${api}, release by release. Last: ${release}, ${counts}.`,
    release: 'Release',
    date: 'Date',
    step: 'Step',
    count: 'Changes',
    steps: { major: 'Major', minor: 'Minor', patch: 'Patch' },
    becomes: 'becomes',
    approved: 'Approved:',
    unfold: (count: string) => `Show ${count}`,
    others: 'Also changed:',
    more: (codes: number) => `and ${counted(codes, 'code')} more`,
    moreChanges: (changes: number) => `And ${counted(changes, 'change')} more, on the page.`,
    feed: 'Follow these changes as a feed (Atom)',
    feedTitle: (api: string) => `${api}: changes of its errors`,
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
    none: 'Every page reads as before.',
    here: 'In this preview',
    marks: { added: 'new', removed: 'removed', breaking: 'breaking change', risky: 'risky change', safe: 'changed' },
    levels: {
      breaking: ['Breaking', 'code that was right is wrong now'],
      risky: ['Risky', 'code that took more for granted than the docs say may be wrong now'],
      safe: ['Safe', 'no code that was right can notice'],
    } satisfies Record<ChangeLevel, [string, string]>,
    from: 'Before',
    to: 'After',
    reason: 'Why it matters',
    mend: 'Without the harm',
    approved: (until: string) => `Approved until ${until}`,
    pages: 'Pages before and after',
    open: 'Open its page',
    moreChanges: (changes: number) =>
      `${counted(changes, 'more change')} of this level; \`npm run diff\` lists them all.`,
    more: (codes: number) =>
      `${counted(codes, 'more code')} changed; each is marked on its own page and in the tables.`,
    noBefore: 'There was no such page.',
    noAfter: 'There is no such page any more.',
  },
};
