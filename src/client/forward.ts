// with the fragment of the old address, which may hold the values of the reader's response
const link = document.querySelector<HTMLAnchorElement>('#forward');
if (link) location.replace(link.href + location.search + location.hash);
