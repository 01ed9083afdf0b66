// what the old address carried goes along: the fragment may hold the values of the reader's response
const link = document.querySelector<HTMLAnchorElement>('#forward')!;
location.replace(link.href + location.search + location.hash);
