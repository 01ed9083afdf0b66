/** Marks the section that is being read in “On this page”: the last one whose heading is above the middle of the window. */
export function markCurrentSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const sections = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  if (sections.length === 0) return;
  let waiting = false;
  const mark = () => {
    waiting = false;
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    const atEnd = scrollTop + clientHeight >= scrollHeight - 2;
    const read = sections.filter(({ heading }) => atEnd || heading.getBoundingClientRect().top < clientHeight * 0.4);
    const current = (read.at(-1) ?? sections[0])?.link;
    for (const { link } of sections) link.ariaCurrent = link === current ? 'true' : null;
  };
  addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    },
    { passive: true },
  );
  mark();
}
