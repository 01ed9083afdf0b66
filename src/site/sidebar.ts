import type { NavItem, Rail } from './page.ts';
import { shellTexts } from './texts/shell.ts';

/** An entry of Starlight's sidebar. */
export type SidebarEntry = SidebarLink | SidebarGroup;

interface SidebarLink {
  type: 'link';
  label: string;
  href: string;
  isCurrent: boolean;
  badge: undefined;
  attrs: Record<string, string>;
}

interface SidebarGroup {
  type: 'group';
  label: string;
  entries: SidebarEntry[];
  collapsed: boolean;
  badge: undefined;
}

/** The group that marks where entries come. */
const PLACE = 'errorbook:sidebar';

/** A sidebar with the navigations of APIs: in the place of the group that asks for them, or else at the end. `here` is the page's path. */
export function withEntries(sidebar: readonly SidebarEntry[], rails: readonly Rail[], here: string): SidebarEntry[] {
  const groups = rails.map((rail) => groupOf(rail, here));
  const isPlace = ({ type, label }: SidebarEntry) => type === 'group' && label === PLACE;
  const filled = (entries: readonly SidebarEntry[]): SidebarEntry[] =>
    entries.flatMap((entry): SidebarEntry[] => {
      if (isPlace(entry)) return groups;
      return entry.type === 'group' ? [{ ...entry, entries: filled(entry.entries) }] : [entry];
    });
  const hasPlace = (entries: readonly SidebarEntry[]): boolean =>
    entries.some((entry) => isPlace(entry) || (entry.type === 'group' && hasPlace(entry.entries)));
  return hasPlace(sidebar) ? filled(sidebar) : [...sidebar, ...groups];
}

function groupOf({ title, codes, pages }: Rail, here: string): SidebarGroup {
  const { children = [], ...all } = codes;
  const entries = [all, ...children, ...pages].map((item) => entryOf(item, here));
  return { type: 'group', label: title, entries, collapsed: !entries.some(isOpen), badge: undefined };
}

function entryOf({ text, href, children = [], count }: NavItem, here: string): SidebarEntry {
  if (children.length === 0) {
    return { type: 'link', label: text, href, isCurrent: href === here, badge: undefined, attrs: {} };
  }
  const all = { text: shellTexts.all(count ?? children.length), href };
  const entries = [all, ...children.filter((item) => item.href !== href)].map((item) => entryOf(item, here));
  return { type: 'group', label: text, entries, collapsed: !entries.some(isOpen), badge: undefined };
}

function isOpen(entry: SidebarEntry): boolean {
  return entry.type === 'link' ? entry.isCurrent : entry.entries.some(isOpen);
}
