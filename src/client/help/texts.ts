/** What the list of keyboard shortcuts says. It is here and not in each page, because few readers open it. */
export const keyTexts = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  /** Keys with a space between alternatives, and what they do. */
  keys: [
    ['/ Ctrl+K', 'Search'],
    ['↑ ↓', 'Choose a result'],
    ['Enter', 'Open it'],
    ['Esc', 'Close'],
    ['?', 'Show this list'],
  ],
} as const;
