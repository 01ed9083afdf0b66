/** What the dialog says beside its list. It is here and not in each page, because only the dialog shows it. */
export const dialogTexts = {
  name: 'Search',
  close: 'Close',
  slash: 'Shortcuts / and ?',
};
