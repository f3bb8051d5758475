// The link of a place in the program, which people may pass on: "cadastre:/a/it-system-catalog/t/itsystem?view=…".

const scheme = "cadastre:";

/** The link of an address of the page. */
export const linkOf = (href: string) => scheme + href;

/** The address that a link leads to, undefined where the text is no link. */
export function placeOfLink(text: string): string | undefined {
  const link = text.trim();
  return link.startsWith(`${scheme}/a/`) ? link.slice(scheme.length) : undefined;
}
