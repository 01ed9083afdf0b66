const KEY = 'errorbook-theme';
const THEMES = ['system', 'light', 'dark'] as const;

/** Shows the switch, which goes through the system's theme, light and dark, and remembers the choice. */
export function addThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('button.theme');
  if (!button) return;
  const root = document.documentElement;
  const names = button.dataset.names!.split(',');
  const current = () => Math.max(0, THEMES.indexOf(root.dataset.theme as (typeof THEMES)[number]));
  const label = () => {
    button.textContent = `${button.dataset.label}: ${names[current()]}`;
  };
  button.addEventListener('click', () => {
    const theme = THEMES[(current() + 1) % THEMES.length]!;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    remember(theme);
    label();
  });
  label();
  button.hidden = false;
}

function remember(theme: (typeof THEMES)[number]): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // storage may be forbidden; the choice then lasts for this page
  }
}
