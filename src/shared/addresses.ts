/** All addresses of one API, for the page of unknown addresses: small, and loaded there only. */
export interface Addresses {
  /** Where the pages of the codes are; each has the address of its code. */
  under: string;
  codes: string[];
  /** Other spellings of codes, each with its code. */
  aliases: [spelling: string, code: string][];
  /** What is sent of codes in namespaces; several may be sent alike. None where no code has a namespace. */
  sent?: [spelling: string, code: string][];
  /** The other pages: address and title. */
  pages: [href: string, title: string][];
  /** What the API says of codes that are not listed, as plain text; empty where it says nothing. */
  rule: string;
}
