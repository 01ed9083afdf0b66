/** What is said about the values that a link carries. It is here and not in each page, because few links carry values. */
export const texts = {
  title: 'Your response',
  lead: 'These values come from the link you followed. Your browser filled them in; they were not sent anywhere and have not been verified.',
  filled: 'The response with your values',
  nameless: '(no name)',
  empty: '(empty)',
  cut: ' … and {left} characters more',
  more: 'The link has {left} more values; only the first are shown.',
  long: 'The link carries more than 64 KiB, so none of it is shown.',
};
