import { remember } from './remember.ts';

const THEMES = ['system', 'light', 'dark'];

/** Shows the switch, which goes through the system's theme, light and dark, and remembers the choice. */
export function addThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('button.theme');
  if (!button) return;
  const root = document.documentElement;
  const names = button.dataset.names?.split(',') ?? [];
  const current = () => Math.max(0, THEMES.indexOf(root.dataset.theme ?? ''));
  const label = () => {
    button.title = `${button.dataset.label}: ${names[current()]}`;
    button.ariaLabel = button.title;
  };
  button.addEventListener('click', () => {
    const theme = THEMES[(current() + 1) % THEMES.length] ?? 'system';
    // the stylesheet knows light and dark; any other word leaves the choice to the system
    root.dataset.theme = theme;
    remember('theme', theme);
    label();
  });
  label();
  button.hidden = false;
}
