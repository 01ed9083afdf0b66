import { site } from '../pages/_site.ts';
import { railOf } from '../site/navigation.ts';
import { type SidebarEntry, withEntries } from '../site/sidebar.ts';

/** What Starlight gives its route middleware, as far as it is used here. */
interface Context {
  url: URL;
  locals: App.Locals & { starlightRoute: { sidebar: SidebarEntry[] } };
}

/** Puts the navigation of each API into the sidebar of every page. */
export function onRequest({ url, locals }: Context): void {
  const here = decodeURI(url.pathname);
  const rails = site.apis.map((api) => (locals.errorbook?.rail?.id === api.id ? locals.errorbook.rail : railOf(api)));
  locals.starlightRoute.sidebar = withEntries(locals.starlightRoute.sidebar, rails, here);
}
