import { ownPart } from './own.ts';

/** Fetches a page of this site when the reader points at, touches or focuses a link to it; not if the reader saves data. */
export function prefetchLikelyPages(): void {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  if (connection instanceof Object && 'saveData' in connection && connection.saveData) return;
  const done = new Set([location.pathname]);
  const consider = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link || link.origin !== location.origin || done.has(link.pathname) || !link.pathname.endsWith('/')) return;
    done.add(link.pathname);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.pathname;
    document.head.append(hint);
  };
  for (const event of ['pointerover', 'touchstart', 'focusin']) {
    ownPart().addEventListener(event, consider, { passive: true });
  }
}
